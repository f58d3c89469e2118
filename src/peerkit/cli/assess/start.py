"""Begin a file of answers, or go on with one: what is told and asked before the first question, and where the answers come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from peerkit.cli import console
from peerkit.cli.assess.conversation import Conversation
from peerkit.cli.assess.new_assessment import Draft, InterviewOptions, ask_room, make_draft, nothing_to_ask
from peerkit.cli.assess.sheet_answers import PaperSheet, SheetEntry, SheetFile, check_versions, filled
from peerkit.cli.library import equal_questions
from peerkit.cli.prompting import welcome_words, words
from peerkit.cli.prompting.beside_steps import ask_fact
from peerkit.cli.prompting.interface import Option, Prompter
from peerkit.cli.prompting.prompters import only_writer, show_first
from peerkit.cli.results.answer_files import load_answers
from peerkit.engine.interview import question_counts, scope, state_machine
from peerkit.engine.interview.question_counts import Amount
from peerkit.engine.interview.questions import questions_of
from peerkit.engine.interview.state_machine import Interview
from peerkit.errors import FileName, InputError, Interrupted, UsageError
from peerkit.model.answers import Assessment, Set
from peerkit.model.constraints import LONGEST_TEXT
from peerkit.model.framework import Fact, Framework
from peerkit.model.scale import ROLE_LABELS, ROLES, SETS
from peerkit.source.catalog import folders
from peerkit.source.json import assessment_file

Equal = Mapping[str, tuple[str, ...]]
_GROUP = "group"


def start(wanted: InterviewOptions, prompter: Prompter, file: Path | None, sheet: SheetFile | PaperSheet | None = None) -> None:
    """Make a new file and ask, or take the answers from a sheet.

    Raises:
        UsageError: when the options do not fit together.
        InputError: when the file is there already, or a framework, the prepared file or the sheet cannot be used.
        Interrupted: when the person breaks off, or the input ends.

    """
    if file is not None:
        refuse_existing(file)
    with prompter.session():
        try:
            draft = _for_whom_the_sheet_is(make_draft(wanted, prompter), sheet)
            equal = equal_questions(draft.frameworks, wanted.folder)
            assessment = _welcomed(draft, equal, prompter, sheet)
        except (KeyboardInterrupt, EOFError) as broken_off:
            raise Interrupted("stopped before the first question", "Nothing was saved. Start again with `peerkit assess`.") from broken_off
        if not questions_of(draft.frameworks, assessment):
            raise nothing_to_ask(draft.frameworks, assessment)
        if isinstance(sheet, SheetFile):
            assessment = filled(assessment, draft.frameworks, sheet)
        path = file or Path(
            assessment_file.default_name(assessment.program, [framework.id for framework in draft.frameworks], assessment.id)
        )
        with only_writer(path, prompter):
            refuse_existing(path)
            assessment_file.write(path, assessment)
            interview = state_machine.begin(draft.frameworks, assessment, equal)
            folder = folder_to_name(wanted, draft)
            way = _go_on(interview, prompter, path, folder, sheet)
    _show_result(way, path, folder, prompter)


def _for_whom_the_sheet_is(draft: Draft, sheet: SheetFile | PaperSheet | None) -> Draft:
    """Return a draft with the role that a filled sheet names, where no option says who answers."""
    from peerkit.source.sheets import filled_sheet

    role = filled_sheet.role_in(sheet.path) if isinstance(sheet, SheetFile) and "who" in draft.open else None
    if role is None:
        return draft
    console.note(f"note: this is a sheet for: {ROLE_LABELS[role]}. That is taken as the role.")
    return replace(draft, assessment=replace(draft.assessment, role=role), open=draft.open - {"who"})


def resume(path: Path, chosen_set: str | None, folder: Path | None, prompter: Prompter, sheet: PaperSheet | None = None) -> None:
    """Go on where a file left off, brought to the frameworks of today; `chosen_set` full extends a quick set.

    Raises:
        InputError: when the file or a framework of it cannot be used, or another process has it open.
        UsageError: when a full set is to become a quick one, or nobody answers in the file.
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
        begun = state_machine.begin(loaded.frameworks, assessment, equal_questions(loaded.frameworks, folder))
        interview = state_machine.carried(begun, console.today())
        if interview.assessment != assessment:
            assessment_file.write(path, interview.assessment)
        if sheet is not None:
            try:
                check_versions(interview.frameworks, sheet)
            except (KeyboardInterrupt, EOFError) as broken_off:
                command = words.resume_command(path, folder, entering=True)
                raise Interrupted("stopped before the first question", f"Nothing was changed. Go on with `{command}`.") from broken_off
        way = _go_on(interview, prompter, path, folder, sheet)
    _show_result(way, path, folder, prompter)


def _tell_set_aside(count: int, prompter: Prompter) -> None:
    """Say what was set aside; a person who is asked sees it before the first question is drawn over it."""
    if count:
        answers = "1 answer is" if count == 1 else f"{count} answers are"
        text = f"note: {answers} set aside in the file, since the question is not asked any more."
        if prompter.interactive:
            show_first(prompter, text)
        else:
            console.note(text)


def _go_on(interview: Interview, prompter: Prompter, path: Path, folder: Path | None, sheet: SheetFile | PaperSheet | None) -> str:
    """Ask what is open, type a sheet in, or, where a filled one was read, say how far it went; return how the result is to be seen."""
    match sheet:
        case None:
            return Conversation(prompter, interview, path, folder).run()
        case PaperSheet():
            SheetEntry(sheet.lines, interview, path, folder).run()
        case SheetFile():
            ending = words.closing if interview.done else words.stopped
            prompter.tell(ending(interview, path, folder))
    return "later"


