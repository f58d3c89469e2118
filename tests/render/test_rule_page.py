from __future__ import annotations

from textwrap import dedent

import pytest

from peerkit.lint.notes import notes
from peerkit.model.finding import RuleNote
from peerkit.render.context import RenderContext
from peerkit.render.layout import cell_width
from peerkit.render.rule_page import render_list, render_rule

RULE = RuleNote(
    code="PK105",
    name="bad-id",
    severity="error",
    family="Structure",
    summary="An id cannot be used.",
    why="Answers are kept under it, and it stands in addresses.",
    bad="id: A\n",
    good="id: a\n",
)


def test_a_rule_is_a_page_with_why_bad_and_good() -> None:
    assert render_rule(RULE, RenderContext(width=50, plain=True)) == dedent(
        """\
        PK105 bad-id

        An id cannot be used.
        An error: the file cannot be used as it is meant.

        Why
          Answers are kept under it, and it stands in
          addresses.

        Bad
          id: A

        Good
          id: a

        To silence it at one line, end that line, or fill
        the line above, with a comment that says why:
          # peerkit: ignore PK105 the reason
        """
    )


def test_on_a_screen_the_title_is_underlined() -> None:
    assert render_rule(RULE, RenderContext(width=50)).splitlines()[:3] == ["PK105 bad-id", "────────────", ""]


def test_the_list_goes_by_family() -> None:
    other = RuleNote(code="PK901", name="rule-crashed", severity="warning", family="Itself", summary="It stopped.", why="So.")
    assert render_list([RULE, other], RenderContext(width=60, plain=True)) == dedent(
        """\
        Structure

          PK105 bad-id (error)
              An id cannot be used.

        Itself

          PK901 rule-crashed (warning)
              It stopped.

        `peerkit rule CODE` shows one of them, with an example.
        """
    )


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("plain", [True, False])
def test_everything_fits(width: int, plain: bool) -> None:
    context = RenderContext(width=width, plain=plain)
    texts = [render_list(notes(), context), *(render_rule(rule, context) for rule in notes())]
    assert [line for text in texts for line in text.splitlines() if cell_width(line) > width] == []


def test_a_rule_that_no_comment_silences_does_not_speak_of_comments() -> None:
    pages = {rule.code: render_rule(rule, RenderContext()) for rule in notes()}
    assert "peerkit: ignore PK101 the reason" in pages["PK101"]
    assert "To silence it" not in pages["PK004"] + pages["PK901"]
