"""The report on one page."""

from __future__ import annotations

import pytest

from peerkit.errors import UsageError
from peerkit.render.context import RenderContext
from peerkit.render.pages.report_head import PURPOSE
from peerkit.render.products import check_format
from render.samples import group_report, solo_report
from support.pages import page_of
from support.rendering import text_of

RESULT = (
    "Strong in Learning side by side, in the team and with the neighbours; one safety matter to look at first, then Pay; "
    "of one section no score can be shown."
)
SHORT = ["Look at this first", "Strengths", "Then these two steps", "About this report"]
"""The heads of a page; on a screen the last one is left out."""


def test_a_summary_is_the_result_what_to_look_at_first_strengths_steps_and_who_answered() -> None:
    lines = text_of("summary", group_report(), "terminal", RenderContext(1_000, plain=True)).splitlines()

    assert lines[0] == "Gap report: Lantern Street Peers"
    assert RESULT in lines
    assert [line for line in lines if line.removesuffix(".") in SHORT] == [f"{name}." for name in SHORT[:-1]]
    assert "House foundations: 48, range 38 to 56, 13 of 16 answered." in lines
    assert "Pay: 25, goal 75." in lines
    assert len([line for line in lines if line.startswith("Next step: ")]) == 3
    assert "Answered together by 5 people (3 peer workers, 2 staff), 21 November 2026, full set. " + PURPOSE in lines


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_a_summary_says_who_decides_about_the_answers(form: str) -> None:
    page = text_of("summary", group_report(), form, RenderContext(1_000, plain=True))

    assert "Who decides" in page
    assert "The house meeting" in page


@pytest.mark.parametrize("width", [80, 40])
def test_a_summary_is_shorter_than_the_short_report_and_that_than_the_whole(width: int) -> None:
    products = ("summary", "short_report", "report")
    lengths = [len(text_of(product, solo_report(), "terminal", RenderContext(width)).splitlines()) for product in products]

    assert lengths == sorted(lengths)
    assert lengths[2] > 2 * lengths[1]


def test_a_page_of_a_summary_has_one_part_and_no_contents() -> None:
    tree = page_of(text_of("summary", group_report(), "html"))

    assert [one.text for one in tree.the("main").all("h2")] == [RESULT]
    assert [one.text for one in tree.all("h3")] == SHORT
    assert tree.all("nav") == []
    assert all(one.attributes["href"] == "#main" for one in tree.all("a"))


def test_in_markdown_a_summary_is_a_page() -> None:
    text = text_of("summary", group_report(), "markdown")

    assert text.startswith("# Gap report: Lantern Street Peers\n")
    assert [line.removeprefix("### ") for line in text.splitlines() if line.startswith("### ")] == SHORT[:-1]


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_is_no_page_has_no_summary(form: str) -> None:
    with pytest.raises(UsageError, match=f"there is no format {form} for a summary"):
        check_format("summary", form)
