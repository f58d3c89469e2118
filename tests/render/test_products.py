from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from peerkit.errors import UsageError
from peerkit.render.context import RenderContext
from peerkit.render.products import MEDIA, check_format, formats
from render.samples import group_report
from support.rendering import text_formats, text_of


def loaded_after(code: str) -> set[str]:
    """Return the names of the modules that are loaded after `code` ran in a Python of its own."""
    command = [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"]
    finished = subprocess.run(command, capture_output=True, check=True, text=True)
    return set(finished.stdout.splitlines()[-1].split())


def test_a_report_comes_in_every_medium_and_as_data() -> None:
    assert formats("report") == ("csv", "docx", "html", "json", "markdown", "pdf", "terminal", "xlsx")
    assert formats("summary") == tuple(sorted(MEDIA))


def test_listing_the_formats_loads_none() -> None:
    modules = loaded_after("from peerkit.render.products import formats\nformats('report')")

    assert {name for name in modules if name.startswith("peerkit.render.")} == {"peerkit.render.products"}
    assert not {name for name in modules if name.startswith("peerkit.model")}


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="there is no format markdwon for a report") as caught:
        check_format("report", "markdwon")

    assert caught.value.hint == "Did you mean markdown?"


def test_a_command_on_a_page_begins_as_peerkit_was_started() -> None:
    text = text_of("report", group_report(), "terminal", RenderContext(plain=True, program="python -m peerkit"))

    assert "How a number came about: python -m peerkit explain FILE" in text
    assert ": peerkit " not in text


SAMPLE = (
    f"sys.path.insert(0, {str(Path(__file__).parents[1])!r})\n"
    "from render.samples import group_report\n"
    "from peerkit.engine.scores.explanation import explain\n"
    ""
    "from peerkit.render.context import RenderContext\n"
    "from peerkit.render.products import render\n"
)


@pytest.mark.parametrize(
    "code",
    [
        "render('report', group_report(), 'terminal', RenderContext(plain=True, colour=True))",
        "render('explanation', explain(group_report(), 'house/pay'), 'terminal', RenderContext(plain=True))",
        "render('report', group_report(), 'markdown', RenderContext())",
        "render('report', group_report(), 'json', RenderContext())",
        "render('report', group_report(), 'html', RenderContext())",
        "render('report', group_report(), 'csv', RenderContext())",
    ],
)
def test_rich_is_loaded_for_drawing_only(code: str) -> None:
    modules = loaded_after(SAMPLE + code)

    assert "peerkit.render.products" in modules
    assert not {"rich", "pydantic", "questionary"} & modules


@pytest.mark.parametrize("form", text_formats("report"))
def test_only_a_page_of_html_loads_what_makes_templates(form: str) -> None:
    modules = loaded_after(SAMPLE + f"render('report', group_report(), {form!r}, RenderContext())")

    assert ("jinja2" in modules) == (form == "html")


def test_drawing_loads_rich() -> None:
    assert "rich" in loaded_after(SAMPLE + "render('report', group_report(), 'terminal', RenderContext())")
