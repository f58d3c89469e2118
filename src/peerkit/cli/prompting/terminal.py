"""A prompter for a terminal: one question a screen, answered with a key or with arrows and Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.output import Output, create_output
from questionary import Choice, Question, Separator, Style

from peerkit.cli.prompting import keys, words
from peerkit.cli.prompting.interface import Leave, Option, Review, View
from peerkit.cli.prompting.screen import WIDEST, lay_out, pages
from peerkit.engine.interview import Give, GoTo, Interview, Remark, Reply
from peerkit.model.constraints import LONGEST_NOTE
from peerkit.render.wrap import wrapped

_REDRAW = object()
_NOTHING = object()
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

    def tell(self, text: str) -> None:
        """See `Prompter`."""
        self._clear()
        self._print([line for paragraph in text.split("\n") for line in wrapped(paragraph, self._width())])

    def show(self, text: str) -> None:
        """See `Prompter`. What does not fit is shown page by page."""
        size = self.output.get_size()
        for page in pages(text.split("\n\n"), size.columns, size.rows):
            self._clear()
            self._print([*page, ""])
            self._wait(words.ANY_KEY)

    def choose(self, question: str, options: Sequence[Option], default: str | None = None) -> str:
        """See `Prompter`. The digits choose too."""
        self._clear()

        def build() -> Question:
            choices = [Choice(title=self._fitted(option.label), value=option.value) for option in options]
            return questionary.select(self._message(question), choices, default=default, instruction=" ", **self._look())

        return str(self._answer(build, self._numbers(options)))

    def choose_some(self, question: str, options: Sequence[Option], most: int) -> list[str]:
        """See `Prompter`."""
        self._clear()

        def build() -> Question:
            choices = [Choice(title=self._fitted(option.label), value=option.value) for option in options]
            instruction = f"Space marks, Enter goes on. At most {most}."
            check = _at_most(most)
            return questionary.checkbox(self._message(question), choices, instruction=instruction, validate=check, **self._look())

        return list(self._answer(build, {}))

    def write(self, question: str, *, current: str = "", fallback: str = "") -> str:
        """See `Prompter`."""
        self._clear()
        instruction = f"\n (Enter takes {fallback})\n " if fallback else "\n "
        field = questionary.text(self._message(question), default=current, instruction=instruction, **self._look())
        return str(field.unsafe_ask()).strip()[:LONGEST_NOTE] or fallback

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
        match key:
            case "quit":
                return Leave()
            case "review":
                return Review()
            case "why-not-here":
                return Give("not-applicable", self.write(words.WHY_NOT_HERE) or None)
            case "note":
                return self._note(view.interview)
            case "evidence":
                return self._evidence()
            case "go":
                return self._go(view.interview)
            case "pause":
                self._pause()
            case "help":
                self._help(view)
        return None

    def _question(self, view: View) -> Question:
        size = self.output.get_size()
        screen = lay_out(view, size.columns, size.rows)
        self._clear()
        self._print([f" {line}" if line else "" for line in screen.head])
        choices: list[Any] = [Separator(_joined(screen.under))] if screen.under else []
        unchosen = Choice(title=words.CHOOSE[: size.columns - 5], value=_NOTHING)
        choices += [unchosen]
        choices += [Choice(title="\n   ".join(choice.lines), value=keys.meaning_of(choice.key)) for choice in screen.choices]
        choices += [Separator(_joined(screen.foot))]
        pointed_at = _given(choices, view) or unchosen
        return questionary.select("\n ".join(screen.ask), choices, default=pointed_at, instruction=" ", **self._look())

    def _note(self, interview: Interview) -> Reply | None:
        """Let the person edit the note; Ctrl-C leaves it as it was."""
        try:
            return Remark(self.write(words.NOTE_PROMPT, current=interview.note))
        except KeyboardInterrupt:
            return None

    def _evidence(self) -> Reply | None:
        kind = self.choose(words.EVIDENCE_KIND, [Option(kind, kind) for kind in keys.EVIDENCE_KINDS])
        text = self.write(words.EVIDENCE_TEXT)
        return keys.evidence(f"{kind} {text}") if text else None

    def _go(self, interview: Interview) -> Reply | None:
        answers = interview.assessment.answers
        listed = [
            Option(question.address, words.review_label(number, question, answers.get(question.address)))
            for number, question in enumerate(interview.questions, start=1)
        ]
        chosen = self.choose(words.GO_WHERE, [Option("", words.GO_BACK), *listed])
        return GoTo(chosen) if chosen else None

    def _pause(self) -> None:
        self.output.write_raw("\x1b[H\x1b[2J\x1b[3J")
        self.output.flush()
        self._wait(words.PAUSED)

    def _help(self, view: View) -> None:
        question = view.interview.question
        assert question is not None
        self.show("\n\n".join(words.help_text(question, question.framework)))

    def _wait(self, text: str) -> None:
        questionary.text(self._message(text), **self._look()).unsafe_ask()

    def _answer(self, build: Callable[[], Question], bound: dict[str, Any]) -> Any:
        """Return the answer to a question; it is built anew whenever the terminal has changed its size."""
        while True:
            question = build()
            _bind(question.application, bound)
            self._watch_size(question.application)
            answer = question.unsafe_ask()
            if answer is not _REDRAW:
                return answer
            self._clear()

    def _watch_size(self, application: Application[Any]) -> None:
        drawn_for = self.output.get_size()

        def look(running: Application[Any]) -> None:
            if running.output.get_size() != drawn_for and running.is_running and not running.is_done:
                running.exit(result=_REDRAW)

        application.before_render += look

    def _numbers(self, options: Sequence[Option]) -> dict[str, Any]:
        return {str(number): option.value for number, option in enumerate(options[:9], start=1)}

    def _message(self, text: str) -> str:
        return "\n ".join(wrapped(text, self._width() - 1))

    def _fitted(self, text: str) -> str:
        return "\n   ".join(wrapped(text, self._width() - 3))

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


def _given(choices: Sequence[Any], view: View) -> Any:
    """Return the choice of the answer that was given before, None where none was."""
    answer = view.interview.answer
    wanted = Give(answer.answer) if answer else None
    return next((choice for choice in choices if wanted is not None and choice.value == wanted), None)


def _joined(lines: Sequence[str]) -> str:
    """Return lines as one entry of a list of choices, which starts three columns in."""
    return "\n   ".join(lines)


def _bind(application: Application[Any], bound: dict[str, Any]) -> None:
    """Bind keys that end a question, beside those it has; Ctrl-D ends the input."""
    bindings = KeyBindings()
    for key, result in bound.items():
        bindings.add(key, eager=True)(_leaving(result))

    @bindings.add("c-d", eager=True)
    def _end(event: Any) -> None:
        event.app.exit(exception=EOFError)

    existing = application.key_bindings
    application.key_bindings = merge_key_bindings([existing, bindings]) if existing else bindings


def _leaving(result: Any) -> Callable[[Any], None]:
    def leave(event: Any) -> None:
        event.app.exit(result=result)

    return leave


def _at_most(most: int) -> Callable[[list[str]], bool | str]:
    return lambda chosen: True if len(chosen) <= most else f"Choose at most {most}."
