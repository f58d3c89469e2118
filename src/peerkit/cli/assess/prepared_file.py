"""Prepare a file without answers, with what a team agreed on: how much is asked, the goals, and what becomes of the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from peerkit.cli.assess.new_assessment import Draft, InterviewOptions, ask_room, make_draft, read_room
from peerkit.cli.assess.start import ask_program, ask_set, folder_to_name, refuse_existing, with_facts
from peerkit.cli.library import equal_questions
from peerkit.cli.options import split_ids
from peerkit.cli.printed_command import in_folder, printed
from peerkit.cli.prompting import welcome_words, words
from peerkit.cli.prompting.interface import Option, Prompter
from peerkit.cli.prompting.prompters import only_writer
from peerkit.engine.interview import question_counts, scope
from peerkit.engine.interview.questions import questions_of
from peerkit.errors import FileName, InputError, Interrupted, UsageError, did_you_mean
from peerkit.model.answers import Assessment, Governance
from peerkit.model.framework import Framework
from peerkit.model.scale import LEVEL_LABELS, Role
from peerkit.render.wording import asked_of, room
from peerkit.source.json import assessment_file

FEW: Final = 6
"""People up to which answering on one form together is the first advice."""
_GOALS = ("1", "2", "3", "4")


@dataclass(frozen=True, slots=True)
class PreparedOptions:
    """What the options say about goals, what becomes of the answers and how many will answer; None or empty where they say nothing."""

    goals: Sequence[str] = ()
    authority: str | None = None
    may_see: str | None = None
    until: str | None = None
    kept: str | None = None
    support: str | None = None
    people: Sequence[str] = ()


def prepare(wanted: InterviewOptions, agreed: PreparedOptions, prompter: Prompter, file: Path | None) -> None:
    """Write a prepared file; where a person is there, what no option says is asked, and nothing but the program must be said.

    Raises:
        UsageError: when an option names what is not there.
        InputError: when the file is there already, or a framework cannot be used.
        Interrupted: when the person breaks off; nothing is written then.

    """
    if file is not None:
        _refuse_prepared(file)
    people = read_room(agreed.people)
    try:
        with prompter.session():
            if prompter.interactive:
                prompter.show(f"{welcome_words.PREPARING}\n\n{words.ABOUT}")
            draft = make_draft(wanted, prompter)
            assessment = _with_agreed(_asked(draft, wanted, prompter), agreed, draft.frameworks, prompter)
            if prompter.interactive and not people:
                people = ask_room(welcome_words.ASK_PEOPLE, prompter)
    except (KeyboardInterrupt, EOFError) as broken_off:
        raise Interrupted("stopped before the file was written", "Nothing was saved. Start again with `peerkit prepare`.") from broken_off
    path = file or Path(assessment_file.default_name(assessment.program, [framework.id for framework in draft.frameworks], "prepared"))
    with only_writer(path, prompter):
        _refuse_prepared(path)
        assessment_file.write(path, assessment)
    start = ("assess", "--from", FileName(path), *in_folder(folder_to_name(wanted, draft)))
    told = [f"Saved: {path}", welcome_words.PREPARED, *_ahead(draft.frameworks, assessment, people, start)]
    prompter.tell("\n".join((*told, f"Each person starts with:\n{printed(*start)}")))


def _refuse_prepared(path: Path) -> None:
    """Refuse to prepare a file where something is already, with what can be done there. See `refuse_existing`."""
    if path.is_file() and assessment_file.claims_to_be_one(path) and not assessment_file.read(path).answers:
        raise InputError(
            f"{path} is there already", "Choose another name with --file, or start from this one:", ("assess", "--from", FileName(path))
        )
    refuse_existing(path)


def _ahead(frameworks: Sequence[Framework], assessment: Assessment, people: Mapping[Role, int], start: Sequence[str]) -> Iterator[str]:
    """Yield what each role is asked and what a report of so many people could show; few are told first to answer on one form together."""
    yield f"Asked in the {assessment.set} set: {asked_of(question_counts.by_role(frameworks, assessment))}."
    number = sum(people.values())
    if not number:
        return
    if number <= FEW:
        names = ",".join(framework.id for framework in frameworks)
        yield f"{welcome_words.FEW}\n{printed(*start, '--mode', 'consensus', '--large')}"
        yield f"{welcome_words.FROM_QUESTIONS}\n{printed('agenda', '--questions', names, '--minutes', '60')}"
    from peerkit.engine.team.forecast import look_ahead
    from peerkit.render.pages.collection import forecast_lines

    yield f"A report of {room({str(role): number for role, number in people.items()})} could show, if everybody rates every question:"
    yield from (f"- {line}" for line in forecast_lines(look_ahead(frameworks, assessment, people)))


def _asked(draft: Draft, wanted: InterviewOptions, prompter: Prompter) -> Assessment:
    """Return the assessment for everyone: a group's, so that facts any role needs are asked."""
    assessment = replace(draft.assessment, mode="consensus", role=None)
    if prompter.interactive:
        equal = equal_questions(draft.frameworks, wanted.folder)
        if "program" in draft.open:
            assessment = replace(assessment, program=ask_program(prompter))
        if "set" in draft.open:
            assessment = replace(assessment, set=ask_set(draft.frameworks, assessment, equal, prompter))
        assessment = with_facts(assessment, scope.facts_needed(draft.frameworks, assessment), prompter)
    if not questions_of(draft.frameworks, assessment):
        raise UsageError("there is nothing to ask in these sections", "Leave --section out, or name others.")
    return replace(assessment, mode="solo")


