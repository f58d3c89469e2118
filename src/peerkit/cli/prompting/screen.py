"""What a question looks like in a terminal of a given size: pure text, laid out before anything is drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from peerkit.cli.printed_command import GOES_ON, shell_here
from peerkit.cli.prompting import keys, section_words, words
from peerkit.cli.prompting.interface import View
from peerkit.model.scale import ANSWER_LABELS, LEVEL_LABELS, LEVELS, meanings, stem
from peerkit.render.escape import one_line
from peerkit.render.layout import cell_width, wrapped, wrapped_command

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
_POINT: Final = "- "
_TO_COPY: Final = re.compile(rf"""^{words.SAVED}|: +(?:& )?(?:\S*|'[^']*|"[^"]*)peerkit(?:\.exe)?['"]? [a-z]|-m peerkit [a-z]""")
_COMMAND: Final = re.compile(r"""(?:& )?(?:(?:\S*|'[^']*|"[^"]*)peerkit(?:\.exe)?['"]?|(?:\S+|'[^']*'|"[^"]*") -m peerkit) [a-z]""")


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
        return len(self.head) + len(self.ask) + len(self.under) + bool(self.invitation) + choices + len(self.foot)


@dataclass(frozen=True, slots=True)
class _Form:
    """How much of a question is shown: `remembered` lines of what was said before; `airy` has blank lines between the parts.

    `scale` says what stands beside the levels: what they mean to anybody, what they look like for this question, or nothing. `listed` says
    that the levels stand on the screen at all, `told` that the keys of the other answers do.
    """

    scale: Literal["meanings", "signposts", "labels"] = "labels"
    airy: bool = False
    spaced: bool = False
    stem: bool = True
    note: bool = True
    opening: bool = False
    rest: bool = False
    place: bool = True
    section: bool = True
    listed: bool = True
    told: bool = True
    remembered: int = 5
    keys: str = words.OTHER_KEYS


_FULL: Final = (
    _Form(scale="meanings", airy=True, opening=True, rest=True),
    _Form(scale="meanings", opening=True, rest=True),
    _Form(scale="meanings", airy=True, rest=True),
    _Form(scale="meanings", airy=True),
    _Form(scale="meanings"),
)
_BRIEF: Final = (
    _Form(airy=True, opening=True, rest=True),
    _Form(opening=True, rest=True),
    _Form(airy=True, rest=True),
    _Form(airy=True),
    _Form(),
    _Form(stem=False, remembered=3),
    _Form(stem=False, remembered=2, keys=words.FEW_KEYS),
    _Form(stem=False, remembered=1, note=False, keys=words.FEW_KEYS),
)
_SMALLEST: Final = _Form(stem=False, note=False, place=False, section=False, listed=False, told=False, remembered=0, keys=words.FEWEST_KEYS)
_SMALL: Final = (
    _Form(stem=False, remembered=1, note=False, section=False, keys=words.FEW_KEYS),
    _Form(stem=False, remembered=0, note=False, section=False, place=False, keys=words.FEW_KEYS),
    _Form(stem=False, remembered=0, note=False, section=False, place=False, told=False, keys=words.SHORT_KEYS),
    _SMALLEST,
)
"""For windows in which the question itself hardly fits: it stays, and everything else goes."""
_LARGE: Final = tuple(
    _Form(scale=scale, airy=True, spaced=spaced, remembered=2) for scale in ("signposts", "labels") for spaced in (True, False)
)


def lay_out(view: View, columns_there: int, rows: int, *, large: bool = False) -> Screen:
    """Return the screen for a question: in full where it fits, else shorter, so that the question is always in sight.

    Where even the question alone does not fit, it is cut with an ellipsis, and the help behind `?` has all of it. A `large` one is for a
    projector: only the question, what each level looks like, and space between them.
    """
    width = min(WIDEST, columns_there - _MARGINS)
    full = _FULL if rows >= FULL_HEIGHT else ()
    for form in (*(_LARGE if large else full), *_BRIEF, *_SMALL):
        screen = _formed(view, width, form)
        if screen.height <= rows:
            return screen
    ask = shortened(view.question.ask, width - _BEHIND_ASK, max(1, rows - len(screen.foot)))
    return replace(screen, ask=tuple(ask))


def _formed(view: View, width: int, form: _Form) -> Screen:
    room = width + 1 - POINTER
    blank = ("",) if form.airy else ()
    wide = ("",) if form.spaced else ()
    place, section = _place(view, width) if form.place else (), _section(view, width, form) if form.section else ()
    return Screen(
        head=(*place, *section, *blank, *wide),
        ask=tuple(wrapped(view.question.ask, width - _BEHIND_ASK)),
        under=(*_before(view, room, form.remembered), *blank, *(wrapped(stem(view.role), room) if form.stem else ())),
        invitation=next((text for text in words.CHOOSE if cell_width(text) <= room), words.CHOOSE[-1][:room]) if form.listed else "",
        choices=tuple(Choice(choice.key, (*choice.lines, *wide)) for choice in _choices(view, room, form)) if form.listed else (),
        foot=(*blank, *_keys(_foot(view, form), room)),
        left_out=tuple(_left_out(view, form)),
    )


def _left_out(view: View, form: _Form) -> list[str]:
    """Return what belongs to the question and found no room."""
    note = "" if form.note or not _notes(view) else section_words.content_note(view.question.section)
    levels = zip(LEVELS, LEVEL_LABELS, meanings(view.role, small_team=view.small_team), strict=True)
    scale = "" if form.scale == "meanings" else "\n".join(f"{level} {label}: {meaning}" for level, label, meaning in levels)
    about = "" if form.opening and view.opens_section else view.question.section.summary
    return [text for text in (note, scale, about) if text]


def _place(view: View, width: int) -> list[str]:
    """Return where we are and how long it takes, with a bar where there is room."""
    position = view.interview.position
    place, bar, left = section_words.place(position), section_words.bar(position), section_words.time_left(view)
    for start, end in ((f"{place}   {bar}", left), (place, left)):
        gap = width - cell_width(start) - cell_width(end)
        if gap > 1:
            return [f"{start}{' ' * gap}{end}"]
    below = f"{bar}  {left}"
    return [*wrapped(place, width), *([below] if cell_width(below) <= width else wrapped(left, width))]


def _section(view: View, width: int, form: _Form) -> list[str]:
    """Return the section's name and, where it opens, the note, the summary and that a break would be well now."""
    section, name = view.question.section, section_words.section_name(view.question, view.interview.frameworks)
    lines = shortened(name, width, 2 if form.scale == "meanings" else 1)
    if view.rests and form.rest:
        lines = [*wrapped(section_words.REST_KEYS, width), *lines]
    if view.opens_section and form.opening and section.summary:
        lines += wrapped(section.summary, width)
    return lines + (wrapped(section_words.content_note(section), width) if form.note and _notes(view) else [])


def _notes(view: View) -> bool:
    """Whether the content note of the section belongs on this screen."""
    return view.opens_section and not view.noted and bool(view.question.section.content_note)


def _before(view: View, width: int, most: int) -> list[str]:
    """Return what was said to this question before: the answer, the last differing view, the first lines of the note, the evidence."""
    beside = view.interview.beside
    said = words.earlier(view.interview.answer, view.question.ask)
    lines = shortened(said, width, most) if said and most else []
    remembered = ((section_words.differing(beside.dissent), 2), (words.noted(beside.note), 2), (words.pointed(beside.evidence), 1))
    for text, longest in remembered:
        if text and len(lines) < most:
            lines += shortened(text, width, min(longest, most - len(lines)))
    return lines


def _choices(view: View, room: int, form: _Form) -> tuple[Choice, ...]:
    """Return the levels; with their meanings, the answers that are no ratings follow."""
    if form.scale == "labels":
        return tuple(Choice(str(level), tuple(wrapped(label, room, first=f"{level}  "))) for level, label in enumerate(LEVEL_LABELS))
    if form.scale == "signposts":
        posts: dict[str, str] = {str(level): text for level, text in view.question.indicator.signposts.items()}
        named = ((str(level), f"{level}  {label:<{_LABEL}}") for level, label in enumerate(LEVEL_LABELS))
        return tuple(Choice(level, tuple(wrapped(posts.get(level, ""), room, first=first))) for level, first in named)
    levels = zip(LEVELS, LEVEL_LABELS, meanings(view.role, small_team=view.small_team), strict=True)
    rated = [Choice(str(level), tuple(wrapped(meaning, room, first=f"{level}  {label:<{_LABEL}}"))) for level, label, meaning in levels]
    others = [Choice(key, tuple(wrapped(ANSWER_LABELS[word], room, first=f"{key}  "))) for key, word in keys.WORD_KEYS.items()]
    apart = [Choice("a", tuple(wrapped(ANSWER_LABELS["no-agreement"], room, first="a  ")))] if view.in_a_group else []
    return (*rated, *others, *apart)


def _foot(view: View, form: _Form) -> str:
    """Return the keys below the choices; those of answers that stand among the choices are not told twice."""
    if not form.told:
        return form.keys
    answers = "" if form.scale == "meanings" else words.ANSWER_KEYS
    return " · ".join(filter(None, (answers, words.GROUP_KEYS if view.in_a_group else "", form.keys)))


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
    while last and cell_width(last) >= width:
        last = last[:-1]
    return [*lines[: most - 1], f"{last.rstrip()}…"]


def told(text: str, columns_there: int, rows: int | None = None) -> list[str]:
    """Return a text as lines; a path and a command behind a text stay whole, so that they can be copied, and a command alone folds.

    Where it has more lines than `rows`, each point of a list in it keeps to one line.
    """
    width = min(WIDEST, columns_there - 1)
    lines = [line for paragraph in text.split("\n") for line in _told(paragraph, width)]
    taken = sum(max(1, -(-cell_width(line) // columns_there)) for line in lines)
    if rows is None or taken < rows:
        return lines
    brief = "\n".join(shortened(line, width, 1)[0] if line.startswith(_POINT) else line for line in text.split("\n"))
    return told(brief, columns_there)


def _told(paragraph: str, width: int) -> list[str]:
    if _COMMAND.match(paragraph):
        return wrapped_command(paragraph, width, GOES_ON[shell_here()])
    if _TO_COPY.search(paragraph):
        return [one_line(paragraph)]
    point = paragraph.startswith(_POINT)
    return wrapped(paragraph.removeprefix(_POINT), width, first=_POINT) if point else wrapped(paragraph, width)


def pages(paragraphs: list[str], columns_there: int, rows: int) -> list[list[str]]:
    """Return paragraphs as screens of lines, none of which scrolls; a paragraph stays whole where a screen can hold it."""
    width, height = min(WIDEST, columns_there - 1), max(1, rows - 3)
    made: list[list[str]] = [[]]
    for paragraph in paragraphs:
        lines = [line for part in paragraph.split("\n") for line in wrapped(part, width)]
        if made[-1] and len(made[-1]) + 1 + len(lines) > height:
            made.append([])
        made[-1] += ["", *lines] if made[-1] else lines
        while len(made[-1]) > height:
            made[-1:] = [made[-1][:height], made[-1][height:]]
    return made
