"""The report on one page."""

from __future__ import annotations

import pytest

from peerkit.errors import UsageError
from peerkit.render.context import RenderContext
from peerkit.render.products import check_format
from render.samples import group_report, solo_report
from support.pages import page_of
from support.rendering import text_of

SHORT = ["Strengths", "Weakest section", "First three steps", "How sure this is"]


def test_in_short_is_strengths_the_weakest_section_three_steps_and_how_sure() -> None:
    lines = text_of("summary", group_report(), "terminal", RenderContext(1_000, plain=True)).splitlines()

    assert lines[0] == "Gap report: Lantern Street Peers"
    assert [line for line in lines if line.removesuffix(".") in SHORT] == [f"{name}." for name in SHORT]
    assert "House foundations: Pay, 25 of 100" in lines
    assert len([line for line in lines if line.startswith("Next step: ")]) == 3
    assert "For reflection and planning, not for audit or ranking." in lines
    assert "Important: One safety matter below: look there first." in lines


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_in_short_says_who_decides_about_the_answers(form: str) -> None:
    page = text_of("summary", group_report(), form, RenderContext(1_000, plain=True))

    assert "Who decides" in page
    assert "The house meeting" in page


@pytest.mark.parametrize(("width", "most"), [(80, 70), (40, 110)])
def test_in_short_is_short(width: int, most: int) -> None:
    short, whole = (text_of(product, solo_report(), "terminal", RenderContext(width)) for product in ("summary", "report"))

    assert len(short.splitlines()) <= most
    assert len(whole.splitlines()) > 2 * len(short.splitlines())


def test_a_page_in_short_has_one_part_and_no_contents() -> None:
    tree = page_of(text_of("summary", group_report(), "html"))

    assert [one.text for one in tree.the("main").all("h2")] == ["In short"]
    assert [one.text for one in tree.all("h3")] == SHORT
    assert tree.all("nav") == []
    assert all(one.attributes["href"] == "#main" for one in tree.all("a"))


def test_in_markdown_the_short_form_is_a_page() -> None:
    text = text_of("summary", group_report(), "markdown")

    assert text.startswith("# Gap report: Lantern Street Peers\n")
    assert [line.removeprefix("### ") for line in text.splitlines() if line.startswith("### ")] == SHORT


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_is_no_page_has_no_short_form(form: str) -> None:
    with pytest.raises(UsageError, match=f"there is no format {form} for a summary"):
        check_format("summary", form)
