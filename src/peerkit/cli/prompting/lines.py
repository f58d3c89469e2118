"""A prompter of numbered lines: for pipes, screen readers and plain terminals. Nothing is redrawn and nothing said by colour."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager

from peerkit.cli import console
from peerkit.cli.prompting import beside_steps, keys, section_words, words
from peerkit.cli.prompting.interface import Leave, Option, Review, Unusable, View, marks_of
from peerkit.cli.prompting.screen import told
from peerkit.cli.prompting.signals import AskedToEnd, ending_like_ctrl_c
from peerkit.engine.interview.moves import Move, Write
from peerkit.errors import OutputError
from peerkit.model.answers import Evidence
from peerkit.model.constraints import LONGEST_NOTE
from peerkit.model.scale import ANSWER_LABELS, LEVEL_LABELS, LEVELS, meanings, stem
from peerkit.model.typed_text import whole_number
from peerkit.render.escape import one_line
from peerkit.render.layout import wrapped

TRIES = 4
"""How often an unusable line is heard before we give up: once, and three times again."""
_LONGEST_LINE = LONGEST_NOTE + 100
_TOO_LONG = "\x00"
"""What is heard in place of a line that is longer than any note."""


class LinePrompter:
    """Asks on standard output and hears from standard input, line by line. See `interface.Prompter`."""

    redraws = False

    def __init__(self, *, interactive: bool, width: int, large: bool = False) -> None:
        self.interactive = interactive
        self.width = width
        self.large = large
        self.scale_told = False
        self.same = False
        self.ended: BaseException | None = None

    def session(self) -> AbstractContextManager[None]:
        """See `Prompter`. Lines wait by themselves."""
        return ending_like_ctrl_c()

    def tell(self, text: str) -> None:
        """See `Prompter`."""
        self._say(*told(text, self.width + 1))

    def show(self, text: str) -> None:
        """See `Prompter`. Nothing waits: the lines stay where they are."""
        self.tell(text)

    def pause(self) -> None:
        """See `Prompter`. In a pipe there is nothing to take out of sight."""
        if self.interactive:
            self._write("\x1b[H\x1b[2J\x1b[3J")
            self._hear(f"{words.PAUSED} ")

    def choose(self, question: str, options: Sequence[Option], default: str | None = None, *, first: int = 1) -> str:
        """See `Prompter`. A number or the value itself chooses; an empty line takes the default."""
        marks = self._list(question, options, first)
        known = {option.value.casefold(): option.value for option in options}
        known |= {mark.casefold(): option.value for mark, option in zip(marks, options, strict=True)}
        accepted = words.accepted(marks)
        prompt = words.number_prompt(None)
        if default is not None:
            known[""] = default
            mark, label = next((mark, option.label) for mark, option in zip(marks, options, strict=True) if option.value == default)
            prompt, accepted = words.number_prompt(mark), f"{accepted} Enter takes {label}."
        for _ in range(TRIES):
            line = self._hear(prompt).strip().casefold()
            if line in known:
                return known[line]
            self._say(*wrapped(accepted, self.width))
        raise _unusable()

    def choose_some(self, question: str, options: Sequence[Option], most: int, chosen: Sequence[str] = ()) -> list[str] | None:
        """See `Prompter`. Numbers with spaces between them choose."""
        self._list(question, options, 1)
        earlier = " ".join(str(number) for number, option in enumerate(options, start=1) if option.value in chosen)
        prompt = words.numbers_prompt(earlier)
        for _ in range(TRIES):
            line = self._hear(prompt).strip()
            if line.casefold() == "b":
                return None
            typed = (line.replace(",", " ").strip() or earlier).split()
            if typed == ["0"]:
                return []
            numbers = [number for text in typed if (number := whole_number(text, len(options)))]
            if len(numbers) == len(typed) <= most:
                return list(dict.fromkeys(options[number - 1].value for number in numbers))
            self._say(*wrapped(words.accepted_numbers(most, len(options)), self.width))
        raise _unusable()

    def write(self, question: str, *, current: str = "", fallback: str = "", keep: bool = False) -> str:  # noqa: ARG002
        """See `Prompter`. A line cannot be edited here, so an empty one keeps the `current` text; half a line is with the terminal."""
        default = fallback or current
        shown = f"{question} (Enter takes: {default})" if default else question
        self._say("", *wrapped(shown, self.width))
        for _ in range(TRIES):
            line = self._hear("> ").strip()
            if len(line) <= LONGEST_NOTE and line != _TOO_LONG:
                return line or default
            self._say(*wrapped(words.TOO_LONG, self.width))
        raise _unusable()

    def line(self, prompt: str) -> str | None:
        """Return one line as it was typed behind `prompt`; None where it is longer than any note."""
        heard = self._hear(one_line(prompt) + " ")
        return None if heard == _TOO_LONG else heard

    def ask(self, view: View) -> Move | Leave | Review:
        """See `Prompter`."""
        self._put(view)
        unusable = 0
        while unusable < TRIES:
            line = self._hear("Answer: ")
            said = keys.understand(line, view.interview)
            if said is None:
                unusable += 1
                accepted = words.ACCEPTED_IN_A_GROUP if view.in_a_group else words.ACCEPTED
                self._say(*wrapped(words.TOO_LONG if line == _TOO_LONG else f"{words.UNKNOWN} {accepted}", self.width))
            elif not isinstance(said, str):
                self.same = isinstance(said, Write)
                return said
            elif (reply := self._step(said, view)) is not None:
                self.same = isinstance(reply, Write)
                return reply
            elif said != "pause":
                # NOTE: something stood between the question and its answer.
                self._say("", *wrapped(view.question.ask, self.width))
        raise _unusable()

    def _step(self, key: keys.Key, view: View) -> Move | Leave | Review | None:
        """Take the other step that a key needs; None where the question is to be answered still."""
        match key:
            case "quit":
                return Leave()
            case "review":
                return Review()
            case "pause":
                self.pause()
                if self.interactive:
                    self._put(view)
            case "help":
                self._help(view)
            case _:
                return self._aside(key, view)
        return None

    def _aside(self, key: keys.Key, view: View) -> Move | None:
        match key:
            case "why-not-here":
                return keys.not_here(self.write(words.WHY_NOT_HERE) if self.interactive else "", view.interview)
            case "note":
                earlier = view.interview.beside.note
                text = self.write(words.NOTE_TO_CHANGE if earlier else words.NOTE_PROMPT, current=earlier)
                return keys.remark(text) if text else None
            case "evidence":
                return beside_steps.ask_evidence(self, view, self._evidence)
            case "differ":
                return beside_steps.ask_views(self, view)
            case "leave-out":
                return beside_steps.ask_leave_out(self, view)
            case "facts":
                return beside_steps.ask_facts(self, view.interview)
            case "go":
                return self._go(view)
        return None

    def _evidence(self, before: Evidence | None) -> Evidence | None:
        text = self.write(words.EVIDENCE_LINE, current=f"{before.kind} {before.text}" if before else "")
        return keys.evidence(text) if text else None

    def _go(self, view: View) -> Move | None:
        listed = [f"{option.key}: {option.label}" for option in section_words.sections(view.interview)]
        self._say("", *(line for text in listed for line in wrapped(text, self.width)))
        wanted = self.write(words.GO_WHERE_LINE)
        there = keys.destination(wanted, view.interview) if wanted else None
        if wanted and there is None:
            self._say(*wrapped(words.NO_SUCH_PLACE, self.width))
        return beside_steps.ask_facts(self, view.interview) if there == "facts" else None if isinstance(there, str) else there

    def _put(self, view: View) -> None:
        """Say the question first, then what stands beside it, then what can be answered; where it is unchanged, only what is new."""
        interview, question = view.interview, view.question
        if not self.same:
            self._open(view)
            self._say(*wrapped(question.ask, self.width), *self._space())
        before = words.earlier(interview.answer, question.ask)
        beside = interview.beside
        said = [f"{before} Enter keeps it." if before else "", words.noted(beside.note), words.pointed(beside.evidence)]
        said = [text for text in (*said, *section_words.numbered_views(beside.dissent)) if text]
        if self.same and not said:
            said = [words.NOTHING_WRITTEN]
        for text in said:
            self._say(*wrapped(text, self.width))
        if not self.same:
            self._scale(view)
        self.same = False

    def _open(self, view: View) -> None:
        """Say where we are and, where a section opens, what it is about."""
        interview, question = view.interview, view.question
        if view.rests:
            self._say("", *wrapped(section_words.REST_KEYS, self.width))
        heading = f"{section_words.place(interview.position)}, {section_words.time_left(view)}"
        self._say("", *wrapped(heading, self.width))
        if view.opens_section:
            self._say(*wrapped(section_words.section_name(question, interview.frameworks), self.width))
        if view.opens_section and not view.noted:
            for text in filter(None, (question.section.summary, section_words.content_note(question.section))):
                self._say(*wrapped(text, self.width))

    def _scale(self, view: View) -> None:
        """Say the scale in full once, and its labels from then on."""
        if self.scale_told:
            labels = ", ".join(f"{level} {LEVEL_LABELS[level]}" for level in LEVELS)
            group = "a, v, " if view.in_a_group else ""
            self._say(*wrapped(f"{labels}; d, n, s, m, {group}?, b, q", self.width))
            return
        self.scale_told = True
        self._say(*wrapped(stem(view.role), self.width))
        self._meanings(view)
        for key, word in keys.WORD_KEYS.items():
            self._say(*wrapped(ANSWER_LABELS[word], self.width, first=f"{key} "))
        if view.in_a_group:
            self._say(*wrapped(ANSWER_LABELS["no-agreement"], self.width, first="a "))
        self._say(*wrapped(words.PLAIN_KEYS, self.width))
        if view.in_a_group:
            self._say(*wrapped(words.PLAIN_GROUP, self.width))

    def _meanings(self, view: View) -> None:
        for level, meaning in zip(LEVELS, meanings(view.role, small_team=view.small_team), strict=True):
            self._say(*wrapped(f"{LEVEL_LABELS[level]}: {meaning}", self.width, first=f"{level} "), *self._space())

    def _space(self) -> list[str]:
        """Return the line that stands between the parts of a question for a projector."""
        return [""] if self.large else []

    def _help(self, view: View) -> None:
        more = words.help_keys(in_a_group=view.in_a_group, large=self.large)
        for paragraph in (*words.help_text(view.question), view.question.section.summary, *more):
            self._say(*(wrapped(paragraph, self.width) if paragraph else []))
        self._meanings(view)

    def _list(self, question: str, options: Sequence[Option], first: int) -> list[str]:
        """Say a question with its options, and return what is typed for each."""
        self._say("", *(line for paragraph in question.split("\n\n") for line in wrapped(paragraph, self.width)))
        marks = marks_of(options, first)
        for mark, option in zip(marks, options, strict=True):
            self._say(*wrapped(option.label, self.width, first=f"{words.mark(mark)} "))
        return marks

    def _say(self, *lines: str) -> None:
        self._write("".join(f"{line}\n" for line in lines))

    def _write(self, text: str, *, now: bool = False) -> None:
        """Write to standard output; where its reader has left there is nobody to ask, which is as if the input ended."""
        try:
            sys.stdout.write(text)
            if now:
                sys.stdout.flush()
        except OSError as error:
            if console.has_left(error):
                raise EOFError from error
            raise OutputError(
                f"the result cannot be written: {error.strerror or error}", "Make room, or write to another place."
            ) from error

    def _hear(self, prompt: str) -> str:
        """Return a line; what is longer than any note is read to its end and comes back as `_TOO_LONG`.

        The prompt's line is ended when the person breaks off, so that what is said then starts a line of its own.
        """
        if self.ended is not None:
            raise self.ended
        try:
            self._write(prompt, now=True)
            line = sys.stdin.readline(_LONGEST_LINE)
            whole = line.endswith("\n") or len(line) < _LONGEST_LINE
            while not whole and (rest := sys.stdin.readline(_LONGEST_LINE)) and not rest.endswith("\n"):
                pass
            if not line:
                raise EOFError
        except (KeyboardInterrupt, EOFError) as ended:
            if isinstance(ended, AskedToEnd | EOFError):
                self.ended = ended
            self._write("\n", now=True)
            raise
        if not whole:
            return _TOO_LONG
        if not self.interactive:
            return line
        from peerkit.cli.prompting.keystrokes import typed

        return typed(line)


def _unusable() -> Unusable:
    return Unusable("no usable answer came, and it was asked four times", words.ACCEPTED)
