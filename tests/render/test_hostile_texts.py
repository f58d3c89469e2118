from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from wcwidth import wcswidth

from peerkit.engine.scores.explanation import explain
from peerkit.engine.scores.report import make_report
from peerkit.model.report import Report
from peerkit.render.context import RenderContext
from peerkit.render.escape import one_line
from peerkit.render.layout import as_words, cell_width
from render.hostile import HOSTILE, hostile_looks, hostile_report
from render.samples import DATE, group_report
from support.rendering import text_of
from support.scored import Item, Part, nouns

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
CONTEXTS = [
    RenderContext(80),
    RenderContext(40),
    RenderContext(120),
    RenderContext(80, colour=True),
    RenderContext(80, plain=True),
    RenderContext(40, plain=True),
]
SCREENS = [
    pytest.param(context, id=str(context), marks=[pytest.mark.long] if number in (1, 2, 3, 4) else [])
    for number, context in enumerate(CONTEXTS)
]
"""Every text is tried at once on one drawn and on one plain screen, and by `make test-long` on all."""
WIDTHS = [pytest.param(width, marks=[] if width in (20, 40, 59, 66, 80, 96, 130) else [pytest.mark.long]) for width in range(20, 131)]
PAGE = {
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "bullet_list_open", "bullet_list_close", "list_item_open",
    "list_item_close", "blockquote_open", "blockquote_close", "table_open", "table_close", "thead_open", "thead_close", "tbody_open",
    "tbody_close", "tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close", "inline",
}  # fmt: skip


def screens(text: str, context: RenderContext) -> Iterator[str]:
    report = hostile_report(text)
    yield text_of("report", report, "terminal", context)
    yield text_of("summary", report, "terminal", context)
    yield text_of("short_report", report, "terminal", context)
    yield text_of("report", hostile_looks(text), "terminal", context)
    for target in ("f", "f/s", "f/i1", "f/i5"):
        yield text_of("explanation", explain(report, target), "terminal", context)


def inner(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or []


@pytest.mark.parametrize("context", SCREENS)
@pytest.mark.parametrize("name", HOSTILE)
def test_on_a_screen_a_hostile_text_is_text_and_fits(name: str, context: RenderContext) -> None:
    wanted = re.sub(r"\s", "", as_words(HOSTILE[name]))

    for page in screens(HOSTILE[name], context):
        bare = COLOUR.sub("", page) if context.colour else page
        assert not UNSEEN.search(bare)
        assert not re.search(r"^\s*::\w|##\[", bare, re.MULTILINE)
        assert wanted in re.sub(r"[\s▎]", "", bare)
        for line in bare.splitlines():
            assert max(cell_width(line), wcswidth(line)) <= context.width
            assert line == line.rstrip(" ")


@pytest.mark.parametrize("make", [hostile_report, hostile_looks])
@pytest.mark.parametrize("name", HOSTILE)
def test_in_markdown_a_hostile_text_is_text(name: str, make: Callable[[str], Report]) -> None:
    report = make(HOSTILE[name])
    page = "\n".join((text_of("report", report, "markdown"), text_of("summary", report, "markdown")))

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page)
    assert {token.type for token in tokens} <= PAGE
    assert {token.type for token in inner(tokens)} <= {"text", "strong_open", "strong_close", "code_inline"}
    assert all(token.content.startswith("peerkit ") for token in inner(tokens) if token.type == "code_inline")
    assert not UNSEEN.search(page)
    shown = "".join(token.content for token in inner(tokens))
    assert one_line(HOSTILE[name]) in shown


def test_in_markdown_a_hostile_text_changes_no_structure() -> None:
    pages = [text_of("report", hostile_report(text), "markdown") for text in ("plain", "# [x](y) | *z* <b>")]

    structures = [[token.type for token in MarkdownIt("commonmark").enable("table").parse(page)] for page in pages]
    assert structures[0] == structures[1]


@pytest.mark.parametrize("name", HOSTILE)
def test_in_json_a_hostile_text_is_the_same_text(name: str) -> None:
    page = text_of("report", hostile_report(HOSTILE[name]), "json")

    data = json.loads(page)
    assert data["program"] == HOSTILE[name]
    assert data["frameworks"][0]["sections"][0]["indicators"][0]["note"] == HOSTILE[name]
    assert not UNSEEN.search(page)
    page.encode("utf-8")


@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip() != ""), st.sampled_from(CONTEXTS))
def test_no_text_makes_a_report_fail_or_overflow(text: str, context: RenderContext) -> None:
    page = text_of("report", hostile_report(text), "terminal", context)

    bare = COLOUR.sub("", page)
    assert not UNSEEN.search(bare)
    assert max(cell_width(line) for line in bare.splitlines()) <= context.width


@pytest.mark.parametrize("product", ["report", "short_report"])
@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_line_fits_at_every_width(width: int, plain: bool, product: str) -> None:
    page = text_of(product, group_report(), "terminal", RenderContext(width, plain=plain))

    assert max(cell_width(line) for line in page.splitlines()) <= width
    assert page.endswith("\n")


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_section_with_very_many_questions_fits(width: int) -> None:
    items = tuple(Item(f"q{number}", 3) for number in range(1_200))
    framework, assessment = nouns([Part("s", items)])

    page = text_of("report", make_report([framework], assessment, DATE), "terminal", RenderContext(width))

    assert "1200 of 1200" in page
    assert max(cell_width(line) for line in page.splitlines()) <= width


def test_without_colour_there_is_no_escape_sequence_and_with_colour_the_words_are_the_same() -> None:
    grey = text_of("report", group_report(), "terminal", RenderContext(80))
    coloured = text_of("report", group_report(), "terminal", RenderContext(80, colour=True))

    assert "\x1b" not in grey
    assert "\x1b[" in coloured
    assert COLOUR.sub("", coloured) == grey


@pytest.mark.parametrize("variable", ["NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "TTY_COMPATIBLE", "JUPYTER_COLUMNS"])
@pytest.mark.parametrize("colour", [True, False])
def test_the_environment_changes_nothing(variable: str, colour: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    before = text_of("report", group_report(), "terminal", RenderContext(80, colour=colour))

    monkeypatch.setenv(variable, "12" if variable.endswith("COLUMNS") else "1")

    assert text_of("report", group_report(), "terminal", RenderContext(80, colour=colour)) == before
