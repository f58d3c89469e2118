from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

import pytest

from peerkit.lint.rule import notes
from peerkit.model.lint_figures import RuleNote
from peerkit.render.context import RenderContext
from peerkit.render.layout import cell_width
from support.rendering import text_of

RULE = RuleNote(
    code="PK105",
    name="bad-id",
    severity="error",
    family="Structure",
    summary="An id cannot be used.",
    why="Answers are kept under it, and it stands in addresses.",
    bad="sections:\n  - id: A\n",
    good="sections:\n  - id: a\n",
)


def test_a_rule_is_a_page_with_why_bad_and_good() -> None:
    text = text_of("rule", RULE, "terminal", RenderContext(width=50, plain=True))
    assert text.replace("\n\n\n", "\n") == dedent(
        """\
        Rule: PK105 bad-id
        An id cannot be used.
        An error: the file cannot be used as it is meant.
        Why.
        Answers are kept under it, and it stands in
        addresses.
        Bad.
        sections:
          - id: A
        Good.
        sections:
          - id: a
        To silence it.
        At one line: end that line, or fill the line
        above, with a comment that says why.
        # peerkit: ignore PK105 the reason
        """
    )


def test_an_example_stands_in_markdown_as_a_block_to_copy() -> None:
    assert "\n## Bad\n\n    sections:\n      - id: A\n" in text_of("rule", RULE, "markdown")


def test_the_list_goes_by_family() -> None:
    other = RuleNote(code="PK901", name="rule-crashed", severity="warning", family="Itself", summary="It stopped.", why="So.")
    text = text_of("rules", [RULE, other], "terminal", RenderContext(width=60, plain=True))
    assert [line for line in text.splitlines() if line] == [
        "Rules: What lint looks for",
        "Structure.",
        "1. PK105 bad-id (error)",
        "Finds: An id cannot be used.",
        "Itself.",
        "1. PK901 rule-crashed (warning)",
        "Finds: It stopped.",
        "Where to go next.",
        "One of them, with an example: peerkit rule PK105",
    ]


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("plain", [True, False])
def test_everything_fits(width: int, plain: bool) -> None:
    context = RenderContext(width=width, plain=plain)
    texts = [text_of("rules", notes(), "terminal", context), *(text_of("rule", rule, "terminal", context) for rule in notes())]
    assert [line for text in texts for line in text.splitlines() if cell_width(line) > width] == []


def test_a_line_that_is_too_long_goes_on_further_in() -> None:
    rule = replace(RULE, bad="sections:\n  - title: one two three four five six\n")
    text = text_of("rule", rule, "terminal", RenderContext(width=24, plain=True))
    assert "\n  - title: one two\n      three four five\n      six\n" in text


def test_a_rule_that_no_comment_silences_does_not_speak_of_comments() -> None:
    pages = {rule.code: text_of("rule", rule, "terminal") for rule in notes()}
    assert "peerkit: ignore PK101 the reason" in pages["PK101"]
    assert "To silence it" not in pages["PK004"] + pages["PK901"]
