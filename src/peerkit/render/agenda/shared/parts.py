"""The parts of an agenda, each with what is said and asked in it, and what found no time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from peerkit.model.agenda import Agenda, Part, Topic
from peerkit.model.crosswalk import Tension
from peerkit.model.page import Block, Bullets, Commands, Detail, Entries, Entry, Heading, Paragraph, Tone
from peerkit.render.agenda.shared import opening, wording


def blocks(agenda: Agenda) -> Iterator[Block]:
    """Yield every part under its time."""
    for part in agenda.parts:
        time = f"{wording.clock(part.start)} {wording.part_title(part)}"
        yield Heading(time, note=f"{wording.length(part.minutes)}.", tone=_tone(part))
        yield from _part(part, agenda)


def spare(agenda: Agenda) -> Iterator[Block]:
    """Yield what found no time, where there is any."""
    if agenda.spare:
        yield Heading("If there is time", note=wording.SPARE_NOTE)
        yield Entries(entries=tuple(entry(one, agenda) for one in agenda.spare))


def commands(agenda: Agenda) -> Iterator[Block]:
    """Yield how to write down what comes of it, and how to print the cards."""
    yield Heading("Where to go next")
    given = f"peerkit agenda FILE --minutes {agenda.minutes}"
    yield Commands(
        (
            (f"{given} --format html --output cards.html", "cards to print and cut"),
            (f"{given} --record OUTCOME", "write down what you agree on"),
            ("peerkit plan FILE", "what one level up would change"),
        )
    )


def entry(topic: Topic, agenda: Agenda) -> Entry:
    """Return a question with where it stands and why it is here."""
    return Entry(text=topic.asked, standing=wording.reason(topic), place=wording.place(topic, agenda), address=topic.address)


def _tone(part: Part) -> Tone:
    if part.topic is not None:
        return "safety" if part.topic.reason == "safety" else "find-out"
    return "strength" if part.kind == "strengths" else "act" if part.kind in ("vote", "actions") else "calm"


def _part(part: Part, agenda: Agenda) -> Iterator[Block]:
    match part.kind:
        case "opening":
            yield from opening.to_say(agenda)
        case "strengths":
            yield from _strengths(agenda)
        case "talk":
            assert part.topic is not None
            yield from _talk(part.topic, part.tension, agenda)
        case "pause":
            yield Paragraph(wording.PAUSE)
        case "find-out":
            yield Entries(entries=tuple(entry(one, agenda) for one in agenda.find_out), tone="find-out")
            yield Bullets(wording.FIND_OUT)
        case "open":
            yield Paragraph(wording.OPEN)
        case "vote":
            yield Bullets(wording.VOTE)
        case "actions":
            yield Bullets(wording.ACTIONS)
            yield from _proposals(agenda.proposals, agenda)
        case "close":
            yield Bullets(wording.CLOSE)


def _strengths(agenda: Agenda) -> Iterator[Block]:
    if not agenda.strengths:
        yield Paragraph(wording.NO_STRENGTHS)
        return
    yield Entries(entries=tuple(entry(one, agenda) for one in agenda.strengths), tone="strength")
    yield Bullets(wording.STRENGTHS)


def _talk(topic: Topic, tension: Tension | None, agenda: Agenda) -> Iterator[Block]:
    details = tuple(Detail(label, text) for label, text in wording.seen(topic))
    place = topic.framework.name if len(agenda.frameworks) > 1 else ""
    tone: Tone = "safety" if topic.reason == "safety" else "find-out"
    yield Entries(entries=(replace(entry(topic, agenda), place=place, details=details),), tone=tone, large=True)
    yield Paragraph(wording.HOW_TO_TALK)
    yield Bullets(wording.prompts(topic))
    if tension is not None:
        yield Heading(wording.tension_title(tension.title), level=2)
        held = tuple(Detail(name, text) for name, text in wording.positions(agenda, tension.positions))
        yield Entries(entries=(Entry(text=wording.TENSION_NOTE, details=held),))
        yield Bullets(tension.questions)


def _proposals(proposals: Sequence[Topic], agenda: Agenda) -> Iterator[Block]:
    if proposals:
        yield Heading(wording.PROPOSED, level=2)
        yield Entries(entries=tuple(entry(one, agenda) for one in proposals), tone="act")
