"""The agenda's opening: whose it is, the plan in short, and what to say before anything else."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.agenda import Agenda, Part
from peerkit.model.page import Block, Bullets, Facts, Heading, Notice, Paragraph, Title
from peerkit.model.scale import SMALLEST_GROUP
from peerkit.render import wording as words
from peerkit.render.agenda.shared import wording


def blocks(agenda: Agenda) -> Iterator[Block]:
    """Yield the title, who answered, and the parts with their times."""
    yield Title(agenda.program, wording.KIND)
    yield Facts(tuple(facts(agenda)))
    yield Paragraph(wording.MADE[agenda.made])
    if is_lowered(agenda):
        yield Notice(lowered(agenda))
    if agenda.safety_left:
        yield Notice(wording.safety_left(agenda.safety_left))
    yield Heading("The plan in short")
    yield Facts(tuple((wording.clock(part.start), in_short(part)) for part in agenda.parts))


def facts(agenda: Agenda) -> Iterator[tuple[str, str]]:
    """Yield when the agenda was made, how long it takes, from whose answers and which documents it comes."""
    yield "Made on", words.day(agenda.date)
    yield "Time", wording.length(agenda.minutes)
    yield "Answered by", wording.respondents(agenda)
    yield "Documents", words.listed([one.name for one in agenda.frameworks])


def in_short(part: Part) -> str:
    """Return a part on one line: what it is called, how long it takes, and what is talked about."""
    said = f"{wording.part_title(part)} ({wording.length(part.minutes)})"
    return f"{said}: {part.topic.asked}" if part.topic else said


def is_lowered(agenda: Agenda) -> bool:
    """Whether groups are smaller than they should be."""
    return agenda.minimum is not None and agenda.minimum < SMALLEST_GROUP


def lowered(agenda: Agenda) -> str:
    """Say that groups are smaller than they should be."""
    return (
        f"The smallest group was lowered from {SMALLEST_GROUP} to {agenda.minimum} people, and that was confirmed. "
        "Smaller groups are easier to see through."
    )


def to_say(agenda: Agenda) -> Iterator[Block]:
    """Yield what is said at the start: what this is for, what is hidden and why, the ground rules, who decides."""
    yield Paragraph(wording.PURPOSE)
    concealed = tuple(wording.hidden(agenda))
    if concealed:
        yield Heading("What is hidden, and why", level=2)
        yield Bullets(concealed)
    yield Heading("Ground rules", level=2)
    yield Bullets(wording.GROUND_RULES)
    yield Heading("Who decides", level=2)
    yield Paragraph(wording.WHO_DECIDES)
    agreed = wording.governance(agenda)
    yield Facts(agreed) if agreed else Paragraph(wording.not_settled(agenda))
