"""The scores of each framework, with what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.report import FrameworkResult, Report, SectionResult
from peerkit.render import wording as words
from peerkit.render.blocks import Block, Facts, Heading, Headline, Paragraph, ScoreRow, Scores


def blocks(report: Report) -> Iterator[Block]:
    """Yield each framework's score, its weakest section and its sections; there is no number across frameworks."""
    for framework in report.frameworks:
        yield Heading(framework.framework.name)
        if not framework.sections:
            yield Paragraph("Nothing in it applies to what was asked.")
            continue
        yield from _headline(framework)
        weakest = [one.section.title for one in framework.sections if one.section.id == framework.weakest]
        if weakest:
            yield Facts((("Weakest", weakest[0]),))
        yield Scores(tuple(_row(section) for section in framework.sections))


def _headline(framework: FrameworkResult) -> Iterator[Block]:
    """Yield a framework's score with what it rests on; where a section keeps it silent, which one."""
    score = framework.score
    silent = [one.section.title for one in framework.sections if one.score.low is not None and one.score.mean is None]
    if silent:
        yield Headline("No score yet", ", ".join([f"range {words.spread(score)}", words.answered(score.counts)]))
        yield Paragraph(words.silent(silent))
    else:
        yield Headline(words.sentence(words.score(score)), ", ".join(words.rests_on(score)))


def _row(section: SectionResult) -> ScoreRow:
    counts = section.score.counts
    notes = []
    if section.score.low is None:
        notes.append(words.NO_WEIGHT)
    elif section.score.value is None:
        notes.append(words.not_enough(counts))
    if counts.applicable == 1 and section.score.value is not None:
        notes.append(words.ONE_QUESTION)
    others = words.others(counts)
    native = f" ({section.section.native_title})" if section.section.native_title else ""
    return ScoreRow(f"{section.section.title}{native}", section.score, (*notes, others) if others else tuple(notes))
