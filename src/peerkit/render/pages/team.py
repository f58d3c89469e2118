"""The report of a team: what is hidden and whose voice is missing first, strengths before gaps, every question near the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import islice
from math import floor
from typing import Final

from peerkit.model.answers import Outcome
from peerkit.model.framework import FactValue, Framework
from peerkit.model.page import (
    Block,
    Bullets,
    Detail,
    Entries,
    Entry,
    Facts,
    Heading,
    Notice,
    Page,
    Paragraph,
    Part,
    Side,
    Sides,
    SidesRow,
    Title,
    Tone,
)
from peerkit.model.report import LEAST_PEOPLE, LEAST_QUESTIONS, AgreementFigure, TeamReport
from peerkit.model.result import LANE_NOTES, LANE_TITLES, FrameworkResult, Lane, Result, SectionResult, Voiced
from peerkit.model.scale import ROLES, SMALLEST_GROUP, whole_points
from peerkit.model.team import Hidden, Row
from peerkit.render import wording as words
from peerkit.render.pages.page_parts import fact_word, question, sources, split, workshop_blocks
from peerkit.render.pages.team_entries import TeamEntries, agreed_level
from peerkit.render.pages.team_words import COLLECTS, EVERYONE, HIDDEN, LIVED, NOT_SETTLED, lowered, people, roles, room, rules


def page(report: TeamReport) -> Page:
    """Return the report of a team as a page."""
    return Page(tuple(_cover(report)), tuple(_parts(report)))


def _parts(report: TeamReport) -> Iterator[Part]:
    yield from split((*_hidden(report), *_strengths(report)))
    for framework in report.frameworks:
        yield Part(f"scores-{framework.framework.id}", tuple(_scores(framework, report)))
    yield from split((*_where_to_look(report), *_outcome(report)))
    for framework in report.frameworks:
        if framework.sections:
            yield Part(f"questions-{framework.framework.id}", tuple(_every_question(framework, report)))
    yield from split((*_figures(report), *_closing(report)))


PURPOSE: Final = "For reflection and planning, not for audit or ranking, and never for judging a person."
_STRENGTHS_SHOWN: Final = 5


def _cover(report: TeamReport) -> Iterator[Block]:
    """Yield the title, who answered what, what the report is for, and what must not be missed about it."""
    view = report.view
    yield Title(view.program, "Team report")
    yield Facts(tuple(_whose(report)))
    facts = dict(fact for framework in report.frameworks for fact in _facts_of(framework.framework, view.facts))
    if facts:
        yield Facts(tuple(facts.items()))
    yield Paragraph(PURPOSE)
    governance = tuple(words.governance(view.governance))
    yield Facts(governance) if governance else Paragraph(NOT_SETTLED)
    if view.minimum < SMALLEST_GROUP:
        yield Notice(lowered(view.minimum))
    if view.replaces_earlier:
        yield Notice("This report takes the place of an earlier one, which was not handed out; that was confirmed.")
    matters = sum(result.lane == "safety" for result in report.priorities)
    if matters:
        number = words.sentence(words.in_words(matters))
        yield Notice(f"{number} safety {'matter' if matters == 1 else 'matters'} below: look there first.")


def _strengths(report: TeamReport) -> Iterator[Block]:
    """Yield what stands at its goal: first what everyone sees alike, then what some see differently, five of each at most."""
    yield Heading("Strengths everyone sees", note="At your goal, Mostly or Built in, and seen alike.", tone="strength")
    shared = [result for result in report.strengths if result.seen_alike]
    others = [result for result in report.strengths if not result.seen_alike]
    questions = TeamEntries(report)
    if shared:
        yield Entries(entries=tuple(questions.short(result) for result in islice(shared, _STRENGTHS_SHOWN)), tone="strength")
        yield from _more(len(shared))
    else:
        yield Paragraph("Nothing stands there yet, as far as it can be shown.")
    if others:
        yield Heading(
            "Strengths not everyone sees", level=2, note="At your goal in the middle. Ask who sees it otherwise.", tone="strength"
        )
        yield Entries(entries=tuple(questions.short(result) for result in islice(others, _STRENGTHS_SHOWN)), tone="strength")
        yield from _more(len(others))


def _more(number: int) -> Iterator[Block]:
    if number > _STRENGTHS_SHOWN:
        yield Paragraph(f"And {words.in_words(number - _STRENGTHS_SHOWN)} more.")


def _whose(report: TeamReport) -> Iterator[tuple[str, str]]:
    view = report.view
    yield "Date", words.day(report.date)
    yield "Answered by", room(view.respondents)
    yield "Questions", f"{view.set} set"
    yield "Smallest group", people(view.minimum)
    several = len(report.frameworks) > 1
    for framework in report.frameworks:
        yield framework.framework.name, room(framework.respondents) if several else f"version {framework.framework.version}"


def _facts_of(framework: Framework, given: dict[str, FactValue]) -> Iterator[tuple[str, str]]:
    """Yield the facts that decided what was asked, each with what was said."""
    for fact in framework.facts:
        value = given.get(fact.id)
        if value is not None:
            yield fact.ask, fact_word(value)


NOT_SEPARATE: Final = "lived experience cannot be shown separately here"


def _hidden(report: TeamReport) -> Iterator[Block]:
    """Yield how people are protected, with the number of questions it concerns, and whose voice is missing."""
    yield Heading("What is hidden here, and why")
    yield Bullets(tuple(rules(report.view.minimum)))
    yield Paragraph(_numbers(report))
    few = [result.asked for result in report.indicators() if result.hidden == "asked-of-few"]
    if few:
        number = words.in_words(report.view.minimum)
        yield Heading(f"Asked of fewer than {number} people", level=2, note="Not shown, whatever they answer. Nobody has to find that out.")
        yield Bullets(tuple(few))
    yield Notice(COLLECTS)
    yield from _voices(report)


def _numbers(report: TeamReport) -> str:
    """Return how many questions are shown in which way."""
    rows = [result.row for result in report.indicators() if result.row]
    said = sum(_is_in_words(row) for row in rows)
    hidden = [row.hidden for row in rows if row.hidden]
    reasons = [f"{hidden.count(reason)} {words}" for reason, words in HIDDEN.items() if reason in hidden]
    why = f" ({', '.join(reasons)})" if reasons else ""
    return (
        f"Of {len(rows)} questions, {len(rows) - said - len(hidden)} are shown with counts, {said} in words, {len(hidden)} are hidden{why}."
    )


def _is_in_words(row: Row) -> bool:
    return any(cell.alike for cell in (*row.groups, *([row.everyone] if row.everyone else [])))


def _voices(report: TeamReport) -> Iterator[Block]:
    yield Heading("Whose voice is missing")
    told: dict[str, list[str]] = {}
    several = len(report.frameworks) > 1
    for framework in report.frameworks:
        for section in framework.sections:
            for said in _missing(section, report):
                told.setdefault(said, []).append(
                    f"{section.section.title} ({framework.framework.name})" if several else section.section.title
                )
    absent = roles([role for role in ROLES if role in LIVED and not report.view.respondents.get(role)])
    if absent:
        yield Paragraph(f"Nobody answered as: {absent}.")
    if told:
        yield Bullets(tuple(f"{words.sentence(said)}: {words.listed(titles)}." for said, titles in told.items()))
    elif not absent:
        yield Paragraph("Every role with lived experience took part, and can be seen in every section.")


def _missing(section: SectionResult, report: TeamReport) -> Iterator[str]:
    """Yield whose voice a section lacks, or that it cannot be shown apart; nothing where it can."""
    if section.missing_voices:
        yield f"{roles(section.missing_voices)}: nothing that they were asked is shown, and it should not be scored without them"
    if section.without_lived_experience:
        yield "nothing is shown that people with lived experience were asked"
    elif LIVED.intersection(role for role, number in report.view.respondents.items() if number) and not _is_lived_apart(section):
        yield NOT_SEPARATE


def _is_lived_apart(section: SectionResult) -> bool:
    """Whether a group of the section holds nobody but people with lived experience."""
    return any(group.roles and LIVED.issuperset(group.roles) for group in section.groups)


WORTH_TALKING: Final = 25
"""Points between groups from which the report says: talk about this."""
_NOTE: Final = "Each group counts as one voice, whatever its size. Where words entered, a score lies between two numbers."
_ONE_GROUP: Final = "peers are not weighed apart"
_NO_SCORE: Final[Mapping[Hidden | None, str]] = {
    "too-few": "too few questions can be shown for a score",
    "difference": "no score, since it would show a difference to an earlier report",
    "asked-of-few": "asked of too few people for a score",
    None: words.NO_WEIGHT,
}


def _scores(framework: FrameworkResult, report: TeamReport) -> Iterator[Block]:
    """Yield one framework's sections with their groups."""
    yield Heading(framework.framework.name, note=_NOTE)
    if framework.sections:
        yield Sides(tuple(_row(section, report) for section in framework.sections))
    else:
        yield Paragraph("Nothing in it applies to what was asked.")


