"""A comparison as data: a row for each question, with where each side stands, and `peerkit/comparison/1`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal, cast

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
from peerkit.model.scale import Role
from peerkit.render.context import RenderContext
from peerkit.render.data.csv_table import as_csv, number
from peerkit.render.data.json_text import as_json, decimal_or_none
from peerkit.render.data.report_data import respondents
from peerkit.render.pages.comparison import standing

HEADS: Final = ("framework", "section", "indicator", "question")
SIDE_HEADS: Final = ("level", "in words", "goal", "gap")
LAST_HEADS: Final = ("levels apart", "list", "changed")
FORMAT: Final[Literal["peerkit/comparison/1"]] = "peerkit/comparison/1"
Changes = Mapping[str, tuple[Change, ...]]


def csv(comparison: Comparison, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return a row for each question, with where each side stands in it."""
    heads = (*HEADS, *(f"{label} {head}" for label in comparison.labels for head in SIDE_HEADS), *LAST_HEADS)
    return as_csv(heads, _rows(comparison))


def _rows(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    lists = _lists(comparison)
    changed = {found.question.address: "\n".join(f"{note.version}: {note.note}" for note in found.notes) for found in comparison.changed}
    for question in comparison.questions():
        named = question.framework.id, question.section.id, question.indicator.id, question.indicator.ask
        stands = (text for stand in question.results for text in _stand_cells(stand))
        apart = number(question.levels_apart) if question.is_rated_by_all else ""
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


def _stand_cells(stand: Result | None) -> tuple[str, ...]:
    if stand is None:
        return "", standing(None), "", ""
    return number(stand.standing), standing(stand), str(stand.goal), number(stand.gap)


def json(comparison: Comparison, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return the comparison as `ComparisonFile`; numbers are rounded to four decimals, null stands where nothing may be said."""
    changes = {found.question.address: found.notes for found in comparison.changed}
    sides = zip(comparison.labels, comparison.sides, strict=True)
    return as_json(
        ComparisonFile(
            format=FORMAT,
            peerkit=__version__,
            date=comparison.date,
            sides=tuple(_side(label, side, named=comparison.shows_programs) for label, side in sides),
            compare_with_care=comparison.differs_in,
            nothing_differs=comparison.is_empty,
            frameworks=tuple(_framework(framework, changes) for framework in comparison.frameworks),
            not_answered_by_all=tuple(
                PartlyAnsweredEntry(
                    id=other.framework.id,
                    title=other.framework.title,
                    sides=tuple(comparison.labels[number] for number in other.sides),
                )
                for other in comparison.partly
            ),
            moved=_addresses(comparison.moved),
            strong=_addresses(comparison.strong),
            low=_addresses(comparison.low),
            only=tuple(_addresses(found) for found in comparison.only),
        )
    )


def _addresses(found: Iterable[ComparedQuestion]) -> tuple[str, ...]:
    return tuple(question.address for question in found)


def _side(label: str, side: ComparedSide, *, named: bool) -> SideEntry:
    return SideEntry(
        label=label,
        kind=side.kind,
        program=side.program if named else None,
        day=side.day,
        role=side.role,
        set=side.set,
        respondents=respondents(cast("dict[Role, int]", side.respondents)),
        minimum_group=side.minimum,
    )


def _framework(framework: ComparedFramework, changes: Changes) -> ComparedFrameworkEntry:
    return ComparedFrameworkEntry(
        id=framework.framework.id,
        title=framework.framework.title,
        versions=framework.versions,
        rated_by_all=framework.rated_by_all,
        rated_by_any=framework.rated_by_any,
        set_aside=framework.set_aside,
        scores=_scores(framework.scores) if framework.scores else None,
        sections=tuple(_section(section, changes) for section in framework.sections),
    )


def _section(section: ComparedSection, changes: Changes) -> ComparedSectionEntry:
    return ComparedSectionEntry(
        id=section.section.id,
        title=section.section.title,
        scores=_scores(section.scores),
        questions=tuple(
            QuestionEntry(
                id=question.indicator.id,
                ask=question.indicator.ask,
                stands=tuple(_stand(stand) for stand in question.results),
                changed=changes.get(question.address, ()),
            )
            for question in section.questions
        ),
    )


def _scores(scores: ComparedScores) -> ScoresEntry:
    return ScoresEntry(
        sides=tuple(SideScoreEntry(score=decimal_or_none(score.value), about=score.about) for score in scores.sides),
        shared=scores.shared,
        asked=scores.asked,
        apart=decimal_or_none(scores.apart),
        about_the_same=None if scores.apart is None else scores.is_about_the_same,
    )


def _stand(stand: Result | None) -> StandEntry | None:
    if stand is None:
        return None
    return StandEntry(
        state=stand_of(stand),
        level=decimal_or_none(stand.standing),
        lowest=decimal_or_none(stand.low),
        highest=decimal_or_none(stand.high),
        goal=stand.goal,
        gap=decimal_or_none(stand.gap),
    )
