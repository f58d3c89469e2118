"""Begin a file of answers: from the options and what a person says, from an answer sheet, or by typing a paper sheet in."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from pathlib import Path

from peerkit.cli.assess.conversation import Conversation
from peerkit.cli.assess.new_assessment import Draft, Wishes, draft
from peerkit.cli.assess.preliminaries import ask_what_is_open, welcome
from peerkit.cli.loading import equal_questions
from peerkit.cli.prompters import only_writer
from peerkit.cli.prompting import welcome_words, words
from peerkit.cli.prompting.interface import Prompter
from peerkit.engine.interview import state_machine
from peerkit.engine.interview.questions import questions_of
from peerkit.errors import InputError, Interrupted, UsageError
from peerkit.model.answers import Assessment
from peerkit.source.catalog import Found, folders
from peerkit.source.json import assessment_file


@dataclass(frozen=True, slots=True)
class Sheets:
    """What the options say about sheets: a filled one to read, all of it or `partial`; or to `enter` one, of the `version` on it."""

    answers: Path | None = None
    partial: bool = False
    enter: bool = False
    version: str | None = None


def begin_or_go_on(wishes: Wishes, prompter: Prompter, file: Path | None, resume: Path | None, sheets: Sheets) -> None:
    """Make a new file and ask, or fill it from a sheet; with `resume`, go on with that file.

    Raises:
        UsageError: when the options do not fit together.
        InputError: when the file is there already, or a framework, the prepared file or the sheet cannot be used.
        Interrupted: when the person breaks off, or the input ends.

    """
    _refuse_misfits(sheets)
    if resume is not None:
        from peerkit.cli.assess.resuming import resume_interview

        if replace(wishes, chosen_set=None, folder=None) != Wishes(()) or file or sheets.answers:
            raise UsageError("--resume goes on with what stands in the file", "Give it with --set full at most, or start anew without it.")
        resume_interview(resume, wishes.chosen_set, wishes.folder, prompter, lambda conversation: _go_on_again(conversation, sheets))
        return
    if file is not None:
        refuse_existing(file)
    with prompter.session():
        _start(wishes, prompter, file, sheets)


def _go_on_again(conversation: Conversation, sheets: Sheets) -> None:
    if sheets.enter:
        from peerkit.cli.assess.sheet_answers import check_versions

        check_versions(conversation.interview.frameworks, sheets.version, conversation.prompter)
    _go_on(conversation, sheets)


def _refuse_misfits(sheets: Sheets) -> None:
    if sheets.partial and sheets.answers is None:
        raise UsageError("--partial goes with --answers", "Name the sheet: --answers sheet.csv --partial")
    if sheets.version is not None and not sheets.enter:
        raise UsageError("--sheet-version goes with --enter", "A filled file says its version itself: --answers sheet.csv")
    if sheets.enter and sheets.answers is not None:
        raise UsageError("--enter and --answers are two ways to the same", "Type a paper sheet in, or name a filled file; not both.")


def _start(wishes: Wishes, prompter: Prompter, file: Path | None, sheets: Sheets) -> None:
    try:
        drafted = draft(wishes, prompter, secrets.token_hex(3))
        equal = equal_questions(drafted.frameworks, wishes.folder)
        assessment = _opened(drafted, equal, prompter, sheets)
    except (KeyboardInterrupt, EOFError) as broken_off:
        raise Interrupted("stopped before the first question", "Nothing was saved. Start again with `peerkit assess`.") from broken_off
    if not questions_of(drafted.frameworks, assessment):
        raise UsageError("there is nothing to ask this role in these sections", "Leave --section out, or choose another --role.")
    if sheets.answers is not None:
        from peerkit.cli.assess.filling import filled

        assessment = filled(assessment, drafted.frameworks, sheets.answers, partial=sheets.partial)
    path = file or Path(assessment_file.default_name(assessment.program, [framework.id for framework in drafted.frameworks], assessment.id))
    with only_writer(path, prompter):
        refuse_existing(path)
        assessment_file.write(path, assessment)
        interview = state_machine.begin(drafted.frameworks, assessment, equal)
        _go_on(Conversation(prompter, interview, path, folder_to_name(wishes, drafted)), sheets)


def _opened(drafted: Draft, equal: dict[str, tuple[str, ...]], prompter: Prompter, sheets: Sheets) -> Assessment:
    """Return the assessment with what is told and asked before the first question."""
    if sheets.enter:
        from peerkit.cli.assess.sheet_answers import check_versions

        check_versions(drafted.frameworks, sheets.version, prompter)
        return ask_what_is_open(drafted, equal, prompter, welcome_words.ASK_ROLE_OF_SHEET)
    if prompter.interactive:
        prompter.show(welcome(drafted, equal))
    return ask_what_is_open(drafted, equal, prompter)


def _go_on(conversation: Conversation, sheets: Sheets) -> None:
    """Ask what is open, type a sheet in, or, where a filled one was read, say how far it went."""
    if sheets.enter:
        from peerkit.cli.assess.sheet_answers import Entering

        Entering(conversation.prompter, conversation.interview, conversation.path, conversation.folder).run()
    elif sheets.answers is None:
        conversation.run()
    else:
        ending = words.closing if conversation.interview.done else words.stopped
        conversation.prompter.tell(ending(conversation.interview, str(conversation.path), conversation.folder))


def folder_to_name(wishes: Wishes, drafted: Draft) -> Path | None:
    """Return the folder to name when the file is used again; None where its frameworks are found without it."""
    return wishes.folder or next((found.path.parent for found in drafted.found if not _is_found_by_id(found)), None)


def _is_found_by_id(found: Found) -> bool:
    return found.path.parent in folders(None)


def refuse_existing(path: Path) -> None:
    """Refuse to begin a file where something is already.

    Raises:
        InputError: when it is there, or is a folder.

    """
    if path.is_dir():
        raise InputError(f"{path} is a folder", "Name a file in it with --file.")
    if path.exists():
        raise InputError(f"{path} is there already", f"Go on with `{words.resume_command(str(path))}`, or choose another name with --file.")
