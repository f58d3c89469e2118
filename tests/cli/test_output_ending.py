"""What kind of file is written comes from the ending of its name; a format that contradicts it is wrong usage."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.commandline import peerkit, place

BEGINNINGS = {
    "x.html": b"<!DOCTYPE html>",
    "x.HTML": b"<!DOCTYPE html>",
    "x.md": b"# ",
    "x.json": b"{",
    "x.csv": b"\xef\xbb\xbf",
    "x.docx": b"PK",
    "x.xlsx": b"PK",
    "x.txt": b"Gap report: ",
    "x": b"Gap report: ",
    "x.y": b"Gap report: ",
}


@pytest.fixture
def here(folder: Path) -> Path:
    place(folder / "frameworks")
    assert peerkit("assess", "small", "--role", "staff", "--program", "Lantern", "--file", "a.peerkit.json", typed="3\n3\n3\n").code == 0
    return folder


@pytest.mark.parametrize("name", BEGINNINGS)
def test_the_ending_tells_the_format(name: str, here: Path) -> None:
    assert peerkit("report", "a.peerkit.json", "--output", name).code == 0
    assert (here / name).read_bytes().startswith(BEGINNINGS[name])


def test_a_format_that_contradicts_it_is_wrong_usage(here: Path) -> None:
    for more in (["--format", "html"], ["--format", "terminal"], ["--format", "docx"]):
        assert peerkit("report", "a.peerkit.json", "--output", "x.md", *more).failed == (
            2,
            f"x.md is no file for the format {more[1]}",
            "A name that ends in .md is for markdown.",
        )
    assert peerkit("report", "a.peerkit.json", "--output", "x.md", "--format", "markdown").code == 0


def test_an_ending_of_another_kind_leaves_it_to_the_format(here: Path) -> None:
    assert peerkit("report", "a.peerkit.json", "--output", "x.page", "--format", "html").code == 0
    assert (here / "x.page").read_bytes().startswith(b"<!DOCTYPE html>")


def test_what_a_product_does_not_come_in_is_said(here: Path) -> None:
    code, error, _ = peerkit("explain", "a.peerkit.json", "small", "--output", "x.csv").failed
    assert (code, error) == (2, "there is no format csv for an explanation")


def test_a_sheet_goes_by_its_ending_and_is_markdown_otherwise(here: Path) -> None:
    for name, beginning in (("s.csv", b"\xef\xbb\xbf"), ("s.html", b"<!DOCTYPE html>"), ("s", b"# ")):
        assert peerkit("sheet", "small", "--output", name).code == 0
        assert (here / name).read_bytes().startswith(beginning)


def test_a_page_is_opened_without_naming_its_format(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import webbrowser

    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    assert peerkit("report", "a.peerkit.json", "--output", "x.html", "--open").code == 0
    assert opened == [(here / "x.html").as_uri()]
