"""What can be asked on a terminal beside the questions of the interview: choices, lists, lines of text, and texts to read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.layout import ScrollOffsets
from prompt_toolkit.output import Output, create_output
from questionary import Choice, Question, Style

from peerkit.cli.prompting import key_bindings, words
from peerkit.cli.prompting.interface import Left, Option, marks_of
from peerkit.cli.prompting.keyboard import Keyboard
from peerkit.cli.prompting.screen import POINTER, WIDEST, pages, shortened, told
from peerkit.cli.prompting.signals import AskedToEnd, ending_like_ctrl_c
from peerkit.model.constraints import LONGEST_NOTE
from peerkit.render.layout import wrapped

_BACK, _LEFT, _REDRAW = object(), object(), object()
_ROWS_TO_CHOOSE, _ROWS_TO_WRITE = 2, 1
"""Rows that a question leaves free for the options, or for the line to write, in a window that is too low for all of it."""
_ROWS_BESIDE: Final = 4
"""Rows that a list of options leaves free."""
_LABEL_LINES: Final = (2, 4)
"""The lines that an option may take: at least in a long list, and at most where there is room."""
_MOST_DIGITS: Final = 10
_CALM: Final = [("question", "bold"), ("pointer", "fg:ansicyan bold"), ("separator", "fg:ansibrightblack"), ("answer", "fg:ansicyan")]
_PROJECTED: Final = [("question", "bold"), ("pointer", "fg:ansicyan bold"), ("separator", ""), ("answer", "fg:ansicyan")]
_COLOURLESS: Final = [(name, "") for name in ("question", "pointer", "separator", "answer", "highlighted", "selected", "instruction")]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question, and the lines that stand above it."""

    lead: Sequence[str]
    question: Question


