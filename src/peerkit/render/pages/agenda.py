"""The agenda of a workshop: the plan in short, then each part with what is said and asked in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from peerkit.model.agenda import Agenda, Topic
from peerkit.model.agenda import AgendaPart as AgendaPart
from peerkit.model.crosswalk import Tension
from peerkit.model.page import Block, Bullets, Commands, Detail, Entries, Entry, Facts, Heading, Notice, Page, Paragraph, Part, Title, Tone
from peerkit.model.scale import SMALLEST_GROUP
from peerkit.render import wording as words
from peerkit.render.pages import agenda_words as texts
from peerkit.render.pages.team_words import lowered


def page(agenda: Agenda) -> Page:
    """Return the agenda as a page."""
    return Page(tuple(_cover(agenda)), tuple(_parts(agenda)))


def _cover(agenda: Agenda) -> Iterator[Block]:
    """Yield the title, who answered, and what must not be missed."""
    yield Title(agenda.program, texts.KIND)
    yield Facts(tuple(texts.facts(agenda)))
    yield Paragraph(texts.MADE[agenda.made])
    if agenda.minimum is not None and agenda.minimum < SMALLEST_GROUP:
        yield Notice(lowered(agenda.minimum))
    if agenda.safety_left:
        yield Notice(texts.safety_left(agenda.safety_left))


def _parts(agenda: Agenda) -> Iterator[Part]:
    """Yield the plan in short, every part under its time, what found no time, and where to go next."""
    plan = Facts(tuple((texts.clock(part.start), _in_short(part)) for part in agenda.parts))
    yield Part("in-short", (Heading("The plan in short"), plan))
    for number, part in enumerate(agenda.parts, 1):
        time = f"{texts.clock(part.start)} {texts.part_title(part)}"
        heading = Heading(time, note=f"{texts.length(part.minutes)}.", tone=_tone(part))
        yield Part(f"part-{number}", (heading, *_part(part, agenda)))
    yield Part("spare", tuple(_spare(agenda)))
    yield Part("next", tuple(_commands(agenda)))


def _in_short(part: AgendaPart) -> str:
    """Return a part on one line: what it is called, how long it takes, and what is talked about."""
    said = f"{texts.part_title(part)} ({texts.length(part.minutes)})"
    return f"{said}: {part.topic.result.asked}" if part.topic else said


def _to_say(agenda: Agenda) -> Iterator[Block]:
    """Yield what is said at the start: what this is for, what is hidden and why, the ground rules, who decides."""
    yield Paragraph(texts.PURPOSE)
    concealed = tuple(texts.hidden(agenda))
    if concealed:
        yield Heading("What is hidden, and why", level=2)
        yield Bullets(concealed)
    yield Heading("Ground rules", level=2)
    yield Bullets(texts.GROUND_RULES)
    yield Heading("Who decides", level=2)
    yield Paragraph(texts.WHO_DECIDES)
    agreed = tuple(words.governance(agenda.governance))
    yield Facts(agreed) if agreed else Paragraph(texts.not_settled(agenda))


def _spare(agenda: Agenda) -> Iterator[Block]:
    """Yield what found no time, where there is any."""
    if agenda.spare:
        yield Heading("If there is time", note=texts.SPARE_NOTE)
        yield Entries(entries=tuple(_entry(topic, agenda) for topic in agenda.spare))


def _commands(agenda: Agenda) -> Iterator[Block]:
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


def _entry(topic: Topic, agenda: Agenda) -> Entry:
    """Return a question with where it stands and why it is here."""
    return Entry(text=topic.result.asked, standing=texts.reason(topic), place=texts.place(topic, agenda), address=topic.address)


def _tone(part: AgendaPart) -> Tone:
    if part.topic is not None:
        return "safety" if part.topic.reason == "safety" else "find-out"
    return "strength" if part.kind == "strengths" else "act" if part.kind in ("vote", "actions") else "calm"


def _part(part: AgendaPart, agenda: Agenda) -> Iterator[Block]:
    match part.kind:
        case "opening":
            yield from _to_say(agenda)
        case "strengths":
            yield from _strengths(agenda)
        case "talk":
            assert part.topic is not None
            yield from _talk(part.topic, part.tension, agenda)
        case "pause":
            yield Paragraph(texts.PAUSE)
        case "find-out":
            yield Entries(entries=tuple(_entry(topic, agenda) for topic in agenda.find_out), tone="find-out")
            yield Bullets(texts.FIND_OUT)
        case "open":
            yield Paragraph(texts.OPEN)
        case "vote":
            yield Bullets(texts.VOTE)
        case "actions":
            yield Bullets(texts.ACTIONS)
            yield from _proposals(agenda.proposals, agenda)
        case "close":
            yield Bullets(texts.CLOSE)


def _strengths(agenda: Agenda) -> Iterator[Block]:
    if not agenda.strengths:
        yield Paragraph(texts.NO_STRENGTHS)
        return
    yield Entries(entries=tuple(_entry(result, agenda) for result in agenda.strengths), tone="strength")
    yield Bullets(texts.STRENGTHS)


def _talk(topic: Topic, tension: Tension | None, agenda: Agenda) -> Iterator[Block]:
    details = tuple(Detail(label, text) for label, text in texts.seen(topic))
    place = topic.result.framework.name if len(agenda.frameworks) > 1 else ""
    tone: Tone = "safety" if topic.reason == "safety" else "find-out"
    yield Entries(entries=(replace(_entry(topic, agenda), place=place, details=details),), tone=tone, large=True)
    yield Paragraph(texts.HOW_TO_TALK)
    yield Bullets(texts.prompts(topic))
    if tension is not None:
        yield Heading(texts.tension_title(tension.title), level=2)
        held = tuple(Detail(name, text) for name, text in texts.positions(agenda, tension.positions))
        yield Entries(entries=(Entry(text=texts.TENSION_NOTE, details=held),))
        yield Bullets(tension.questions)


def _proposals(proposals: Sequence[Topic], agenda: Agenda) -> Iterator[Block]:
    if proposals:
        yield Heading(texts.PROPOSED, level=2)
        yield Entries(entries=tuple(_entry(topic, agenda) for topic in proposals), tone="act")
