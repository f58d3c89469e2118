"""Write down what a workshop agrees on: ask, record, save, until it is done or left. Whatever happens, what was said is in the file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from peerkit.cli import console
from peerkit.cli.prompting import outcome_words as words
from peerkit.cli.prompting.interface import Prompter, Unusable
from peerkit.cli.prompting.prompters import only_writer, save
from peerkit.cli.results.answer_files import load_outcome
from peerkit.cli.workshop.outcome_questions import OutcomeQuestions, Way, is_said
from peerkit.errors import InputError, Interrupted, OutputError, UsageError
from peerkit.model.agenda import Agenda
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
        OutcomeRecord(prompter, agenda, path, before, typed).run()


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


class OutcomeRecord:
    """One run of writing down; `before` is what the file holds, None where there is none yet."""

    def __init__(self, prompter: Prompter, agenda: Agenda, path: Path, before: Outcome | None, typed: TypedCommand) -> None:
        self.prompter = prompter
        self.path = path
        self.typed = typed
        self.saved = before
        self.empty = Outcome(format="peerkit/outcome/1", program=agenda.program, date=console.today())
        self.outcome = before or self.empty
        self.questions = OutcomeQuestions(prompter, agenda, self.outcome)
        self.steps = self.questions.steps()

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
            result = self.questions.ask(self.steps[at], self.outcome)
            if result is None:
                direction = direction if at else 1
                at += direction
                continue
            self._keep(result.outcome)
            if result.more is not None:
                self.steps[at:at] = self.questions.about(result.more)
            if result.way == "stop":
                return True
            direction = -1 if result.way == "back" else 1
            at = self._after(at, result.way)
        return False

    def _after(self, at: int, way: Way) -> int:
        match way:
            case "back":
                return max(0, at - 1)
            case "over":
                group = self.steps[at].group
                return next((place for place in range(at, len(self.steps)) if self.steps[place].group != group), len(self.steps))
            case "stay":
                return at
        return at + 1

    def _first_open(self) -> int:
        """Return the first step about a question of which nothing is written down; where there is none, the one after the questions."""
        opened = {topic.address for topic in self.questions.talked if not is_said(topic, self.outcome)}
        return next(place for place, step in enumerate(self.steps) if step.group in opened or step.group == "more")

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
