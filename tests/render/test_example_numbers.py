"""The examples: every number on every page is the exact one, in whole points, half up."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import Final

import pytest

from peerkit.engine.scores.report import make_report
from peerkit.model.report import Report
from peerkit.model.result import Score
from peerkit.render.context import RenderContext
from peerkit.source import catalog
from peerkit.source.json import assessment_file
from render.samples import DATE
from support.examples import EXAMPLES, ROOT
from support.pages import page_of
from support.rendering import text_of

FILES: Final = sorted(EXAMPLES.glob(f"*/*{assessment_file.SUFFIX}"))
Row = tuple[str, str, str, str]
"""The title of a section, its score, its range and how many are answered, as a page shows them."""


def report_on(path: Path) -> Report:
    assessment = assessment_file.read(path)
    frameworks = [catalog.load(one.id, ROOT / "frameworks").framework for one in assessment.frameworks]
    return make_report(frameworks, assessment, DATE)


def half_up(value: Fraction) -> str:
    return str(floor(value + Fraction(1, 2)))


def expected(report: Report) -> list[Row]:
    return [
        (title(one.section.title, one.section.native_title), *shown(one.score)) for result in report.frameworks for one in result.sections
    ]


def title(own: str, native: str | None) -> str:
    return f"{own} ({native})" if native else own


def shown(score: Score) -> tuple[str, str, str]:
    moves = score.least is not None and score.most is not None and score.least != score.most
    spread = f"{half_up(score.least or Fraction(0))} to {half_up(score.most or Fraction(0))}" if moves else ""
    value = "none" if score.value is None else half_up(score.value)
    return value, spread, f"{score.counts.rated} of {score.counts.applicable}"


def in_plain(report: Report) -> list[Row]:
    text = text_of("report", report, "terminal", RenderContext(1_000, plain=True))
    line = re.compile(r"^(.+): (?:(\d+) of 100, )?(?:range (\d+ to \d+), )?(\d+ of \d+) answered.*\.$", re.MULTILINE)
    return [(name, value or "none", spread, share) for name, value, spread, share in line.findall(text)]


def in_markdown(report: Report) -> list[Row]:
    text = text_of("report", report, "markdown").replace("\\", "")
    found = re.findall(r"^\| (.+?) \| (\d+|none) \| (\d+ to \d+)? \| (\d+ of \d+) \|", text, re.MULTILINE)
    return [(name, value, spread, share) for name, value, spread, share in found]


def in_html(report: Report) -> list[Row]:
    tables = page_of(text_of("report", report, "html")).all("table", kind="scores")
    rows = [row.all("th", "td") for table in tables for row in table.the("tbody").all("tr")]
    return [(row[0].text, row[2].text, row[3].text, row[4].text) for row in rows]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_section_shows_its_exact_score_on_every_page(path: Path) -> None:
    report = report_on(path)
    wanted = expected(report)

    assert len(wanted) >= 5
    assert in_plain(report) == wanted
    assert in_markdown(report) == wanted
    assert in_html(report) == wanted


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_json_has_the_same_scores_to_four_decimals(path: Path) -> None:
    report = report_on(path)

    data = json.loads(text_of("report", report, "json"))

    for found, result in zip(data["frameworks"], report.frameworks, strict=True):
        pairs = [(found, result.score), *zip(found["sections"], (one.score for one in result.sections), strict=True)]
        for entry, score in pairs:
            for name, value in (("score", score.value), ("low", score.least), ("high", score.most)):
                assert (entry[name] is None) == (value is None)
                assert value is None or abs(Fraction(repr(entry[name])) - value) <= Fraction(1, 20_000)
