"""The keys of the interview, typed as words on a line."""

from __future__ import annotations

from typing import Final, Literal, get_args, get_type_hints

from peerkit.engine.interview.moves import Back, Give, GoTo, Keep, Move, TakeIn, Write
from peerkit.engine.interview.state_machine import Interview
from peerkit.model.answers import Dissent, Evidence, Given
from peerkit.model.constraints import LONGEST_NOTE
from peerkit.model.scale import LEVELS, AnswerWord, PersonWord
from peerkit.model.typed_text import answer_of, answer_of_a_group, leading_answer, whole_number

Key = Literal["help", "note", "evidence", "differ", "go", "facts", "leave-out", "review", "pause", "quit", "why-not-here"]
"""What a key asks for that needs another step."""

LEVEL_KEYS: Final = {str(level): level for level in LEVELS}
WORD_KEYS: Final[dict[str, PersonWord]] = {"d": "dont-know", "n": "not-applicable", "s": "skipped"}
STEP_KEYS: Final[dict[str, Key]] = {
    "?": "help",
    "m": "note",
    "e": "evidence",
    "g": "go",
    "l": "leave-out",
    "r": "review",
    "p": "pause",
    "q": "quit",
}
FACTS: Final = "facts"
"""What is typed behind `g` to go to the facts."""
MOST_PEOPLE: Final = 1_000
GROUP_KEYS: Final[dict[str, Move | Key]] = {"v": "differ", "a": Give("no-agreement")}
"""The keys that only a group has that answers together."""
EVIDENCE_KINDS: Final[tuple[str, ...]] = get_args(get_type_hints(Evidence)["kind"])


def meaning_of(key: str) -> Move | Key | None:
    """Return what a key alone stands for: a reply, or the name of another step; None where it is no key."""
    if key in LEVEL_KEYS:
        return Give(LEVEL_KEYS[key])
    if key == "n":
        return "why-not-here"
    if key in WORD_KEYS:
        return Give(WORD_KEYS[key])
    if key in GROUP_KEYS:
        return GROUP_KEYS[key]
    return Back() if key == "b" else STEP_KEYS.get(key)


def key_of(answer: Given) -> str:
    """Return the key that stands for an answer."""
    words: dict[str, AnswerWord] = {**WORD_KEYS, "a": "no-agreement"}
    return next((key for key, word in words.items() if word == answer), str(answer))


def understand(line: str, interview: Interview) -> Move | Key | None:
    """Return what a line says: a reply, a key that needs another step, or None where it says nothing we know.

    An answer may be typed in words. Words behind `m`, `n`, `e`, `v` and `g` belong to them. An empty line keeps an earlier answer.
    """
    whole = line.strip().casefold()
    if not whole:
        return Keep() if interview.answer is not None else None
    in_a_group = interview.assessment.mode == "consensus"
    answer = answer_of_a_group(whole) if in_a_group else answer_of(whole)
    if answer is not None:
        return "why-not-here" if answer == "not-applicable" else Give(answer)
    key, _, rest = line.strip().partition(" ")
    key = key.casefold()
    if key in GROUP_KEYS and not in_a_group:
        return None
    return _with_words(key, rest.strip(), interview) if rest.strip() else meaning_of(whole)


def _with_words(key: str, rest: str, interview: Interview) -> Move | Key | None:
    if len(rest) > LONGEST_NOTE:
        return None
    match key:
        case "m":
            return remark(rest)
        case "n":
            return not_here(rest, interview)
        case "e":
            return Write(evidence=(*interview.beside.evidence, evidence(rest)))
        case "v":
            views = views_after(rest, interview.beside.dissent)
            return None if views is None else Write(dissent=views)
        case "g":
            return destination(rest, interview)
    return None


def not_here(why: str, interview: Interview) -> Give:
    """Return the answer that a question does not apply, for the reason `why`; an earlier note stays before it."""
    note = interview.beside.note
    if why in note:
        return Give("not-applicable")
    return Give("not-applicable", f"{note}; {why}"[:LONGEST_NOTE] if note else why)


def remark(words: str) -> Write:
    """Return a note; a hyphen alone removes the one that stands there."""
    return Write(note="" if words == "-" else words)


def evidence(words: str) -> Evidence:
    """Return a piece of evidence; a first word that is a kind says which."""
    kind, _, rest = words.partition(" ")
    kind = kind.casefold().rstrip(":")
    if kind in EVIDENCE_KINDS and rest.strip():
        return Evidence(kind=kind, text=rest.strip())  # type: ignore[arg-type]  # one of the kinds
    return Evidence(kind="other", text=words)


def views_after(words: str, views: tuple[Dissent, ...]) -> tuple[Dissent, ...] | None:
    """Return the differing views after a line: `1 2 why` adds one, `change 3 1 2 why` and `remove 3` go by their number.

    None where it says nothing we know.
    """
    head, _, rest = words.partition(" ")
    if head.casefold() not in ("change", "remove"):
        view = differing_view(words)
        return None if view is None else (*views, view)
    number, _, rest = rest.strip().partition(" ")
    place = whole_number(number, len(views))
    if not place:
        return None
    before, after = views[: place - 1], views[place:]
    if head.casefold() == "remove":
        return None if rest else (*before, *after)
    view = differing_view(rest.strip())
    return None if view is None else (*before, view, *after)


def differing_view(words: str) -> Dissent | None:
    """Return a differing view: an answer, how many people see it so (1 where no number follows), and why; None where it is none."""
    found = leading_answer(words.strip(), WORD_KEYS)
    if found is None:
        return None
    answer, rest = found
    number, _, why = rest.partition(" ")
    people = people_of(number)
    if people is None and number.isdecimal():
        return None
    return Dissent(answer=answer, people=people or 1, why=why.strip() if people else rest)


def people_of(text: str) -> int | None:
    """Return how many people a text says, 1 to 1,000; None where it says no such number."""
    return whole_number(text, MOST_PEOPLE) or None


def destination(words: str, interview: Interview) -> Move | Key | None:
    """Return how to get where `words` say: to a question by its number, id or address, to a section by its id or address, or to the facts.

    A section that was left out is taken in again. None where there is no such place.
    """
    name = words.strip().casefold()
    if name.isdecimal():
        number = whole_number(name, len(interview.questions))
        return GoTo(interview.questions[number - 1].address) if number else None
    if name == FACTS:
        return "facts"
    for question in interview.questions:
        if name in (question.address, question.indicator.id, question.section.id, question.part):
            return GoTo(question.address)
    out = next((part.address for part in interview.left_out if name in (part.address, part.section.id)), None)
    return None if out is None else TakeIn(out)
