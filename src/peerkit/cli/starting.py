"""What stands before the first question: which frameworks, which program, who answers, how much, and the facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from peerkit.cli import console
from peerkit.cli.interviewing import Conversation
from peerkit.cli.loading import equal_questions, load_framework, today
from peerkit.cli.options import split_ids
from peerkit.cli.prompting import words
from peerkit.cli.prompting.interface import Option, Prompter
from peerkit.engine import interview as interviews
from peerkit.engine import scope
from peerkit.engine.questions import questions_of
from peerkit.errors import InputError, UsageError, did_you_mean
from peerkit.model.assessment import Answer, Assessment, FrameworkRef, Set
from peerkit.model.constraints import LONGEST_TEXT
from peerkit.model.framework import Fact, FactValue, Framework
from peerkit.model.scale import ROLE_LABELS, ROLES, SETS, Role
from peerkit.source import answer_sheet, assessment_file, storage
from peerkit.source.catalog import Found, folders, list_all

_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the options of `assess` say; None or empty where they say nothing."""

    frameworks: Sequence[str]
    program: str | None
    role: str | None
    chosen_set: str | None
    sections: Sequence[str]
    facts: Sequence[str]
    folder: Path | None


def start_interview(wishes: Wishes, prompter: Prompter, file: Path | None, sheet: Path | None, *, partial: bool, short_id: str) -> None:
    """Make a new file and ask, or fill it from an answer sheet.

    Raises:
        UsageError: when the options do not fit together.
        InputError: when the file is there already, or a framework or the sheet cannot be used.
        Interrupted: when the person breaks off, or the input ends.

    """
    if file is not None:
        _refuse_existing(file)
    with prompter.session():
        _start(wishes, prompter, file, sheet, partial=partial, short_id=short_id)


def _start(wishes: Wishes, prompter: Prompter, file: Path | None, sheet: Path | None, *, partial: bool, short_id: str) -> None:
    found = choose_frameworks(wishes, prompter)
    frameworks = [one.framework for one in found]
    assessment = new_assessment(wishes, found, prompter, short_id)
    if not questions_of(frameworks, assessment):
        raise UsageError("there is nothing to ask this role in these sections", "Leave --section out, or choose another --role.")
    if sheet is not None:
        assessment = filled(assessment, frameworks, sheet, partial=partial)
    path = file or Path(assessment_file.default_name(assessment.program, [one.id for one in frameworks], assessment.id))
    with storage.only_writer(path):
        _refuse_existing(path)
        assessment_file.write(path, assessment)
        interview = interviews.begin(frameworks, assessment, equal_questions(frameworks, wishes.folder))
        folder = wishes.folder or next((one.path.parent for one in found if not _is_found_by_id(one)), None)
        conversation = Conversation(prompter, interview, path, folder)
        if sheet is None:
            conversation.run()
        else:
            ending = words.closing if conversation.interview.done else words.stopped
            prompter.tell(ending(conversation.interview, str(path), conversation.folder))


def _is_found_by_id(found: Found) -> bool:
    """Whether a framework is found again without being told where."""
    return found.path.parent in folders(None)


def _refuse_existing(path: Path) -> None:
    if path.is_dir():
        raise InputError(f"{path} is a folder", "Name a file in it with --file.")
    if path.exists():
        raise InputError(f"{path} is there already", f"Go on with `{words.resume_command(str(path))}`, or choose another name with --file.")


def filled(assessment: Assessment, frameworks: Sequence[Framework], sheet: Path, *, partial: bool) -> Assessment:
    """Return an assessment with the answers of a sheet; every problem of the sheet is shown.

    Raises:
        InputError: when a row is not understood and not `partial`.

    """
    addresses = [address for framework in frameworks for address in scope.answerable(framework, assessment)]
    everywhere = [f"{framework.id}/{name}" for framework in frameworks for name in framework.by_id]
    understood = answer_sheet.read(sheet, addresses, everywhere)
    for problem in understood.problems:
        console.remark(f"{sheet}, {problem.where}: {problem.message}. {problem.hint}")
    if understood.problems and not partial:
        count = len(understood.problems)
        rows = "1 row of it is not understood" if count == 1 else f"{count} rows of it are not understood"
        raise InputError(f"{sheet} was not read: {rows}, and nothing was saved", "Mend them, or save the others with --partial.")
    by_id = {framework.id: framework for framework in frameworks}
    answers = {}
    for row in understood.rows:
        framework, _, name = row.address.partition("/")
        _, indicator = by_id[framework].by_id[name]
        answers[row.address] = Answer(ask=scope.wording(indicator, assessment), answer=row.answer, note=row.note)
    return replace(assessment, answers=answers)


def choose_frameworks(wishes: Wishes, prompter: Prompter) -> list[Found]:
    """Return the frameworks named, or the one the person chooses.

    Raises:
        UsageError: when none is named and nobody can be asked, or one is named twice.

    """
    names = split_ids(wishes.frameworks)
    if not names:
        if not prompter.interactive:
            raise UsageError("which framework?", "Name one, as in `peerkit assess tacsi`; `peerkit frameworks` lists them.")
        overviews = [scope.overview(found.framework, "") for found in list_all(wishes.folder).found]
        options = [Option(overview.framework.id, words.framework_label(overview)) for overview in overviews]
        names = [prompter.choose(words.ASK_FRAMEWORKS, options)]
    found = [load_framework(name, wishes.folder) for name in names]
    ids = [one.framework.id for one in found]
    twice = next((name for name in ids if ids.count(name) > 1), None)
    if twice:
        raise UsageError(f"{twice} is named twice", "Name each framework once.")
    return found


