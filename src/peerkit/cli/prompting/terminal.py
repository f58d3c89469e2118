"""A prompter for a terminal: one question a screen, answered with a key or with arrows and Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, Final

import questionary
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.output import Output, create_output
from questionary import Choice, Question, Separator, Style

from peerkit.cli.prompting import keys, words
from peerkit.cli.prompting.interface import Leave, Option, Review, View
from peerkit.cli.prompting.running import REDRAW, bind, fit_to_edge, redraw_when_resized, tidy_when_idle, unhindered
from peerkit.cli.prompting.screen import POINTER, WIDEST, lay_out, pages, shortened, told
from peerkit.engine.replies import Give, GoTo, Remark, Reply
from peerkit.model.constraints import LONGEST_NOTE
from peerkit.render.wrap import wrapped

_NOTHING = object()
_ROWS_ABOVE: Final = 4
_LABEL_LINES: Final = (2, 4)
"""The lines that an option may take: at least in a long list, and at most where there is room."""
"""Lines of an option in a list."""
_MOST_DIGITS: Final = 10
_CALM = [("question", "bold"), ("pointer", "fg:ansicyan bold"), ("separator", "fg:ansibrightblack"), ("answer", "fg:ansicyan")]
_COLOURLESS = [(name, "") for name in ("question", "pointer", "separator", "answer", "highlighted", "selected", "instruction")]


class TerminalPrompter:
    """Asks on a terminal. See `interface.Prompter`.

    Every screen is drawn on a cleared terminal and drawn anew when the terminal changes its size.
    """

    interactive = True

    def __init__(self, *, colour: bool, source: Input | None = None, screen: Output | None = None) -> None:
        self.input = source or create_input()
        self.output = screen or create_output()
        self.style = Style(_CALM if colour else _COLOURLESS)

    @contextmanager
    def session(self) -> Iterator[None]:
        """See `Prompter`. The terminal stays raw: between two questions nothing is echoed, and Ctrl-C is a key like any other."""
        with self.input.raw_mode(), unhindered():
            yield

    def tell(self, text: str) -> None:
        """See `Prompter`."""
        self._clear()
        self._print(told(text, self.output.get_size().columns))

    def show(self, text: str) -> None:
        """See `Prompter`. What does not fit is shown page by page."""
        number = 0
        while number < len(self._pages(text)):
            self._answer(partial(self._page, text, number), {})
            number += 1

    def choose(self, question: str, options: Sequence[Option], default: str | None = None, *, first: int = 1) -> str:
        """See `Prompter`. In a short list the digits choose; in a long one, typing finds."""
        digits = {str(number): option.value for number, option in enumerate(options, start=first)}
        searching = max(map(len, digits)) > 1 or len(options) > _MOST_DIGITS

        def build() -> Question:
            message = self._message(question, words.TYPE_TO_FIND if searching else "")
            choices = self._numbered(options, first)
            find: dict[str, Any] = {"use_search_filter": searching, "use_jk_keys": not searching}
            return questionary.select(message, choices, default=default, instruction=" ", **find, **self._look())

        return str(self._answer(build, {} if searching else digits))

    def choose_some(self, question: str, options: Sequence[Option], most: int, chosen: Sequence[str] = ()) -> list[str]:
        """See `Prompter`."""

        def build() -> Question:
            choices = self._numbered(options, 1, chosen, marked=True)
            message = self._message(question, f"Space marks, Enter goes on. At most {most}.")
            return questionary.checkbox(message, choices, instruction=" ", validate=_at_most(most), **self._look())

        return list(self._answer(build, {}))

    def write(self, question: str, *, current: str = "", fallback: str = "") -> str:
        """See `Prompter`. What is longer than a note may be is not taken: it stays there to be shortened."""
        self._clear()
        instruction = f"\n (Enter takes {fallback})\n " if fallback else "\n "
        field = questionary.text(
            self._message(*question.split("\n")), default=current, instruction=instruction, validate=_not_too_long, **self._look()
        )
        return _encodable(str(self._run(field))).strip() or fallback

    def ask(self, view: View) -> Reply | Leave | Review:
        """See `Prompter`."""
        while True:
            said = self._answer(lambda: self._question(view), _question_keys())
            if said is _NOTHING:
                continue
            reply = self._step(said, view) if isinstance(said, str) else said
            if reply is not None:
                return reply

    def _step(self, key: str, view: View) -> Reply | Leave | Review | None:
        """Take the other step that a key needs; Ctrl-C in it goes back to the question, which is None."""
        match key:
            case "quit":
                return Leave()
            case "review":
                return Review()
            case "pause":
                self._pause()
                return None
        try:
            return self._aside(key, view)
        except KeyboardInterrupt:
            return None

    def _aside(self, key: str, view: View) -> Reply | None:
        match key:
            case "why-not-here":
                why = self.write(f"{_asked(view)}\n{words.WHY_NOT_HERE}", current=view.interview.note)
                return Give("not-applicable", why or None)
            case "note":
                return self._note(view)
            case "evidence":
                return self._evidence(view)
            case "go":
                back = Option("", words.GO_BACK)
                chosen = self.choose(words.GO_WHERE, [back, *words.question_list(view.interview)], default=view.interview.at, first=0)
                return GoTo(chosen) if chosen else None
            case "help":
                self._help(view)
        return None

    def _question(self, view: View) -> Question:
        size = self.output.get_size()
        screen = lay_out(view, size.columns, size.rows)
        self._clear()
        self._print([f" {line}" if line else "" for line in screen.head])
        choices: list[Any] = [Separator(_joined(screen.under))] if screen.under else []
        unchosen = Choice(title=screen.invitation, value=_NOTHING)
        choices += [unchosen]
        choices += [Choice(title=_joined(choice.lines), value=keys.meaning_of(choice.key)) for choice in screen.choices]
        choices += [Separator(_joined(screen.foot))]
        pointed_at = _given(choices, view) or unchosen
        return questionary.select("\n ".join(screen.ask), choices, default=pointed_at, instruction=" ", **self._look())

    def _pages(self, text: str) -> list[list[str]]:
        size = self.output.get_size()
        return pages(text.split("\n\n"), size.columns - 1, size.rows)

    def _page(self, text: str, number: int) -> Question:
        """Draw a page, counted from 0, and return the question that waits below it."""
        shown = self._pages(text)
        number = min(number, len(shown) - 1)
        self._print([f" {line}".rstrip() for line in shown[number]])
        return self._waiting(f"{words.GO_ON} ({number + 1} of {len(shown)})" if len(shown) > 1 else words.GO_ON)

    def _waiting(self, text: str) -> Question:
        return questionary.select("", [Choice(title=text)], instruction=" ", **self._look())

    def _note(self, view: View) -> Reply | None:
        earlier = view.interview.note
        note = self.write(f"{_asked(view)}\n{words.NOTE_PROMPT} {words.NOTE_KEYS}", current=earlier)
        return Remark(note) if note != earlier else None

    def _evidence(self, view: View) -> Reply | None:
        kind = self.choose(words.EVIDENCE_KIND, [Option(kind, kind) for kind in keys.EVIDENCE_KINDS])
        text = self.write(f"{_asked(view)}\n{words.EVIDENCE_TEXT}")
        return keys.evidence(f"{kind} {text}") if text else None

    def _pause(self) -> None:
        self.output.write_raw("\x1b[H\x1b[2J\x1b[3J")
        self.output.flush()
        self._answer(lambda: self._waiting(words.PAUSED), {})

    def _help(self, view: View) -> None:
        question, size = view.interview.question, self.output.get_size()
        assert question is not None
        ask, *more = words.help_text(question, question.framework)
        self.show("\n\n".join((ask, *lay_out(view, size.columns, size.rows).left_out, *more)))

    def _answer(self, build: Callable[[], Question], bound: dict[str, Any]) -> Any:
        """Return the answer to a question; it is built anew whenever the terminal has changed its size."""
        while True:
            drawn_for = self.output.get_size()
            self._clear()
            question = build()
            bind(question.application, bound)
            redraw_when_resized(question.application, drawn_for)
            fit_to_edge(question.application, max(_LABEL_LINES))
            tidy_when_idle(question.application)
            answer = self._run(question)
            if answer is not REDRAW:
                return answer

    def _run(self, question: Question) -> Any:
        """Return what a question is answered with; who breaks off is left with a clear screen."""
        try:
            return question.unsafe_ask()
        except (KeyboardInterrupt, EOFError):
            self._clear()
            raise

    def _numbered(self, options: Sequence[Option], first: int, chosen: Sequence[str] = (), *, marked: bool = False) -> list[Choice]:
        """Return options as choices, each with its number before it; `marked` ones have a box too."""
        size = len(str(first + len(options) - 1))
        room = self._width() - POINTER - (2 if marked else 0)
        least, most = _LABEL_LINES
        lines = min(most, max(least, (self.output.get_size().rows - _ROWS_ABOVE) // len(options)))
        return [
            Choice(
                title=_joined(shortened(option.label, room, lines, first=f"{number:>{size}}  "), 2 if marked else 0),
                value=option.value,
                checked=option.value in chosen,
            )
            for number, option in enumerate(options, start=first)
        ]

    def _message(self, *texts: str) -> str:
        return "\n ".join(line for text in texts if text for line in wrapped(text, self._width() - 1))

    def _width(self) -> int:
        return min(WIDEST, self.output.get_size().columns - 1)

    def _print(self, lines: Sequence[str]) -> None:
        for line in lines:
            self.output.write_raw(f"{line}\r\n")
        self.output.flush()

    def _look(self) -> dict[str, Any]:
        return {"qmark": "", "style": self.style, "input": self.input, "output": self.output, "erase_when_done": True}

    def _clear(self) -> None:
        self.output.erase_screen()
        self.output.cursor_goto(0, 0)
        self.output.flush()


def _question_keys() -> dict[str, Any]:
    return {key: keys.meaning_of(key) for key in (*keys.LEVEL_KEYS, *keys.WORD_KEYS, *keys.STEP_KEYS, "b")}


def _asked(view: View) -> str:
    question = view.interview.question
    assert question is not None
    return question.ask


def _given(choices: Sequence[Any], view: View) -> Any:
    """Return the choice of the answer that was given before, None where none was."""
    answer = view.interview.answer
    wanted = Give(answer.answer) if answer else None
    return next((choice for choice in choices if wanted is not None and choice.value == wanted), None)


def _joined(lines: Sequence[str], inset: int = 0) -> str:
    """Return lines as one entry of a list of choices, whose text starts behind the pointer and `inset` columns more."""
    return f"\n{' ' * (POINTER + inset)}".join(lines)


def _at_most(most: int) -> Callable[[list[str]], bool | str]:
    return lambda chosen: True if len(chosen) <= most else f"Choose at most {most}."


def _not_too_long(text: str) -> bool | str:
    return True if len(text) <= LONGEST_NOTE else f"This has {len(text):,} characters, and {LONGEST_NOTE:,} are the most."


def _encodable(text: str) -> str:
    """Return a text that UTF-8 can hold: a terminal that sends other bytes makes lone surrogates of them."""
    return text.encode("utf-8", "replace").decode("utf-8")