def _row(section: SectionResult, report: TeamReport) -> SidesRow:
    several = len(section.groups) > 1
    shown = section.groups if several or section.score.ends else ()
    sides = tuple(Side(f"{roles(group.roles) if several else EVERYONE}, {people(group.people)}", group.score.ends) for group in shown)
    return SidesRow(_section_title(section), Side("", section.score.ends), sides, tuple(_notes(section, report)))


def _section_title(section: SectionResult) -> str:
    native = f" ({section.section.native_title})" if section.section.native_title else ""
    return f"{section.section.title}{native}"


def _notes(section: SectionResult, report: TeamReport) -> Iterator[str]:
    if section.perspective_gap is not None:
        yield _gap(section.perspective_gap, exact=all(group.score.value is not None for group in section.groups))
    else:
        yield _ONE_GROUP if section.score.ends else _NO_SCORE[section.hidden]
    here = [voice for voice in section.voices if report.view.respondents.get(voice.role)]
    if here:
        yield "; ".join(_voice(voice, section) for voice in here)
    yield from _missing(section, report)


def _voice(voice: Voiced, section: SectionResult) -> str:
    """Return how many questions a role was asked, and how many of these are shown."""
    asked = len(section.indicators)
    return (
        f"{roles([voice.role])}: asked {voice.asked} of {asked} {'question' if asked == 1 else 'questions'}"
        f"{f', {voice.shown} of them shown' if voice.asked else ''}"
    )