def _with_agreed(assessment: Assessment, agreed: PreparedOptions, frameworks: Sequence[Framework], prompter: Prompter) -> Assessment:
    goals = _read_goals(agreed.goals, frameworks)
    if not agreed.goals and prompter.interactive:
        options = [Option("", welcome_words.GOAL_AS_IT_IS), *(Option(level, LEVEL_LABELS[int(level)]) for level in _GOALS)]
        level = prompter.choose(welcome_words.ASK_GOAL, options, default="", first=0)
        goals = _read_goals([level] if level else [], frameworks)
    said = {
        name: _said(getattr(agreed, name), question, prompter)
        for name, question in (*welcome_words.ASK_GOVERNANCE.items(), ("support", welcome_words.ASK_SUPPORT))
    }
    support = said.pop("support")
    return replace(assessment, goals=goals, governance=Governance(**said) if any(said.values()) else None, support=support)


def _said(given: str | None, question: str, prompter: Prompter) -> str:
    if given is not None:
        return given
    return prompter.write(question) if prompter.interactive else ""


def _read_goals(texts: Sequence[str], frameworks: Sequence[Framework]) -> dict[str, int]:
    """Return the goals that `3` (for all frameworks), `tacsi=3` or `tacsi/shared-power=4` set, by framework or address.

    Raises:
        UsageError: when a goal is no level from 1 to 4, or is for something that is not there.

    """
    ids = [framework.id for framework in frameworks]
    known = [*ids, *(f"{framework.id}/{name}" for framework in frameworks for name in framework.by_id)]
    goals: dict[str, int] = {}
    for text in split_ids(texts):
        name, _, level = text.rpartition("=")
        if level.strip() not in _GOALS:
            raise UsageError(f'"{text}" is no goal', "Write --goal with a level from 1 to 4, or an id and a level: tacsi/shared-power=4.")
        if name and name.strip() not in known:
            hint = did_you_mean(name.strip(), known, f"There are {', '.join(ids)} and their questions, such as {known[len(ids)]}.")
            raise UsageError(f'there is no place for a goal called "{name.strip()}"', hint)
        goals |= dict.fromkeys([name.strip()] if name else ids, int(level))
    return goals
