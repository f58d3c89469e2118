"""A comparison as data: a row for each question, with where each side stands, and `peerkit/comparison/1`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from peerkit import __version__
from peerkit.model.comparison import (
    ComparedFramework,
    ComparedFrameworkEntry,
    ComparedQuestion,
    ComparedScores,
    ComparedSection,
    ComparedSectionEntry,
    ComparedSide,
    Comparison,
    ComparisonFile,
    PartlyAnsweredEntry,
    QuestionEntry,
    ScoresEntry,
    SideEntry,
    SideScoreEntry,
    StandEntry,
    stand_of,
)
from peerkit.model.framework import Change
from peerkit.model.result import Result
from peerkit.model.workbook import Content
from peerkit.render.data.json_text import ends, entry
from peerkit.render.data.report_data import respondents
from peerkit.render.data.tables import Rows
from peerkit.render.pages.comparison import standing

HEADS: Final = ("framework", "section", "indicator", "question")
SIDE_HEADS: Final = ("level", "level from", "level to", "in words", "goal", "gap", "gap from", "gap to")
LAST_HEADS: Final = ("levels apart", "list", "changed")
Changes = Mapping[str, tuple[Change, ...]]


def rows(comparison: Comparison) -> Rows:
    """Return a row for each question, with where each side stands in it."""
    heads = (*HEADS, *(f"{label} {head}" for label in comparison.labels for head in SIDE_HEADS), *LAST_HEADS)
    return Rows("A row for each question, with where each side stands in it.", heads, _rows(comparison))


def _rows(comparison: Comparison) -> Iterator[tuple[Content, ...]]:
    lists = _lists(comparison)
    changed = {found.question.address: "\n".join(f"{note.version}: {note.note}" for note in found.notes) for found in comparison.changed}
    for question in comparison.questions():
        named = question.framework.id, question.section.id, question.indicator.id, question.indicator.ask
        stands = (content for stand in question.results for content in _stand_cells(stand))
        apart = question.levels_apart if question.is_rated_by_all else None
        yield *named, *stands, apart, ", ".join(lists.get(question.address, ())), changed.get(question.address, "")


def _lists(comparison: Comparison) -> dict[str, list[str]]:
    """Return by address on which lists of the comparison a question stands."""
    named: list[tuple[str, tuple[ComparedQuestion, ...]]] = [
        ("moved", comparison.moved),
        ("strong", comparison.strong),
        ("low", comparison.low),
        *((f"only {label}", found) for label, found in zip(comparison.labels, comparison.only, strict=True)),
    ]
    lists: dict[str, list[str]] = {}
    for name, found in named:
        for question in found:
            lists.setdefault(question.address, []).append(name)
    return lists


def _stand_cells(stand: Result | None) -> tuple[Content, ...]:
    if stand is None:
        return None, None, None, standing(None), None, None, None, None
    return stand.standing, stand.low, stand.high, standing(stand), stand.goal, stand.gap, stand.gap_low, stand.gap_high


def file(comparison: Comparison) -> ComparisonFile:
    """Return the comparison as a file; null stands where nothing may be said."""
    changes = {found.question.address: found.notes for found in comparison.changed}
    sides = zip(comparison.labels, comparison.sides, strict=True)
    return ComparisonFile(
        format="peerkit/comparison/1",
        peerkit=__version__,
        date=comparison.date,
        sides=tuple(_side(label, side, named=comparison.shows_programs) for label, side in sides),
        compare_with_care=comparison.differs_in,
        nothing_differs=comparison.is_empty,
        frameworks=tuple(_framework(framework, changes) for framework in comparison.frameworks),
        not_answered_by_all=tuple(
            entry(PartlyAnsweredEntry, other.framework, sides=tuple(comparison.labels[number] for number in other.sides))
            for other in comparison.partly
        ),
        moved=_addresses(comparison.moved),
        strong=_addresses(comparison.strong),
        low=_addresses(comparison.low),
        only=tuple(_addresses(found) for found in comparison.only),
    )


def _addresses(found: Iterable[ComparedQuestion]) -> tuple[str, ...]:
    return tuple(question.address for question in found)


def _side(label: str, side: ComparedSide, *, named: bool) -> SideEntry:
    program = side.program if named else None
    return entry(SideEntry, side, label=label, program=program, respondents=respondents(side.respondents), minimum_group=side.minimum)


def _framework(framework: ComparedFramework, changes: Changes) -> ComparedFrameworkEntry:
    return entry(
        ComparedFrameworkEntry,
        framework,
        framework.framework,
        scores=_scores(framework.scores) if framework.scores else None,
        sections=tuple(_section(section, changes) for section in framework.sections),
    )


def _section(section: ComparedSection, changes: Changes) -> ComparedSectionEntry:
    questions = tuple(
        entry(
            QuestionEntry,
            question.indicator,
            stands=tuple(_stand(stand) for stand in question.results),
            changed=changes.get(question.address, ()),
        )
        for question in section.questions
    )
    return entry(ComparedSectionEntry, section.section, scores=_scores(section.scores), questions=questions)


def _scores(scores: ComparedScores) -> ScoresEntry:
    least, most = scores.apart or (None, None)
    return entry(
        ScoresEntry,
        scores,
        sides=tuple(entry(SideScoreEntry, score, score=score.value, **ends(score)) for score in scores.sides),
        apart=least if least == most else None,
        apart_low=least,
        apart_high=most,
        about_the_same=scores.is_about_the_same,
    )


def _stand(stand: Result | None) -> StandEntry | None:
    if stand is None:
        return None
    return entry(StandEntry, stand, state=stand_of(stand), level=stand.standing, lowest=stand.low, highest=stand.high)
