"""What a question looks like in a terminal of a given size: pure text, laid out before anything is drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from peerkit.cli.prompting import keys, words
from peerkit.cli.prompting.interface import View
from peerkit.model.scale import ANSWER_LABELS, LEVEL_LABELS, LEVELS, meanings, stem
from peerkit.render.escape import one_line
from peerkit.render.layout import cell_width
from peerkit.render.wrap import wrapped

FULL_HEIGHT: Final = 24
"""In fewer rows the meanings of the levels stand behind `?`, and the other answers are keys."""
WIDEST: Final = 92
POINTER: Final = 3
"""Columns that a list of choices keeps free for its pointer."""
_LABEL = 10
_MARGINS = 2
"""Columns that stay free: the first, and the last, where some terminals go to the next line by themselves."""
_BEHIND_ASK = 2
"""Columns that questionary takes behind a question."""
_TO_COPY: Final = re.compile(rf"^{words.SAVED}|: +peerkit ")


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to choose: its key, and the lines that are shown for it."""

    key: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """A question as lines: where we are, the question, what stands between it and the choices, the choices, and the keys below.

    `left_out` holds paragraphs that found no room and belong to the help: the content note, the meanings of the levels.
    """

    head: tuple[str, ...]
    ask: tuple[str, ...]
    under: tuple[str, ...]
    invitation: str
    choices: tuple[Choice, ...]
    foot: tuple[str, ...]
    left_out: tuple[str, ...]

    @property
    def height(self) -> int:
        """How many rows the screen takes."""
        choices = sum(len(choice.lines) for choice in self.choices)
        return len(self.head) + len(self.ask) + len(self.under) + 1 + choices + len(self.foot)


@dataclass(frozen=True, slots=True)
class _Form:
    """How much of a question is shown: `remembered` lines of what was said before; `airy` has blank lines between the parts."""

    explains: bool = False
    airy: bool = False
    stem: bool = True
    note: bool = True
    remembered: int = 5
    foot: str = words.MANY_KEYS


_FULL: Final = (_Form(explains=True, airy=True, foot=words.OTHER_KEYS), _Form(explains=True, foot=words.OTHER_KEYS))
_BRIEF: Final = (
    _Form(airy=True),
    _Form(),
    _Form(stem=False, remembered=3),
    _Form(stem=False, remembered=2, foot=words.FEW_KEYS),
    _Form(stem=False, remembered=1, note=False, foot=words.FEW_KEYS),
)


def lay_out(view: View, columns_there: int, rows: int) -> Screen:
    """Return the screen for a question: in full where it fits, else shorter, so that the question is always in sight."""
    width = min(WIDEST, columns_there - _MARGINS)
    for form in (*(_FULL if rows >= FULL_HEIGHT else ()), *_BRIEF):
        screen = _formed(view, width, form)
        if screen.height <= rows:
            break
    return screen


def _formed(view: View, width: int, form: _Form) -> Screen:
    question, room = view.interview.question, width + 1 - POINTER
    assert question is not None
    blank = ("",) if form.airy else ()
    note = f"{words.CONTENT_NOTE}{question.section.content_note}" if view.opens_section and question.section.content_note else ""
    scale = words.scale_text(meanings(view.role, small_team=view.small_team))
    return Screen(
        head=(*_place(view, width), *_section(view, width, form), *(wrapped(note, width) if note and form.note else ()), *blank),
        ask=tuple(wrapped(question.ask, width - _BEHIND_ASK)),
        under=(*_before(view, room, form.remembered), *blank, *(wrapped(stem(view.role), room) if form.stem else ())),
        invitation=next((text for text in words.CHOOSE if cell_width(text) <= room), words.CHOOSE[-1][:room]),
        choices=_choices(view, room) if form.explains else _labels(room),
        foot=(*blank, *_keys(form.foot, room)),
        left_out=(*([] if form.note or not note else [note]), *([] if form.explains else [scale])),
    )


def _place(view: View, width: int) -> list[str]:
    place, left = words.place(view.interview.position), words.time_left(view.interview.position)
    gap = width - cell_width(place) - cell_width(left)
    return [f"{place}{' ' * gap}{left}"] if gap > 1 else [*wrapped(place, width), *wrapped(left, width)]


def _section(view: View, width: int, form: _Form) -> list[str]:
    question = view.interview.question
    assert question is not None
    return shortened(words.section_name(question), width, 2 if form.explains else 1)


def _before(view: View, width: int, most: int) -> list[str]:
    """Return what the person said to this question before: the answer, the first lines of the note, the last piece of evidence."""
    question = view.interview.question
    assert question is not None
    said = words.earlier(view.interview.answer, question.ask)
    lines = shortened(said, width, most) if said else []
    for text, longest in ((words.noted(view.interview.note), 2), (words.pointed(view.interview.points), 1)):
        if text and len(lines) < most:
            lines += shortened(text, width, min(longest, most - len(lines)))
    return lines


def _choices(view: View, room: int) -> tuple[Choice, ...]:
    """Return the levels with their meanings, then the answers that are no ratings."""
    levels = zip(LEVELS, LEVEL_LABELS, meanings(view.role, small_team=view.small_team), strict=True)
    rated = [Choice(str(level), tuple(wrapped(meaning, room, first=f"{level}  {label:<{_LABEL}}"))) for level, label, meaning in levels]
    others = [Choice(key, tuple(wrapped(ANSWER_LABELS[word], room, first=f"{key}  "))) for key, word in keys.WORD_KEYS.items()]
    return (*rated, *others)


def _labels(room: int) -> tuple[Choice, ...]:
    return tuple(Choice(str(level), tuple(wrapped(label, room, first=f"{level}  "))) for level, label in enumerate(LEVEL_LABELS))


def _keys(text: str, width: int) -> list[str]:
    """Return a line of keys, broken between keys only."""
    lines: list[str] = []
    for part in text.split(" · "):
        if lines and cell_width(lines[-1]) + 3 + cell_width(part) <= width:
            lines[-1] = f"{lines[-1]} · {part}"
        else:
            lines.append(part)
    return lines


def shortened(text: str, width: int, most: int, first: str = "") -> list[str]:
    """Return a text as at most `most` lines that `first` leads; an ellipsis stands for what is left out."""
    lines = wrapped(text, width, first=first)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while cell_width(last) >= width:
        last = last[:-1]
    return [*lines[: most - 1], f"{last.rstrip()}…"]


def told(text: str, columns_there: int) -> list[str]:
    """Return a text as lines; a path and a command stay whole, so that they can be copied."""
    width = min(WIDEST, columns_there - 1)
    return [
        line
        for paragraph in text.split("\n")
        for line in ([one_line(paragraph)] if _TO_COPY.search(paragraph) else wrapped(paragraph, width))
    ]


def pages(paragraphs: list[str], columns_there: int, rows: int) -> list[list[str]]:
    """Return paragraphs, and the lines they have, as screens of lines, none of which scrolls."""
    width, height = min(WIDEST, columns_there - 1), max(4, rows - 3)
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [*([""] if len(lines) % height else []), *(line for part in paragraph.split("\n") for line in wrapped(part, width))]
    return [lines[start : start + height] for start in range(0, len(lines), height)]
