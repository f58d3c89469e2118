"""Every question with all that was said about it, section by section, and what the scores are made of."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.page import Block, Entries, Heading, Headline, Paragraph, Tallies, Tally, Terms
from peerkit.model.report import FrameworkResult, IndicatorResult, Report, SectionResult
from peerkit.model.scale import LEVEL_LABELS, LEVELS
from peerkit.render import wording as words
from peerkit.render.report.shared.entries import Questions
from peerkit.render.report.shared.scores import notes, title


def answers(framework: FrameworkResult) -> Iterator[Block]:
    """Yield how often each answer was given in each section."""
    yield Heading("How the questions were answered", level=2)
    yield Tallies(tuple(_tally(section) for section in framework.sections))


def questions(framework: FrameworkResult, report: Report) -> Iterator[Block]:
    """Yield each section of a framework with its score and all of its questions."""
    yield Heading(f"{framework.framework.name}, question by question")
    for section in framework.sections:
        yield Heading(title(section), level=2)
        yield Headline(words.sentence(words.score(section.score)), ", ".join(_rests_on(section)), section.score)
        if section.section.summary.strip():
            yield Paragraph(section.section.summary)
        yield Entries(entries=tuple(Questions(report).complete(one) for one in section.indicators), home=True)


def terms(report: Report) -> Iterator[Block]:
    """Yield what each score is made of: the answer to each question, and its weight."""
    yield Heading("How the numbers came about", note="Not yet is 0 points, Built in is 4. A weight multiplies them.")
    yield Paragraph(
        "A section's score is the points reached of the points possible, over the questions that were answered on the scale. "
        "A framework's score is the mean of its sections, each with its weight."
    )
    for framework in report.frameworks:
        if framework.sections:
            yield Heading(framework.framework.name, level=2)
            yield Terms(("Question", "Answer", "Weight"), tuple(_group(section) for section in framework.sections))


def _tally(section: SectionResult) -> Tally:
    levels = tuple(sum(one.level == level for one in section.indicators) for level in LEVELS)
    return Tally(title(section), levels, section.score.counts)


def _rests_on(section: SectionResult) -> Iterator[str]:
    """Yield what stands beside a section's score, without what the score says already."""
    yield from words.rests_on(section.score)
    headline = words.score(section.score)
    yield from (note for note in notes(section) if note != headline)


def _group(section: SectionResult) -> tuple[str, tuple[tuple[str, str, str], ...]]:
    weight = section.section.weight
    head = title(section) if weight == 1 else f"{title(section)}, weight {weight}"
    return head, tuple((one.asked, _answer(one), str(one.indicator.weight)) for one in section.indicators)


def _answer(one: IndicatorResult) -> str:
    if one.level is None:
        return words.sentence(words.STATE_LABELS[one.state])
    return f"{LEVEL_LABELS[one.level]} ({one.level})"
