"""A prompter of numbered lines: for pipes, screen readers and plain terminals. Nothing is redrawn and nothing said by colour."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

from peerkit.cli.prompting import keys, words
from peerkit.cli.prompting.interface import Leave, Option, Review, Unusable, View
from peerkit.cli.prompting.screen import told
from peerkit.engine.replies import GoTo, Remark, Reply
from peerkit.model.constraints import LONGEST_NOTE
from peerkit.model.scale import ANSWER_LABELS, LEVEL_LABELS, LEVELS, meanings, stem
from peerkit.render.wrap import wrapped

TRIES = 4
"""How often an unusable line is heard before we give up: once, and three times again."""
_LONGEST_LINE = LONGEST_NOTE + 100
_TOO_LONG = "\x00"
"""What is heard in place of a line that is longer than any note."""


class LinePrompter:
    """Asks on standard output and hears from standard input, line by line. See `interface.Prompter`."""

    def __init__(self, *, interactive: bool, width: int) -> None:
        self.interactive = interactive
        self.width = width
        self.scale_told = False

    def session(self) -> AbstractContextManager[None]:
        """See `Prompter`. Lines wait by themselves."""
        return nullcontext()

    def tell(self, text: str) -> None:
        """See `Prompter`."""
        self._say(*told(text, self.width + 1))

    def show(self, text: str) -> None:
        """See `Prompter`. Nothing waits: the lines stay where they are."""
        self.tell(text)

    def choose(self, question: str, options: Sequence[Option], default: str | None = None, *, first: int = 1) -> str:
        """See `Prompter`. A number or the value itself chooses; an empty line takes the default."""
        self._list(question, options, first)
        numbered = {str(number): option.value for number, option in enumerate(options, start=first)}
        known = {option.value: option.value for option in options} | numbered
        accepted = f"Accepted: {first} to {first + len(options) - 1}."
        if default is not None:
            known[""] = default
            accepted = f"{accepted} Enter takes {next(option.label for option in options if option.value == default)}."
        for _ in range(TRIES):
            line = self._hear("Number: ").strip().casefold()
            if line in known:
                return known[line]
            self._say(*wrapped(accepted, self.width))
        raise _unusable()

    def choose_some(self, question: str, options: Sequence[Option], most: int, chosen: Sequence[str] = ()) -> list[str]:
        """See `Prompter`. Numbers with spaces between them choose."""
        self._list(question, options, 1)
        earlier = " ".join(str(number) for number, option in enumerate(options, start=1) if option.value in chosen)
        prompt = f"Numbers, 0 for none, or Enter to keep {earlier}: " if earlier else "Numbers, or Enter for none: "
        for _ in range(TRIES):
            numbers = (self._hear(prompt).replace(",", " ").strip() or earlier).split()
            if numbers == ["0"]:
                return []
            if len(numbers) <= most and all(one.isdecimal() and 0 < int(one) <= len(options) for one in numbers):
                return list(dict.fromkeys(options[int(one) - 1].value for one in numbers))
            self._say(*wrapped(f"Accepted: up to {most} numbers from 1 to {len(options)}, with spaces between them.", self.width))
        raise _unusable()

    def write(self, question: str, *, current: str = "", fallback: str = "") -> str:
        """See `Prompter`. A line cannot be edited here, so an empty one keeps the `current` text."""
        default = fallback or current
        shown = f"{question} (Enter takes: {default})" if default else question
        self._say("", *wrapped(shown, self.width))
        for _ in range(TRIES):
            line = self._hear("> ").strip()
            if len(line) <= LONGEST_NOTE and line != _TOO_LONG:
                return line or default
            self._say(*wrapped(words.TOO_LONG, self.width))
        raise _unusable()

    def ask(self, view: View) -> Reply | Leave | Review:
        """See `Prompter`."""
        self._put(view)
        unusable = 0
        while unusable < TRIES:
            line = self._hear("Answer: ")
            said = keys.understand(line, view.interview)
            if said is None:
                unusable += 1
                self._say(*wrapped(words.TOO_LONG if line == _TOO_LONG else words.UNKNOWN, self.width))
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
                return keys.not_here(self.write(words.WHY_NOT_HERE) if self.interactive else "", view.interview)
            case "note":
                text = self.write(words.NOTE_PROMPT, current=view.interview.note)
                return Remark(text) if text else None
            case "evidence":
                text = self.write(words.EVIDENCE_LINE)
                return keys.evidence(text) if text else None
            case "go":
                return self._go(view)
            case "pause":
                self._pause(view)
            case "help":
                self._help(view)
        return None

    def _go(self, view: View) -> Reply | None:
        wanted = self.write(words.GO_WHERE)
        address = keys.find_question(wanted, view.interview)
        if wanted and address is None:
            self._say(*wrapped(words.NO_SUCH_QUESTION, self.width))
        return GoTo(address) if address else None

    def _put(self, view: View) -> None:
        interview, question = view.interview, view.interview.question
        assert question is not None
        heading = f"{words.place(interview.position)}, {words.time_left(interview.position)}"
        self._say("", *wrapped(heading, self.width))
        if view.opens_section:
            self._say(*wrapped(words.section_name(question), self.width))
            if question.section.content_note:
                self._say(*wrapped(question.section.content_note, self.width, first=words.CONTENT_NOTE, rest=""))
        self._say(*wrapped(question.ask, self.width))
        before = words.earlier(interview.answer, question.ask)
        remembered = (f"{before} Enter keeps it." if before else "", words.noted(interview.note), words.pointed(interview.points))
        for text in filter(None, remembered):
            self._say(*wrapped(text, self.width))
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

    def _pause(self, view: View) -> None:
        if self.interactive:
            sys.stdout.write("\x1b[H\x1b[2J\x1b[3J")
            self._hear(f"{words.PAUSED} ")
            self._put(view)

    def _list(self, question: str, options: Sequence[Option], first: int) -> None:
        self._say("", *wrapped(question, self.width))
        for number, option in enumerate(options, start=first):
            self._say(*wrapped(option.label, self.width, first=f"{number} "))

    def _say(self, *lines: str) -> None:
        for line in lines:
            sys.stdout.write(f"{line}\n")

    def _hear(self, prompt: str) -> str:
        """Return a line; what is longer than any note is read to its end and comes back as `_TOO_LONG`.

        The prompt's line is ended when the person breaks off, so that what is said then starts a line of its own.
        """
        sys.stdout.write(prompt)
        sys.stdout.flush()
        try:
            line = sys.stdin.readline(_LONGEST_LINE)
            whole = line.endswith("\n") or len(line) < _LONGEST_LINE
            while not whole and (rest := sys.stdin.readline(_LONGEST_LINE)) and not rest.endswith("\n"):
                pass
            if not line:
                raise EOFError
        except (KeyboardInterrupt, EOFError):
            self._say("")
            sys.stdout.flush()
            raise
        return line if whole else _TOO_LONG


def _unusable() -> Unusable:
    return Unusable("no usable answer came, and it was asked four times", words.ACCEPTED)
