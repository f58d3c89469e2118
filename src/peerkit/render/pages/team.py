"""The whole report of a team: its first page, then each section's scores, strengths before gaps, and every question near the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import floor
from typing import Final

from peerkit.model.answers import Outcome
from peerkit.model.page import (
    Block,
    Bullets,
    Detail,
    Entries,
    Entry,
    Facts,
    Heading,
    Page,
    Paragraph,
    Part,
    Side,
    Sides,
    SidesRow,
    Tone,
)
from peerkit.model.report import ANONYMITY, LEAST_PEOPLE, LEAST_QUESTIONS, AgreementFigure, TeamReport
from peerkit.model.result import LANE_NOTES, LANE_TITLES, FrameworkResult, GroupScore, Lane, Result, SectionResult, Voiced
from peerkit.model.scale import whole_points
from peerkit.model.team import Hidden
from peerkit.render import wording as words
from peerkit.render.pages import team_summary
from peerkit.render.pages.page_parts import general_limits, question, source_row, sources, split, workshop_blocks
from peerkit.render.pages.team_words import EVERYONE, agreed_level, complete, roles, rules, short, with_step


def page(report: TeamReport) -> Page:
    """Return the report of a team as a page."""
    return team_summary.page(report) if report.view.shows_nothing else Page(team_summary.cover(report), tuple(_parts(report)))


def _parts(report: TeamReport) -> Iterator[Part]:
    yield Part("in-short", tuple(team_summary.in_short(report)))
    for framework in report.frameworks:
        yield Part(f"scores-{framework.framework.id}", tuple(scores(framework)))
    yield from split((*_strengths(report), *where_to_look(report), *outcome(report)))
    for framework in report.frameworks:
        if framework.sections:
            yield Part(f"questions-{framework.framework.id}", tuple(_every_question(framework, report)))
    yield from split((*figures(report), *closing(report)))


WORTH_TALKING: Final = 25
"""Points between groups from which the report says: talk about this."""
_NOTE: Final = "Each group counts as one voice, whatever its size. Where answers are said in words, a score lies between two numbers."
_ALL_SHOWN: Final = "Where nothing is said of a role that took part, it was asked every question, and all of them are shown."
_NO_SCORE: Final[Mapping[Hidden | None, str]] = {
    "too-few": "too few questions can be shown for a score",
    "difference": "no score, since it would show a difference to an earlier report",
    "asked-of-few": "asked of too few people for a score",
    None: words.NO_WEIGHT,
}


def scores(framework: FrameworkResult, *, full: bool = True) -> Iterator[Block]:
    """Yield one framework's sections with their groups; in short, without the roles of which every question is shown."""
    about = (_NOTE, *_not_apart(framework), *(() if full or not framework.sections else (_ALL_SHOWN,)))
    yield Heading(framework.framework.name, note=" ".join(about))
    if framework.sections:
        yield Sides(tuple(_row(section, framework, full=full) for section in framework.sections))
    else:
        yield Paragraph("Nothing in it applies to what was asked.")


def _not_apart(framework: FrameworkResult) -> Iterator[str]:
    """Yield in which sections peers are not weighed apart, and in which lived experience cannot be shown separately."""
    told: dict[str, list[str]] = {}
    for said, holds in (
        ("peers are not weighed apart", _has_one_group),
        ("lived experience cannot be shown separately", team_summary.is_mixed),
    ):
        here = list(filter(holds, framework.sections))
        if here:
            told.setdefault(team_summary.which(here, framework.sections), []).append(said)
    yield from (f"In {where}, {' and '.join(said)}." for where, said in told.items())


def _has_one_group(section: SectionResult) -> bool:
    return section.perspective_gap is None and section.score.ends is not None


def _row(section: SectionResult, framework: FrameworkResult, *, full: bool) -> SidesRow:
    shown = section.groups if len(section.groups) > 1 or section.score.ends else ()
    sides = tuple(Side(f"{_who(group, framework)}, {words.people(group.people)}", group.score.ends) for group in shown)
    return SidesRow(words.section_title(section.section), Side("", section.score.ends), sides, tuple(_notes(section, framework, full=full)))


def _who(group: GroupScore, framework: FrameworkResult) -> str:
    return EVERYONE if set(group.roles) == framework.respondents.keys() else roles(group.roles)


