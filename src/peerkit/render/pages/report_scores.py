"""The scores of a framework and of its sections, with what they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.page import Block, Facts, Heading, Headline, Paragraph, ScoreRow, Scores
from peerkit.model.result import FrameworkResult, SectionResult
from peerkit.render import wording as words

NOTHING_APPLIES: Final = "Nothing in it applies to what was asked."
HOW_TO_READ: Final = (
    "A score of 0 means Not yet throughout, 100 means Built in throughout.",
    "The range shows how low and how high the score could be once the open questions are answered.",
    "Each framework stands alone: scores are not added up, and programs are not ranked by them.",
)


def scores(framework: FrameworkResult) -> Iterator[Block]:
    """Yield one framework's score, its weakest section and its sections."""
    yield Heading(framework.framework.name)
    if not framework.sections:
        yield Paragraph(NOTHING_APPLIES)
        return
    yield from headline(framework)
    weak = weakest(framework)
    if weak:
        yield Facts((("Weakest", weak.section.title),))
    yield Scores(tuple(_row(section) for section in framework.sections))


def weakest(framework: FrameworkResult) -> SectionResult | None:
    """Return the section with the lowest score shown."""
    return next((section for section in framework.sections if section.section.id == framework.weakest), None)


def headline(framework: FrameworkResult) -> Iterator[Block]:
    """Yield a framework's score with what it rests on; where a section keeps it silent, which one."""
    score = framework.score
    silent = [section.section.title for section in framework.sections if section.score.least is not None and section.score.mean is None]
    if silent:
        yield Headline("No score yet", ", ".join([f"range {words.spread(score)}", words.answered(score.counts)]), score)
        yield Paragraph(words.silent(silent))
    else:
        yield Headline(words.sentence(words.score(score)), ", ".join(words.rests_on(score)), score)


def _row(section: SectionResult) -> ScoreRow:
    return ScoreRow(section_title(section), section.score, notes(section))


def section_title(section: SectionResult) -> str:
    """Return a section's title, with the one in te reo Māori where the document has it."""
    native = f" ({section.section.native_title})" if section.section.native_title else ""
    return f"{section.section.title}{native}"


def notes(section: SectionResult) -> tuple[str, ...]:
    """Return short remarks on a section's score: why there is none, what it rests on, what else was answered."""
    counts = section.score.counts
    remarks = []
    if section.score.withheld:
        remarks.append(words.NOT_SHOWN)
    elif section.score.least is None:
        remarks.append(words.NO_WEIGHT)
    elif section.score.value is None:
        remarks.append(words.not_enough(counts))
    if counts.applicable == 1 and section.score.value is not None:
        remarks.append(words.ONE_QUESTION)
    others = words.others(counts)
    return (*remarks, others) if others else tuple(remarks)
