"""Reports that are files and no text: where they go, and what is said where the library that writes them is missing."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from support.commandline import peerkit, place

FILES = ("docx", "pdf", "xlsx")
MISSING = {
    "docx": ("docx", "a Word file needs python-docx, which is not installed", 'Install it with: pip install "peerkit[office]"'),
    "xlsx": ("xlsxwriter", "an Excel file needs XlsxWriter, which is not installed", 'Install it with: pip install "peerkit[office]"'),
    "pdf": ("weasyprint", "a PDF needs WeasyPrint, which is not installed", 'Install it with: pip install "peerkit[pdf]"'),
}


@pytest.fixture
def file(folder: Path) -> Path:
    place(folder / "frameworks")
    path = folder / "x.peerkit.json"
    assert peerkit("assess", "small", "--role", "staff", "--program", "Lantern", "--file", path, typed="1\nd\n4\n").code == 0
    return path


class Broken(MetaPathFinder):
    """Fails to load WeasyPrint as it fails where Pango is missing, with its advice on standard output."""

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: object = None) -> ModuleSpec | None:
        if fullname == "weasyprint":
            print("-----\nWeasyPrint could not import some external libraries.\n-----")  # noqa: T201  # as it does
            raise OSError("cannot load library 'libpango-1.0-0'")
        return None


@pytest.mark.parametrize("form", FILES)
def test_a_file_needs_a_place_to_go_to(file: Path, form: str) -> None:
    message = f"{form} is a file to open elsewhere, and no text for the screen"
    assert peerkit("report", file, "--format", form).failed == (2, message, f"Add --output report.{form}.")
    assert peerkit("report", "not-there.json", "--format", form).failed[1] == message


@pytest.mark.parametrize("form", FILES)
def test_without_its_library_the_error_names_the_command_that_installs_it(file: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    library, error, hint = MISSING[form]
    monkeypatch.setitem(sys.modules, library, None)
    before = sorted(path.name for path in file.parent.iterdir())
    assert peerkit("report", file, "--format", form, "--output", f"report.{form}").failed == (3, error, hint)
    assert sorted(path.name for path in file.parent.iterdir()) == before


@pytest.mark.parametrize("command", [("report",), ("plan",), ("explain",), ("show",), ("assess", "--resume"), ("forget",)], ids=" ".join)
def test_a_file_that_cannot_be_read_is_no_wrong_usage(command: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "x.peerkit.json"
    path.write_text("{}")
    monkeypatch.setattr("os.access", lambda *_, **__: False)
    ended = peerkit(*command, path, *(["small"] if command == ("explain",) else []))
    assert (ended.code, ended.err.splitlines()[0]) == (3, f"error: {path} is no answer file of peerkit")


def test_without_pango_the_error_says_what_to_install_and_the_librarys_own_advice_is_not_printed(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    assert peerkit("report", file, "--format", "pdf", "--output", "report.pdf").failed == (
        3,
        "a PDF needs Pango, which is not on this machine",
        "On Debian or Ubuntu, install libpango-1.0-0 and libpangoft2-1.0-0; or print the page that --format html writes.",
    )


def test_a_workbook_has_no_short_form(file: Path) -> None:
    ended = peerkit("report", file, "--format", "xlsx", "--summary", "--output", "r.xlsx")
    hint = "Choose from docx, html, markdown, pdf, terminal."
    assert ended.failed == (2, "--summary is a page to read, and xlsx is none", hint)


def test_the_help_names_the_formats(file: Path) -> None:
    assert "docx" in peerkit("report", "--help").out
