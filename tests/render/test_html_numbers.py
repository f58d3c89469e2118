"""Every number on the page of HTML is the one the engine computed, and every picture shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from hypothesis import given

from peerkit.engine.scores.report import make_report
from peerkit.model.report import Report
from peerkit.model.result import Score
from peerkit.model.scale import LEVEL_LABELS, whole_points
from render.samples import DATE
from support.pages import Node, page_of
from support.rendering import text_of
from support.scored import Part, nouns
from support.strategies import parts


def page(report: Report) -> Node:
    return page_of(text_of("report", report, "html"))


def shown(score: Score) -> list[str]:
    value = "none" if score.value is None else str(whole_points(score.value))
    moves = score.least is not None and score.most is not None and score.least != score.most
    spread = f"{whole_points(score.least or Fraction(0))} to {whole_points(score.most or Fraction(0))}" if moves else ""
    return [value, spread, f"{score.counts.rated} of {score.counts.applicable}"]


def near(text: str, value: Fraction) -> bool:
    return abs(Fraction(text.removesuffix("%")) - value) <= Fraction(1, 200)


def drawn_rightly(picture: Node, score: Score) -> bool:
    """Whether the marker and the range of a picture stand where the score and its range are, to the hundredth."""
    dots, ranges = picture.all("circle", kind="dot"), picture.all("line", kind="range")
    if score.least is None or score.most is None:
        return not dots and not ranges
    [spread] = ranges
    right = near(spread.attributes["x1"], score.least) and near(spread.attributes["x2"], score.most)
    return right and (not dots if score.value is None else len(dots) == 1 and near(dots[0].attributes["cx"], score.value))


def rows(table: Node) -> Iterator[list[Node]]:
    yield from (row.all("th", "td") for body in table.all("tbody") for row in body.all("tr"))


@given(parts())
def test_every_score_is_the_exact_one_in_whole_points_and_drawn_where_it_is(drawn: list[Part]) -> None:
    framework, assessment = nouns(drawn)
    report = make_report([framework], assessment, DATE)
    result = report.frameworks[0]

    tree = page(report)

    found = list(rows(tree.the("table", kind="scores"))) if result.sections else []
    assert [[cell.text for cell in (row[0], *row[2:5])] for row in found] == [
        [one.section.title, *shown(one.score)] for one in result.sections
    ]
    assert all(drawn_rightly(row[1], one.score) for row, one in zip(found, result.sections, strict=True))
    headlines = [(one, result.score) for one in tree.the("section", name="scores-f").all("div", kind="headline")]
    if result.sections:
        singles = tree.the("section", name="questions-f").all("div", kind="headline")
        headlines += zip(singles, (one.score for one in result.sections), strict=True)
    for headline, score in headlines:
        number = re.match(r"(\d+) of 100", headline.text)
        assert (number and number[1]) == (None if score.value is None else shown(score)[0])
        between = re.search(r"range (\d+ to \d+)", headline.text)
        assert (between[1] if between else "") == shown(score)[1]
        assert drawn_rightly(headline, score)


@given(parts())
def test_every_count_of_answers_is_the_one_that_was_given_and_its_bar_as_wide(drawn: list[Part]) -> None:
    framework, assessment = nouns(drawn)
    report = make_report([framework], assessment, DATE)
    if not report.frameworks[0].sections:
        return

    table = page(report).the("table", kind="tallies")

    heads = [one.text for one in table.the("thead").all("th")[2:]]
    for row, section in zip(rows(table), report.frameworks[0].sections, strict=True):
        given = [LEVEL_LABELS[one.level] if one.level is not None else one.state for one in section.indicators]
        names = {"dont-know": "Don't know", "skipped": "Skipped", "unanswered": "Unanswered", "not-applicable": "Does not apply"}
        counted = [names.get(one, one) for one in given]
        assert [int(cell.text) for cell in row[2:]] == [counted.count(head) for head in heads]
        assert set(counted) <= set(heads)
        bars = row[1].all("rect")
        numbers = [number for number in (counted.count(head) for head in heads) if number]
        assert all(near(bar.attributes["width"], Fraction(100 * number, len(given))) for bar, number in zip(bars, numbers, strict=True))
        assert near(bars[0].attributes["x"], Fraction(0))


@given(parts())
def test_the_terms_come_to_the_scores(drawn: list[Part]) -> None:
    framework, assessment = nouns(drawn)
    report = make_report([framework], assessment, DATE)
    if not report.frameworks[0].sections:
        return

    bodies = page(report).the("table", kind="terms").all("tbody")

    for body, one in zip(bodies, report.frameworks[0].sections, strict=True):
        head, *terms = rows(Node("", {}, [body]))
        weight = one.section.weight
        assert head[0].text == (one.section.title if weight == 1 else f"{one.section.title}, weight {weight}")
        levels = [(re.search(r"\((\d)\)$", row[1].text), int(row[2].text)) for row in terms]
        reached = sum(int(level[1]) * factor for level, factor in levels if level)
        possible = sum(4 * factor for level, factor in levels if level)
        assert len(levels) == one.score.counts.in_scope
        assert (Fraction(100 * reached, possible) if possible else None) == one.score.mean
