"""A comparison as data: a row for each question, with where each side stands, and `peerkit/comparison/1`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from peerkit import __version__
from peerkit.model import comparison as nouns
from peerkit.model.comparison import ComparedFramework, ComparedQuestion, ComparedScores, ComparedSection, Comparison
from peerkit.model.result import Result
from peerkit.model.workbook import Content
from peerkit.render.data.json_text import ends, entry
from peerkit.render.data.report_data import respondents
from peerkit.render.data.tables import Rows
from peerkit.render.pages.comparison import standing

HEADS: Final = ("framework", "section", "indicator", "question")
SIDE_HEADS: Final = ("level", "level from", "level to", "in words", "goal", "gap", "gap from", "gap to")
LAST_HEADS: Final = ("levels apart", "list", "changed")


def rows(comparison: Comparison) -> Rows:
    """Return a row for each question, with where each side stands in it."""
    heads = (*HEADS, *(f"{label} {head}" for label in comparison.labels for head in SIDE_HEADS), *LAST_HEADS)
    return Rows("A row for each question, with where each side stands in it.", heads, _rows(comparison))


def _rows(comparison: Comparison) -> Iterator[tuple[Content, ...]]:
    lists = {"moved": comparison.moved, "strong": comparison.strong, "low": comparison.low}
    lists |= {f"only {label}": found for label, found in zip(comparison.labels, comparison.only, strict=True)}
    for question in comparison.questions():
        named = question.framework.id, question.section.id, question.indicator.id, question.indicator.ask
        stands = (content for stand in question.results for content in _stand_cells(stand))
        apart = question.levels_apart if question.is_shared else None
        on = ", ".join(name for name, found in lists.items() if question in found)
        yield *named, *stands, apart, on, "\n".join(_otherwise(question, comparison.labels))


def _otherwise(question: ComparedQuestion, labels: Sequence[str]) -> Iterator[str]:
    """Yield what was changed about a question that was not asked alike, and in which words each side was asked."""
    if question.words:
        yield from (f"{note.version}: {note.note}" for note in question.notes)
        yield from (f"{label}: {said}" for label, said in zip(labels, question.words, strict=True) if said)


def _stand_cells(stand: Result | None) -> tuple[Content, ...]:
    if stand is None:
        return None, None, None, standing(None), None, None, None, None
    return stand.standing, stand.low, stand.high, standing(stand), stand.goal, stand.gap, stand.gap_low, stand.gap_high


def file(comparison: Comparison) -> nouns.ComparisonFile:
    """Return the comparison as a file; null stands where nothing may be said."""
    return nouns.ComparisonFile(
        format="peerkit/comparison/1",
        peerkit=__version__,
        date=comparison.date,
        sides=tuple(
            entry(
                nouns.SideEntry,
                side,
                label=label,
                program=side.program if comparison.shows_programs else None,
                respondents=respondents(side.respondents),
                minimum_group=side.minimum,
            )
            for label, side in zip(comparison.labels, comparison.sides, strict=True)
        ),
        compare_with_care=comparison.differs_in,
        nothing_differs=comparison.is_empty,
        frameworks=tuple(_framework(framework) for framework in comparison.frameworks),
        not_answered_by_all=tuple(
            entry(nouns.PartlyAnsweredEntry, other.framework, sides=tuple(comparison.labels[number] for number in other.sides))
            for other in comparison.partly
        ),
        moved=_addresses(comparison.moved),
        strong=_addresses(comparison.strong),
        low=_addresses(comparison.low),
        only=tuple(_addresses(found) for found in comparison.only),
    )


def _addresses(found: Iterable[ComparedQuestion]) -> tuple[str, ...]:
    return tuple(question.address for question in found)


def _framework(framework: ComparedFramework) -> nouns.ComparedFrameworkEntry:
    sections = tuple(_section(section) for section in framework.sections)
    scores = _scores(framework.scores) if framework.scores else None
    return entry(nouns.ComparedFrameworkEntry, framework, framework.framework, scores=scores, sections=sections)


def _section(section: ComparedSection) -> nouns.ComparedSectionEntry:
    questions = tuple(
        entry(
            nouns.QuestionEntry,
            question.indicator,
            stands=tuple(_stand(stand) if stand else None for stand in question.results),
            changed=question.notes if question.words else (),
            words=question.words,
        )
        for question in section.questions
    )
    return entry(nouns.ComparedSectionEntry, section.section, scores=_scores(section.scores), questions=questions)


def _scores(scores: ComparedScores) -> nouns.ScoresEntry:
    least, most = scores.apart or (None, None)
    return entry(
        nouns.ScoresEntry,
        scores,
        sides=tuple(entry(nouns.SideScoreEntry, score, score=score.value, **ends(score)) for score in scores.sides),
        apart=least if least == most else None,
        apart_low=least,
        apart_high=most,
        about_the_same=scores.is_about_the_same,
    )


def _stand(stand: Result) -> nouns.StandEntry:
    return entry(nouns.StandEntry, stand, state=nouns.stand_of(stand), level=stand.standing, lowest=stand.low, highest=stand.high)
