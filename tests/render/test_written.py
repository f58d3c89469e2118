"""Whatever was typed stands in every format that carries it, once at least, wherever its question stands."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from peerkit.engine.scores.report import make_report
from peerkit.model.answers import Answer, Assessment, Dissent, Evidence, Given, SetAside, Written
from peerkit.model.report import Report
from peerkit.render.context import RenderContext
from render.samples import DATE
from support.building import make_assessment, make_fact, make_framework, make_indicator, make_section
from support.pages import page_of
from support.rendering import text_of

GIVEN: list[Given | None] = [None, 0, 1, 2, 3, 4, "dont-know", "skipped", "not-applicable"]


def terminal(width: int, *, plain: bool) -> Callable[[Report], str]:
    def shown(report: Report) -> str:
        return re.sub(r"[\s▎]+", " ", text_of("report", report, "terminal", RenderContext(width, plain=plain)))

    return shown


def markdown(report: Report) -> str:
    tokens = MarkdownIt("commonmark").enable("table").parse(text_of("report", report, "markdown"))
    return " ".join(child.content for token in tokens for child in token.children or [])


def html(report: Report) -> str:
    return page_of(text_of("report", report, "html")).text


def table(report: Report) -> str:
    text = text_of("report", report, "csv").removeprefix("\ufeff")
    return " ".join(cell for row in csv.reader(io.StringIO(text, newline=""), strict=True) for cell in row)


READ: dict[str, Callable[[Report], str]] = {
    "plain": terminal(10_000, plain=True),
    "drawn": terminal(80, plain=False),
    "narrow": terminal(40, plain=False),
    "markdown": markdown,
    "html": html,
    "csv": table,
}


@st.composite
def reports(draw: st.DrawFn) -> tuple[Report, list[str]]:
    """Return a report on answers of every kind, and every word that was typed beside them."""
    given = draw(st.lists(st.sampled_from(GIVEN), min_size=1, max_size=14))
    sizes = draw(st.lists(st.sampled_from([0, 1, 2]), min_size=len(given), max_size=len(given)))
    typed: list[str] = []

    def said(count: int) -> dict[str, Any]:
        words = [f"w{len(typed) + number}x" for number in range(2 * count + 1)]
        typed.extend(words)
        return {
            "note": words[0],
            "evidence": tuple(Evidence(kind="policy", text=word) for word in words[1 : count + 1]),
            "dissent": tuple(Dissent(answer=2, why=word) for word in words[count + 1 :]),
        }

    beside = {f"f/q{number}": said(size) for number, size in enumerate(sizes)}
    answers = {
        name: Answer(ask="We do it.", answer=one, **beside[name]) for name, one in zip(beside, given, strict=True) if one is not None
    }
    written = {name: Written(**words) for name, words in beside.items() if name not in answers} | {"f/gone": Written(**said(1))}
    places = [draw(st.sampled_from(["s", "t", "u"])) for _ in given]
    hidden = {number for number in range(len(given)) if draw(st.integers(0, 5)) == 0}
    sections = [
        make_section(
            name,
            *(
                make_indicator(f"q{number}", only_if={"big": True} if number in hidden else {}, safety=number == 1)
                for number, place in enumerate(places)
                if place == name
            ),
            make_indicator(f"{name}-last"),
        )
        for name in ("s", "t", "u")
    ]
    aside = SetAside(id="f/old", ask="We did.", answer=1, why="retired", **said(1))
    importance = {f"f/q{number}": "high" for number in range(0, len(given), 3)}
    plain: Assessment = make_assessment(mode="consensus", role=None, set_aside=(aside,), importance=importance)
    framework = make_framework(*sections, facts=(make_fact("big", default=False),))
    return make_report([framework], replace(plain, answers=answers, written=written), DATE), typed


@pytest.mark.parametrize("form", READ)
@given(reports())
def test_no_note_no_evidence_and_no_different_view_is_missing(form: str, drawn: tuple[Report, list[str]]) -> None:
    report, typed = drawn

    shown = READ[form](report)

    assert [word for word in typed if word not in shown] == []


@given(reports())
def test_json_holds_every_note_of_what_was_asked(drawn: tuple[Report, list[str]]) -> None:
    report, _ = drawn

    data = json.loads(text_of("report", report, "json"))

    notes = [one["note"] for section in data["frameworks"][0]["sections"] for one in section["indicators"]]
    assert notes == [one.beside.note if one.beside else "" for one in report.indicators()]