def _gap(gap: Fraction, *, exact: bool) -> str:
    points = whole_points(gap) if exact else floor(gap)
    if not points:
        return "the groups stand together" if exact else "the words do not tell how far the groups stand apart"
    apart = f"the groups stand {'' if exact else 'at least '}{points} {'point' if points == 1 else 'points'} apart"
    return f"talk about this: {apart}" if gap >= WORTH_TALKING else apart


_LANES: Final[tuple[tuple[Lane, Tone], ...]] = (
    ("safety", "safety"),
    ("talk", "find-out"),
    ("act", "act"),
    ("plan", "plan"),
    ("unclear", "find-out"),
    ("find-out", "find-out"),
)
_NOTES: Final[dict[Lane, str]] = {
    **LANE_NOTES,
    "act": "Below your goal, and the team said it matters most.",
    "find-out": "People cannot see this, or it cannot be shown. Who could tell us?",
}
_SHOWN_IN_FULL: Final = 3


def _where_to_look(report: TeamReport) -> Iterator[Block]:
    """Yield each lane with the first three of its questions in full and the rest in short."""
    yield Heading("Where to look")
    ordered = {result.address: result for result in (*report.priorities, *report.talk_first, *report.unclear, *report.find_out)}
    if not ordered:
        yield Paragraph("Nothing is below its goal, as far as it can be shown.")
    questions = TeamEntries(report)
    for lane, tone in _LANES:
        here = [result for result in ordered.values() if result.lane == lane]
        if here:
            yield Heading(LANE_TITLES[lane], level=2, note=_NOTES[lane], tone=tone)
            yield from _lane(questions, here, tone)


def _lane(questions: TeamEntries, results: Sequence[Result], tone: Tone) -> Iterator[Block]:
    first, rest = results[:_SHOWN_IN_FULL], results[_SHOWN_IN_FULL:]
    yield Entries(entries=tuple(questions.full(result) for result in first), tone=tone, large=True)
    if rest:
        yield Entries(entries=tuple(questions.short(result) for result in rest), tone=tone, first=len(first) + 1)


def _outcome(report: TeamReport) -> Iterator[Block]:
    """Yield agreed levels, what matters, actions, and what is outside our control; nothing without an outcome."""
    outcome = report.outcome
    if outcome is None:
        return
    yield Heading("What the workshop agreed on", note=f"On {words.day(outcome.date)}. The numbers in this report go by the answers.")
    addresses = tuple(dict.fromkeys((*outcome.agreed, *outcome.importance)))
    if addresses:
        yield Heading("Levels, and what matters", level=2)
        yield Entries(entries=tuple(_agreed_on(address, outcome, report) for address in addresses))
    yield from workshop_blocks(outcome, [framework.framework for framework in report.frameworks])


