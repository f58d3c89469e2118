"""What a terminal sends, told apart: characters, the few keys that peerkit knows, and pasted text. Every other sequence is dropped whole.

A terminal sends much that nobody typed or meant: function keys, keys held with others, replies to what a program before us had asked,
reports of a mouse. All of them hold digits and letters, which must answer no question and stand in no note.
"""

from __future__ import annotations

import re
from typing import Final

from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.keys import Keys

_ESCAPE: Final = "\x1b"
_ALWAYS_HEARD: Final = "\x03\x04"
"""Ctrl-C and Ctrl-D count wherever they come, also in the middle of a sequence."""
_CONTROLS: Final = {
    **{chr(ord(letter) - 0x60): Keys(f"c-{letter}") for letter in "abcdefhijklmnptuwyz"},
    "\x1f": Keys.ControlUnderscore,
    "\x7f": Keys.ControlH,
}
"""The control characters that do something, on a screen of ours or in a line of text."""
_HELD_WITH_CTRL: Final = frozenset("abcdefklnptuwyz")
"""The letters that make such a key where a terminal sends Ctrl and a letter as a sequence: h, i, j and m are no Enter and Tab then."""
_IN_EIGHT_BITS: Final = {
    sent: f"{_ESCAPE}{chr(ord(control) - 0x40)}"
    for control in "\x8f\x90\x98\x9b\x9d\x9e\x9f"
    for sent in (control, chr(0xDC00 + ord(control)))
}
"""What begins a sequence in one character, as text and as a byte that is no text, and how it begins in seven bits."""
_STRING_END: Final = "\udc9c"
"""What can end a sequence as a byte that is no text."""
_UNFINISHED: Final = re.compile(
    r"""\x1b+ (?: \[ (?: \[ | (?! [0-9]+ \$ \Z ) [ -?]* | M .{0,2} )         # CSI; rxvt ends keys in $, and a mouse follows an M
              | O [0-9;]*                                                 # SS3
              | [ -/]+                                                    # what names a set of characters, or a size
              | \?                                                        # the keypad of a VT52
              | [\]PX^_] .*                                               # OSC, DCS, SOS, PM and APC
              )?""",
    re.VERBOSE | re.DOTALL,
)
_OF_A_MACHINE: Final = re.compile(r"\x1b+(?:\[[0-?]|[\]PX^_].)", re.DOTALL)
"""How a sequence begins that fingers cannot have made: Alt and a bracket alone they can."""
_LONGEST: Final = 64
"""Characters of the longest sequence that we may know; of a longer one no more is kept than shows that it is longer."""
_MOUSE: Final = f"{_ESCAPE}[M"
"""Three characters follow, which say where the mouse is, and can be any."""
PASTE, PASTE_END = f"{_ESCAPE}[200~", f"{_ESCAPE}[201~"
"""What a terminal puts around pasted text."""
_CURSOR_IS_AT: Final = re.compile(r"\x1b\[[0-9]+;1R")
"""Where the cursor is, as prompt_toolkit asks at the start of a line; F3 held with another key looks much like it."""
_NUMBERED: Final = re.compile(r"\x1b\[([0-9;:]*)([A-Za-z~])")
_NAMED: Final = {
    "A": Keys.Up,
    "B": Keys.Down,
    "C": Keys.Right,
    "D": Keys.Left,
    "H": Keys.Home,
    "F": Keys.End,
    "1~": Keys.Home,
    "7~": Keys.Home,
    "4~": Keys.End,
    "8~": Keys.End,
    "3~": Keys.Delete,
}
_NAMED_WITH_CTRL: Final = {"C": Keys.ControlRight, "D": Keys.ControlLeft}
_KEYPAD: Final = {
    **{f"{_ESCAPE}O{name}": key for name, key in _NAMED.items() if len(name) == 1},
    **{f"{_ESCAPE}O{letter}": str(digit) for digit, letter in enumerate("pqrstuvwxy")},
    f"{_ESCAPE}OM": Keys.ControlM,
    f"{_ESCAPE}Oc": Keys.ControlRight,
    f"{_ESCAPE}Od": Keys.ControlLeft,
}
_CODES: Final[dict[int, Keys | str]] = {
    **{ord(digit): digit for digit in "0123456789"},
    **{57399 + digit: str(digit) for digit in range(10)},
    13: Keys.ControlM,
    57414: Keys.ControlM,
    127: Keys.ControlH,
}
"""The keys that count where a terminal sends every key as the number of its character, or of its place on the keypad."""
_CTRL: Final = 4
_HELD: Final = 0b111111
"""Shift, Alt, Ctrl and the like, without Caps Lock and Num Lock, which are on rather than held."""
_LET_GO: Final = "3"


