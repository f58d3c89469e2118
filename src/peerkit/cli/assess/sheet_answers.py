"""Answers that come on a sheet: read from a file that was filled, or typed in from paper, a line for each question.

What is left blank on paper stays without an answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from peerkit.cli import console
from peerkit.cli.prompting import welcome_words, words
from peerkit.cli.prompting.interface import Unusable
from peerkit.cli.prompting.lines import TRIES, LinePrompter
from peerkit.cli.prompting.sheet_lines import Keyed, Mark, Step, names_another, understand
from peerkit.cli.prompting.signals import put_off
from peerkit.engine.interview import scope, sheet, state_machine
from peerkit.engine.interview.moves import Give, GoTo
from peerkit.engine.interview.state_machine import Interview
from peerkit.errors import InputError, Interrupted, OutputError
from peerkit.model.answers import Answer, Assessment, Written
from peerkit.model.framework import Framework
from peerkit.source.json import assessment_file

_VERSION: Final = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A file that was filled, to be read whole or, where it is `partial`, in the rows that are understood."""

    path: Path
    partial: bool = False


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A sheet of paper that is typed in by `lines`; `version` is what an option says is printed on it."""

    lines: LinePrompter
    version: str | None = None


def filled(assessment: Assessment, frameworks: Sequence[Framework], file: SheetFile) -> Assessment:
    """Return an assessment with the answers and notes of a sheet, in the order of the questions; every problem of the sheet is shown.

    Raises:
        InputError: when the sheet is of another version of a framework, or a row is not understood and not `partial`.

    """
    from peerkit.source.sheets import filled_sheet

    known = filled_sheet.Known(
        asked=tuple(address for framework in frameworks for address in scope.answerable(framework, assessment)),
        codes=sheet.codes_of(frameworks),
        versions={framework.id: framework.version for framework in frameworks},
        in_a_group=assessment.mode == "consensus",
    )
    understood = filled_sheet.read(file.path, known)
    hints = set[str]()
    for problem in understood.problems:
        console.note(f"{file.path}, {problem.where}: {problem.message}.{'' if problem.hint in hints else f' {problem.hint}'}")
        hints.add(problem.hint)
    if understood.problems and not file.partial:
        count = len(understood.problems)
        rows = "1 row of it is not understood" if count == 1 else f"{count} rows of it are not understood"
        message = f"{file.path} was not read: {rows}, and nothing was saved"
        raise InputError(message, "Mend them, or save the others with --partial.")
    by_address = {row.address: row for row in understood.rows}
    in_order = {address: by_address[address] for address in known.asked if address in by_address}
    indicators = {f"{framework.id}/{name}": pair for framework in frameworks for name, (_, pair) in framework.by_id.items()}
    answers = {
        address: Answer(ask=scope.wording(indicators[address], assessment), answer=row.answer, note=row.note)
        for address, row in in_order.items()
        if row.answer is not None
    }
    written = {address: Written(note=row.note) for address, row in in_order.items() if row.answer is None}
    return replace(assessment, answers=answers, written=written)


def check_versions(frameworks: Sequence[Framework], paper: PaperSheet) -> None:
    """Make sure that a sheet was made from the frameworks that are here; where no option says so, ask what is printed on it.

    Raises:
        InputError: when it was made from another version.
        Unusable: when what is typed is no version, however often it is asked.

    """
    for framework in frameworks:
        version = _version(paper.version or "") or _ask_version(framework, paper.lines)
        if version != framework.version:
            raise InputError(*welcome_words.another_version("the sheet", framework.id, version, framework.version))


def _ask_version(framework: Framework, lines: LinePrompter) -> str:
    question = welcome_words.ask_version(framework)
    for _ in range(TRIES):
        version = _version(lines.write(question))
        if version:
            return version
        question = f"{welcome_words.NO_VERSION} {welcome_words.ask_version(framework)}"
    raise Unusable("no version was typed, and it was asked four times", "It stands at the foot of each page of the sheet.")


def _version(text: str) -> str:
    """Return the version in what was typed, such as `1.0.0` or `tacsi 1.0.0`; empty where there is none."""
    found = _VERSION.search(text)
    return found[0] if found else ""


class SheetEntry:
    """One run through a sheet, over one file; the file holds the interview's assessment already."""

    def __init__(self, prompter: LinePrompter, interview: Interview, path: Path, folder: Path | None) -> None:
        self.prompter = prompter
        self.interview = interview
        self.path = path
        self.folder = folder
        self.questions = {question.address: question for question in interview.questions}
        self.order = [address for framework in interview.frameworks for address in scope.answerable(framework, interview.assessment)]
        self.order = [address for address in self.order if address in self.questions]
        self.codes = sheet.codes_of(interview.frameworks)
        # NOTE: where several frameworks have a code, it is that of the first.
        self.by_code = {self.codes[address]: address for address in reversed(self.order)}
        self.by_code |= {f"{address.partition('/')[0]}/{self.codes[address]}": address for address in self.order}

    def run(self) -> None:
        """Take a line for each question that is open, and then for any other.

        Raises:
            Interrupted: when the person breaks off, or the input ends before the last question.
            OutputError: when an answer cannot be saved.
            Unusable: when no usable line comes.

        """
        try:
            self.prompter.tell(welcome_words.KEYING_HELP)
            left = self._type_in()
        except (KeyboardInterrupt, EOFError) as broken_off:
            count = len(self.order) - len(self._blank())
            message = f"stopped before the end of the sheet; {count} of {len(self.order)} answers are saved in {self.path}"
            raise Interrupted(message, self._how_to_go_on()) from broken_off
        except OutputError as refused:
            raise OutputError(refused.message, f"{refused.hint} What was typed in before is saved. {self._how_to_go_on()}") from refused
        except Unusable as unusable:
            raise Unusable(unusable.message, f"What was typed in is saved. {self._how_to_go_on()}") from unusable
        ending = (partial(words.stopped, entering=True) if left else words.closing)(self.interview, self.path, self.folder)
        self.prompter.tell(f"{welcome_words.missing([self._name(address) for address in self._blank()])}\n{ending}")

    def _type_in(self) -> bool:
        """Go through the sheet; return whether the person left before its end."""
        place = self._next_blank(-1)
        while place < len(self.order) or self.prompter.interactive:
            said = self._line_for(self.order[place] if place < len(self.order) else None)
            if said.address is not None:
                place = self.order.index(said.address)
            if said.said == "quit" or (said.said == "blank" and place >= len(self.order)):
                return said.said == "quit"
            place = self._after(said.said, place)
        return False

    def _after(self, said: Mark | Step | None, place: int) -> int:
        """Record a mark, or take a step; return the place to go on at: the next that is blank, or the end."""
        match said:
            case Mark():
                self._record(self.order[place], said)
                return self._next_blank(place)
            case "blank":
                self._echo(self.order[place])
                return self._next_blank(place)
            case "back":
                return max(0, place - 1)
            case "help":
                self.prompter.tell(f"{self._name(self.order[place])} {self.questions[self.order[place]].ask}")
        return place

    def _next_blank(self, place: int) -> int:
        """Return the first place behind `place` that has no answer, or the end."""
        blank = set(self._blank())
        return next((number for number in range(place + 1, len(self.order)) if self.order[number] in blank), len(self.order))

    def _line_for(self, address: str | None) -> Keyed:
        """Return what is typed for a question, or, where the sheet is through, for any."""
        for _ in range(TRIES):
            line = self.prompter.line(self._prompt(address))
            keyed = understand(line, self.by_code) if line is not None else None
            if keyed is not None and (address is not None or keyed.address is not None or keyed.said in ("blank", "back", "quit")):
                return keyed
            lost = line is not None and names_another(line, self.by_code)
            self.prompter.tell(welcome_words.NOT_ON_SHEET if lost else welcome_words.KEYED_UNKNOWN)
        raise Unusable("no usable line came, and it was asked four times", welcome_words.KEYED_ACCEPTED)

    def _prompt(self, address: str | None) -> str:
        if address is None:
            return f"{welcome_words.missing([self._name(blank) for blank in self._blank()])} {welcome_words.KEYED_AGAIN} > "
        earlier = self.interview.assessment.answers.get(address)
        typed = f" {welcome_words.keyed_before(earlier)}" if earlier else ""
        return f"{self._name(address)} {address.partition('/')[2]}{typed} > "

    def _name(self, address: str) -> str:
        """Return the code of a question, with its framework where there are several."""
        framework = f"{address.partition('/')[0]}/" if len(self.interview.frameworks) > 1 else ""
        return f"{framework}{self.codes[address]}"

    def _record(self, address: str, mark: Mark) -> None:
        at = state_machine.reply(self.interview, GoTo(address), console.today())
        with put_off():
            self.interview = state_machine.reply(at, Give(mark.answer, mark.note or None), console.today())
            assessment_file.write(self.path, self.interview.assessment)
        self._echo(address)

    def _echo(self, address: str) -> None:
        """Say how a line was understood, where it cannot be seen as it is typed."""
        if not self.prompter.interactive:
            answer = self.interview.assessment.answers.get(address)
            self.prompter.tell(welcome_words.keyed(answer) if answer else welcome_words.LEFT_BLANK)

    def _blank(self) -> list[str]:
        answers = self.interview.assessment.answers
        return [address for address in self.order if address not in answers]

    def _how_to_go_on(self) -> str:
        return f"Go on with `{words.resume_command(self.path, self.folder, entering=True)}`."