def new_assessment(wishes: Wishes, found: Sequence[Found], prompter: Prompter, short_id: str) -> Assessment:
    """Return an assessment without answers, from the options and, where a person is there, from what they say.

    Raises:
        UsageError: when an option names a section or fact that is not there.

    """
    frameworks = [one.framework for one in found]
    sections = chosen_sections(wishes.sections, frameworks)
    facts = chosen_facts(wishes.facts, frameworks)
    if prompter.interactive:
        prompter.show(words.welcome([scope.overview(framework, "") for framework in frameworks]))
    program = (wishes.program or "").strip() or _program(prompter)
    assessment = Assessment(
        format="peerkit/assessment/1",
        id=short_id,
        program=program[:LONGEST_TEXT],
        role=_role(wishes.role, prompter),
        set="full" if wishes.chosen_set == "full" else "quick",
        sections=sections,
        facts=facts,
        frameworks=tuple(FrameworkRef(id=one.framework.id, version=one.framework.version, digest=one.digest) for one in found),
        started=today(),
        updated=today(),
    )
    if wishes.chosen_set is None and prompter.interactive:
        assessment = replace(assessment, set=_set(prompter, frameworks, assessment))
    return _with_facts(assessment, frameworks, prompter)


def chosen_sections(named: Sequence[str], frameworks: Sequence[Framework]) -> dict[str, tuple[str, ...]]:
    """Return the sections to keep to, by framework id; empty where none is named."""
    chosen: dict[str, list[str]] = {}
    addresses = {f"{framework.id}/{section.id}": (framework, section) for framework in frameworks for section in framework.sections}
    for name in split_ids(named):
        fitting = [pair for address, pair in addresses.items() if name in (address, address.partition("/")[2])]
        if not fitting:
            known = [address.partition("/")[2] for address in addresses]
            raise UsageError(f'there is no section called "{name}"', did_you_mean(name, known, f"There are {', '.join(known)}."))
        for framework, section in fitting:
            chosen.setdefault(framework.id, []).append(section.id)
    return {framework: tuple(dict.fromkeys(sections)) for framework, sections in chosen.items()}


def chosen_facts(named: Sequence[str], frameworks: Sequence[Framework]) -> dict[str, FactValue]:
    """Return the facts that options give as ID=VALUE."""
    known = {fact.id: fact for framework in frameworks for fact in framework.facts}
    facts: dict[str, FactValue] = {}
    for text in named:
        name, _, value = text.partition("=")
        fact = known.get(name.strip())
        if fact is None:
            raise UsageError(f'there is no fact called "{name.strip()}"', did_you_mean(name, known, f"There are {', '.join(known)}."))
        facts[fact.id] = _fact_value(fact, value.strip())
    return facts


def _fact_value(fact: Fact, value: str) -> FactValue:
    if fact.kind == "yes-no" and value.casefold() in _YES_NO:
        return _YES_NO[value.casefold()]
    if fact.kind == "choice" and value in fact.options:
        return value
    accepted = "yes or no" if fact.kind == "yes-no" else ", ".join(fact.options)
    raise UsageError(f'"{value}" is no value for the fact {fact.id}', f"Write --fact {fact.id}=VALUE with {accepted}.")


def _program(prompter: Prompter) -> str:
    return prompter.write(words.ASK_PROGRAM, fallback=words.DEFAULT_PROGRAM) if prompter.interactive else words.DEFAULT_PROGRAM


def _role(named: str | None, prompter: Prompter) -> Role:
    if named is None and prompter.interactive:
        named = prompter.choose(words.ASK_ROLE, [Option(role, ROLE_LABELS[role]) for role in ROLES])
    return next((role for role in ROLES if role == named), "not-said")


def _set(prompter: Prompter, frameworks: Sequence[Framework], assessment: Assessment) -> Set:
    """Ask how much to ask; the questions that each set has for this role are counted."""
    quick, full = (len(questions_of(frameworks, replace(assessment, set=one))) for one in SETS)
    options = [Option("quick", words.set_label("Quick", quick)), Option("full", words.set_label("Full", full))]
    return "full" if prompter.choose(words.ASK_SET, options) == "full" else "quick"


def _with_facts(assessment: Assessment, frameworks: Sequence[Framework], prompter: Prompter) -> Assessment:
    """Ask each fact that a question in scope needs and no option gave."""
    facts = dict(assessment.facts)
    for fact in scope.facts_needed(frameworks, assessment):
        if fact.id not in facts and prompter.interactive:
            facts[fact.id] = _ask_fact(fact, prompter)
    return replace(assessment, facts=facts)


def _ask_fact(fact: Fact, prompter: Prompter) -> FactValue:
    if fact.kind == "yes-no":
        options = [Option("yes", "Yes"), Option("no", "No")]
        return prompter.choose(fact.ask, options, default="yes" if fact.default else "no") == "yes"
    return prompter.choose(fact.ask, [Option(option, option) for option in fact.options], default=str(fact.default))
