"""The keys of the interview, typed as words on a line."""

from __future__ import annotations

from typing import Final, Literal, get_args, get_type_hints

from peerkit.engine.interview import Interview
from peerkit.engine.replies import Back, Give, GoTo, Keep, Point, Remark, Reply
from peerkit.model.assessment import Evidence
from peerkit.model.constraints import LONGEST_NOTE
from peerkit.model.scale import LEVEL_LABELS, LEVELS, AnswerWord

Key = Literal["help", "note", "evidence", "go", "review", "pause", "quit", "why-not-here"]
"""What a key asks for that needs another step."""

LEVEL_KEYS: Final = {str(level): level for level in LEVELS}
WORD_KEYS: Final[dict[str, AnswerWord]] = {"d": "dont-know", "n": "not-applicable", "s": "skipped"}
STEP_KEYS: Final[dict[str, Key]] = {
    "?": "help",
    "m": "note",
    "e": "evidence",
    "g": "go",
    "r": "review",
    "p": "pause",
    "q": "quit",
}
_LABELS: Final = {label.casefold(): level for level, label in zip(LEVELS, LEVEL_LABELS, strict=True)}
EVIDENCE_KINDS: Final[tuple[str, ...]] = get_args(get_type_hints(Evidence)["kind"])


def meaning_of(key: str) -> Reply | Key | None:
    """Return what a key alone stands for: a reply, or the name of another step; None where it is no key."""
    if key in LEVEL_KEYS:
        return Give(LEVEL_KEYS[key])
    if key == "n":
        return "why-not-here"
    if key in WORD_KEYS:
        return Give(WORD_KEYS[key])
    return Back() if key == "b" else STEP_KEYS.get(key)


def understand(line: str, interview: Interview) -> Reply | Key | None:
    """Return what a line says: a reply, a key that needs another step, or None where it says nothing we know.

    A level may be typed as its label. Words behind `m`, `n`, `e` and `g` belong to them. An empty line keeps an earlier answer.
    """
    whole = line.strip().casefold()
    if not whole:
        return Keep() if interview.answer is not None else None
    if whole in _LABELS:
        return Give(_LABELS[whole])
    key, _, rest = line.strip().partition(" ")
    return _with_words(key.casefold(), rest.strip(), interview) if rest.strip() else meaning_of(whole)


def _with_words(key: str, rest: str, interview: Interview) -> Reply | None:
    if len(rest) > LONGEST_NOTE:
        return None
    if key == "m":
        return Remark(rest)
    if key == "n":
        return not_here(rest, interview)
    if key == "e":
        return evidence(rest)
    if key == "g":
        address = find_question(rest, interview)
        return GoTo(address) if address else None
    return None


def not_here(why: str, interview: Interview) -> Give:
    """Return the answer that a question does not apply, for the reason `why`; an earlier note stays before it."""
    note = interview.note
    if why in note:
        return Give("not-applicable")
    return Give("not-applicable", f"{note}; {why}"[:LONGEST_NOTE] if note else why)


def evidence(words: str) -> Point:
    """Return a piece of evidence; a first word that is a kind says which."""
    kind, _, rest = words.partition(" ")
    kind = kind.casefold().rstrip(":")
    if kind in EVIDENCE_KINDS and rest.strip():
        return Point(Evidence(kind=kind, text=rest.strip()))  # type: ignore[arg-type]  # one of the kinds
    return Point(Evidence(kind="other", text=words))


def find_question(words: str, interview: Interview) -> str | None:
    """Return the address of the question meant by its number, id or address, or by the id of its section; None where none is."""
    name = words.strip().casefold()
    if name.isdecimal():
        number = int(name)
        return interview.questions[number - 1].address if 0 < number <= len(interview.questions) else None
    for question in interview.questions:
        if name in (question.address, question.indicator.id, question.section.id, f"{question.framework.id}/{question.section.id}"):
            return question.address
    return None
