"""Texts that try to be more than text, in every field of a comparison."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from markdown_it import MarkdownIt
from wcwidth import wcswidth

from peerkit.model.comparison import Comparison
from peerkit.model.framework import Change
from peerkit.render.context import RenderContext
from peerkit.render.escape import one_line
from peerkit.render.layout import as_words, cell_width
from render.hostile import HOSTILE, hostile_assessment, hostile_framework
from render.test_hostile_texts import COLOUR, PAGE, SCREENS, UNSEEN, inner
from render.test_html import ATTRIBUTES, TAGS, TRICKS
from render.test_team_hostile import ROLES, ROWS
from support.compared import compared, side_of_file, teams
from support.pages import page_of
from support.rendering import text_of
from support.teams import assessments


def hostile_comparison(text: str) -> Comparison:
    """Return a comparison of a group with a team, in which every text is `text`."""
    plain = hostile_framework(text)
    changed = replace(plain.sections[0].indicators[3], change=(Change(version="1.0.0", note=text),))
    indicators = tuple(changed if one.id == changed.id else one for one in plain.sections[0].indicators)
    framework = replace(plain, sections=(replace(plain.sections[0], indicators=indicators), *plain.sections[1:]))
    other = replace(plain, id="g")
    [team] = teams(framework, assessments(framework, ROLES, ROWS, program=text))
    answered = hostile_assessment(text)
    both = replace(answered, frameworks=(*answered.frameworks, replace(answered.frameworks[0], id="g")), program=f"{text}x")
    return compared(side_of_file([framework, other], both, "0.9.0"), team, named=True)


@pytest.mark.parametrize("context", SCREENS)
@pytest.mark.parametrize("name", HOSTILE)
def test_on_a_screen_a_hostile_text_is_text_and_fits(name: str, context: RenderContext) -> None:
    page = text_of("comparison", hostile_comparison(HOSTILE[name]), "terminal", context)

    bare = COLOUR.sub("", page) if context.colour else page
    assert not UNSEEN.search(bare)
    assert not re.search(r"^\s*::\w|##\[", bare, re.MULTILINE)
    assert re.sub(r"\s", "", as_words(HOSTILE[name])) in re.sub(r"[\s▎]", "", bare)
    for line in bare.splitlines():
        assert max(cell_width(line), wcswidth(line)) <= context.width


@pytest.mark.parametrize("name", HOSTILE)
def test_in_markdown_a_hostile_text_is_text(name: str) -> None:
    page = text_of("comparison", hostile_comparison(HOSTILE[name]), "markdown")

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page)
    assert {token.type for token in tokens} <= PAGE
    assert {token.type for token in inner(tokens)} <= {"text", "strong_open", "strong_close"}
    assert not UNSEEN.search(page)
    assert one_line(HOSTILE[name]) in "".join(token.content for token in inner(tokens))


@pytest.mark.parametrize("name", TRICKS)
def test_on_a_page_a_hostile_text_is_text(name: str) -> None:
    text = text_of("comparison", hostile_comparison(TRICKS[name]), "html")

    tree = page_of(text)
    assert {one.tag for one in tree.walk()} - {""} <= TAGS
    assert {attribute for one in tree.walk() for attribute in one.attributes} <= ATTRIBUTES
    assert not UNSEEN.search(text)


def test_a_hostile_text_changes_no_structure() -> None:
    texts = ("plain", '"><b id="x">\'{{ 1 }}</p></li></main><script>x</script>')
    trees = [page_of(text_of("comparison", hostile_comparison(text), "html")) for text in texts]

    assert [one.tag for one in trees[0].walk()] == [one.tag for one in trees[1].walk()]


@pytest.mark.parametrize("name", HOSTILE)
def test_in_json_and_in_a_table_a_hostile_text_is_text(name: str) -> None:
    comparison = hostile_comparison(HOSTILE[name])
    data: Any = json.loads(text_of("comparison", comparison, "json"))
    cells = csv.reader(io.StringIO(text_of("comparison", comparison, "csv").removeprefix("\ufeff"), newline=""), strict=True)

    assert data["sides"][1]["program"] == HOSTILE[name]
    assert not any(re.match(r"\s*[=+\-@]|[\t\r]", one) for row in cells for one in row)
