"""Run an interview: ask, record, save, until it is done or left. Whatever happens, what was answered is in the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import monotonic

from peerkit.cli import console
from peerkit.cli.prompting import beside_steps, keys, prompters, section_words, words
from peerkit.cli.prompting.interface import Leave, Left, Option, Prompter, Review, Unusable, View
from peerkit.engine.interview import state_machine
from peerkit.engine.interview.moves import Back, Give, Know, LeaveOut, Move
from peerkit.engine.interview.question_counts import seconds_a_question
from peerkit.engine.interview.questions import is_open, saved_by_asking_once
from peerkit.engine.interview.scope import is_small_team
from peerkit.engine.interview.state_machine import Interview
from peerkit.errors import Interrupted, OutputError
from peerkit.model.scale import Importance
from peerkit.source.json import assessment_file

MOST_IMPORTANT = 5


class Conversation:
    """One run of an interview over one file; `folder` has to be named when the file is used again.

    `waits` are the seconds from each question to its answer; they are not saved.
    """

    def __init__(self, prompter: Prompter, interview: Interview, path: Path, folder: Path | None) -> None:
        self.prompter = prompter
        self.interview = interview
        self.path = path
        self.folder = folder
        self.saved = interview.assessment
        self.waits: list[float] = []
        self.part_shown = ""
        self.parts_noted: set[str] = set()

    def run(self) -> str:
        """Ask until every question is answered or the person stops; the file at `path` holds the interview's assessment already.

        Returns how the person wants to see the result: one of `RESULT_WAYS`.

        Raises:
            Interrupted: when the person breaks off, or the input ends.
            OutputError: when an answer cannot be saved.
            Unusable: when no usable answer comes.

        """
        try:
            saved = saved_by_asking_once(self.interview.questions, self.interview.equal)
            if saved and not self.interview.done:
                self.prompter.show(words.asked_once(saved))
            left = self._ask_all()
            offered = self.prompter.interactive and not left
            way = self.prompter.choose(words.ASK_RESULT, words.RESULT_WAYS) if offered else "later"
        except Left:
            left, way = True, "later"
        except (KeyboardInterrupt, EOFError) as broken_off:
            raise self._interrupted() from broken_off
        except OutputError as refused:
            raise OutputError(refused.message, f"{refused.hint} What was answered before is saved. {self._how_to_go_on()}") from refused
        except Unusable as unusable:
            raise Unusable(unusable.message, f"What was answered is saved. {self._how_to_go_on()}") from unusable
        ending = words.stopped if left else words.closing
        self.prompter.tell(ending(self._on_file(), self.path, self.folder))
        return way

    def _ask_all(self) -> bool:
        """Ask until all is answered, looked over and weighed; return whether the person left before."""
        while True:
            while not self.interview.done:
                if self._ask_one():
                    return True
            if not self.prompter.interactive or (not self._look_over() and self._ask_importance()):
                return False

    def _ask_one(self) -> bool:
        """Ask the question shown and save the reply; return whether the person leaves."""
        view = self._view()
        if self.prompter.interactive and not view.noted and view.question.section.content_note:
            chosen = self._open_section(view)
            if chosen != "keep":
                return chosen == "stop"
            view = replace(view, opens_section=False, rests=False)
        self.part_shown = view.question.part
        since = monotonic()
        reply = self.prompter.ask(view)
        if isinstance(reply, Leave):
            return True
        if isinstance(reply, Review):
            self._look_over()
            return False
        if isinstance(reply, Give) and self.prompter.interactive:
            self.waits.append(monotonic() - since)
            if reply.answer == "no-agreement" and (views := beside_steps.ask_apart(self.prompter, view)):
                self._take(views)
        self._take(reply)
        return False

    def _view(self) -> View:
        question, assessment = self.interview.question, self.interview.assessment
        assert question is not None
        opens = question.part != self.part_shown
        return View(
            interview=self.interview,
            role=None if assessment.mode == "consensus" else assessment.role,
            small_team=is_small_team(question.framework, assessment),
            opens_section=opens,
            noted=question.part in self.parts_noted,
            rests=opens and self.prompter.interactive and self.interview.open > 0 and self._is_finished(self.part_shown),
            seconds=seconds_a_question(self.waits, in_a_group=assessment.mode == "consensus"),
        )

    def _is_finished(self, part: str) -> bool:
        inside = [question for question in self.interview.questions if question.part == part]
        return bool(inside) and not any(is_open(question, self.interview.assessment) for question in inside)

    def _open_section(self, view: View) -> str:
        """Show the note of a section before its first question; return how the person goes on, see `ways_on`."""
        chosen = self.prompter.choose(section_words.opening(view), section_words.ways_on(view), default="keep")
        match chosen:
            case "keep":
                self.parts_noted.add(view.question.part)
            case "leave":
                self._take(LeaveOut(view.question.part))
            case "back":
                self._take(Back())
            case "pause":
                self.prompter.pause()
        return chosen

    def _take(self, reply: Move) -> None:
        """Let a reply change the interview, save it, and say what it changed about the questions."""
        before = self.interview
        self.interview = state_machine.reply(before, reply, console.today())
        self._save()
        if isinstance(reply, Know):
            came = [question for question in self.interview.questions if question.address not in before.order]
            went = [question for question in before.questions if question.address not in self.interview.order]
            self.prompter.show(section_words.came_and_went(came, went))
        elif isinstance(reply, LeaveOut):
            part = next(part for part in before.parts if part.address == reply.part)
            self.prompter.show(section_words.left_out(part.section))

    def _save(self) -> None:
        """Save what the file does not hold yet, also what was written to a question without an answer. See `prompters.save`."""
        if self.interview.assessment != self.saved:
            prompters.save(self._write, self.prompter)

    def _write(self) -> None:
        assessment_file.write(self.path, self.interview.assessment)
        self.saved = self.interview.assessment

    def _look_over(self) -> bool:
        """Show every question with its answer; return whether the person went to one of them, or elsewhere."""
        done = self.interview.done
        options = [Option("", words.FINISH if done else words.GO_BACK), *section_words.places(self.interview)]
        chosen = self.prompter.choose(words.REVIEW if done else words.GO_WHERE, options, default="", first=0)
        there = keys.destination(chosen, self.interview) if chosen else None
        reply = beside_steps.ask_facts(self.prompter, self.interview) if there == "facts" else there
        if reply is not None and not isinstance(reply, str):
            self._take(reply)
        return bool(chosen)

    def _ask_importance(self) -> bool:
        """Ask what matters most, among what was rated; return whether that is settled, and not to be looked over again."""
        assessment = self.interview.assessment
        levels = {address for address, given in assessment.answers.items() if isinstance(given.answer, int)}
        rated = [question for question in self.interview.questions if question.address in levels]
        if not rated:
            return True
        options = [Option(question.address, question.ask) for question in rated]
        asked = {option.value for option in options}
        earlier = [address for address, said in assessment.importance.items() if said == "high" and address in asked]
        question = words.ASK_IMPORTANT_IN_A_GROUP if assessment.mode == "consensus" else words.ASK_IMPORTANT
        chosen = self.prompter.choose_some(question, options, MOST_IMPORTANT, earlier)
        if chosen is None:
            return False
        high: dict[str, Importance] = dict.fromkeys(chosen, "high")
        rest = {address: said for address, said in assessment.importance.items() if address not in earlier}
        self.interview = replace(self.interview, assessment=replace(assessment, importance={**rest, **high}))
        self._save()
        return True

    def _interrupted(self) -> Interrupted:
        questions, still_open = len(self.interview.questions), self._on_file().open
        if not still_open:
            hint = f"See your report: `{words.report_command(self.path, self.folder)}`"
            return Interrupted(f"stopped after the last question; all is answered and saved in {self.path}", hint)
        message = f"stopped before the last question; {questions - still_open} of {questions} answers are saved in {self.path}"
        return Interrupted(message, self._how_to_go_on())

    def _on_file(self) -> Interview:
        return replace(self.interview, assessment=self.saved)

    def _how_to_go_on(self) -> str:
        return f"Go on with `{words.resume_command(self.path, self.folder)}`."
