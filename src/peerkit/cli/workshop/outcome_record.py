"""Write down what a workshop agrees on: ask, record, save, until it is done or left. Whatever happens, what was said is in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from peerkit.cli import console
from peerkit.cli.prompting import outcome_words as words
from peerkit.cli.prompting.interface import Prompter, Unusable
from peerkit.cli.prompting.prompters import only_writer, save
from peerkit.cli.results.answer_files import load_outcome
from peerkit.cli.workshop import outcome_questions as steps
from peerkit.cli.workshop.outcome_questions import Move, Said, Step
from peerkit.errors import InputError, Interrupted, OutputError, UsageError
from peerkit.model.agenda import Agenda, Topic
from peerkit.model.answers import Outcome
from peerkit.render.wording import sentence
from peerkit.source.json import assessment_file, outcome_file, shown_file, storage


@dataclass(frozen=True, slots=True)
class TypedCommand:
    """What was typed: the words that name the files, and the command that goes on with the same outcome."""

    files: tuple[str, ...]
    again: str


def record(agenda: Agenda, path: Path, prompter: Prompter, typed: TypedCommand) -> None:
    """Write down in `path` what a workshop agrees on; where an outcome of the same program is there, go on with it.

    Raises:
        UsageError: when the name is that of another kind of file.
        InputError: when something else is in the file, or another program's outcome, or another process has it open.
        OutputError: when it cannot be written.
        Interrupted: when the person breaks off, or the input ends.

    """
    _refuse_other_kinds(path, agenda)
    with prompter.session(), only_writer(path, prompter):
        before = load_outcome(path, agenda.program) if path.exists() else None
        Recording(prompter, agenda, path, before, typed).run()


def check(agenda: Agenda, path: Path) -> None:
    """Make sure that what is agreed on can be written down in `path`, before anything of an agenda is shown. See `record`."""
    _refuse_other_kinds(path, agenda)
    with storage.only_writer(path, warn=lambda _later: None):
        if path.exists():
            load_outcome(path, agenda.program)


def _refuse_other_kinds(path: Path, agenda: Agenda) -> None:
    for suffix in (assessment_file.SUFFIX, shown_file.SUFFIX):
        if path.name.endswith(suffix):
            raise UsageError(f"{path} is a name for another kind of file", f"Choose one that ends in {outcome_file.SUFFIX}.")
    if path.is_dir():
        raise InputError(f"{path} is a folder", f"Name a file in it, such as {outcome_file.default_name(agenda.program, console.today())}.")


class Recording:
    """One run of writing down; `before` is what the file holds, None where there is none yet."""

    def __init__(self, prompter: Prompter, agenda: Agenda, path: Path, before: Outcome | None, typed: TypedCommand) -> None:
        self.prompter = prompter
        self.agenda = agenda
        self.path = path
        self.typed = typed
        self.saved = before
        self.empty = Outcome(format="peerkit/outcome/1", program=agenda.program, date=console.today())
        self.outcome = before or self.empty
        talked = [*agenda.topics, *(topic for topic in self._left(agenda.topics) if self._is_said(topic))]
        self.topics = talked
        every = (*talked, *self._left(talked))
        self.steps: list[Step] = [
            *(step for topic in talked for step in self._about(topic)),
            Step("more", self._more),
            *steps.actions(every),
            Step("outside", steps.outside),
            Step("recheck", steps.recheck),
        ]

    def run(self) -> None:
        """Ask until everything was asked or the person stops.

        Raises:
            Interrupted: when the person breaks off, or the input ends.
            OutputError: when something cannot be saved.
            Unusable: when no usable answer comes.

        """
        try:
            if self.prompter.interactive:
                self.prompter.show("\n\n".join(words.WELCOME))
            stopped = self._ask_all()
        except (KeyboardInterrupt, EOFError) as broken_off:
            raise Interrupted(f"stopped before the end; {self._what_is_saved()}", self._how_to_go_on()) from broken_off
        except OutputError as refused:
            hint = f"{refused.hint} {sentence(self._what_is_saved())}. {self._how_to_go_on()}"
            raise OutputError(refused.message, hint) from refused
        except Unusable as unusable:
            raise Unusable(unusable.message, f"{sentence(self._what_is_saved())}. {self._how_to_go_on()}") from unusable
        if self.saved is None:
            self.prompter.tell(words.NOTHING_SAVED)
        else:
            self.prompter.tell(words.ending(self.saved, str(self.path), self.typed.files, self.typed.again, stopped=stopped))

    def _ask_all(self) -> bool:
        """Take step after step; return whether the person left before the last."""
        at, direction = self._first_open(), 1
        while at < len(self.steps):
            said = self.steps[at].ask(self.prompter, self.outcome)
            if said is None:
                direction = direction if at else 1
                at += direction
                continue
            self._keep(said.outcome)
            if said.more is not None:
                self.topics.append(said.more)
                self.steps[at:at] = self._about(said.more)
            if said.move == "stop":
                return True
            direction = -1 if said.move == "back" else 1
            at = self._after(at, said.move)
        return False

    def _after(self, at: int, move: Move) -> int:
        match move:
            case "back":
                return max(0, at - 1)
            case "over":
                kind = self.steps[at].kind
                return next((place for place in range(at, len(self.steps)) if self.steps[place].kind != kind), len(self.steps))
            case "stay":
                return at
        return at + 1

    def _first_open(self) -> int:
        """Return the first step about a question of which nothing is written down; where there is none, the one after the questions."""
        opened = {topic.address for topic in self.topics if not self._is_said(topic)}
        return next(place for place, step in enumerate(self.steps) if step.kind in opened or step.kind == "more")

    def _about(self, topic: Topic) -> list[Step]:
        return steps.about(topic, lambda: (self.topics.index(topic) + 1, len(self.topics)), self.agenda)

    def _more(self, prompter: Prompter, outcome: Outcome) -> Said | None:
        return steps.more(prompter, outcome, self._left(self.topics))

    def _left(self, talked: Sequence[Topic]) -> list[Topic]:
        """Return the questions that were not talked about."""
        return [topic for topic in (*self.agenda.spare, *self.agenda.find_out) if topic not in talked]

    def _is_said(self, topic: Topic) -> bool:
        return topic.address in self.outcome.agreed or topic.address in self.outcome.importance

    def _keep(self, outcome: Outcome) -> None:
        """Save what the file does not hold yet. See `prompters.save`."""
        self.outcome = outcome
        if outcome != (self.saved or self.empty):
            save(self._write, self.prompter)

    def _write(self) -> None:
        outcome_file.write(self.path, self.outcome)
        self.saved = self.outcome

    def _what_is_saved(self) -> str:
        return "nothing was written down" if self.saved is None else f"what was written down is saved in {self.path}"

    def _how_to_go_on(self) -> str:
        return f"Go on with `{self.typed.again}`."