class Dialogs:
    """Asks on a terminal. See `interface.Prompter`.

    Every screen is drawn on a cleared terminal and drawn anew when the terminal changes its size. What was typed ahead of a screen that
    nobody has seen yet answers nothing on it, once `unseen` says so.
    """

    interactive = True
    redraws = True

    def __init__(self, *, colour: bool, large: bool = False, source: Input | None = None, screen: Output | None = None) -> None:
        self.input = Keyboard(source) if source else Keyboard(create_input(), sys.stdin.encoding)
        self.output = screen or create_output()
        self.large = large
        self.style = Style((_PROJECTED if large else _CALM) if colour else _COLOURLESS)
        self.unseen = False
        self.ended: BaseException | None = None

    @contextmanager
    def session(self) -> Iterator[None]:
        """See `Prompter`. The terminal stays raw: between two questions nothing is echoed, and Ctrl-C is a key like any other."""
        with ending_like_ctrl_c(), self.input.raw_mode():
            yield

    def tell(self, text: str) -> None:
        """See `Prompter`."""
        key_bindings.clear(self.output)
        size = self.output.get_size()
        self._draw(told(text, size.columns, size.rows))
        self.output.flush()

    def show(self, text: str) -> None:
        """See `Prompter`. What does not fit is shown page by page."""
        number = 0
        while number < len(self._pages(text)):
            if self._answer(partial(self._page, text, number), {"q": _LEFT}) is _LEFT:
                raise Left
            number += 1

    def pause(self) -> None:
        """See `Prompter`."""
        self.output.write_raw("\x1b[H\x1b[2J\x1b[3J")
        self.output.flush()
        self._answer(lambda: self._waiting(words.PAUSED), {})

    def choose(self, question: str, options: Sequence[Option], default: str | None = None, *, first: int = 1) -> str:
        """See `Prompter`. In a short list the digits choose; in a long one, typing finds."""
        marks = marks_of(options, first)
        keys = {mark: option.value for mark, option in zip(marks, options, strict=True) if len(mark) == 1}
        searching = len(options) > _MOST_DIGITS or any(mark.isdecimal() and len(mark) > 1 for mark in marks)
        *before, last = question.split("\n\n")

        def build() -> Drawn:
            message = self._message(last, words.TYPE_TO_FIND if searching else "")
            choices = self._listed(options, marks)
            find: dict[str, Any] = {"use_search_filter": searching, "use_jk_keys": not searching}
            asked = questionary.select(message, choices, default=default, instruction=" ", **find, **self._look())
            return Drawn(self._lead(before, message, choices), asked)

        led = before and self._lead(before, self._message(last), self._listed(options, marks))
        self._show_first([*([] if led else before), *self._cut(last)])
        return str(self._answer(build, {} if searching else keys))

    def choose_some(self, question: str, options: Sequence[Option], most: int, chosen: Sequence[str] = ()) -> list[str] | None:
        """See `Prompter`."""
        self._show_first(self._cut(question))

        def build() -> Drawn:
            choices = self._listed(options, marks_of(options, 1), chosen, marked=True)
            message = self._message(question, words.mark_up_to(most))
            look = {**self._look(), "validate": lambda chosen: len(chosen) <= most or f"Choose at most {most}."}
            return Drawn([], questionary.checkbox(message, choices, instruction=" ", **look))

        picked = self._answer(build, {"b": _BACK})
        return None if picked is _BACK else list(picked)

    def write(self, question: str, *, current: str = "", fallback: str = "", keep: bool = False) -> str:
        """See `Prompter`. What is longer than a note may be is not taken: it stays there to be shortened."""
        instruction = f"\n {shortened(f'(Enter takes {fallback})', self._width() - 1, 1)[0]}\n " if fallback else "\n "
        field = questionary.text(
            self._prompt(question.split("\n"), _ROWS_TO_WRITE + bool(fallback)),
            default=current,
            instruction=instruction,
            validate=lambda text: len(text) <= LONGEST_NOTE or f"This has {len(text):,} characters, and {LONGEST_NOTE:,} are the most.",
            **self._look(),
        )
        key_bindings.add(field.application, key_bindings.mending(), key_bindings.suspending(key_bindings.draw_again))
        try:
            text = str(self._run(Drawn([], field)))
        except (AskedToEnd, EOFError):
            text = field.application.current_buffer.text[:LONGEST_NOTE]
            if not keep or not text.strip():
                raise
        self.unseen = True
        # NOTE: a terminal that sends bytes that are no UTF-8 makes lone surrogates of them, which no file can hold.
        return text.encode("utf-8", "replace").decode("utf-8").strip() or fallback

    def _lead(self, paragraphs: Sequence[str], message: str, choices: Sequence[Choice]) -> list[str]:
        """Return the lines of paragraphs above a choice, none where there is no room for all of them."""
        lines = [line for paragraph in paragraphs for line in (*(f" {line}" for line in wrapped(paragraph, self._width() - 1)), "")]
        rows = len(message.split("\n")) + sum(str(choice.title).count("\n") + 1 for choice in choices) + 1
        return lines if len(lines) + rows <= self.output.get_size().rows else []

    def _pages(self, text: str) -> list[list[str]]:
        size = self.output.get_size()
        return pages(text.split("\n\n"), size.columns - 1, size.rows)

    def _page(self, text: str, number: int) -> Drawn:
        """Return a page, counted from 0, with the question that waits below it."""
        shown = self._pages(text)
        number = min(number, len(shown) - 1)
        lines = [f" {line}".rstrip() for line in shown[number]]
        where = f" ({number + 1} of {len(shown)})" if len(shown) > 1 else ""
        fits = POINTER + len(words.GO_ON) + len(where) < self.output.get_size().columns
        return self._waiting(f"{words.GO_ON if fits else words.ENTER}{where}", lines)

    def _waiting(self, text: str, lines: Sequence[str] = ()) -> Drawn:
        return Drawn(lines, questionary.select("", [Choice(title=text)], instruction=" ", **self._look()))

    def _answer(self, build: Callable[[], Drawn], results: dict[str, Any]) -> Any:
        """Return the answer to a question; it is built anew whenever the terminal has changed its size."""
        while True:
            drawn_for = self.output.get_size()
            drawn = build()
            application = drawn.question.application
            key_bindings.add(application, key_bindings.leaving(results), key_bindings.suspending(_leave_to_redraw))
            _leave_when_resized(application, drawn_for)
            _keep_in_sight(application, max(_LABEL_LINES))
            answer = self._run(drawn)
            if answer is not _REDRAW:
                return answer

    def _run(self, drawn: Drawn) -> Any:
        """Return what a question is answered with."""
        return self._on_a_clear_screen(drawn.question.unsafe_ask, drawn.lead)

    def _on_a_clear_screen(self, run: Callable[[], Any], lead: Sequence[str] = ()) -> Any:
        """Return what `run` does below the lines of `lead`; who breaks off is left with a clear screen, and nothing more is asked."""
        if self.ended is not None:
            raise self.ended
        if self.unseen:
            self.input.forget_answers_typed_ahead()
            self.unseen = False
        key_bindings.clear(self.output)
        self._draw(lead)
        try:
            return run()
        except (KeyboardInterrupt, EOFError) as ended:
            if isinstance(ended, AskedToEnd | EOFError):
                self.ended = ended
            with suppress(OSError):  # NOTE: the terminal itself may have gone.
                key_bindings.clear(self.output)
                self.output.flush()
            raise

    def _listed(self, options: Sequence[Option], marks: Sequence[str], chosen: Sequence[str] = (), *, marked: bool = False) -> list[Choice]:
        """Return options as choices, each with what is typed for it before it; `marked` ones have a box too."""
        size = max(len(mark) for mark in marks if mark.isdecimal()) if any(map(str.isdecimal, marks)) else 1
        room = self._width() - POINTER - (2 if marked else 0)
        least, most = _LABEL_LINES
        lines = min(most, max(least, (self.output.get_size().rows - _ROWS_BESIDE) // len(options)))
        return [
            Choice(
                title=_joined(shortened(option.label, room, lines, first=f"{mark if len(mark) <= size else '':>{size}}  "), 2 * marked),
                value=option.value,
                checked=option.value in chosen,
            )
            for mark, option in zip(marks, options, strict=True)
        ]

    def _message(self, question: str, hint: str = "") -> str:
        """Return a question above a list; in a low window the hint goes first, and then an ellipsis stands for what is left out."""
        width, most = self._width() - 1, self._most
        lines = [line for text in (question, hint) if text for line in wrapped(text, width)]
        return "\n ".join(lines if len(lines) <= most else shortened(question, width, most))

    def _prompt(self, texts: Sequence[str], rows: int) -> str:
        """Return what stands above a line to write, of which the last text says what is written; those before it are shortened first."""
        width, most = self._width() - 1, max(1, self.output.get_size().rows - rows)
        *before, last = texts
        said = shortened(last, width, max(1, most - len(before)))
        room = max(1, (most - len(said)) // len(before)) if before else 0
        return "\n ".join([*(line for text in before for line in shortened(text, width, room)), *said])

    @property
    def _most(self) -> int:
        """The rows that a question above a list may take."""
        return max(1, self.output.get_size().rows - _ROWS_TO_CHOOSE)

    def _cut(self, question: str) -> list[str]:
        """Return a question that is cut above a list, so that it can be read before."""
        return [question] if len(wrapped(question, self._width() - 1)) > self._most else []

    def _show_first(self, paragraphs: Sequence[str]) -> None:
        if paragraphs:
            self.show("\n\n".join(paragraphs))

    def _width(self) -> int:
        return min(WIDEST, self.output.get_size().columns - 1)

    def _draw(self, lines: Sequence[str]) -> None:
        """Write lines that are seen together with what is drawn next."""
        for line in lines:
            self.output.write_raw(f"{line}\r\n")

    def _look(self) -> dict[str, Any]:
        return {"qmark": "", "style": self.style, "input": self.input, "output": self.output, "erase_when_done": True}


def _leave_to_redraw(application: Application[Any]) -> None:
    application.exit(result=_REDRAW)


def _leave_when_resized(application: Application[Any], drawn_for: Size) -> None:
    """Leave a list with `_REDRAW` when the terminal has another size than the one its lines were broken for."""

    def look(running: Application[Any]) -> None:
        if running.output.get_size() != drawn_for and running.is_running and not running.is_done:
            _leave_to_redraw(running)

    application.before_render += look


def _keep_in_sight(application: Application[Any], lines: int) -> None:
    """Scroll so that all of the option pointed at is in sight, which has up to `lines` lines."""
    for window in application.layout.find_all_windows():
        window.scroll_offsets = ScrollOffsets(bottom=lines - 1)


def _joined(lines: Sequence[str], inset: int = 0) -> str:
    """Return lines as one entry of a list of choices, whose text starts behind the pointer and `inset` columns more."""
    return f"\n{' ' * (POINTER + inset)}".join(lines)
