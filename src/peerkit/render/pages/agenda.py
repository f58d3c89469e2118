"""The agenda of a workshop: the plan in short, then each part with what is said and asked in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor
from typing import Final

from peerkit.model.agenda import Agenda, AgendaPart, Made, PartKind, Reason, Topic
from peerkit.model.crosswalk import Tension
from peerkit.model.page import Block, Bullets, Commands, Detail, Entries, Entry, Facts, Heading, Notice, Page, Paragraph, Part, Title, Tone
from peerkit.model.scale import HIGHEST, LEVEL_LABELS, SMALLEST_GROUP
from peerkit.render import wording as words
from peerkit.render.pages.page_parts import part_of
from peerkit.render.pages.team_words import ALIKE, COLLECTS, HIDDEN, between, counts, lowered, rules, said_by, where


def page(agenda: Agenda) -> Page:
    """Return the agenda as a page."""
    return Page(tuple(_cover(agenda)), tuple(_parts(agenda)))


def _cover(agenda: Agenda) -> Iterator[Block]:
    """Yield the title, who answered, and what must not be missed."""
    yield Title(agenda.program, KIND)
    yield Facts(tuple(facts(agenda)))
    yield Paragraph(MADE[agenda.made])
    if agenda.minimum is not None and agenda.minimum < SMALLEST_GROUP:
        yield Notice(lowered(agenda.minimum))
    if agenda.safety_left:
        yield Notice(safety_left(agenda.safety_left))


def _parts(agenda: Agenda) -> Iterator[Part]:
    """Yield the plan in short, every part under its time, what found no time, and where to go next."""
    plan = Facts(tuple((clock(part.start), _in_short(part)) for part in agenda.parts))
    yield Part("in-short", (Heading("The plan in short"), plan))
    for number, part in enumerate(agenda.parts, 1):
        time = f"{clock(part.start)} {part_title(part)}"
        heading = Heading(time, note=f"{length(part.minutes)}.", tone=_tone(part))
        yield Part(f"part-{number}", (heading, *_part(part, agenda)))
    spare = Entries(entries=tuple(_entry(topic, agenda) for topic in agenda.spare))
    yield Part("spare", (Heading("If there is time", note=SPARE_NOTE), spare) if agenda.spare else ())
    yield Part("next", (Heading("Where to go next"), Commands(tuple(_commands(agenda)))))


def _commands(agenda: Agenda) -> Iterator[tuple[str, str]]:
    names = ",".join(framework.id for framework in agenda.frameworks)
    is_open = agenda.made == "questions"
    given = f"peerkit agenda {f'--questions {names}' if is_open else 'FILE'} --minutes {agenda.minutes}"
    yield f"{given} --format html --output cards.html", "cards to print and cut"
    if is_open:
        yield f"peerkit assess {names.replace(',', ' ')} --mode consensus --large", "answer them together, and keep what you agree on"
    else:
        yield f"{given} --record OUTCOME", "write down what you agree on"
        yield "peerkit plan FILE", "what one level up would change"


def _in_short(part: AgendaPart) -> str:
    """Return a part on one line: what it is called, how long it takes, and what is talked about."""
    said = f"{part_title(part)} ({length(part.minutes)})"
    return f"{said}: {part.topic.result.asked}" if part.topic else said


def _to_say(agenda: Agenda) -> Iterator[Block]:
    """Yield what is said at the start: what this is for, what is hidden and why, the ground rules, who decides."""
    yield Paragraph(PURPOSE)
    concealed = tuple(hidden(agenda))
    if concealed:
        yield Heading("What is hidden, and why", level=2)
        yield Bullets(concealed)
    yield Heading("Ground rules", level=2)
    yield Bullets(GROUND_RULES)
    yield Heading("Who decides", level=2)
    yield Paragraph(WHO_DECIDES)
    agreed = tuple(words.governance(agenda.governance))
    yield Facts(agreed) if agreed else Paragraph(not_settled(agenda))


def _entry(topic: Topic, agenda: Agenda) -> Entry:
    """Return a question with where it stands and why it is here."""
    return Entry(text=topic.result.asked, standing=reason(topic), place=place(topic, agenda), address=topic.address)


def _tone(part: AgendaPart) -> Tone:
    if part.topic is not None:
        return "safety" if part.topic.reason == "safety" else "find-out"
    return "strength" if part.kind == "strengths" else "act" if part.kind in ("vote", "actions") else "calm"


def _part(part: AgendaPart, agenda: Agenda) -> Iterator[Block]:  # noqa: C901  # one case for each kind of part
    match part.kind:
        case "opening":
            yield from _to_say(agenda)
        case "strengths" if agenda.strengths:
            yield Entries(entries=tuple(_entry(result, agenda) for result in agenda.strengths), tone="strength")
            yield Bullets(STRENGTHS)
        case "strengths":
            yield Paragraph(no_strengths(agenda))
        case "talk":
            assert part.topic is not None
            yield from _talk(part.topic, part.tension, agenda)
        case "pause":
            yield Paragraph(PAUSE)
        case "find-out":
            yield Entries(entries=tuple(_entry(topic, agenda) for topic in agenda.find_out), tone="find-out")
            yield Bullets(FIND_OUT)
        case "open":
            yield Paragraph(OPEN)
        case "vote":
            yield Bullets(VOTE)
        case "actions":
            yield Bullets(ACTIONS)
            if agenda.proposals:
                yield Heading(PROPOSED, level=2)
                yield Entries(entries=tuple(_entry(topic, agenda) for topic in agenda.proposals), tone="act")
        case "close":
            yield Bullets(CLOSE)


def _talk(topic: Topic, tension: Tension | None, agenda: Agenda) -> Iterator[Block]:
    details = tuple(Detail(label, text) for label, text in seen(topic))
    place = topic.result.framework.name if len(agenda.frameworks) > 1 else ""
    tone: Tone = "safety" if topic.reason == "safety" else "find-out"
    yield Entries(entries=(replace(_entry(topic, agenda), place=place, details=details),), tone=tone, large=True)
    yield Paragraph(HOW_TO_TALK)
    yield Bullets(prompts(topic))
    if tension is not None:
        yield Heading(f"{TENSION}: {tension.title}", level=2)
        held = tuple(Detail(name, text) for name, text in positions(agenda, tension.positions))
        yield Entries(entries=(Entry(text=TENSION_NOTE, details=held),))
        yield Bullets(tension.questions)


KIND: Final = "Workshop agenda"
PARTS: Final[dict[PartKind, str]] = {
    "opening": "Opening",
    "strengths": "What is strong",
    "talk": "Talk",
    "pause": "Pause",
    "find-out": "Find out",
    "open": "Open time",
    "vote": "What matters most",
    "actions": "Up to three actions",
    "close": "Close",
}
REASONS: Final[Mapping[Reason, str]] = {
    "safety": "A matter of safety",
    "split": "Views are split",
    "apart": "Groups see this differently",
    "differing": "Somebody sees this differently",
    "spread": "Views are spread",
    "gap": "Below the goal",
    "unclear": "The words do not tell",
    "unknown": "Many cannot see this",
}
PURPOSE: Final = (
    "We look at how our program works and agree on a few next steps. For reflection and planning: nobody is audited, ranked or judged."
)
MADE: Final[dict[Made, str]] = {
    "team": "Made from the answers of a team, and only from what a team report shows.",
    "group": "Made from one file that a group filled in together.",
    "person": "Made from one person's answers. Ask that person first, and hear in the room who sees it otherwise.",
    "questions": "Made from the questions alone: nobody has answered them yet. One of each section comes first.",
}
GROUND_RULES: Final = (
    "Speak for yourself. Nobody is asked what they answered, and nobody guesses who answered what.",
    "What is said here stays here. What we decide may leave the room.",
    "Anyone may pass, leave or come back, without a reason.",
    "People with lived experience speak first. Whoever leads the program listens first.",
    "We differ about the work, not about a person.",
    "Nothing is averaged away: a view that differs is written down beside what we agree on.",
)
WHO_DECIDES: Final = "Say before you begin: what can be decided here, by whom, and who has to be asked afterwards."
_NOT_SETTLED: Final = "who decides about these answers, who may see them, until when, and where they are kept. Settle that first."
HOW_TO_TALK: Final = "One minute alone with the card. Then in pairs. Then a round in which each is heard once, before anybody answers."
STRENGTHS: Final = (
    "What keeps this strong? Who carries it?",
    "What would make us lose it?",
)
_EACH_NAMES: Final = "Each names one thing that works here, and who it works for."
PAUSE: Final = "Whoever needs more of it takes it."
FIND_OUT: Final = (
    "Who could tell us, and how could they do so safely?",
    "What could we look at together, and who does it by when?",
)
OPEN: Final = "What did nobody ask about? Go back to what needed more time, or end early."
VOTE: Final = (
    "Each has three dots on paper, and puts them on the questions that matter most to them. All lay theirs down at once.",
    "Count, and look: does it matter most to the people whom this program is for?",
    "What got the most is of high importance. Write that down.",
)
ACTIONS: Final = (
    "Three at most. One is fine.",
    "For each: what, who (a role is enough), by when, the first step, how we will know, help needed, and who else to ask.",
)
ACTION_LINES: Final = (
    "About which question?",
    "What",
    "Who (a role is enough)",
    "By when",
    "First step",
    "How we will know",
    "Help needed",
    "Also ask",
)
PROPOSED: Final = "As the answers stand, these come first. The choice is yours."
CLOSE: Final = (
    "What is outside our control, and with whom do we raise it?",
    "On which day do we look again?",
    "Who tells those who were not here what we decided?",
    "A last round: one word each.",
)
SPARE_NOTE: Final = "These found no time of their own."
TENSION: Final = "Where the documents differ"
TENSION_NOTE: Final = "Both can be right. Where do you stand, here and now?"
FIRST_ASK_SAFETY: Final = "What do people need now, before anything else is planned?"
SAFETY: Final = "In which situations are people exposed while this stays as it is? Speak of situations, not of persons."
LAST_SEEN: Final = "When did you last see this here, and what happened?"
OTHER_PLACE: Final = "What do you see from where you stand that others may not see? Nobody has to say what they answered."
ONE_STEP: Final = "What would one step up look like here?"
IN_THE_WAY: Final = "What stands in the way, and what has helped before?"


def facts(agenda: Agenda) -> Iterator[tuple[str, str]]:
    """Yield when the agenda was made, how long it takes, from whose answers and which documents it comes."""
    yield "Made on", words.day(agenda.date)
    yield "Time", length(agenda.minutes)
    nobody = "nobody yet" if agenda.made == "questions" else "nobody was counted"
    yield "Answered by", words.room(agenda.respondents) or nobody
    yield "Documents", words.listed([framework.name for framework in agenda.frameworks])


def clock(minutes: int) -> str:
    """Return how long after the start something begins: "0:07", "1:30"."""
    return f"{minutes // 60}:{minutes % 60:02}"


def length(minutes: int) -> str:
    """Return how long something takes."""
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def part_title(part: AgendaPart) -> str:
    """Return what a part is called; a question goes by its section."""
    if part.topic is None:
        return PARTS[part.kind]
    return f"{'Safety first' if part.topic.reason == 'safety' else PARTS['talk']}: {part.topic.result.section.title}"


def hidden(agenda: Agenda) -> Iterator[str]:
    """Yield what is hidden and why; nothing for one file, in which nothing is."""
    if agenda.minimum is None:
        return
    yield from rules(agenda.minimum)
    yield words.how_shown(agenda.asked - agenda.hidden - agenda.in_words, agenda.in_words, agenda.hidden)
    yield COLLECTS


def not_settled(agenda: Agenda) -> str:
    """Return what to settle where nothing was agreed about the answers."""
    return f"Not said{', or not said alike in all files' if agenda.made == 'team' else ''}: {_NOT_SETTLED}"


def no_strengths(agenda: Agenda) -> str:
    """Return what is said in the part about strengths where none is shown."""
    return _EACH_NAMES if agenda.made == "questions" else f"Nothing is shown at its goal yet. {_EACH_NAMES}"


def safety_left(number: int) -> str:
    """Say that matters of safety found no time."""
    matters = "One more matter of safety found" if number == 1 else f"{words.sentence(words.in_words(number))} more matters of safety found"
    return f"{matters} no time here, and should not wait for another workshop. See under: If there is time."


def standing(topic: Topic) -> str:
    """Return where a question stands and what it aims at, or that this is not shown."""
    if topic.result.hidden is not None:
        return f"Not shown: {HIDDEN[topic.result.hidden]}"
    goal = f"goal {LEVEL_LABELS[topic.result.goal]}"
    if topic.reason == "question":
        return words.sentence(goal)
    if topic.result.state == "no-agreement":
        return f"We do not agree, {goal}"
    if not topic.result.is_rated:
        return f"Not known, {goal}"
    known = topic.result.standing is not None and bool(topic.result.cells)
    return words.sentence(f"{'in the middle: ' if known else ''}{where(topic.result)}, {goal}")


def seen(topic: Topic) -> Iterator[tuple[str, str]]:
    """Yield who sees a question how, side by side: the middle of each group; where views are split, the counts that the report shows."""
    for who, cell in said_by(topic.result):
        middle = ALIKE[cell.alike] if cell.alike else f"in the middle: {between(cell.low)}"
        yield f"{who} ({cell.ratings})", words.sentence(counts(cell) if topic.reason == "split" else middle)
    yield from (("Seen differently", words.dissent(view)) for view in topic.result.dissent)


def prompts(topic: Topic) -> tuple[str, ...]:
    """Return open questions about a topic, made of what the framework says of it; nothing that leads to a person."""
    named = "; ".join(topic.result.indicator.look_for)
    example = (f"What could we point at? For example: {named}.",) if named else ()
    match topic.reason:
        case "unknown" | "hidden":
            return (*FIND_OUT, *example)
        case "strength":
            return (*STRENGTHS, *example)
        case "safety":
            return (FIRST_ASK_SAFETY, SAFETY, *_one_step(topic), *example)
        case "gap":
            return (LAST_SEEN, *_one_step(topic), IN_THE_WAY, *example)
        case _:
            return (LAST_SEEN, OTHER_PLACE, *_pictures(topic), *example)


def positions(agenda: Agenda, held: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return what each document says, by its name, or its id where the name is not known."""
    return tuple((agenda.names.get(name, name), text) for name, text in held.items())