def _agreed_on(address: str, outcome: Outcome, report: TeamReport) -> Entry:
    """Return an entry for what was agreed about a question, also about one that was not asked here."""
    found = next((result for result in report.indicators() if result.address == address), None)
    entry = TeamEntries(report).short(found) if found else _not_asked(address, outcome, report)
    importance = outcome.importance.get(address)
    return replace(entry, details=(*entry.details, Detail("Importance", importance))) if importance else entry


def _not_asked(address: str, outcome: Outcome, report: TeamReport) -> Entry:
    entry = question(address, [framework.framework for framework in report.frameworks])
    return replace(entry, details=tuple(agreed_level(outcome.agreed.get(address))))


def _every_question(framework: FrameworkResult, report: TeamReport) -> Iterator[Block]:
    """Yield the questions of one framework."""
    questions = TeamEntries(report)
    yield Heading(f"{framework.framework.name}, question by question", note="In brackets: how many answered on the scale.")
    for section in framework.sections:
        yield Heading(section.section.title, level=2)
        yield Entries(entries=tuple(questions.complete(result) for result in section.indicators), home=True)


_ABOUT_FIGURES: Final = (
    "1 means that people answered alike, 0 that they agree no more than chance would have it.",
    "It is neither praise nor blame. Where people see different parts of a program, they should differ.",
    "Questions that are hidden or said in words are left out. Those in words are the ones most alike, so people agree more than this says.",
)


def _figures(report: TeamReport) -> Iterator[Block]:
    """Yield the figure of each framework; nothing where it was not asked for."""
    if report.figures:
        yield Heading("For the facilitator", note="How far people agree: Krippendorff's alpha for ordered levels.")
        yield Facts(tuple((figure.framework.name, f"{_figure(figure)} {_figure_rests_on(figure)}") for figure in report.figures))
        yield Bullets(_ABOUT_FIGURES)


def _figure(figure: AgreementFigure) -> str:
    if figure.alike:
        return "everyone gave the same answer."
    if figure.alpha is None:
        return f"no figure: it takes {LEAST_QUESTIONS} questions with counts from {LEAST_PEOPLE} people or more."
    return f"alpha {figure.alpha:z.2f}."


def _figure_rests_on(figure: AgreementFigure) -> str:
    questions = "1 question" if figure.questions == 1 else f"{figure.questions} questions"
    return f"From {questions} with up to {figure.people} ratings each; {figure.left_out} left out."


HOW_TO_READ: Final = (
    "A score of 0 means Not yet throughout, 100 means Built in throughout. A section's score is the mean of its groups.",
    "In the middle: as many people stand at or above this level as stand at or below it.",
    "Between two numbers: the score lies there for certain; the words do not tell where.",
    "We see this alike: few stand far from the middle. Spread: they do not stand together. Split: some stand low and some stand high.",
    "A question that is not shown says nothing about how people answered it. Ask, and talk.",
    "Each framework stands alone: scores are not added up, and programs and groups are not ranked by them.",
)
NOT_PROTECTED: Final = (
    "Whoever collects the files can open each one.",
    "Colleagues who put their answers together learn more than this page says.",
    "Guessing: a single Not yet among many Mostly invites it.",
    "How many of each role took part is shown.",
    "Two rounds in which only one person's answers moved show which way they moved.",
    "When the record of earlier reports, beside the answers, is deleted, a later report cannot take them into account.",
)


def _closing(report: TeamReport) -> Iterator[Block]:
    """Yield comments where they were asked for, how to read, limits, what is not protected, and sources."""
    yield from _comments(report)
    yield Heading("How to read this")
    yield Bullets(HOW_TO_READ)
    yield Heading("Limits")
    yield Bullets(report.limits)
    yield Heading("Not protected", note="What this report cannot hide.")
    yield Bullets(NOT_PROTECTED)
    yield from sources(framework.framework for framework in report.frameworks)


def _comments(report: TeamReport) -> Iterator[Block]:
    if not report.view.comments_wanted:
        return
    yield Heading("What people wrote", note="Shuffled; without role, question or answer.")
    several = len(report.frameworks) > 1
    if not any(framework.comments for framework in report.frameworks):
        yield Paragraph("Nothing can be shown here: nobody wrote anything, or too few people answered.")
    for framework in report.frameworks:
        if framework.comments:
            if several:
                yield Heading(framework.framework.name, level=2)
            yield Bullets(framework.comments)
