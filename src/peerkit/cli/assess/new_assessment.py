"""What the options of `assess`, `prepare` and `sheet` choose: frameworks, sections, facts, the room, or a prepared file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from peerkit.cli import console
from peerkit.cli.assess.room import read_room
from peerkit.cli.loading import framework_of, load_framework, today
from peerkit.cli.options import split_ids
from peerkit.cli.prompting import words
from peerkit.cli.prompting.interface import Option, Prompter
from peerkit.engine.interview import scope
from peerkit.errors import InputError, UsageError, did_you_mean
from peerkit.model.answers import Assessment, FrameworkRef, Mode
from peerkit.model.constraints import LONGEST_TEXT
from peerkit.model.framework import Fact, FactValue, Framework
from peerkit.model.scale import ROLES, Role
from peerkit.source.catalog import Found, list_all
from peerkit.source.json import assessment_file

Open = Literal["program", "who", "set", "facts"]
"""What a person can be asked before the first question."""
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the options say; None or empty where they say nothing. `prepared` is the file that everyone in a team starts from."""

    frameworks: Sequence[str]
    program: str | None = None
    role: str | None = None
    chosen_set: str | None = None
    sections: Sequence[str] = ()
    facts: Sequence[str] = ()
    folder: Path | None = None
    mode: str | None = None
    room: Sequence[str] = ()
    prepared: Path | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An assessment as the options make it, without answers, and what a person may still be asked about it."""

    assessment: Assessment
    found: tuple[Found, ...]
    open: frozenset[Open] = field(default_factory=frozenset)

    @property
    def frameworks(self) -> tuple[Framework, ...]:
        """The frameworks, in the order they were named."""
        return tuple(one.framework for one in self.found)


def draft(wishes: Wishes, prompter: Prompter | None, short_id: str) -> Draft:
    """Return the assessment that the options describe; `prompter` asks which framework where none is named.

    Raises:
        UsageError: when an option names what is not there, or two of them do not fit together.
        InputError: when a framework or the prepared file cannot be used.

    """
    room = _room(wishes)
    started = _from_prepared(wishes, short_id) if wishes.prepared else _from_options(wishes, choose_frameworks(wishes, prompter), short_id)
    mode: Mode = "consensus" if wishes.mode == "consensus" else "solo"
    role: Role | None = None if mode == "consensus" else next((role for role in ROLES if role == wishes.role), "not-said")
    return replace(started, assessment=replace(started.assessment, mode=mode, role=role, room=room))


def _room(wishes: Wishes) -> dict[Role, int]:
    """Return who is in the room, once it is clear that the options about who answers fit together."""
    if wishes.mode == "consensus" and wishes.role is not None:
        hint = "Leave --role out; --room peer-worker=3,staff=2 says who is there."
        raise UsageError("--role does not go with --mode consensus: a group has no one role", hint)
    if wishes.room and wishes.mode != "consensus":
        raise UsageError("--room goes with --mode consensus", "Add --mode consensus, or leave --room out.")
    return read_room(wishes.room)


def _who(wishes: Wishes) -> str | None:
    """Return who answers: a role, or a group; None where that can be asked."""
    return "consensus" if wishes.mode == "consensus" else wishes.role


def _from_options(wishes: Wishes, found: Sequence[Found], short_id: str) -> Draft:
    frameworks = [one.framework for one in found]
    given: dict[Open, object] = {"program": wishes.program, "who": _who(wishes), "set": wishes.chosen_set, "facts": None}
    assessment = Assessment(
        format="peerkit/assessment/1",
        id=short_id,
        program=(wishes.program or words.DEFAULT_PROGRAM)[:LONGEST_TEXT],
        set="full" if wishes.chosen_set == "full" else "quick",
        sections=chosen_sections(wishes.sections, frameworks),
        facts=chosen_facts(wishes.facts, frameworks),
        frameworks=tuple(FrameworkRef(id=one.framework.id, version=one.framework.version, digest=one.digest) for one in found),
        started=today(),
        updated=today(),
    )
    return Draft(assessment, tuple(found), frozenset(name for name, said in given.items() if said is None))


def _from_prepared(wishes: Wishes, short_id: str) -> Draft:
    """Return a draft that takes everything but who answers from a prepared file; its answers, if it has any, stay where they are."""
    path = wishes.prepared
    assert path is not None
    prepared = assessment_file.read(path)
    found = [framework_of(reference.id, path, wishes.folder) for reference in prepared.frameworks]
    for reference, one in zip(prepared.frameworks, found, strict=True):
        _refuse_another(path, reference, one)
    for option, says in _contradictions(wishes, prepared, [one.framework for one in found]):
        raise UsageError(f"{option} contradicts {path}, which says {says}", "Leave the option out, or start without --from.")
    if prepared.answers:
        count = "1 answer" if len(prepared.answers) == 1 else f"{len(prepared.answers)} answers"
        console.note(f"note: {path} holds {count}. Only its preparation is used; the answers stay in it.")
    assessment = Assessment(
        format="peerkit/assessment/1",
        id=short_id,
        program=prepared.program,
        set=prepared.set,
        sections=prepared.sections,
        facts=prepared.facts,
        frameworks=prepared.frameworks,
        started=today(),
        updated=today(),
        goals=prepared.goals,
        governance=prepared.governance,
        support=prepared.support,
    )
    return Draft(assessment, tuple(found), frozenset() if _who(wishes) else frozenset({"who"}))


def _refuse_another(path: Path, reference: FrameworkRef, found: Found) -> None:
    """Refuse a framework that is not the one a file was prepared with: a team must be asked alike."""
    if reference.digest == found.digest:
        return
    here = found.framework.version
    other = f"here is version {here}" if reference.version != here else "its texts here are others"
    hint = "Give the folder of the one it was made with by --frameworks, or prepare the file anew with `peerkit prepare`."
    raise InputError(f"{path} was prepared with {reference.id} {reference.version}, and {other}", hint)


def _contradictions(wishes: Wishes, prepared: Assessment, frameworks: Sequence[Framework]) -> Iterator[tuple[str, str]]:
    """Yield each option that says something else than the prepared file, and what the file says."""
    theirs = [framework.id for framework in frameworks]
    named = [load_framework(name, wishes.folder).framework.id for name in split_ids(wishes.frameworks)]
    if named and set(named) != set(theirs):
        yield ", ".join(named), ", ".join(theirs)
    if wishes.program and wishes.program != prepared.program:
        yield f"--program {wishes.program}", prepared.program
    if wishes.chosen_set and wishes.chosen_set != prepared.set:
        yield f"--set {wishes.chosen_set}", prepared.set
    sections = chosen_sections(wishes.sections, frameworks)
    if sections and {key: set(ids) for key, ids in sections.items()} != {key: set(ids) for key, ids in prepared.sections.items()}:
        said = [f"{framework}/{section}" for framework, ids in prepared.sections.items() for section in ids]
        yield f"--section {','.join(split_ids(wishes.sections))}", ", ".join(said) or "all sections"
    known = {fact.id: fact.default for framework in reversed(frameworks) for fact in framework.facts} | prepared.facts
    for name, value in chosen_facts(wishes.facts, frameworks).items():
        if value != known[name]:
            yield f"--fact {name}={_shown(value)}", _shown(known[name])


def _shown(value: FactValue) -> str:
    return ("no", "yes")[value] if isinstance(value, bool) else value


def choose_frameworks(wishes: Wishes, prompter: Prompter | None) -> list[Found]:
    """Return the frameworks named, or the one the person chooses.

    Raises:
        UsageError: when none is named and nobody can be asked, or one is named twice.

    """
    names = split_ids(wishes.frameworks)
    if not names:
        if prompter is None or not prompter.interactive:
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
