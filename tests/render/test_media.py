"""Every medium, held to one page that has every kind of block and texts that try to be more than text.

What a product says is tested without a medium; how a medium says it is tested here, once.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt
from wcwidth import wcswidth

from peerkit.model.page import Page, Part, ScoreRow, Scores
from peerkit.render.context import RenderContext
from peerkit.render.escape import one_line
from peerkit.render.layout import as_words, cell_width
from peerkit.render.media import drawn, html, markdown, terminal
from render.every_block import BUILD, ESCAPES, HOSTILE_TEXTS, LONG, SCRIPT, counts, every_block, score
from support.kept import SNAPSHOTS, Kept
from support.pages import page_of

COLOURED = re.compile("\x1b\\[[0-9;]*m")
WIDTHS = (20, 40, 59, 66, 80, 96, 120)


@pytest.mark.parametrize("width", [40, 80])
def test_the_drawn_page_is_the_golden_one(width: int, kept: Kept) -> None:
    kept(SNAPSHOTS / "media" / f"every-block-drawn-{width}.txt", drawn.render(every_block(), RenderContext(width)))


def test_the_plain_page_is_the_golden_one(kept: Kept) -> None:
    kept(SNAPSHOTS / "media" / "every-block-plain.txt", terminal.plain(every_block(), RenderContext(80, plain=True)))


def test_the_page_of_markdown_is_the_golden_one(kept: Kept) -> None:
    kept(SNAPSHOTS / "media" / "every-block.md", markdown.render(every_block(), RenderContext()))


def test_the_page_of_html_is_the_golden_one(kept: Kept) -> None:
    kept(SNAPSHOTS / "media" / "every-block.html", html.render(every_block(), RenderContext()))


def test_the_coloured_page_is_the_golden_one(kept: Kept) -> None:
    kept(SNAPSHOTS / "media" / "every-block-colour.txt", drawn.render(every_block(), RenderContext(80, colour=True)))


@pytest.mark.parametrize("width", WIDTHS)
def test_colour_adds_sequences_and_changes_no_character(width: int) -> None:
    coloured = drawn.render(every_block(), RenderContext(width, colour=True))

    assert COLOURED.sub("", coloured) == drawn.render(every_block(), RenderContext(width))
    assert set(re.findall("\x1b[^m]*m", coloured)) == set(COLOURED.findall(coloured))


@pytest.mark.parametrize("width", WIDTHS)
def test_every_drawn_line_fits_and_ends_without_spaces(width: int) -> None:
    for line in drawn.render(every_block(), RenderContext(width)).splitlines():
        assert max(cell_width(line), wcswidth(line)) <= width
        assert line == line.rstrip()


def test_a_range_that_is_rounded_to_100_to_100_stands_on_its_line() -> None:
    almost = score("399/4", "999/10", "100", counts(1, dont_know=1))
    text = drawn.render(Page((), (Part("a", (Scores((ScoreRow("Pay", almost),)),)),)), RenderContext(80))

    assert "100\N{EN DASH}100    1 of 2" in text
    assert max(len(line) for line in text.splitlines()) <= 78


@pytest.mark.parametrize("width", WIDTHS)
def test_every_plain_line_fits(width: int) -> None:
    assert max(cell_width(line) for line in terminal.plain(every_block(), RenderContext(width, plain=True)).splitlines()) <= width


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=ascii)
def test_a_hostile_text_is_shown_as_words_on_a_terminal(text: str, plain: bool) -> None:
    page = terminal.render(every_block(), RenderContext(80, plain=plain))

    assert "\x1b" not in page
    assert "\x9b" not in page
    assert not re.search(r"^\s*::\w|##\[", page, re.MULTILINE)
    assert as_words(text).replace(" ", "") in re.sub(r"[\s▎]", "", page)


@pytest.mark.parametrize("place", ["screen", "room"])
def test_a_medium_shows_the_parts_of_its_place(place: str) -> None:
    context = RenderContext(80)
    pages = (drawn.render, terminal.plain, markdown.render) if place == "screen" else (html.render,)

    for render in pages:
        text = render(every_block(), context)
        assert ("A line for a screen." in text) == (place == "screen")
        assert ("A line for paper." in text) == (place == "room")


@pytest.mark.parametrize("render", [drawn.render, terminal.plain, markdown.render, html.render])
@pytest.mark.parametrize("kind", ["Tallies", "SideBySide", "Terms", "Sides", "Scores", "Commands", "Code", "Headline"])
def test_no_block_is_left_out_by_a_medium(kind: str, render: Callable[[Page, RenderContext], str]) -> None:
    page = every_block()
    part = next(part for part in page.parts for block in part.blocks if type(block).__name__ == kind)
    without = Page(page.cover, (type(part)(part.name, tuple(block for block in part.blocks if type(block).__name__ != kind)),))

    assert len(render(Page(page.cover, (part,)), RenderContext())) > len(render(without, RenderContext()))


def test_a_hostile_text_is_text_in_markdown() -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown.render(every_block(), RenderContext()))
    inline = [child for token in tokens for child in token.children or ()]

    assert {child.type for child in inline} <= {"text", "strong_open", "strong_close", "code_inline", "softbreak"}
    assert {token.type for token in tokens} & {"html_block", "fence", "hr"} == set()
    said = "\n".join("".join(child.content for child in token.children or ()) for token in tokens)
    assert [text for text in HOSTILE_TEXTS if one_line(text) not in said] == []


def test_a_hostile_text_is_text_in_html() -> None:
    text = html.render(every_block(), RenderContext())

    assert [hostile for hostile in HOSTILE_TEXTS if one_line(hostile) not in page_of(text).text] == []
    assert "<script" not in text
    assert SCRIPT not in text
    assert one_line(ESCAPES) in text
    assert BUILD in text
    assert LONG in text


@pytest.mark.parametrize("width", [20, 24, 40, 66, 80, 120])
def test_the_number_beside_a_bar_is_whole_at_every_width(width: int) -> None:
    text = drawn.render(every_block(), RenderContext(width))

    assert "between 38 and 68" in " ".join(text.split())
    assert re.search(r"(█+.*│.* |^\W*)63$", text, re.MULTILINE)
