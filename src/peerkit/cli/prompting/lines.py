"""A prompter of numbered lines: for pipes, screen readers and plain terminals. Nothing is redrawn and nothing said by colour."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from peerkit.cli.prompting import keys, words
from peerkit.cli.prompting.interface import Leave, Option, Review, Unusable, View
from peerkit.engine.interview import Give, GoTo, Remark, Reply
from peerkit.model.constraints import LONGEST_NOTE
from peerkit.model.scale import ANSWER_LABELS, LEVEL_LABELS, LEVELS, meanings, stem
from peerkit.render.wrap import wrapped

TRIES = 4
"""How often an unusable line is heard before we give up: once, and three times again."""
_LONGEST_LINE = LONGEST_NOTE + 100


class LinePrompter:
    """Asks on standard output and hears from standard input, line by line. See `interface.Prompter`."""

    def __init__(self, *, interactive: bool, width: int) -> None:
        self.interactive = interactive
        self.width = width
        self.scale_told = False

    def tell(self, text: str) -> None:
        """See `Prompter`."""
        for paragraph in text.split("\n"):
            self._say(*wrapped(paragraph, self.width))

    def show(self, text: str) -> None:
        """See `Prompter`. Nothing waits: the lines stay where they are."""
        self.tell(text)

    def choose(self, question: str, options: Sequence[Option], default: str | None = None) -> str:
        """See `Prompter`. A number or the value itself chooses; an empty line takes the default."""
        self._say("", *wrapped(question, self.width))
        for number, option in enumerate(options, start=1):
            self._say(*wrapped(option.label, self.width, first=f"{number} "))
        known = {option.value: option.value for option in options} | {str(number): one.value for number, one in enumerate(options, start=1)}
        accepted = f"Accepted: 1 to {len(options)}."
        if default is not None:
            known[""] = default
            accepted = f"{accepted} Enter takes {next(option.label for option in options if option.value == default)}."
        for _ in range(TRIES):
            line = self._hear("Number: ").strip().casefold()
            if line in known:
                return known[line]
            self._say(*wrapped(accepted, self.width))
        raise _unusable()

    def choose_some(self, question: str, options: Sequence[Option], most: int) -> list[str]:
        """See `Prompter`. Numbers with spaces between them choose."""
        self._say("", *wrapped(question, self.width))
        for number, option in enumerate(options, start=1):
            self._say(*wrapped(option.label, self.width, first=f"{number} "))
        for _ in range(TRIES):
            numbers = self._hear("Numbers, or Enter for none: ").replace(",", " ").split()
            if len(numbers) <= most and all(one.isdecimal() and 0 < int(one) <= len(options) for one in numbers):
                return list(dict.fromkeys(options[int(one) - 1].value for one in numbers))
            self._say(*wrapped(f"Accepted: up to {most} numbers from 1 to {len(options)}, with spaces between them.", self.width))
        raise _unusable()

    def write(self, question: str, *, current: str = "", fallback: str = "") -> str:
        """See `Prompter`. A line cannot be edited here, so an empty one keeps the `current` text."""
        default = fallback or current
        shown = f"{question} (Enter takes: {default})" if default else question
        self._say("", *wrapped(shown, self.width))
        return self._hear("> ").strip()[:LONGEST_NOTE] or default

    def ask(self, view: View) -> Reply | Leave | Review:
        """See `Prompter`."""
        self._put(view)
        unusable = 0
        while unusable < TRIES:
            said = keys.understand(self._hear("Answer: "), view.interview)
            if said is None:
                unusable += 1
                self._say(*wrapped(f"That is no answer I know. {words.ACCEPTED}", self.width))
            elif not isinstance(said, str):
                return said
            elif (reply := self._step(said, view)) is not None:
                return reply
        raise _unusable()

    def _step(self, key: keys.Key, view: View) -> Reply | Leave | Review | None:
        """Take the other step that a key needs; None where the question is to be answered still."""
        match key:
            case "quit":
                return Leave()
            case "review":
                return Review()
            case "why-not-here":
                return Give("not-applicable", self.write(words.WHY_NOT_HERE) if self.interactive else None)
            case "note":
                text = self.write(words.NOTE_PROMPT, current=view.interview.note)
                return Remark(text) if text else None
            case "evidence":
                text = self.write(words.EVIDENCE_TEXT)
                return keys.evidence(text) if text else None
            case "go":
                address = keys.find_question(self.write(words.GO_WHERE), view.interview)
                return GoTo(address) if address else None
            case "pause":
                self._pause()
            case "help":
                self._help(view)
        return None

    def _put(self, view: View) -> None:
        interview, question = view.interview, view.interview.question
        assert question is not None
        heading = f"{words.place(interview.position)}, {words.time_left(interview.position)}"
        self._say("", *wrapped(heading, self.width))
        if view.opens_section:
            self._say(*wrapped(words.section_name(question), self.width))
            if question.section.content_note:
                self._say(*wrapped(question.section.content_note, self.width, first="Please note: "))
        self._say(*wrapped(question.ask, self.width))
        before = words.earlier(interview.answer, question.ask)
        if before:
            self._say(*wrapped(f"{before} Enter keeps it.", self.width))
        self._scale(view)

    def _scale(self, view: View) -> None:
        """Say the scale in full once, and its labels from then on."""
        if self.scale_told:
            labels = ", ".join(f"{level} {LEVEL_LABELS[level]}" for level in LEVELS)
            self._say(*wrapped(f"{labels}; d, n, s, m, ?, b, q", self.width))
            return
        self.scale_told = True
        self._say(*wrapped(stem(view.role), self.width))
        for level, meaning in zip(LEVELS, meanings(view.role, small_team=view.small_team), strict=True):
            self._say(*wrapped(f"{LEVEL_LABELS[level]}: {meaning}", self.width, first=f"{level} "))
        for key, word in keys.WORD_KEYS.items():
            self._say(*wrapped(ANSWER_LABELS[word], self.width, first=f"{key} "))
        self._say(*wrapped(words.PLAIN_KEYS, self.width))

    def _help(self, view: View) -> None:
        question = view.interview.question
        assert question is not None
        for paragraph in words.help_text(question, question.framework):
            self._say(*wrapped(paragraph, self.width))
        for level, meaning in zip(LEVELS, meanings(view.role, small_team=view.small_team), strict=True):
            self._say(*wrapped(f"{LEVEL_LABELS[level]}: {meaning}", self.width, first=f"{level} "))

    def _pause(self) -> None:
        if self.interactive:
            sys.stdout.write("\x1b[H\x1b[2J\x1b[3J")
            self._hear(f"{words.PAUSED} ")

    def _say(self, *lines: str) -> None:
        for line in lines:
            sys.stdout.write(f"{line}\n")

    def _hear(self, prompt: str) -> str:
        """Return a line; what is longer than any note is read to its end and counts as no answer."""
        sys.stdout.write(prompt)
        sys.stdout.flush()
        line = sys.stdin.readline(_LONGEST_LINE)
        if not line:
            raise EOFError
        if line.endswith("\n") or len(line) < _LONGEST_LINE:
            return line
        while (rest := sys.stdin.readline(_LONGEST_LINE)) and not rest.endswith("\n"):
            pass
        return "\x00"


def _unusable() -> Unusable:
    return Unusable("no usable answer came, and it was asked four times", words.ACCEPTED)
