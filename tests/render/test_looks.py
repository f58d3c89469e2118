"""X-ray in words: what is worth another look."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerkit.engine.scores.report import make_report
from peerkit.model.answers import Answer, Evidence, Given
from peerkit.model.report import Report
from peerkit.render.context import RenderContext
from render.samples import DATE
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.pages import page_of
from support.rendering import text_of


def report() -> Report:
    """Return a report in which everything is worth a look."""
    sections = [
        make_section("s", *(make_indicator(f"q{number}", ask=f"We do {number}.", themes=("own-theme",)) for number in range(10)))
        for _ in "fg"
    ]
    frameworks = [make_framework(section, name=name) for section, name in zip(sections, "fg", strict=True)]
    given: dict[str, Given] = {f"f/q{number}": 4 if number < 7 else "not-applicable" for number in range(10)}
    given |= {f"g/q{number}": 1 for number in range(3)}
    policy = (Evidence(kind="policy", text="The page"),)
    answers = {
        address: Answer(ask=f"We do {address[-1]}.", answer=one, evidence=policy if address == "f/q0" else ())
        for address, one in given.items()
    }
    return make_report(frameworks, replace(make_assessment(), answers=answers), DATE, theme_titles={"own-theme": "A theme of ours"})


EXPECTED = [
    "Worth another look.",
    "Questions to yourselves. They change no number.",
    "What could you point at?",
    "Mostly or Built in, with neither a note nor evidence.",
    *(line for number in range(1, 6) for line in (f"{number}. We do {number}.", "Built in now, goal Mostly.")),
    "And one more.",
    "Is it done as it is written?",
    "Mostly or Built in, with nothing but a policy to point at.",
    "1. We do 0.",
    "Built in now, goal Mostly.",
    "Why does it stand so far apart?",
    "The same theme, high in one framework and low in another.",
    "1. A theme of ours: high in F, low in G.",
    "Does so much really not apply?",
    "It leaves every score.",
    "1. F: 3 of 10 questions.",
    "Is each of them the same?",
    "One level throughout a section.",
    "1. F: S, Built in throughout.",
    "2. G: S, Starting throughout.",
]


def test_each_kind_of_look_is_a_question_with_what_it_is_about() -> None:
    lines = text_of("report", report(), "terminal", RenderContext(1_000, plain=True)).splitlines()
    start = lines.index("Worth another look.")

    assert [line for line in lines[start : lines.index("What else was written.")] if line] == EXPECTED


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_the_other_pages_say_the_same(form: str) -> None:
    text = text_of("report", report(), form)
    shown = page_of(text).the("section", name="another-look").text if form == "html" else text

    assert [line for line in EXPECTED if line.partition(". ")[2] == "" and line.rstrip(".") not in shown] == []
    assert "A theme of ours: high in F, low in G." in shown


def test_where_there_is_nothing_to_look_at_there_is_no_such_part() -> None:
    quiet = make_report([make_framework(make_section("s", make_indicator("q")))], make_assessment({"f/q": 1}), DATE)

    assert "Worth another look" not in text_of("report", quiet, "terminal", RenderContext(plain=True))


def test_a_theme_without_a_title_is_its_name() -> None:
    bare = replace(report(), theme_titles={})

    assert "1. Own theme: high in F, low in G." in text_of("report", bare, "terminal", RenderContext(plain=True))


def test_themes_side_by_side_have_their_titles() -> None:
    tree = page_of(text_of("report", report(), "html"))

    [row] = tree.the("table", kind="themes").the("tbody").all("tr")
    assert row.all("th")[0].text == "A theme of ours"
