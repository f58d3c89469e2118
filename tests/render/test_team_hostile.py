"""Texts that try to be more than text, in every field of a team's report."""

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

from peerkit.model.answers import Action, Agreed, Answer, Dissent, Governance, Outcome
from peerkit.model.report import TeamReport
from peerkit.render.context import RenderContext
from peerkit.render.escape import one_line
from peerkit.render.layout import as_words, cell_width
from render.hostile import HOSTILE, hostile_framework
from render.test_hostile_texts import COLOUR, PAGE, SCREENS, UNSEEN, inner
from render.test_html import ATTRIBUTES, TAGS, TRICKS
from support.pages import page_of
from support.rendering import text_of
from support.teams import assessments, roles_of, team_report

ROLES = roles_of(("peer-worker", 6), ("staff", 6))
ROWS = {"i0": "012343 234432", "i1": "333333 333333", "i2": "004444 004444", "i3": "0..... ......", "i4": "1102?? ??0011"}


def hostile_team(text: str) -> TeamReport:
    """Return a team's report in which every text is `text`."""
    framework = hostile_framework(text)
    governance = Governance(authority=text, may_see=text, until=text, kept=text)
    people = assessments(framework, ROLES, ROWS, program=text, governance=governance, facts={"choice": text})
    noted = [replace(one, answers={key: replace(answer, note=text) for key, answer in one.answers.items()}) for one in people]
    outcome = Outcome(
        format="peerkit/outcome/1",
        program=text,
        date="2026-12-01",
        agreed={"f/i0": Agreed(level=2, dissent=(Dissent(answer=0, people=2, why=text),)), "f/gone": Agreed(level=1)},
        importance={"f/i0": "high"},
        actions=(Action(id="f/i1", what=text, who=text, by=text, first_step=text, sign=text, help=text, ask_also=text),),
        outside_our_control=(text,),
        recheck=text,
    )
    return team_report(framework, noted, outcome=outcome, comments=True)


@pytest.mark.parametrize("context", SCREENS)
@pytest.mark.parametrize("name", HOSTILE)
def test_on_a_screen_a_hostile_text_is_text_and_fits(name: str, context: RenderContext) -> None:
    page = text_of("team", hostile_team(HOSTILE[name]), "terminal", context)

    bare = COLOUR.sub("", page) if context.colour else page
    assert not UNSEEN.search(bare)
    assert not re.search(r"^\s*::\w|##\[", bare, re.MULTILINE)
    assert re.sub(r"\s", "", as_words(HOSTILE[name])) in re.sub(r"[\s▎]", "", bare)
    for line in bare.splitlines():
        assert max(cell_width(line), wcswidth(line)) <= context.width


@pytest.mark.parametrize("name", HOSTILE)
def test_in_markdown_a_hostile_text_is_text(name: str) -> None:
    page = text_of("team", hostile_team(HOSTILE[name]), "markdown")

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page)
    assert {token.type for token in tokens} <= PAGE
    assert {token.type for token in inner(tokens)} <= {"text", "strong_open", "strong_close"}
    assert not UNSEEN.search(page)
    assert one_line(HOSTILE[name]) in "".join(token.content for token in inner(tokens))


@pytest.mark.parametrize("name", TRICKS)
def test_on_a_page_a_hostile_text_is_text(name: str) -> None:
    text = text_of("team", hostile_team(TRICKS[name]), "html")

    tree = page_of(text)
    assert {one.tag for one in tree.walk()} - {""} <= TAGS
    assert {attribute for one in tree.walk() for attribute in one.attributes} <= ATTRIBUTES
    assert not UNSEEN.search(text)
    assert tree.the("h1").text == " ".join(one_line(TRICKS[name]).split())


def test_a_hostile_text_changes_no_structure() -> None:
    texts = ("plain", '"><b id="x">\'{{ 1 }}</p></li></main><script>x</script>')
    trees = [page_of(text_of("team", hostile_team(text), "html")) for text in texts]

    assert [one.tag for one in trees[0].walk()] == [one.tag for one in trees[1].walk()]


@pytest.mark.parametrize("name", HOSTILE)
def test_in_json_and_in_a_table_a_hostile_text_is_text(name: str) -> None:
    report = hostile_team(HOSTILE[name])
    data: Any = json.loads(text_of("team", report, "json"))
    cells = csv.reader(io.StringIO(text_of("team", report, "csv").removeprefix("\ufeff"), newline=""), strict=True)

    assert data["program"] == HOSTILE[name]
    assert not any(re.match(r"\s*[=+\-@]|[\t\r]", one) for row in cells for one in row)


def test_long_comments_are_written_whole() -> None:
    framework = hostile_framework("plain")
    people = assessments(framework, ROLES, ROWS)
    long = "zyx " * 4_000
    noted = [replace(one, answers={key: Answer(ask="x", answer=3, note=long) for key in one.answers}) for one in people]

    page = text_of("team", team_report(framework, noted, comments=True), "markdown")
    assert page.count("zyx") == 4_000 * sum(len(one.answers) for one in people)