class Keystrokes:
    """Tells keys apart in text as it comes; a sequence and a paste may come in pieces."""

    def __init__(self) -> None:
        self._begun = ""
        self._pasted: list[str] | None = None
        self._stalled = False

    def hear(self, text: str) -> list[KeyPress]:
        """Return the keys in text that was sent next."""
        presses: list[KeyPress] = []
        at = 0
        while at < len(text):
            if self._pasted is not None:
                press, at = self._paste(self._pasted, text, at)
            else:
                press, at = self._character(text[at]), at + 1
            if press is not None:
                presses.append(press)
        return presses

    def pause(self) -> None:
        """Take a short silence for the end of what fingers can have begun: Escape, or Alt with a key. A machine may go on yet."""
        if not _OF_A_MACHINE.match(self._begun):
            self._begun = ""

    def give_up(self) -> None:
        """Take a long silence for the end of any sequence, so that none swallows what is typed later. A paste can still be broken off."""
        self._begun = ""
        self._stalled = self._pasted is not None

    def _paste(self, pieces: list[str], text: str, at: int) -> tuple[KeyPress | None, int]:
        """Return the paste if it ends in a text, and where to go on; of one that stalled, Ctrl-C is the end."""
        stalled, self._stalled = self._stalled, False
        if stalled and text[at:] in tuple(_ALWAYS_HEARD):
            self._pasted = None
            return self._character(text[at]), at + 1
        pieces.append(text[at:])
        if PASTE_END not in "".join(pieces[-len(PASTE_END) :]):
            return None, len(text)
        self._pasted = None
        whole, _, rest = "".join(pieces).partition(PASTE_END)
        return KeyPress(Keys.BracketedPaste, whole), len(text) - len(rest)

    def _character(self, character: str) -> KeyPress | None:
        """Return the key that a character is or ends, if any."""
        if self._begun.startswith(_MOUSE) and character >= " ":
            return self._go_on(character)
        if character == _ESCAPE:
            self._begun = 2 * _ESCAPE if self._begun and not self._begun.strip(_ESCAPE) else _ESCAPE
        elif character in _IN_EIGHT_BITS:
            self._begun = _IN_EIGHT_BITS[character]
        elif character in _ALWAYS_HEARD or not self._begun:
            self._begun = ""
            return _plain(character)
        elif _is_control(character) or character == _STRING_END:
            self._begun = ""
        else:
            return self._go_on(character)
        return None

    def _go_on(self, character: str) -> KeyPress | None:
        """Return the key whose sequence a character ends; one that we do not know is there to be ignored, and shows that something came."""
        sequence = f"{self._begun}{character}"
        if _UNFINISHED.fullmatch(sequence):
            self._begun = sequence[:_LONGEST]
            return None
        self._begun = ""
        if sequence.endswith(PASTE):
            self._pasted = []
            return None
        if _CURSOR_IS_AT.fullmatch(sequence):
            return KeyPress(Keys.CPRResponse, sequence)
        known = len(sequence) <= _LONGEST and (_KEYPAD.get(sequence) or _numbered(sequence))
        key = known or Keys.Ignore
        return KeyPress(key, "" if isinstance(key, Keys) else key)


def typed(line: str) -> str:
    """Return a line that a terminal has collected by itself, without what is no text in it."""
    return "".join(press.data for press in Keystrokes().hear(line) if press.key != Keys.CPRResponse)


def _plain(character: str) -> KeyPress | None:
    """Return the key of a character outside of a sequence. What is no text has none to insert."""
    if character in _CONTROLS:
        return KeyPress(_CONTROLS[character], "")
    return None if _is_control(character) else KeyPress(character, character)


def _is_control(character: str) -> bool:
    return character < " " or "\x7f" <= character <= "\x9f"


def _numbered(sequence: str) -> Keys | str | None:
    """Return the key of a sequence with numbers: which key it is, what was held with it, and whether it was let go."""
    match = _NUMBERED.fullmatch(sequence)
    if match is None:
        return None
    numbers, final = [field.split(":") for field in match[1].split(";")], match[2]
    if final == "~" and numbers[0] == ["27"] and len(numbers) == len(("27", "held", "code")):
        return _coded(numbers[2], numbers[1])
    held, name = numbers[1] if len(numbers) > 1 else [""], f"{numbers[0][0]}~" if final == "~" else final
    if final == "u":
        return _coded(numbers[0], held)
    if _LET_GO in held[1:] or (final != "~" and numbers[0] not in ([""], ["1"])):
        return None
    return {0: _NAMED, _CTRL: _NAMED_WITH_CTRL}.get(_held(held), {}).get(name)


def _coded(code: list[str], held: list[str]) -> Keys | str | None:
    """Return the key of a character's number; the third part of `code` is that on a keyboard with Latin letters."""
    number = int((code[2] if len(code) > 2 else "") or code[0] or 0)
    if _LET_GO in held[1:]:
        return None
    if _held(held) == 0:
        return _CODES.get(number)
    letter = chr(number).lower() if number < 128 else ""
    return _CONTROLS[chr(ord(letter) - 0x60)] if _held(held) == _CTRL and letter in _HELD_WITH_CTRL else None


def _held(field: list[str]) -> int:
    """Return which keys were held, as bits."""
    return (int(field[0] or 1) - 1) & _HELD
