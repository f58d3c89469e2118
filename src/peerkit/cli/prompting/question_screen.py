"""The screen of a question: one application over the layout of `screen`, which is run for one question after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Size
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.output import Output
from prompt_toolkit.styles import BaseStyle

from peerkit.cli.prompting import keys
from peerkit.cli.prompting.interface import View
from peerkit.cli.prompting.key_bindings import draw_again, leaving, suspending
from peerkit.cli.prompting.screen import POINTER, Screen, lay_out
from peerkit.engine.interview.moves import Move

_MARK: Final = " » "
_MOVES: Final = dict.fromkeys(("down", "c-n", "j"), 1) | dict.fromkeys(("up", "c-p", "k"), -1)
"""The keys that point at another choice, and how far it is."""


class QuestionScreen:
    """Puts questions. A screen is laid out anew whenever it is drawn, so that it fits a terminal that has changed its size."""

    def __init__(self, *, source: Input, output: Output, style: BaseStyle, large: bool) -> None:
        self.large = large
        self.view: View | None = None
        self.pointed_at: str | None = None
        self._drawn_for: Size | None = None
        self.application: Application[Any] = Application(
            layout=Layout(Window(FormattedTextControl(self._drawn, show_cursor=False))),
            key_bindings=merge_key_bindings([self._moving(), leaving(_alone()), self._in_a_group(), suspending(draw_again)]),
            style=style,
            include_default_pygments_style=False,
            input=source,
            output=output,
            erase_when_done=True,
        )
        self.application.before_render += self._fit

    def put(self, view: View) -> Move | keys.Key:
        """Put a question, and return what it is left with."""
        answer = view.interview.answer
        self.view = view
        self.pointed_at = None if answer is None else keys.key_of(answer.answer)
        self._drawn_for = None
        reply: Move | keys.Key = self.application.run()
        return reply

    @property
    def screen(self) -> Screen:
        """The screen as it is laid out now."""
        assert self.view is not None
        size = self.application.output.get_size()
        return lay_out(self.view, size.columns, size.rows, large=self.large)

    def _fit(self, application: Application[Any]) -> None:
        """Clear what was drawn for another size: the terminal may have moved it anywhere."""
        size = application.output.get_size()
        if self._drawn_for not in (None, size):
            application.renderer.clear()
        self._drawn_for = size

    def _drawn(self) -> StyleAndTextTuples:
        screen = self.screen
        pointed_at = next((choice.key for choice in screen.choices if choice.key == self.pointed_at), None)
        drawn: StyleAndTextTuples = [("", f" {line}\n") if line else ("", "\n") for line in screen.head]
        drawn += [("class:question", f" {line}\n") for line in screen.ask]
        drawn += [("class:separator", f"{' ' * POINTER}{line}\n") for line in screen.under]
        if screen.invitation:
            drawn += _entry([screen.invitation], pointed=pointed_at is None)
        for choice in screen.choices:
            drawn += _entry(choice.lines, pointed=choice.key == pointed_at)
        drawn += [("class:separator", f"{' ' * POINTER}{line}\n") for line in screen.foot]
        style, last, *_ = drawn[-1]
        return [*drawn[:-1], (style, last.removesuffix("\n"))]

    def _moving(self) -> KeyBindings:
        bindings = KeyBindings()

        @bindings.add(Keys.Any)
        def _nothing(_event: KeyPressEvent) -> None:
            """Keep a key that does nothing from what prompt_toolkit would do with it."""

        for key, step in _MOVES.items():
            bindings.add(key, eager=True)(partial(self._move, step))

        @bindings.add("enter", eager=True)
        def _take(event: KeyPressEvent) -> None:
            if self.pointed_at in [choice.key for choice in self.screen.choices]:
                assert self.pointed_at is not None
                event.app.exit(result=keys.meaning_of(self.pointed_at))

        return bindings

    def _move(self, step: int, _event: KeyPressEvent) -> None:
        """Point at another choice; before the first and behind the last, at none."""
        there = [None, *(choice.key for choice in self.screen.choices)]
        at = there.index(self.pointed_at) if self.pointed_at in there else 0
        self.pointed_at = there[(at + step) % len(there)]

    def _in_a_group(self) -> KeyBindings:
        """Return the bindings of the keys that only a group has."""
        bindings = KeyBindings()

        is_one = Condition(lambda: self.view is not None and self.view.in_a_group)
        for key in keys.GROUP_KEYS:
            bindings.add(key, eager=True, filter=is_one)(partial(_leave_by, key))
        return bindings


def _leave_by(key: str, event: KeyPressEvent) -> None:
    event.app.exit(result=keys.meaning_of(key))


def _alone() -> Mapping[str, Move | keys.Key | None]:
    """Return what each key ends a question with for whoever answers alone."""
    return {key: keys.meaning_of(key) for key in (*keys.LEVEL_KEYS, *keys.WORD_KEYS, *keys.STEP_KEYS, "b")}


def _entry(lines: Sequence[str], *, pointed: bool) -> StyleAndTextTuples:
    """Return a choice as it is drawn, with the pointer before it where it is the one pointed at."""
    first, *more = lines
    mark: StyleAndTextTuples = [("[SetCursorPosition]", ""), ("class:pointer", _MARK)] if pointed else [("", " " * POINTER)]
    style = "class:highlighted" if pointed else ""
    return [*mark, (style, f"{first}\n"), *((style, f"{' ' * POINTER}{line}\n") for line in more)]
