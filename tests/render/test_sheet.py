"""Answer sheets in each format: what stands on them, and that a text from a file is text only."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from typing import Any

import pytest
from markdown_it import MarkdownIt

from peerkit.engine.interview.sheet import blank_sheet
from peerkit.model.answers import Governance
from peerkit.model.scale import LEVEL_LABELS
from peerkit.model.sheet import BlankSheet
from peerkit.render.escape import one_line
from peerkit.render.forms.sheet_forms import HEADS
from peerkit.render.products import formats
from render.hostile import HOSTILE, hostile_assessment, hostile_framework
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.pages import Node, page_of
from support.rendering import text_of

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
CARE = make_section("care", make_indicator("plan"), make_indicator("learn"), title="Care", native_title="Te manaaki")
POWER = make_section("power", make_indicator("share"), title="Power", content_note="This touches on conflict.")
GOVERNANCE = Governance(authority="the peer council", may_see="those who answer", until="2027", kept="a drawer")


def sheet_of(**keys: Any) -> BlankSheet:
    framework = make_framework(CARE, POWER, title="An open house")
    return blank_sheet(framework, make_assessment(governance=GOVERNANCE, support="Ring Rowan", **keys), "peerkit assess f --enter")


def rendered(form: str, sheet: BlankSheet) -> str:
    return text_of("sheet", sheet, form)


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def hostile_sheet(text: str) -> BlankSheet:
    framework = hostile_framework(text)
    section = replace(framework.sections[0], content_note=text)
    return blank_sheet(
        replace(framework, sections=(section, *framework.sections[1:])), hostile_assessment(text), "peerkit assess f --enter"
    )


def test_it_comes_in_every_medium_and_as_a_table() -> None:
    assert formats("sheet") == ("csv", "docx", "html", "markdown", "pdf", "terminal")


@pytest.mark.parametrize("form", ["markdown", "csv", "html"])
def test_a_sheet_says_who_will_see_it_what_the_levels_mean_and_what_it_is_of(form: str) -> None:
    text = rendered(form, sheet_of())
    for said in (
        *(
            "f 1.0.0",
            "We do plan.",
            "We do share.",
            "Lantern Street Peers" if form != "csv" else "",
            "Please note",
            "This touches on conflict.",
        ),
        *("the peer council", "those who answer", "2027", "a drawer", "Ring Rowan", "peer worker", "3 questions"),
        *("Thinking about the past 12 months, where is our program with this?", "It happens for some people or some of the time."),
        *("Not for audit, ranking, funding decisions", "a peer from outside the line of management"),
    ):
        assert said in text, said


@pytest.mark.parametrize("form", ["markdown", "csv", "html"])
def test_who_fills_it_is_named_and_nothing_else_where_nothing_was_agreed(form: str) -> None:
    blank = replace(sheet_of(), assessment=make_assessment(program="", mode="consensus", role=None))
    text = rendered(form, blank)
    assert "For a group that answers together. Full set, 3 questions." in text
    assert "Who may see them" not in text


def test_in_a_spreadsheet_each_question_is_a_row_whose_answer_is_free() -> None:
    found = [row for row in rows(rendered("csv", sheet_of())) if row["id"]]
    assert [tuple(row) for row in found] == [HEADS] * 3
    assert [(row["code"], row["id"], row["framework"]) for row in found] == [
        ("A1", "f/plan", "f 1.0.0"),
        ("A2", "f/learn", "f 1.0.0"),
        ("B1", "f/share", "f 1.0.0"),
    ]
    assert {row["answer"] + row["note"] for row in found} == {""}
    assert found[0]["section"] == "A Care (Te manaaki)"


def test_in_a_spreadsheet_what_explains_the_sheet_has_no_id() -> None:
    explaining = [row for row in rows(rendered("csv", sheet_of())) if not row["id"]]
    assert len(explaining) > 10
    assert all(row["question"] and not row["answer"] and not row["code"] for row in explaining)


@pytest.mark.parametrize("name", HOSTILE)
def test_in_a_spreadsheet_a_hostile_text_is_text(name: str) -> None:
    text = rendered("csv", hostile_sheet(HOSTILE[name]))
    assert not UNSEEN.search(text)
    assert not re.search(r"^\s*(::|##\[)", text, re.MULTILINE)
    for row in rows(text):
        assert not re.match(r"\s*[=+\-@\t\r]", row["question"]), row


def paper(text: str) -> Node:
    return page_of(text).the("body")


def test_on_paper_each_section_is_a_page_that_says_framework_version_and_section() -> None:
    pages = paper(rendered("html", sheet_of())).all("table", kind="page")
    assert [one.the("thead").text for one in pages] == ["An open house, f 1.0.0, section A", "An open house, f 1.0.0, section B"]
    assert [[one.text for one in page.all("p", kind="ask")] for page in pages] == [
        ["A1 We do plan.", "A2 We do learn."],
        ["B1 We do share."],
    ]


def test_on_paper_each_question_has_a_box_for_each_answer_and_a_line_for_a_note() -> None:
    for question in paper(rendered("html", sheet_of())).all("div", kind="question"):
        marks = [mark.text for mark in question.all("span", kind="mark")]
        levels = [f"{level} {label}" for level, label in enumerate(LEVEL_LABELS)]
        assert marks == [*levels, "d don't know", "n does not apply", "s skip"]
        assert len(question.all("span", kind="box")) == len(marks)
        assert len(question.the("p", kind="note").all("span", kind="line")) == 1


def test_on_paper_nothing_runs_nothing_is_fetched_and_the_page_is_light() -> None:
    page = page_of(rendered("html", sheet_of()))
    assert {node.tag for node in page.walk()} & {"script", "img", "link", "iframe", "form", "input", "svg"} == set()
    assert {"content": "light", "name": "color-scheme"} in [node.attributes for node in page.all("meta")]
    style = page.the("style").text
    assert "url(" not in style
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", style)) == {"#000", "#fff"}


@pytest.mark.parametrize("large", [True, False])
def test_on_paper_large_is_a_kind_of_page(large: bool) -> None:
    body = paper(rendered("html", replace(sheet_of(), large=large)))
    assert body.kinds == (["large"] if large else [])


@pytest.mark.parametrize("name", HOSTILE)
def test_on_paper_a_hostile_text_is_text(name: str) -> None:
    text = rendered("html", hostile_sheet(HOSTILE[name]))
    page = page_of(text)
    assert not UNSEEN.search(text)
    assert {node.tag for node in page.walk()} & {"script", "img", "a"} == set()
    shown = " ".join(one_line(HOSTILE[name]).split())
    assert all(shown in one.text for one in page.all("p", kind="ask"))


@pytest.mark.parametrize("name", HOSTILE)
def test_in_markdown_a_hostile_text_is_text(name: str) -> None:
    text = rendered("markdown", hostile_sheet(HOSTILE[name]))
    assert not UNSEEN.search(text)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    kinds = {token.type for one in tokens for token in one.children or []}
    assert kinds <= {"text", "strong_open", "strong_close", "softbreak"}
    assert {token.type for token in tokens} & {"table_open", "fence", "html_block", "blockquote_open", "ordered_list_open"} == set()
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2", "h2"]
