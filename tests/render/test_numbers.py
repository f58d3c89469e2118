"""Whatever is answered, every output shows the numbers the engine computed, rounded to whole points and no further."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fractions import Fraction

from hypothesis import given

from peerkit.engine.scores.explanation import explain
from peerkit.engine.scores.report import make_report
from peerkit.model.report import Report
from peerkit.model.result import Score
from peerkit.model.scale import whole_points
from peerkit.render.context import RenderContext
from render.samples import DATE
from support.rendering import text_of
from support.scored import Part, nouns
from support.strategies import parts

Shown = tuple[int | None, tuple[int, int] | None, str]
"""A score, its range, and "m of a"."""


def report_on(drawn: list[Part]) -> Report:
    framework, assessment = nouns(drawn)
    return make_report([framework], assessment, DATE)


def expected(score: Score) -> Shown:
    value = None if score.value is None else whole_points(score.value)
    moves = score.least is not None and score.most is not None and score.least != score.most
    spread = (whole_points(score.least or Fraction(0)), whole_points(score.most or Fraction(0))) if moves else None
    return value, spread, f"{score.counts.rated} of {score.counts.applicable}"


def sections(report: Report) -> dict[str, Shown]:
    return {one.section.title: expected(one.score) for one in report.frameworks[0].sections}


def pair(text: str | None, between: str) -> tuple[int, int] | None:
    low, _, high = (text or "").partition(between)
    return (int(low), int(high)) if text else None


def in_plain(text: str) -> Iterator[tuple[str, Shown]]:
    line = re.compile(r"^(S\d): (?:(\d+) of 100, )?(?:range (\d+ to \d+), )?.*?(\d+ of \d+)", re.MULTILINE)
    for title, value, spread, share in line.findall(text):
        yield title, (int(value) if value else None, pair(spread, " to "), share)


def in_columns(text: str) -> Iterator[tuple[str, Shown]]:
    line = re.compile(r"^  (S\d) +(\d+|–)  [·━●]+ +(\d+–\d+)? +(\d+ of \d+)$", re.MULTILINE)  # noqa: RUF001
    for title, value, spread, share in line.findall(text):
        yield title, (int(value) if value.isdigit() else None, pair(spread, "–"), share)  # noqa: RUF001


def in_narrow(text: str) -> Iterator[tuple[str, Shown]]:
    line = re.compile(r"^ (S\d)\n +(\d+|–)  [·━●]+\n +(?:range (\d+ to \d+),\s)?[^\d]*(\d+ of \d+)", re.MULTILINE)  # noqa: RUF001
    for title, value, spread, share in line.findall(text):
        yield title, (int(value) if value.isdigit() else None, pair(spread, " to "), share)


def in_markdown(text: str) -> Iterator[tuple[str, Shown]]:
    for title, value, spread, share in re.findall(r"^\| (S\d) \| (\d+|none) \| (\d+ to \d+)? \| (\d+ of \d+) \|", text, re.MULTILINE):
        yield title, (int(value) if value.isdigit() else None, pair(spread, " to "), share)


@given(parts())
def test_the_sections_show_the_exact_scores_in_whole_points(drawn: list[Part]) -> None:
    report = report_on(drawn)

    wanted = sections(report)

    assert dict(in_plain(text_of("report", report, "terminal", RenderContext(200, plain=True)))) == wanted
    assert dict(in_columns(text_of("report", report, "terminal", RenderContext(80)))) == wanted
    assert dict(in_narrow(text_of("report", report, "terminal", RenderContext(40)))) == wanted
    assert dict(in_markdown(text_of("report", report, "markdown"))) == wanted


@given(parts())
def test_the_framework_shows_its_exact_score_in_whole_points(drawn: list[Part]) -> None:
    report = report_on(drawn)
    score = report.frameworks[0].score

    text = text_of("report", report, "terminal", RenderContext(200, plain=True))

    shown = re.search(r"^F\.\n(.*)$", text, re.MULTILINE)
    assert shown
    found = re.match(r"(\d+) of 100", shown[1])
    assert (int(found[1]) if found else None) == expected(score)[0]
    spread = re.search(r"range (\d+ to \d+)", shown[1])
    assert pair(spread[1] if spread else None, " to ") == expected(score)[1]


@given(parts())
def test_the_marker_and_the_line_stand_where_the_score_and_the_range_are(drawn: list[Part]) -> None:
    report = report_on(drawn)

    text = text_of("report", report, "terminal", RenderContext(80))

    tracks = dict(re.findall(r"^  (S\d) +(?:\d+|–)  ([·━●]+)", text, re.MULTILINE))  # noqa: RUF001
    for one in report.frameworks[0].sections:
        track, score = tracks[one.section.title], one.score
        half = Fraction(50, len(track) - 1)
        assert ("●" in track) == (score.value is not None)
        if score.value is not None:
            assert abs(Fraction(100 * track.index("●"), len(track) - 1) - score.value) <= half
        if score.least is None or score.most is None:
            assert set(track) == {"·"}
        else:
            drawn_line = re.search("[━●]+", track)
            assert drawn_line
            assert abs(Fraction(100 * drawn_line.start(), len(track) - 1) - score.least) <= half
            assert abs(Fraction(100 * (drawn_line.end() - 1), len(track) - 1) - score.most) <= half


def exactly(number: float | None, value: Fraction | None) -> bool:
    if number is None or value is None:
        return number is None and value is None
    return abs(Fraction(repr(number)) - value) <= Fraction(1, 20_000)


@given(parts())
def test_json_holds_the_exact_numbers_to_four_decimals(drawn: list[Part]) -> None:
    report = report_on(drawn)

    data = json.loads(text_of("report", report, "json"))

    scored = [(data["frameworks"][0], report.frameworks[0].score)]
    scored += zip(data["frameworks"][0]["sections"], (one.score for one in report.frameworks[0].sections), strict=True)
    for entry, score in scored:
        assert exactly(entry["score"], score.value)
        assert exactly(entry["low"], score.least)
        assert exactly(entry["high"], score.most)
    found = [one for section in data["frameworks"][0]["sections"] for one in section["indicators"]]
    for entry, result in zip(found, report.indicators(), strict=True):
        assert exactly(entry["priority"], result.priority)
        assert (entry["level"], entry["gap"], entry["lane"]) == (result.level, result.gap, result.lane)


@given(parts())
def test_the_sum_in_an_explanation_comes_to_the_score(drawn: list[Part]) -> None:
    report = report_on(drawn)

    for one in report.frameworks[0].sections:
        text = text_of("explanation", explain(report, f"f/{one.section.id}"), "terminal", RenderContext(10_000, plain=True))
        found = re.search(r"^\(?(.+?)\)? of (\d+) possible points = (\d+)/(\d+)( = (\d+))?", text, re.MULTILINE)
        assert (found is None) == (one.score.mean is None)
        if found:
            products = [[int(factor) for factor in term.split(" × ")] for term in found[1].split(" + ")]  # noqa: RUF001
            total = sum(term[0] * (term[1] if len(term) > 1 else 1) for term in products)
            assert total == int(found[3])
            assert found[2] == found[4]
            assert Fraction(100 * total, int(found[2])) == one.score.mean
            assert (int(found[6]) if found[6] else None) == expected(one.score)[0]


@given(parts())
def test_the_sum_in_a_frameworks_explanation_comes_to_its_score(drawn: list[Part]) -> None:
    report = report_on(drawn)
    score = report.frameworks[0].score

    text = text_of("explanation", explain(report, "f"), "terminal", RenderContext(10_000, plain=True))

    moves = score.least != score.most
    wanted = {
        "": score.value,
        "All open at Not yet: ": score.least if moves else None,
        "All open at Built in: ": score.most if moves else None,
    }
    for label, value in wanted.items():
        found = re.search(rf"^{label}\((.+)\) / (\d+)(?: = [0-9/]+)? = (\d+)(?: \(rounded\))?\.?$", text, re.MULTILINE)
        assert (found is None) == (value is None)
        if found and value is not None:
            terms = [term.split(" × ") for term in found[1].split(" + ")]  # noqa: RUF001
            assert sum((int(weight) * Fraction(part) for weight, part in terms), Fraction(0)) / int(found[2]) == value
            assert int(found[3]) == whole_points(value)
