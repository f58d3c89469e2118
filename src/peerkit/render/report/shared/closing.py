"""What to know about the report: what is missing, what it covers, how to read it, where it comes from, where to go next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.answers import Answer, SetAside, Written
from peerkit.model.framework import FactValue, Framework
from peerkit.model.page import Block, Bullets, Commands, Detail, Entries, Entry, Facts, Heading
from peerkit.model.report import Counts, FrameworkResult, Report, State
from peerkit.render import wording as words
from peerkit.render.report.shared.entries import Questions, evidence, views

HOW_TO_READ: Final = (
    "A score of 0 means Not yet throughout, 100 means Built in throughout.",
    "The range shows how low and how high the score could be once the open questions are answered.",
    "Each framework stands alone: scores are not added up, and programs are not ranked by them.",
)

NOT_ASKED_NOW: Final = "Not asked of this program as it is now; it comes back with what it hangs on."
NOT_ASKED_ANY_MORE: Final = "Not asked any more."
_SETS: Final[dict[str, str]] = {
    "quick": "The quick set was asked: the core questions.",
    "full": "The full set was asked: every question.",
}


def blocks(report: Report) -> Iterator[Block]:
    """Yield everything that comes after the gaps."""
    yield from _not_answered(report)
    yield from _coverage(report)
    yield Heading("How to read the numbers")
    yield Bullets(HOW_TO_READ)
    yield Heading("Limits")
    yield Bullets(report.limits)
    about = tuple(_about_the_answers(report))
    if about:
        yield Heading("About these answers")
        yield Facts(about)
    yield Heading("Sources")
    for one in report.frameworks:
        yield Facts(tuple(_source(one.framework)))
    if report.audience == "team":
        yield Heading("Where to go next")
        yield Commands(tuple(_commands(report)))


def _not_answered(report: Report) -> Iterator[Block]:
    if not report.not_answered:
        return
    counts = sum((one.score.counts for one in report.frameworks), Counts())
    yield Heading("Not answered", note=words.sentence(f"{_open(counts)}."))
    labels: tuple[tuple[State, str], ...] = (("skipped", "Skipped, which is fine"), ("unanswered", "Not answered yet"))
    for state, label in labels:
        here = tuple(one.asked for one in report.not_answered if one.state == state)
        if here:
            yield Heading(label, level=2)
            yield Bullets(here)


def _open(counts: Counts) -> str:
    parts = (
        (counts.dont_know, '"don\'t know" (see Find out above)'),
        (counts.skipped, "skipped"),
        (counts.unanswered, "not answered yet"),
    )
    return words.listed([f"{words.in_words(number)} {label}" for number, label in parts if number])


def _coverage(report: Report) -> Iterator[Block]:
    """Yield what was asked and what was not, and why."""
    yield Heading("What this covers")
    texts = (text for one in report.frameworks for text in _covered(one, report))
    yield Bullets(tuple(dict.fromkeys((_SETS[report.assessment.set], *texts))))
    for label, entries in (("Does not apply here", _not_applicable(report)), ("Kept in the file, not counted", _set_aside(report))):
        if entries:
            yield Heading(label, level=2)
            yield Entries(entries=entries)


def _covered(result: FrameworkResult, report: Report) -> Iterator[str]:
    framework = result.framework
    asked = {one.section.id for one in result.sections}
    left_out = [section.title for section in framework.sections if section.id not in asked]
    if left_out:
        yield f"Left out of {framework.name}, because it was not chosen or does not apply: {words.listed(left_out)}."
    yield from (f"{ask} {said}." for ask, said in facts(framework, report))


def facts(framework: Framework, report: Report) -> Iterator[tuple[str, str]]:
    """Yield the facts that decide what is asked, each with what was said or assumed; the public is told none."""
    if report.audience == "public":
        return
    used = {fact for _, indicator in framework.indicators() for fact in indicator.only_if}
    for fact in framework.facts:
        if fact.id in used:
            given = report.assessment.facts.get(fact.id)
            assumed = " (nobody said, so this was assumed)" if given is None else ""
            yield fact.ask, f"{_fact(fact.default if given is None else given)}{assumed}"


def _not_applicable(report: Report) -> tuple[Entry, ...]:
    here = [answer for answer in report.assessment.answers.values() if answer.answer == "not-applicable"]
    return tuple(Entry(text=one.ask, details=(*_why(one.note), *evidence(one), *views(one))) for one in here)


def _set_aside(report: Report) -> tuple[Entry, ...]:
    """Return what is kept and not counted: what was said to questions that are gone, and to those that the program's facts hide."""
    questions = Questions(report)
    return (
        *(_kept(one, questions, one.why) for one in report.assessment.set_aside),
        *(_kept(one, questions, NOT_ASKED_NOW) for one in report.hidden_answers().values() if one.answer != "not-applicable"),
        *(
            _words_kept(asked or address, written, questions, NOT_ASKED_NOW if asked else NOT_ASKED_ANY_MORE)
            for address, asked, written in report.hidden_words()
        ),
    )


def _words_kept(text: str, written: Written, questions: Questions, why: str) -> Entry:
    """Return what was written to a question that has no answer and is not asked now."""
    standing = words.sentence(words.STATE_LABELS["unanswered"])
    return Entry(text=text, standing=standing, details=(*questions.said(written), *views(written), *_why(why)))


def _kept(one: Answer | SetAside, questions: Questions, why: str) -> Entry:
    return Entry(text=one.ask, standing=words.answer(one.answer), details=(*questions.said(one), *views(one), *_why(why)))


def _why(text: str) -> tuple[Detail, ...]:
    return (Detail("Why", text),) if text.strip() else ()


def _fact(value: FactValue) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return value


def _about_the_answers(report: Report) -> Iterator[tuple[str, str]]:
    yield from words.governance(report.assessment.governance)
    if report.assessment.support.strip():
        yield "Support", report.assessment.support


def _source(framework: Framework) -> Iterator[tuple[str, str]]:
    yield "Framework", f"{framework.title}, version {framework.version}"
    source = framework.source
    labelled = (("Publisher", source.publisher), ("Document", source.document), ("Rights", source.rights))
    yield from ((label, value) for label, value in labelled if value)


def _commands(report: Report) -> Iterator[tuple[str, str]]:
    for one in report.frameworks:
        section = one.weakest or (one.sections[0].section.id if one.sections else "")
        target = f"{one.framework.id}/{section}" if section else one.framework.id
        yield f"peerkit explain FILE {target}", "how a number came about"
    if any(one.state == "unanswered" for one in report.not_answered):
        yield "peerkit assess --resume FILE", "answer what is open"
    if report.assessment.set == "quick":
        yield "peerkit assess --resume FILE --set full", "go on with every question"
    yield "peerkit report FILE --format markdown", "this report as a page to edit"
