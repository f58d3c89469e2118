"""Run an interview: ask, record, save, until it is done or left. Whatever happens, what was answered is in the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from peerkit.cli.loading import today
from peerkit.cli.prompting import words
from peerkit.cli.prompting.interface import Leave, Option, Prompter, Review, Unusable, View
from peerkit.engine import interview as interviews
from peerkit.engine.interview import Interview
from peerkit.engine.questions import saved_by_asking_once
from peerkit.engine.replies import GoTo
from peerkit.engine.scope import is_small_team
from peerkit.errors import Interrupted, OutputError, PeerkitError
from peerkit.model.assessment import Rated
from peerkit.model.scale import Importance
from peerkit.source import assessment_file

MOST_IMPORTANT = 5


class Conversation:
    """One run of an interview over one file."""

    def __init__(self, prompter: Prompter, interview: Interview, path: Path, folder: Path | None = None) -> None:
        self.prompter = prompter
        self.interview = interview
        self.path = path
        self.folder = None if folder is None else str(folder)
        self.saved = interview.assessment
        self.section_shown: tuple[str, str] | None = None

    def run(self) -> None:
        """Ask until every question is answered or the person stops; the file at `path` holds the interview's assessment already.

        Raises:
            Interrupted: when the person breaks off, or the input ends.
            OutputError: when an answer cannot be saved.
            Unusable: when no usable answer comes.

        """
        try:
            self._tell_asked_once()
            left = self._ask_all()
        except (KeyboardInterrupt, EOFError) as broken_off:
            raise self._interrupted() from broken_off
        except Unusable as unusable:
            raise Unusable(unusable.message, f"What was answered is saved. {self._how_to_go_on()}") from unusable
        ending = words.stopped if left else words.closing
        self.prompter.tell(ending(self._on_file(), str(self.path), self.folder))

    def _tell_asked_once(self) -> None:
        """Say how many questions need not be asked, since another framework asks the same."""
        saved = saved_by_asking_once(self.interview.questions, self.interview.equal)
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
        self.interview = interviews.reply(self.interview, reply, today())
        self._save()
        return False

    def _view(self) -> View:
        question, assessment = self.interview.question, self.interview.assessment
        assert question is not None
        section = (question.framework.id, question.section.id)
        opens, self.section_shown = section != self.section_shown, section
        role = None if assessment.mode == "consensus" else assessment.role
        return View(self.interview, role, is_small_team(question.framework, assessment), opens)

    def _save(self) -> None:
        """Save what the file does not hold yet, also what was written to a question without an answer.

        Where that fails and a person is there, ask whether to try again.
        """
        assessment = interviews.put_down(self.interview, today())
        while assessment != self.saved:
            try:
                assessment_file.write(self.path, assessment)
            except OutputError as error:
                if not self.prompter.interactive or not self._try_again(error):
                    raise
            else:
                self.saved = assessment

    def _try_again(self, error: PeerkitError) -> bool:
        options = [Option("again", words.TRY_AGAIN), Option("stop", words.STOP)]
        try:
            return self.prompter.choose(f"{error.message}. {words.ASK_RETRY}", options) == "again"
        except (KeyboardInterrupt, EOFError):
            return False

    def _look_over(self) -> bool:
        """Show every question with its answer; return whether the person went to one of them."""
        done = self.interview.done
        options = [Option("", words.FINISH if done else words.GO_BACK), *words.question_list(self.interview)]
        chosen = self.prompter.choose(words.REVIEW if done else words.GO_WHERE, options, default="", first=0)
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
        asked = {option.value for option in options}
        earlier = [address for address, said in assessment.importance.items() if said == "high" and address in asked]
        chosen = self.prompter.choose_some(words.ASK_IMPORTANT, options, MOST_IMPORTANT, earlier)
        high: dict[str, Importance] = dict.fromkeys(chosen, "high")
        rest = {address: said for address, said in assessment.importance.items() if address not in earlier}
        self.interview = replace(self.interview, assessment=replace(assessment, importance={**rest, **high}))
        self._save()

    def _reply_to(self, address: str) -> object:
        answer = self.interview.assessment.answers.get(address)
        return answer.reply if answer else None

    def _interrupted(self) -> Interrupted:
        questions, still_open = len(self.interview.questions), self._on_file().open
        where = "before the last question" if still_open else "after the last question"
        message = f"stopped {where}; {questions - still_open} of {questions} answers are saved in {self.path}"
        return Interrupted(message, self._how_to_go_on())

    def _on_file(self) -> Interview:
        return replace(self.interview, assessment=self.saved)

    def _how_to_go_on(self) -> str:
        return f"Go on with `{words.resume_command(str(self.path), self.folder)}`."