def _notes(section: SectionResult, framework: FrameworkResult, *, full: bool) -> Iterator[str]:
    if section.perspective_gap is not None:
        stands = _gap(section.perspective_gap, exact=all(group.score.value is not None for group in section.groups))
    else:
        stands = "one group" if section.score.ends else _NO_SCORE[section.hidden]
    apart = ("lived experience not apart",) if team_summary.is_mixed(section) and not _has_one_group(section) else ()
    yield "; ".join((stands, *team_summary.missing(section), *apart))
    here = [voice for voice in section.voices if voice.role in framework.respondents]
    number = len(section.indicators)
    told = [_voice(voice, number) for voice in here if full or not voice.asked == voice.shown == number]
    if told:
        yield "; ".join(told)


def _voice(voice: Voiced, questions: int) -> str:
    """Return how many of so many questions a role was asked, and how many of these are shown."""
    asked = f"{roles([voice.role])}: asked {voice.asked or 'none'} of {questions} {'question' if questions == 1 else 'questions'}"
    return f"{asked}, {voice.shown or 'none'} of them shown" if voice.asked else asked


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


def _strengths(report: TeamReport) -> Iterator[Block]:
    """Yield what stands at its goal and not on the first page: what everyone sees alike first."""
    more = _elsewhere(report.strengths, report)
    if more:
        yield Heading(
            "More strengths", note="At your goal, Mostly or Built in. Where views differ, ask who sees it otherwise.", tone="strength"
        )
        yield Entries(entries=tuple(short(result, report) for result in more), tone="strength")


def where_to_look(report: TeamReport, *, full: bool = True) -> Iterator[Block]:
    """Yield each lane without what stands on the first page: its first three questions, and the rest in short, or only how many."""
    more = _elsewhere((*report.priorities, *report.talk_first, *report.unclear, *report.find_out), report)
    if more:
        yield Heading("Where else to look")
    for lane, tone in _LANES:
        here = [result for result in more if result.lane == lane]
        first, rest = here[:_SHOWN_IN_FULL], here[_SHOWN_IN_FULL:]
        if here:
            yield Heading(LANE_TITLES[lane], level=2, note=_NOTES[lane], tone=tone)
            entries = tuple(_in_full(result, report) if full else short(result, report) for result in first)
            yield Entries(entries=entries, tone=tone, large=full)
        if rest and full:
            yield Entries(entries=tuple(short(result, report) for result in rest), tone=tone, first=len(first) + 1)
        elif rest:
            yield Paragraph(f"And {words.in_words(len(rest))} more.")


def _in_full(result: Result, report: TeamReport) -> Entry:
    return with_step(replace(complete(result, report), lane=""), result)


def _elsewhere(results: Sequence[Result], report: TeamReport) -> list[Result]:
    """Return results without those on the first page."""
    first = {result.address for result in (*report.seen_alike, *report.seen_differently, *report.look_first)}
    return [result for result in results if result.address not in first]


def outcome(report: TeamReport) -> Iterator[Block]:
    """Yield agreed levels, what matters, actions, and what is outside our control; nothing without an outcome."""
    agreed = report.outcome
    if agreed is None:
        return
    yield Heading("What the workshop agreed on", note=f"On {words.day(agreed.date)}. The numbers in this report go by the answers.")
    addresses = tuple(dict.fromkeys((*agreed.agreed, *agreed.importance)))
    if addresses:
        yield Heading("Levels, and what matters", level=2)
        yield Entries(entries=tuple(_agreed_on(address, agreed, report) for address in addresses))
    yield from workshop_blocks(agreed, [framework.framework for framework in report.frameworks])


def _agreed_on(address: str, outcome: Outcome, report: TeamReport) -> Entry:
    """Return an entry for what was agreed about a question, also about one that was not asked here."""
    found = next((short(result, report) for result in report.indicators() if result.address == address), None)
    entry = found or question(address, [framework.framework for framework in report.frameworks])
    details = entry.details if found else tuple(agreed_level(outcome.agreed.get(address)))
    importance = outcome.importance.get(address)
    return replace(entry, details=(*details, *([Detail("Importance", importance)] if importance else [])))


