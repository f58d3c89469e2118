from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from peerkit.errors import UsageError
from peerkit.render.registry import load, load_file, report_formats

FILES = [name for name in report_formats() if load_file(name)]
TEXTS = [name for name in report_formats() if name not in FILES]


def loaded_after(code: str) -> set[str]:
    """Return the names of the modules that are loaded after `code` ran in a Python of its own."""
    command = [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"]
    finished = subprocess.run(command, capture_output=True, check=True, text=True)
    return set(finished.stdout.splitlines()[-1].split())


def test_the_formats_are_the_files() -> None:
    assert {"csv", "docx", "html", "json", "markdown", "pdf", "terminal", "xlsx"} <= set(report_formats())
    assert not {"shared", "registry", "interface"} & set(report_formats())


@pytest.mark.parametrize("name", TEXTS)
def test_each_format_that_is_text_renders(name: str) -> None:
    assert callable(load(name).render)
    assert load_file(name) is None


def test_the_formats_that_are_files_are_known_and_so_are_those_with_a_short_form() -> None:
    assert FILES == ["docx", "pdf", "xlsx"]
    assert [name for name in ("docx", "pdf") if load_file(name, summary=True)] == ["docx", "pdf"]
    with pytest.raises(UsageError, match="--summary is a page to read, and xlsx is none") as caught:
        load_file("xlsx", summary=True)
    assert caught.value.hint == "Choose from docx, html, markdown, pdf, terminal."


def test_listing_the_formats_loads_none() -> None:
    modules = loaded_after("from peerkit.render.registry import report_formats\nreport_formats()")

    assert not {name for name in modules if name.startswith("peerkit.render.report.")}
    assert not {"rich", "peerkit.model.report"} & modules


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="there is no format markdwon for a report") as caught:
        load("markdwon")

    assert caught.value.hint == "Did you mean markdown?"


SAMPLE = (
    f"sys.path.insert(0, {str(Path(__file__).parents[1])!r})\n"
    "from render.samples import group_report\n"
    "from peerkit.engine.scores.explanation import explain\n"
    "from peerkit.render import explanation\n"
    "from peerkit.render.interface import RenderContext\n"
    "from peerkit.render.registry import load\n"
)


@pytest.mark.parametrize(
    "code",
    [
        "load('terminal').render(group_report(), RenderContext(plain=True, colour=True))",
        "explanation.render(explain(group_report(), 'house/pay'), RenderContext(plain=True))",
        "load('markdown').render(group_report(), RenderContext())",
        "load('json').render(group_report(), RenderContext())",
        "load('html').render(group_report(), RenderContext())",
        "load('csv').render(group_report(), RenderContext())",
    ],
)
def test_rich_is_loaded_for_drawing_only(code: str) -> None:
    modules = loaded_after(SAMPLE + code)

    assert "peerkit.render.registry" in modules
    assert not {"rich", "pydantic", "questionary"} & modules


@pytest.mark.parametrize("name", FILES)
def test_finding_a_format_that_is_a_file_loads_no_library(name: str) -> None:
    modules = loaded_after(f"from peerkit.render.registry import load_file\nload_file({name!r})")

    assert f"peerkit.render.report.{name}" in modules
    assert not {"docx", "lxml", "xlsxwriter", "weasyprint", "jinja2", "PIL"} & modules


@pytest.mark.parametrize("name", TEXTS)
def test_only_a_page_of_html_loads_what_makes_templates(name: str) -> None:
    modules = loaded_after(SAMPLE + f"load({name!r}).render(group_report(), RenderContext())")

    assert ("jinja2" in modules) == (name == "html")


def test_drawing_loads_rich() -> None:
    assert "rich" in loaded_after(SAMPLE + "load('terminal').render(group_report(), RenderContext())")
