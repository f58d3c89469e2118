"""What stands at the head of a report and of its summary: whose it is, what it is for, what was left out, and its scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from peerkit.model.framework import Framework
from peerkit.model.page import Block, Facts, Heading, Headline, Notice, Paragraph, ScoreRow, Scores, Title
from peerkit.model.report import Audience, Report, TeamReport
from peerkit.model.result import FrameworkResult, SectionResult
from peerkit.render import wording as words
from peerkit.render.pages.page_parts import fact_word

PURPOSE: Final = "For reflection and planning, not for audit or ranking."


def head(report: Report) -> Iterator[Block]:
    """Yield the title, whose the report is, and what it is for."""
    yield Title(report.assessment.program, "Gap report")
    yield Facts(whose(report))
    yield from purpose(report)


def purpose(report: Report) -> Iterator[Block]:
    """Yield what the report is for, and what was left out of it for its audience."""
    yield Paragraph(PURPOSE)
    without = left_out(report)
    if without:
        yield Paragraph(without)


def whose(report: Report) -> tuple[tuple[str, str], ...]:
    """Return when the report was made, who answered, and which questions."""
    return (
        ("Date", words.day(report.date)),
        ("Answered", _who(report)),
        ("Questions", f"{report.assessment.set} set"),
    )


ASSUMED: Final = " (nobody said, so this was assumed)"


def facts_of(framework: Framework, report: Report) -> Iterator[tuple[str, str]]:
    """Yield the facts that decide what is asked, each with what was said or assumed; the public is told none."""
    if report.audience == "public":
        return
    used = {fact for _, indicator in framework.indicators() for fact in indicator.only_if}
    for fact in framework.facts:
        if fact.id in used:
            given = report.assessment.facts.get(fact.id)
            yield fact.ask, f"{fact_word(fact.default if given is None else given)}{ASSUMED if given is None else ''}"


def whose_line(report: Report) -> str:
    """Return who answered, until when, and which questions, on one line."""
    return f"{_who(report)}, {words.day(report.assessment.updated)}, {report.assessment.set} set"


def safety(report: Report) -> Iterator[Block]:
    """Yield a line that says how many safety matters there are; none without any."""
    said = safety_matters(report)
    if said:
        yield Notice(f"{said} below: look there first.")


def safety_matters(report: Report | TeamReport) -> str:
    """Return how many safety matters there are, as the beginning of a sentence; empty without any."""
    matters = sum(result.lane == "safety" for result in report.priorities)
    return f"{words.sentence(words.in_words(matters))} safety {'matter' if matters == 1 else 'matters'}" if matters else ""


def _who(report: Report) -> str:
    if report.assessment.mode == "consensus":
        people = words.room(report.respondents) if report.shows_answers else words.people(sum(report.respondents.values()))
        return f"together by {people}" if people else "together, by a group"
    return f"by {words.who(report.assessment.role)}" if report.shows_answers else "by one person"


_LEFT_OUT: Final[Mapping[Audience, str]] = {
    "team": "",
    "board": "For the board. Left out: notes, evidence, views that differed, what was set aside, and which questions were skipped.",
    "funder": "For a funder. Left out: the answers to single questions, notes, evidence, who answered, and where the answers are kept.",
    "public": "For the public. Left out: the answers to single questions, notes, evidence, facts about the program, who answered, and who "
    "decides about the answers.",
}
_WITHHELD: Final = "Where a section rests on one answer, its score would be that answer: it is left out too, and with it the framework's."


def left_out(report: Report) -> str:
    """Return what was left out for the report's audience; empty for the team."""
    withheld = any(section.score.withheld for framework in report.frameworks for section in framework.sections)
    return " ".join(text for text in (_LEFT_OUT[report.audience], _disputed(report), _WITHHELD if withheld else "") if text)


def _disputed(report: Report) -> str:
    """Say that people differed where the report no longer says how: disagreement is a finding."""
    if report.audience == "team" or not report.disputed:
        return ""
    return f"On {words.in_words(report.disputed)} {'question' if report.disputed == 1 else 'questions'} not everyone agreed."


NOTHING_APPLIES: Final = "Nothing in it applies to what was asked."
RANGE: Final = "The range shows how low and how high the score could be once the open questions are answered."
STANDS_ALONE: Final = "Each framework stands alone: scores are not added up, and programs are not ranked by them."
HOW_TO_READ: Final = (
    "A score of 0 means Not yet throughout, 100 means Built in throughout.",
    RANGE,
    STANDS_ALONE,
)


def scores(framework: FrameworkResult) -> Iterator[Block]:
    """Yield one framework's score with what it rests on, or which section keeps it silent; its weakest section, and its sections."""
    yield Heading(framework.framework.name)
    if not framework.sections:
        yield Paragraph(NOTHING_APPLIES)
        return
    score = framework.score
    silent = [section.section.title for section in framework.sections if section.score.least is not None and section.score.mean is None]
    if silent:
        yield Headline("No score yet", ", ".join([f"range {words.spread(score)}", words.answered(score.counts)]), score)
        yield Paragraph(words.silent(silent))
    else:
        yield Headline(words.sentence(words.score(score)), ", ".join(words.rests_on(score)), score)
    weak = framework.section(framework.weakest)
    if weak:
        yield Facts((("Weakest", weak.section.title),))
    yield Scores(tuple(ScoreRow(words.section_title(found.section), found.score, notes(found)) for found in framework.sections))


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
