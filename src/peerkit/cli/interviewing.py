"""Run an interview: ask, record, save, until it is done or left. Whatever happens, what was answered is in the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from peerkit.cli.loading import today
from peerkit.cli.prompting import words
from peerkit.cli.prompting.interface import Leave, Option, Prompter, Review, Unusable, View
from peerkit.engine import interview as interviews
from peerkit.engine.interview import GoTo, Interview
from peerkit.engine.scope import is_small_team
from peerkit.errors import Interrupted, OutputError, PeerkitError
from peerkit.model.assessment import Assessment, Rated
from peerkit.model.scale import Importance
from peerkit.source import assessment_file

MOST_IMPORTANT = 5


class Conversation:
    """One run of an interview over one file."""

    def __init__(self, prompter: Prompter, interview: Interview, path: Path) -> None:
        self.prompter = prompter
        self.interview = interview
        self.path = path
        self.section_shown: tuple[str, str] | None = None

    def run(self) -> None:
        """Ask until every question is answered or the person stops.

        Raises:
            Interrupted: when the person breaks off, or the input ends.
            OutputError: when an answer cannot be saved.
            Unusable: when no usable answer comes.

        """
        try:
            self._tell_asked_once()
            left = self._ask_all()
        except (KeyboardInterrupt, EOFError) as broken_off:
            self._put_down()
            raise self._interrupted() from broken_off
        except Unusable as unusable:
            self._put_down()
            raise Unusable(unusable.message, f"What was answered is saved. Go on with `peerkit assess --resume {self.path}`.") from unusable
        self._put_down()
        self.prompter.tell(words.stopped(self.interview, str(self.path)) if left else words.closing(self.interview, str(self.path)))

    def _tell_asked_once(self) -> None:
        """Say how many questions need not be asked, since another framework asks the same."""
        saved = interviews.saved_by_asking_once(self.interview.questions, self.interview.equal)
        if saved and not self.interview.done:
            self.prompter.show(words.asked_once(saved))

    def _ask_all(self) -> bool:
        """Ask until all is answered and looked over; return whether the person left before."""
        while True:
            while not self.interview.done:
                if self._ask_one():
                    return True
            if not self.prompter.interactive or not self._look_over():
                self._ask_importance()
                return False

    def _ask_one(self) -> bool:
        """Ask the question shown and save the reply; return whether the person leaves."""
        reply = self.prompter.ask(self._view())
        if isinstance(reply, Leave):
            return True
        if isinstance(reply, Review):
            self._look_over()
            return False
        before = self.interview.assessment
        self.interview = interviews.reply(self.interview, reply, today())
        if self.interview.assessment is not before:
            self._save(self.interview.assessment)
        return False

    def _view(self) -> View:
        question, assessment = self.interview.question, self.interview.assessment
        assert question is not None
        section = (question.framework.id, question.section.id)
        opens, self.section_shown = section != self.section_shown, section
        role = None if assessment.mode == "consensus" else assessment.role
        return View(self.interview, role, is_small_team(question.framework, assessment), opens)

    def _save(self, assessment: Assessment) -> None:
        """Save; where that fails and a person is there, ask whether to try again."""
        while True:
            try:
                assessment_file.write(self.path, assessment)
            except OutputError as error:
                if not self.prompter.interactive or not self._try_again(error):
                    raise
            else:
                return

    def _try_again(self, error: PeerkitError) -> bool:
        self.prompter.tell(f"{error.message}\n{error.hint}")
        options = [Option("again", words.TRY_AGAIN), Option("stop", words.STOP)]
        return self.prompter.choose(words.ASK_RETRY, options) == "again"

    def _look_over(self) -> bool:
        """Show every question with its answer; return whether the person went to one of them."""
        answers = self.interview.assessment.answers
        options = [
            Option(question.address, words.review_label(number, question, answers.get(question.address)))
            for number, question in enumerate(self.interview.questions, start=1)
        ]
        done = self.interview.done
        first = Option("", words.FINISH if done else words.GO_BACK)
        chosen = self.prompter.choose(words.REVIEW if done else words.GO_WHERE, [first, *options], default="")
        if chosen:
            self.interview = interviews.reply(self.interview, GoTo(chosen), today())
        return bool(chosen)

    def _ask_importance(self) -> None:
        """Ask what matters most, among what was rated."""
        assessment = self.interview.assessment
        rated = [one for one in self.interview.questions if isinstance(self._reply_to(one.address), Rated)]
        if not self.prompter.interactive or not rated:
            return
        options = [Option(question.address, question.ask) for question in rated]
        chosen = self.prompter.choose_some(words.ASK_IMPORTANT, options, MOST_IMPORTANT)
        high: dict[str, Importance] = dict.fromkeys(chosen, "high")
        rest = {address: said for address, said in assessment.importance.items() if address not in {option.value for option in options}}
        self.interview = replace(self.interview, assessment=replace(assessment, importance={**rest, **high}))
        self._save(self.interview.assessment)

    def _reply_to(self, address: str) -> object:
        answer = self.interview.assessment.answers.get(address)
        return answer.reply if answer else None

    def _put_down(self) -> None:
        """Save what was written to a question that has no answer yet."""
        assessment = interviews.put_down(self.interview, today())
        if assessment is not self.interview.assessment:
            self._save(assessment)
            self.interview = replace(self.interview, assessment=assessment)

    def _interrupted(self) -> Interrupted:
        answered = len(self.interview.questions) - self.interview.open
        message = f"stopped before the last question; {answered} of {len(self.interview.questions)} answers are saved in {self.path}"
        return Interrupted(message, f"Go on with `peerkit assess --resume {self.path}`.")
