"""Go on with a file: bring it to the frameworks of today, say what changed, and ask what is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from peerkit.cli import console
from peerkit.cli.assess.conversation import Conversation
from peerkit.cli.loading import equal_questions, load_answers, today
from peerkit.cli.prompters import only_writer, show_first
from peerkit.cli.prompting.interface import Prompter
from peerkit.engine.interview import state_machine
from peerkit.errors import FileName, UsageError
from peerkit.source.json import assessment_file


def resume_interview(
    path: Path, chosen_set: str | None, folder: Path | None, prompter: Prompter, converse: Callable[[Conversation], None] = Conversation.run
) -> None:
    """Go on where a file left off, by what `converse` does; `chosen_set` full extends a quick set.

    Raises:
        InputError: when the file or a framework of it cannot be used, or another process has it open.
        UsageError: when a full set is to become a quick one.
        Interrupted: when the person breaks off, or the input ends.

    """
    before = assessment_file.read(path)
    if before.mode == "solo" and before.role is None and not (before.answers or before.written):
        raise UsageError(f"{path} is prepared for a team, and nobody answers in it", "Start from it:", ("assess", "--from", FileName(path)))
    with prompter.session(), only_writer(path, prompter):
        loaded = load_answers(path, folder)
        assessment = loaded.assessment
        if chosen_set == "full":
            assessment = replace(assessment, set="full")
        elif chosen_set == "quick" and assessment.set == "full":
            raise UsageError("a full set cannot become a quick one", "Leave --set out; the answers stay as they are.")
        _tell_set_aside(len(assessment.set_aside) - len(before.set_aside), prompter)
        if assessment != before:
            assessment_file.write(path, assessment)
        equal = equal_questions(loaded.frameworks, folder)
        begun = state_machine.begin(loaded.frameworks, assessment, equal)
        interview = state_machine.carried(begun, today())
        if interview.assessment != begun.assessment:
            assessment_file.write(path, interview.assessment)
        converse(Conversation(prompter, interview, path, folder))


def _tell_set_aside(count: int, prompter: Prompter) -> None:
    """Say what was set aside; a person who is asked sees it before the first question is drawn over it."""
    if count:
        answers = "1 answer is" if count == 1 else f"{count} answers are"
        text = f"note: {answers} set aside in the file, since the question is not asked any more."
        if prompter.interactive:
            show_first(prompter, text)
        else:
            console.note(text)
