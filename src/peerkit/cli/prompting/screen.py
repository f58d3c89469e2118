"""What a question looks like in a terminal of a given size: pure text, laid out before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from peerkit.cli.prompting import keys, words
from peerkit.cli.prompting.interface import View
from peerkit.model.scale import ANSWER_LABELS, LEVEL_LABELS, LEVELS, meanings, stem
from peerkit.render.layout import cell_width
from peerkit.render.wrap import wrapped

FULL_HEIGHT = 24
"""In fewer rows the meanings of the levels stand behind `?`, and the other answers are keys."""
WIDEST = 92
_POINTER = 3
_LABEL = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to choose: its key, and the lines that are shown for it."""

    key: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """A question as lines: where we are, the question, what stands between it and the choices, the choices, and the keys below."""

    head: tuple[str, ...]
    ask: tuple[str, ...]
    under: tuple[str, ...]
    choices: tuple[Choice, ...]
    foot: tuple[str, ...]

    @property
    def height(self) -> int:
        """How many rows the screen takes, with the line that asks to choose."""
        choices = sum(len(choice.lines) for choice in self.choices)
        return len(self.head) + len(self.ask) + len(self.under) + 1 + choices + len(self.foot)


def lay_out(view: View, columns_there: int, rows: int) -> Screen:
    """Return the screen for a question: in full where it fits, else shorter, so that the question is always in sight."""
    width = min(WIDEST, columns_there - 1)
    if rows >= FULL_HEIGHT:
        for airy in (True, False):
            screen = _full(view, width, airy=airy)
            if screen.height <= rows:
                return screen
    return _brief(view, width)


def _full(view: View, width: int, *, airy: bool) -> Screen:
    """Return the screen with the meanings of the levels; `airy` has blank lines between its parts."""
    question = view.interview.question
    assert question is not None
    blank = ("",) if airy else ()
    note = question.section.content_note
    noted = wrapped(note, width, first="Please note: ", rest="") if view.opens_section and note else []
    return Screen(
        head=(*_place(view, width), *wrapped(words.section_name(question), width), *noted, ""),
        ask=tuple(wrapped(question.ask, width)),
        under=(*_before(view, width - _POINTER), *blank, *wrapped(stem(view.role), width - _POINTER)),
        choices=_choices(view, width),
        foot=(*blank, *_keys(words.OTHER_KEYS, width - _POINTER)),
    )


def _brief(view: View, width: int) -> Screen:
    """Return the screen for a small terminal: labels only, everything else behind keys."""
    question = view.interview.question
    assert question is not None
    return Screen(
        head=(*_place(view, width), *wrapped(words.section_name(question), width)[:1]),
        ask=tuple(wrapped(question.ask, width)),
        under=tuple(_before(view, width - _POINTER)[:2]),
        choices=_labels(width),
        foot=tuple(_keys(words.FEW_KEYS, width - _POINTER)),
    )


def _place(view: View, width: int) -> list[str]:
    place, left = words.place(view.interview.position), words.time_left(view.interview.position)
    gap = width - cell_width(place) - cell_width(left)
    return [f"{place}{' ' * gap}{left}"] if gap > 1 else wrapped(f"{place}, {left}", width)


def _before(view: View, width: int) -> list[str]:
    """Return what the person said to this question before, and the first lines of the note."""
    question = view.interview.question
    assert question is not None
    said = words.earlier(view.interview.answer, question.ask)
    noted = wrapped(view.interview.note, width, first="Your note: ", rest="")[:2] if view.interview.note else []
    return [*(wrapped(said, width) if said else []), *noted]


def _choices(view: View, width: int) -> tuple[Choice, ...]:
    """Return the levels with their meanings, then the answers that are no ratings."""
    room = width - _POINTER
    levels = zip(LEVELS, LEVEL_LABELS, meanings(view.role, small_team=view.small_team), strict=True)
    rated = [Choice(str(level), tuple(wrapped(meaning, room, first=f"{level}  {label:<{_LABEL}}"))) for level, label, meaning in levels]
    others = [Choice(key, tuple(wrapped(ANSWER_LABELS[word], room, first=f"{key}  "))) for key, word in keys.WORD_KEYS.items()]
    return (*rated, *others)


def _labels(width: int) -> tuple[Choice, ...]:
    return tuple(
        Choice(str(level), tuple(wrapped(label, width - _POINTER, first=f"{level}  "))) for level, label in enumerate(LEVEL_LABELS)
    )


def _keys(text: str, width: int) -> list[str]:
    """Return a line of keys, broken between keys only."""
    lines: list[str] = []
    for part in text.split(" · "):
        if lines and cell_width(lines[-1]) + 3 + cell_width(part) <= width:
            lines[-1] = f"{lines[-1]} · {part}"
        else:
            lines.append(part)
    return lines


def pages(paragraphs: list[str], columns_there: int, rows: int) -> list[list[str]]:
    """Return paragraphs as screens of lines, none of which scrolls."""
    width, height = min(WIDEST, columns_there - 1), max(4, rows - 3)
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [*([""] if lines else []), *wrapped(paragraph, width)]
    return [lines[start : start + height] for start in range(0, len(lines), height)]