def _every_question(framework: FrameworkResult, report: TeamReport) -> Iterator[Block]:
    """Yield the questions of one framework."""
    yield Heading(f"{framework.framework.name}, question by question", note="In brackets: how many answered on the scale.")
    for section in framework.sections:
        yield Heading(section.section.title, level=2)
        yield Entries(entries=tuple(complete(result, report) for result in section.indicators), home=True)


_ABOUT_FIGURES: Final = (
    "1 means that people answered alike, 0 that they agree no more than chance would have it.",
    "It is neither praise nor blame. Where people see different parts of a program, they should differ.",
    "Questions that are hidden or said in words are left out. Those in words are the ones most alike, so people agree more than this says.",
)


def figures(report: TeamReport) -> Iterator[Block]:
    """Yield the figure of each framework; nothing where it was not asked for."""
    if report.figures:
        yield Heading("For the facilitator", note="How far people agree: Krippendorff's alpha for ordered levels.")
        yield Facts(tuple((figure.framework.name, _figure(figure)) for figure in report.figures))
        yield Bullets(_ABOUT_FIGURES)


def _figure(figure: AgreementFigure) -> str:
    if figure.alike:
        said = "everyone gave the same answer"
    elif figure.alpha is None:
        said = f"no figure: it takes {LEAST_QUESTIONS} questions with counts from {LEAST_PEOPLE} people or more"
    else:
        said = f"alpha {figure.alpha:z.2f}"
    questions = "1 question" if figure.questions == 1 else f"{figure.questions} questions"
    return f"{said}. From {questions} with up to {figure.people} ratings each; {figure.left_out} left out."


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


def closing(report: TeamReport, *, full: bool = True) -> Iterator[Block]:
    """Yield comments where they were asked for, how to read, what is not protected, limits and sources: in short a line of each."""
    yield from _comments(report)
    yield from team_summary.about(report, level=1) if full else _about_in_short(report)
    yield Heading("How to read this")
    yield Bullets(HOW_TO_READ)
    if full:
        yield Heading("Limits")
        yield Bullets(tuple(limit for limit in report.limits if limit != ANONYMITY))
    yield Heading("How people are protected")
    yield Bullets(tuple(rules(report.view.minimum)))
    few = [result.asked for result in report.indicators() if result.hidden == "asked-of-few"]
    if few:
        number = words.in_words(report.view.minimum)
        yield Heading(f"Asked of fewer than {number} people", level=2, note="Not shown, whatever they answer. Nobody has to find that out.")
        yield Bullets(tuple(few))
    yield Heading("Not protected", level=2, note="What this report cannot hide.")
    # NOTE: the first of them stands on the first page, with what can be done about it.
    yield Bullets(NOT_PROTECTED if full else NOT_PROTECTED[1:])
    if full:
        yield from sources(framework.framework for framework in report.frameworks)


def _about_in_short(report: TeamReport) -> Iterator[Block]:
    """Yield what one has to know about a report, with the limits that hold of all frameworks, and how to see everything."""
    # NOTE: the first part says what anonymity hangs on, and what one knows of one framework has its source.
    limits = " ".join(limit for limit in general_limits(report) if limit != ANONYMITY)
    yield from team_summary.about(report, level=1, purpose=limits)
    sources = (source_row(report.frameworks),) if len(report.frameworks) > 1 else ()
    yield Facts((*sources, ("More", "the same command with --full: every question, limit and source")))


def _comments(report: TeamReport) -> Iterator[Block]:
    if not report.view.comments_wanted:
        return
    yield Heading("What people wrote", note="Shuffled; without role, question or answer.")
    for framework in report.frameworks:
        if len(report.frameworks) > 1:
            yield Heading(framework.framework.name, level=2)
        yield Bullets(framework.comments) if framework.comments else Paragraph(_not_shown(framework.writers, report.view.minimum))


def _not_shown(writers: int, minimum: int) -> str:
    """Say why nothing is shown of what so many people wrote."""
    who = f"{words.sentence(words.in_words(writers))} {'person' if writers == 1 else 'people'} wrote something"
    if not writers:
        return "Nobody wrote anything."
    if writers < minimum:
        return f"{who}. That is too few to show: it takes {words.in_words(minimum)}."
    return f"{who}. It is not shown, since it would show a difference to an earlier report."
