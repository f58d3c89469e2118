"""A team's report on one page: who answered, what is seen alike and differently, whose voice is missing, and what to look at first.

Where nothing can be shown, the page says why and what can be done today, on one screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal

from peerkit.model.page import Block, Blocks, Bullets, Commands, Entries, Entry, Facts, Heading, Notice, Page, Paragraph, Part, Title, Tone
from peerkit.model.report import TeamReport
from peerkit.model.result import Result, SectionResult
from peerkit.model.scale import LIVED_EXPERIENCE, SMALLEST_GROUP
from peerkit.render import wording as words
from peerkit.render.pages.collection import step_line
from peerkit.render.pages.page_parts import fact_word, source_row
from peerkit.render.pages.report_head import safety_matters
from peerkit.render.pages.team_words import COLLECTS, HIDDEN, NOT_SETTLED, OUTLIER, in_the_middle, lowered, roles, short, with_step

PURPOSE: Final = "For reflection and planning, not for audit or ranking, and never for judging a person."
_AT_MOST: Final = 3
_SMALL_TEAM: Final = 6
"""Up to so many people see more by filling in one form together than a report of their answers can show."""


def page(report: TeamReport) -> Page:
    """Return the first page of a team's report, as a page of one part."""
    if report.view.shows_nothing:
        return Page(cover(report), (Part("nothing", tuple(_nothing(report))),), dense=True)
    return Page(cover(report), (Part("result", (*in_short(report), *about(report, level=2))),), dense=True)


def cover(report: TeamReport) -> Blocks:
    """Return the title of a team's report."""
    return (Title(report.view.program, "Team report"),)


def _notices(report: TeamReport) -> Iterator[Block]:
    """Yield who can open the files, and what was confirmed."""
    view = report.view
    yield Notice(COLLECTS)
    if view.minimum < SMALLEST_GROUP:
        yield Notice(lowered(view.minimum))
    if view.replaces_earlier:
        yield Notice("This report takes the place of an earlier one, which was not handed out; that was confirmed.")


def about(report: TeamReport, level: Literal[1, 2], purpose: str = PURPOSE) -> Iterator[Block]:
    """Yield which questions were asked of whom, who decides about the answers, and what the report is for."""
    view = report.view
    asked_before = (fact for part in report.frameworks for fact in part.framework.facts if fact.id in view.facts)
    facts = {fact.ask: fact_word(view.facts[fact.id]) for fact in asked_before}
    governance = tuple(words.governance(view.governance))
    of_each = [(part.framework.name, words.room(part.respondents)) for part in report.frameworks]
    about_frameworks = of_each if len(of_each) > 1 else [source_row(report.frameworks)]
    yield Heading("About this report", level=level)
    asked = ("Questions", f"{view.set} set; nobody is shown in a group of fewer than {words.people(view.minimum)}")
    support = (("Support", view.support),) if view.support.strip() else ()
    yield Facts((("Date", words.day(report.date)), asked, *about_frameworks, *facts.items(), *governance, *support))
    if not governance:
        yield Paragraph(NOT_SETTLED)
    yield Paragraph(f"{_numbers(report)} {purpose}")


def in_short(report: TeamReport) -> Iterator[Block]:
    """Yield the lists of the first page, three things at most in each; no question stands there twice."""
    view = report.view
    yield Heading("In short", note=f"Answered by {words.room(view.respondents)}.")
    yield Heading("Seen alike", level=2, tone="strength")
    yield from _listed([_alike(result, report) for result in report.seen_alike], "strength", "Nothing yet, as far as it can be shown.")
    differing = [replace(short(result, report), standing=in_the_middle(result)) for result in report.seen_differently]
    yield Heading("Seen differently", level=2, note="Hear each other before planning." if differing else "", tone="find-out")
    yield from _listed(differing, "find-out", "Nothing, as far as it can be shown.")
    yield Heading("Whose voice is missing", level=2)
    yield from _voices(report)
    matters = safety_matters(report)
    yield Heading("Look at first", level=2, note=f"{matters}: look there before anything else." if matters else "", tone="act")
    below = "Nothing is below its goal, as far as it can be shown."
    yield from _listed([with_step(short(result, report), result) for result in report.look_first], "act", below)
    if sum(report.view.respondents.values()) <= _SMALL_TEAM:
        yield Paragraph("You are six people or fewer, and a report of so few shows little.")
        yield Commands((_one_form(report),))
    yield Heading("Before you pass this on", level=2)
    yield from _notices(report)


def _alike(result: Result, report: TeamReport) -> Entry:
    return replace(short(result, report), standing=f"{in_the_middle(result)}{f', but {OUTLIER}' if result.outlier else ''}")


def _listed(entries: Sequence[Entry], tone: Tone, nothing: str) -> Iterator[Block]:
    yield Entries(entries=tuple(entries), tone=tone) if entries else Paragraph(nothing)