def reason(topic: Topic) -> str:
    """Return why a question is on the agenda, and where it stands."""
    if topic.reason in ("hidden", "strength", "question") or topic.result.state == "no-agreement":
        return standing(topic)
    return f"{REASONS[topic.reason]}. {standing(topic)}"


def place(topic: Topic, agenda: Agenda) -> str:
    """Return where a question stands in its document: the section, with the framework where there are several."""
    return part_of(topic.result, several=len(agenda.frameworks) > 1)


def _pictures(topic: Topic) -> tuple[str, ...]:
    """Return the two pictures between which views lie, each as a question: the nearest below the lowest, and above the highest."""
    views = [Fraction(view.answer) for view in topic.result.dissent if isinstance(view.answer, int)]
    levels = [level for _, cell in said_by(topic.result) for level in (cell.low, cell.high)] or [
        topic.result.standing or Fraction(0),
        *views,
    ]
    spread = topic.reason in ("split", "spread", "question")
    low = 0 if spread else floor(min(levels))
    high = HIGHEST if spread else ceil(max(levels))
    below, above = _picture(topic, low, up=False), _picture(topic, max(high, low + 1), up=True)
    return tuple(text for text in (f"Where and when is it like this? {below}", f"And where like this? {above}") if below != above)


def _one_step(topic: Topic) -> tuple[str, ...]:
    """Return what one level up would be, with its picture where the level is known, and the first step, where it is."""
    level, step = topic.result.standing, topic.result.next_step
    first = f"{ONE_STEP} {_picture(topic, floor(level) + 1, up=True)}" if level is not None else ONE_STEP
    return (first, *((f"A first step could be: {step}",) if step else ()))


def _picture(topic: Topic, level: int, *, up: bool) -> str:
    """Return what a level looks like here: that level's picture, else the nearest one in a direction, else any."""
    known = sorted((int(name), text) for name, text in topic.result.indicator.signposts.items())
    fitting = [text for at, text in known if at >= level] if up else [text for at, text in reversed(known) if at <= level]
    return [*fitting, *(text for _, text in known), ""][0]
