"""What was hidden or put in words and why, who can open the files, and whose voice is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.page import Block, Bullets, Heading, Notice, Paragraph
from peerkit.model.scale import ROLES
from peerkit.model.team import Row
from peerkit.model.team_report import TeamReport, TeamSectionResult
from peerkit.render import wording as words
from peerkit.render.team.shared.wording import HIDDEN, LIVED, roles

COLLECTS: Final = (
    "Whoever collects the files can open each one. If that worries anyone, let a peer from outside the line of management collect them, "
    "or fill in one form together."
)
NOT_SEPARATE: Final = "lived experience cannot be shown separately here"


def blocks(report: TeamReport) -> Iterator[Block]:
    """Yield how people are protected, with the number of questions it concerns, and whose voice is missing."""
    yield Heading("What is hidden here, and why")
    yield Bullets(tuple(rules(report.view.minimum)))
    yield Paragraph(_numbers(report))
    yield Notice(COLLECTS)
    yield from _voices(report)


def rules(minimum: int) -> Iterator[str]:
    """Yield the three sentences that say how people are protected."""
    number = words.in_words(minimum)
    yield (
        f"Answers are only ever counted together for at least {number} people; roles with fewer are counted with others, "
        "and nobody is left out."
    )
    yield (
        "When almost everyone in a group said the same, or almost everyone said Not yet or Starting, the report says so in words instead "
        "of counts, so that not even a colleague who knows their own answer can work out another's."
    )
    yield (
        f"A second report of the same round shows only what differs by nobody or by at least {number} people, because otherwise the "
        "difference would be somebody's answer."
    )


def _numbers(report: TeamReport) -> str:
    """Return how many questions are shown in which way."""
    rows = [one.row for one in report.indicators()]
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
    for one in report.frameworks:
        for section in one.sections:
            for said in missing(section, report):
                told.setdefault(said, []).append(f"{section.section.title} ({one.framework.name})" if several else section.section.title)
    absent = roles([role for role in ROLES if role in LIVED and not report.view.respondents.get(role)])
    if absent:
        yield Paragraph(f"Nobody answered as: {absent}.")
    if told:
        yield Bullets(tuple(f"{words.sentence(said)}: {words.listed(titles)}." for said, titles in told.items()))
    elif not absent:
        yield Paragraph("Every role with lived experience took part, and can be seen in every section.")


def missing(section: TeamSectionResult, report: TeamReport) -> Iterator[str]:
    """Yield whose voice a section lacks, or that it cannot be shown apart; nothing where it can."""
    if section.missing_voices:
        yield f"this should not be scored without {roles(section.missing_voices)}, and none took part"
    if section.without_lived_experience:
        yield "scored without anyone who brings lived experience"
    elif LIVED.intersection(role for role, number in report.view.respondents.items() if number) and not is_lived_apart(section):
        yield NOT_SEPARATE


def is_lived_apart(section: TeamSectionResult) -> bool:
    """Whether a group of the section holds nobody but people with lived experience."""
    return any(group.roles and LIVED.issuperset(group.roles) for group in section.groups)