def _show_result(way: str, path: Path, folder: Path | None, prompter: Prompter) -> None:
    """Show the report of a file on the screen, or as a page in the browser; `later` shows nothing."""
    if way != "later":
        from peerkit.cli.commands import report

        form, output = ("terminal", None) if way == "here" else ("html", _free(path))
        report.command([path], form, output, frameworks=folder, opened=output is not None, plain=not prompter.redraws)


def _free(path: Path) -> Path:
    """Return the path of a page beside a file of answers, where nothing is yet."""
    stem = path.name.removesuffix(assessment_file.SUFFIX)
    names = (f"{stem}{number}.html" for number in ("", *(f"-{count}" for count in range(2, 1_000))))
    return next(page for name in names if not (page := path.with_name(name)).exists())


def refuse_existing(path: Path) -> None:
    """Refuse to begin a file where something is already.

    Raises:
        InputError: when it is there, or is a folder.

    """
    if path.is_dir():
        raise InputError(f"{path} is a folder", "Name a file in it with --file.")
    if path.exists():
        raise InputError(f"{path} is there already", f"Go on with `{words.resume_command(path)}`, or choose another name with --file.")


def folder_to_name(wanted: InterviewOptions, draft: Draft) -> Path | None:
    """Return the folder to name when the file is used again; None where its frameworks are found without it."""
    return wanted.folder or next((found.path.parent for found in draft.found if found.path.parent not in folders(None)), None)


def _welcomed(draft: Draft, equal: Equal, prompter: Prompter, sheet: SheetFile | PaperSheet | None) -> Assessment:
    """Return the assessment with what is told and asked before the first question."""
    if isinstance(sheet, PaperSheet):
        check_versions(draft.frameworks, sheet)
        return _ask_what_is_open(draft, equal, prompter, welcome_words.ASK_ROLE_OF_SHEET)
    if prompter.interactive:
        roles = question_counts.by_role(draft.frameworks, draft.assessment) if "who" in draft.open else {}
        prompter.show(welcome_words.welcome(draft.frameworks, draft.assessment, _amounts(draft, equal), roles))
    return _ask_what_is_open(draft, equal, prompter, words.ASK_ROLE)


def _amounts(draft: Draft, equal: Equal) -> dict[Set, Amount]:
    """Return how much is asked in each set that can be chosen; one entry where the sets are alike for whoever may answer."""
    possible = list(question_counts.whoever_answers(draft.assessment)) if "who" in draft.open else [draft.assessment]
    sets: tuple[Set, ...] = SETS if "set" in draft.open else (draft.assessment.set,)
    if len(sets) > 1 and not any(question_counts.sets_differ(draft.frameworks, assessment) for assessment in possible):
        sets = ("quick",)
    return {
        name: question_counts.amount(draft.frameworks, [replace(assessment, set=name) for assessment in possible], equal) for name in sets
    }


def _ask_what_is_open(draft: Draft, equal: Equal, prompter: Prompter, ask_role: str) -> Assessment:
    """Return the assessment with what the person says; where nobody can be asked, as the options made it."""
    assessment = draft.assessment
    if not prompter.interactive:
        return assessment
    if "program" in draft.open:
        assessment = replace(assessment, program=ask_program(prompter))
    if "who" in draft.open:
        assessment = _with_role(assessment, ask_role, prompter)
    if assessment.mode == "consensus" and not assessment.room:
        assessment = replace(assessment, room=ask_room(welcome_words.ASK_ROOM, prompter))
    if "set" in draft.open and question_counts.sets_differ(draft.frameworks, assessment):
        assessment = replace(
            assessment, set=ask_set(draft.frameworks, assessment, equal, prompter, together=assessment.mode == "consensus")
        )
    if "facts" in draft.open:
        assessment = with_facts(assessment, scope.facts_needed(draft.frameworks, assessment), prompter)
    return assessment


def ask_program(prompter: Prompter) -> str:
    """Ask what the program is called."""
    name = prompter.write(words.ASK_PROGRAM, fallback=words.DEFAULT_PROGRAM)
    return " ".join(name.split())[:LONGEST_TEXT]


def _with_role(assessment: Assessment, ask: str, prompter: Prompter) -> Assessment:
    """Ask who answers: one of the roles, or a group together."""
    options = [*(Option(role, ROLE_LABELS[role]) for role in ROLES), Option(_GROUP, welcome_words.GROUP_LABEL)]
    chosen = prompter.choose(ask, options)
    if chosen == _GROUP:
        return replace(assessment, mode="consensus", role=None)
    return replace(assessment, role=next(role for role in ROLES if role == chosen))


def ask_set(frameworks: Sequence[Framework], assessment: Assessment, equal: Equal, prompter: Prompter, *, together: bool = False) -> Set:
    """Ask how much to ask; what is really asked in each set is counted."""
    asked = {name: question_counts.asked(frameworks, replace(assessment, set=name), equal) for name in SETS}
    options = [
        Option(name, words.set_label(name.capitalize(), number, welcome_words.together(number) if together else ""))
        for name, number in asked.items()
    ]
    return "full" if prompter.choose(words.ASK_SET, options) == "full" else "quick"


def with_facts(assessment: Assessment, facts: Iterable[Fact], prompter: Prompter) -> Assessment:
    """Return the assessment with the facts that it does not have yet, as the person says them."""
    asked = {fact.id: ask_fact(prompter, fact, fact.default) for fact in facts if fact.id not in assessment.facts}
    return replace(assessment, facts={**assessment.facts, **asked})
