"""A prompter for a terminal: one question a screen, answered with a key or with arrows and Enter."""

from __future__ import annotations

from functools import partial

from prompt_toolkit.input import Input
from prompt_toolkit.output import Output

from peerkit.cli.prompting import beside_steps, keys, section_words, words
from peerkit.cli.prompting.dialogs import Dialogs
from peerkit.cli.prompting.interface import Leave, Option, Review, View
from peerkit.cli.prompting.question_screen import QuestionScreen
from peerkit.cli.prompting.signals import AskedToEnd
from peerkit.engine.interview.moves import Give, Move, Write
from peerkit.model.answers import Evidence


class TerminalPrompter(Dialogs):
    """Asks on a terminal, also the questions of the interview. See `interface.Prompter`."""

    def __init__(self, *, colour: bool, large: bool = False, source: Input | None = None, screen: Output | None = None) -> None:
        super().__init__(colour=colour, large=large, source=source, screen=screen)
        self.question = QuestionScreen(source=self.input, output=self.output, style=self.style, large=large)

    def ask(self, view: View) -> Move | Leave | Review:
        """See `Prompter`. What was typed before the next screen is seen does not answer it."""
        while True:
            said = self._on_a_clear_screen(partial(self.question.put, view))
            reply = self._step(said, view) if isinstance(said, str) else said
            if reply is not None:
                self.unseen = True
                return reply

    def _step(self, key: str, view: View) -> Move | Leave | Review | None:
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
        except AskedToEnd:
            raise
        except KeyboardInterrupt:
            return None

    def _aside(self, key: str, view: View) -> Move | None:
        match key:
            case "why-not-here":
                why = self.write(f"{view.question.ask}\n{words.WHY_NOT_HERE}", current=view.interview.beside.note, keep=True)
                return Give("not-applicable", why or None)
            case "note":
                return self._note(view)
            case "evidence":
                return beside_steps.ask_evidence(self, view, partial(self._evidence, view.question.ask))
            case "differ":
                return beside_steps.ask_views(self, view)
            case "leave-out":
                return beside_steps.ask_leave_out(self, view)
            case "go":
                return self._go(view)
            case "help":
                self._help(view)
        return None

    def _go(self, view: View) -> Move | None:
        options = [Option("", words.GO_BACK), *section_words.places(view.interview)]
        chosen = self.choose(words.GO_WHERE, options, default=view.interview.at, first=0)
        there = keys.destination(chosen, view.interview) if chosen else None
        if there == "facts":
            return beside_steps.ask_facts(self, view.interview)
        return None if isinstance(there, str) else there

    def _note(self, view: View) -> Move | None:
        earlier = view.interview.beside.note
        note = self.write(f"{view.question.ask}\n{words.NOTE_PROMPT} {words.NOTE_KEYS}", current=earlier, keep=True)
        return Write(note=note) if note != earlier else None

    def _evidence(self, ask: str, before: Evidence | None) -> Evidence | None:
        kinds = [Option(kind, words.EVIDENCE_KIND_LABELS[kind]) for kind in keys.EVIDENCE_KINDS]
        kind = self.choose(words.EVIDENCE_KIND, kinds, default=before.kind if before else None)
        text = self.write(f"{ask}\n{words.EVIDENCE_TEXT} {words.NOTE_KEYS}", current=before.text if before else "", keep=True)
        return keys.evidence(f"{kind} {text}") if text else None

    def _help(self, view: View) -> None:
        ask, *more = words.help_text(view.question)
        self.show("\n\n".join((ask, *self.question.screen.left_out, *more, *words.help_keys(in_a_group=view.in_a_group, large=self.large))))
