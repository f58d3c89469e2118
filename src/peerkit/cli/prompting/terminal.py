"""A prompter for a terminal: one question a screen, answered with a key or with arrows and Enter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import questionary
from questionary import Choice, Separator

from peerkit.cli.prompting import asides, keys, place_words, words
from peerkit.cli.prompting.dialogs import Dialogs, Drawn
from peerkit.cli.prompting.interface import Leave, Option, Review, View
from peerkit.cli.prompting.screen import POINTER, lay_out
from peerkit.engine.interview.moves import Give, Remark, Reply
from peerkit.model.answers import Evidence

_NOTHING = object()


class TerminalPrompter(Dialogs):
    """Asks on a terminal, also the questions of the interview. See `interface.Prompter`."""

    def ask(self, view: View) -> Reply | Leave | Review:
        """See `Prompter`. What was typed before the next screen is seen does not answer it."""
        while True:
            said = self._answer(lambda: self._question(view), _question_keys(view))
            if said is _NOTHING:
                continue
            reply = self._step(said, view) if isinstance(said, str) else said
            if reply is not None:
                self.unseen = True
                return reply

    def _step(self, key: str, view: View) -> Reply | Leave | Review | None:
        """Take the other step that a key needs; Ctrl-C in it goes back to the question, which is None; so does q below a text."""
        match key:
            case "quit":
                return Leave()
            case "review":
                return Review()
            case "pause":
                self.pause()
                return None
        try:
            return self._aside(key, view)
        except KeyboardInterrupt:
            return None

    def _aside(self, key: str, view: View) -> Reply | None:
        match key:
            case "why-not-here":
                why = self.write(f"{_asked(view)}\n{words.WHY_NOT_HERE}", current=view.interview.beside.note)
                return Give("not-applicable", why or None)
            case "note":
                return self._note(view)
            case "evidence":
                return asides.ask_evidence(self, view.interview, partial(self._evidence, _asked(view)))
            case "differ":
                return asides.ask_views(self, view.interview)
            case "leave-out":
                return asides.ask_leave_out(self, view.interview)
            case "go":
                return self._go(view)
            case "help":
                self._help(view)
        return None

    def _go(self, view: View) -> Reply | None:
        options = [Option("", words.GO_BACK), *place_words.places(view.interview)]
        chosen = self.choose(words.GO_WHERE, options, default=view.interview.at, first=0)
        there = keys.destination(chosen, view.interview) if chosen else None
        if there == "facts":
            return asides.ask_facts(self, view.interview)
        return None if isinstance(there, str) else there

    def _question(self, view: View) -> Drawn:
        size = self.output.get_size()
        screen = lay_out(view, size.columns, size.rows, large=self.large)
        choices: list[Any] = [Separator(_joined(screen.under) or " ")] if screen.under else []
        unchosen = Choice(title=screen.invitation, value=_NOTHING)
        choices += [unchosen]
        choices += [Choice(title=_joined(choice.lines), value=keys.meaning_of(choice.key)) for choice in screen.choices]
        choices += [Separator(_joined(screen.foot))]
        pointed_at = _given(choices, view) or unchosen
        asked = questionary.select("\n ".join(screen.ask), choices, default=pointed_at, instruction=" ", **self._look())
        return Drawn([f" {line}" if line else "" for line in screen.head], asked)

    def _note(self, view: View) -> Reply | None:
        earlier = view.interview.beside.note
        note = self.write(f"{_asked(view)}\n{words.NOTE_PROMPT} {words.NOTE_KEYS}", current=earlier)
        return Remark(note) if note != earlier else None

    def _evidence(self, ask: str, before: Evidence | None) -> Evidence | None:
        kinds = [Option(kind, words.EVIDENCE_KIND_LABELS[kind]) for kind in keys.EVIDENCE_KINDS]
        kind = self.choose(words.EVIDENCE_KIND, kinds, default=before.kind if before else None)
        text = self.write(f"{ask}\n{words.EVIDENCE_TEXT} {words.NOTE_KEYS}", current=before.text if before else "")
        return keys.evidence(f"{kind} {text}") if text else None

    def _help(self, view: View) -> None:
        question, size = view.interview.question, self.output.get_size()
        assert question is not None
        ask, *more = words.help_text(question, question.framework)
        left_out = lay_out(view, size.columns, size.rows, large=self.large).left_out
        self.show("\n\n".join((ask, *left_out, *more, *words.help_keys(in_a_group=view.in_a_group, large=self.large))))


def _question_keys(view: View) -> dict[str, Any]:
    """Return what each key ends a question with; only a group has differing views."""
    known = (*keys.LEVEL_KEYS, *keys.WORD_KEYS, *keys.STEP_KEYS, "b")
    return {key: keys.meaning_of(key) for key in known if key != "v" or view.in_a_group}


def _asked(view: View) -> str:
    question = view.interview.question
    assert question is not None
    return question.ask


def _given(choices: Sequence[Any], view: View) -> Any:
    """Return the choice of the answer that was given before, None where none was."""
    answer = view.interview.answer
    wanted = Give(answer.answer) if answer else None
    return next((choice for choice in choices if wanted is not None and choice.value == wanted), None)


def _joined(lines: Sequence[str]) -> str:
    """Return lines as one entry of a list of choices, whose text starts behind the pointer."""
    return f"\n{' ' * POINTER}".join(lines)