def _numbers(report: TeamReport) -> str:
    """Return how many questions are shown in which way."""
    results = list(report.indicators())
    hidden = [result.hidden for result in results if result.hidden]
    said = sum(any(cell.alike for cell in (*result.groups, *result.cells)) for result in results)
    reasons = {said: hidden.count(reason) for reason, said in HIDDEN.items() if reason in hidden}
    why = f" ({', '.join(said if len(reasons) == 1 else f'{number} {said}' for said, number in reasons.items())})" if reasons else ""
    counted = len(results) - said - len(hidden)
    return words.how_shown(counted, said, len(hidden), why)


def _voices(report: TeamReport) -> Iterator[Block]:
    """Yield whose voice is missing where: nobody of a role took part, or nothing is shown that they were asked."""
    absent = roles([role for role in LIVED_EXPERIENCE if not report.view.respondents.get(role)])
    lines = [f"Nobody answered as: {absent}."] if absent else []
    sections = [section for framework in report.frameworks for section in framework.sections]
    sayings = dict.fromkeys(said for section in sections for said in (*missing(section), *_mixed(section)))
    for said in sayings:
        here = [section for section in sections if said in (*missing(section), *_mixed(section))]
        lines.append(f"{words.sentence(_where(here, report))}: {said}.")
    if not lines:
        yield Paragraph("Every role with lived experience took part, and can be seen in every section.")
        return
    yield Bullets(tuple(lines[:_AT_MOST]))
    if len(lines) > _AT_MOST:
        yield Paragraph(f"And {words.in_words(len(lines) - _AT_MOST)} more.")


def _mixed(section: SectionResult) -> tuple[str, ...]:
    return ("lived experience cannot be shown separately",) if is_mixed(section) else ()


def _where(some: Sequence[SectionResult], report: TeamReport) -> str:
    """Name some of the sections of a report, with their framework where there are several."""
    if len(report.frameworks) == 1 or len(some) == sum(len(framework.sections) for framework in report.frameworks):
        return which(some, [section for framework in report.frameworks for section in framework.sections])
    named = [
        (framework.framework.name, [section for section in framework.sections if section in some], framework.sections)
        for framework in report.frameworks
    ]
    return "; ".join(f"{which(here, sections)} ({name})" for name, here, sections in named if here)


def missing(section: SectionResult) -> Iterator[str]:
    """Yield whose voice a section lacks, which nothing shown of it holds."""
    if section.missing_voices:
        yield f"nothing is shown that was asked of {roles(section.missing_voices)}, and it should not be scored without them"
    if section.without_lived_experience:
        yield "nothing is shown that people with lived experience were asked"


def is_mixed(section: SectionResult) -> bool:
    """Whether people with lived experience are only counted together with others in a section."""
    return not section.without_lived_experience and not any(set(group.roles) <= set(LIVED_EXPERIENCE) for group in section.groups)


def which(some: Sequence[SectionResult], sections: Sequence[SectionResult]) -> str:
    """Name some of these sections: one by one, or by the others where those are fewer."""
    others = [section.section.title for section in sections if section not in some]
    if len(sections) > 1 and len(some) > len(others):
        return f"every section but {words.listed(others)}" if others else "every section"
    return words.listed([section.section.title for section in some])


def _nothing(report: TeamReport) -> Iterator[Block]:
    """Yield why nothing is shown, what is remembered of that, and what can be done today."""
    view = report.view
    reasons = {result.hidden for result in report.indicators()}
    number, least = sum(view.respondents.values()), words.in_words(view.minimum)
    yield Heading("Nothing can be shown", note=f"Answered by {words.room(view.respondents)}.")
    if number < view.minimum:
        yield Paragraph(
            f"Answers are only ever counted together for at least {least} people, and here are {words.in_words(number)}. "
            "With fewer, a colleague could work out who said what. Nothing is remembered of this page."
        )
    elif "too-few" in reasons:
        yield Paragraph(
            f"Fewer than {least} people rated any one question. That is remembered, since it says that some did not: of whoever is added "
            "later, little can be shown. It says nothing about what people answered."
        )
    elif "difference" in reasons:
        yield Paragraph(
            "An earlier report of this round counted almost the same people. What differs would be somebody's answer. "
            "Nothing is remembered of this page."
        )
    else:
        yield Paragraph(f"No question is asked of {least} people here. Nothing is remembered of this page.")
    yield Heading("What you can do today", level=2)
    names = ",".join(framework.framework.id for framework in report.frameworks)
    again = ("peerkit report FILE --replace-earlier", "take back the earlier report, if it was not handed out")
    late = [again] if "difference" in reasons else []
    talk = (f"peerkit agenda --questions {names} --minutes 90", "an agenda from the questions alone, to talk")
    yield Commands((*late, _one_form(report), talk))
    if report.forecast and report.forecast.steps:
        yield Bullets(tuple(map(step_line, report.forecast.steps)))


def _one_form(report: TeamReport) -> tuple[str, str]:
    """Return the command for one form that all fill in together, and what it gives."""
    names = " ".join(framework.framework.id for framework in report.frameworks)
    return f"peerkit assess {names} --mode consensus --set {report.view.set}", "one form that you fill in together shows all of it"
