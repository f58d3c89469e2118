"""A new assessment, without answers, as the options of `assess`, `prepare` and `sheet` make it or as a prepared file says."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal

from peerkit.cli import console
from peerkit.cli.options import split_ids
from peerkit.cli.prompting import words
from peerkit.cli.prompting.interface import Option, Prompter
from peerkit.engine.interview.questions import questions_of
from peerkit.errors import InputError, UsageError, did_you_mean
from peerkit.model.answers import Assessment, FrameworkRef
from peerkit.model.constraints import LONGEST_TEXT
from peerkit.model.framework import Fact, FactValue, Framework
from peerkit.model.scale import ROLE_LABELS, ROLES, Mode, Role
from peerkit.model.typed_text import whole_number
from peerkit.source import catalog
from peerkit.source.catalog import Found
from peerkit.source.json import assessment_file

Open = Literal["program", "who", "set", "facts"]
"""What a person can be asked before the first question."""
MOST_PEOPLE: Final = 1_000
"""In one role."""
_EXAMPLE: Final = "peer-worker=3, staff=2"
_COUNTED: Final = re.compile(r"(?P<role_before>.+?)\s*[=:]\s*(?P<count_behind>[0-9]+)|(?P<count>[0-9]+)\s*(?:x\s+|=\s*)?(?P<role>\D.*)")
_OTHER_NAMES: Final[dict[str, Role]] = {
    "peer": "peer-worker",
    "people who use the program": "participant",
    "families": "family",
    "friend": "family",
    "staff member": "staff",
    "manager": "leader",
    "other": "not-said",
    "rather not say": "not-said",
}
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewOptions:
    """What the options say; None or empty where they say nothing. `prepared` is the file that everyone in a team starts from."""

    frameworks: Sequence[str] = ()
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
        return tuple(there.framework for there in self.found)


def make_draft(wanted: InterviewOptions, prompter: Prompter | None = None) -> Draft:
    """Return the assessment that the options describe; `prompter` asks which framework where none is named.

    Raises:
        UsageError: when an option names what is not there, or two of them do not fit together.
        InputError: when a framework or the prepared file cannot be used.

    """
    room = _room(wanted)
    draft = _from_prepared(wanted, wanted.prepared) if wanted.prepared else _from_options(wanted, _choose_frameworks(wanted, prompter))
    mode: Mode = "consensus" if wanted.mode == "consensus" else "solo"
    role: Role | None = None if mode == "consensus" else next((role for role in ROLES if role == wanted.role), "not-said")
    return replace(draft, assessment=replace(draft.assessment, mode=mode, role=role, room=room))


def nothing_to_ask(frameworks: Sequence[Framework], assessment: Assessment) -> UsageError:
    """Return why an assessment asks nothing: its role or its sections, or that it is quick."""
    if assessment.set == "quick" and questions_of(frameworks, replace(assessment, set="full")):
        return UsageError("there is no quick set here: none of its questions is asked of this role", "Ask all questions: --set full")
    return UsageError("there is nothing to ask this role in these sections", "Leave --section out, or choose another --role.")


def _room(wanted: InterviewOptions) -> dict[Role, int]:
    """Return who is in the room, once it is clear that the options about who answers fit together."""
    if wanted.mode == "consensus" and wanted.role is not None:
        hint = "Leave --role out; --room peer-worker=3,staff=2 says who is there."
        raise UsageError("--role does not go with --mode consensus: a group has no one role", hint)
    if wanted.room and wanted.mode != "consensus":
        raise UsageError("--room goes with --mode consensus", "Add --mode consensus, or leave --room out.")
    return read_room(wanted.room)


def _who(wanted: InterviewOptions) -> str | None:
    """Return who answers: a role, or a group; None where that can be asked."""
    return "consensus" if wanted.mode == "consensus" else wanted.role


def _from_options(wanted: InterviewOptions, found: Sequence[Found]) -> Draft:
    frameworks = [there.framework for there in found]
    given: dict[Open, object] = {"program": wanted.program, "who": _who(wanted), "set": wanted.chosen_set, "facts": None}
    assessment = Assessment(
        format="peerkit/assessment/1",
        id=secrets.token_hex(3),
        program=(wanted.program or words.DEFAULT_PROGRAM)[:LONGEST_TEXT],
        set="full" if wanted.chosen_set == "full" else "quick",
        sections=_chosen_sections(wanted.sections, frameworks),
        facts=_chosen_facts(wanted.facts, frameworks),
        frameworks=tuple(FrameworkRef(id=there.framework.id, version=there.framework.version, digest=there.digest) for there in found),
        started=console.today(),
        updated=console.today(),
    )
    return Draft(assessment, tuple(found), frozenset(name for name, said in given.items() if said is None))


def _from_prepared(wanted: InterviewOptions, path: Path) -> Draft:
    """Return a draft that takes everything but who answers from a prepared file; its answers, if it has any, stay where they are."""
    prepared = assessment_file.read(path)
    found = [catalog.load(reference.id, wanted.folder, needed_by=path) for reference in prepared.frameworks]
    for reference, there in zip(prepared.frameworks, found, strict=True):
        _refuse_another(path, reference, there)
    for option, says in _contradictions(wanted, prepared, [there.framework for there in found]):
        raise UsageError(f"{option} contradicts {path}, which says {says}", "Leave the option out, or start without --from.")
    if prepared.answers:
        count = "1 answer" if len(prepared.answers) == 1 else f"{len(prepared.answers)} answers"
        console.note(f"note: {path} holds {count}. Only its preparation is used; the answers stay in it.")
    assessment = Assessment(
        format="peerkit/assessment/1",
        id=secrets.token_hex(3),
        program=prepared.program,
        set=prepared.set,
        sections=prepared.sections,
        facts=prepared.facts,
        frameworks=prepared.frameworks,
        started=console.today(),
        updated=console.today(),
        goals=prepared.goals,
        governance=prepared.governance,
        support=prepared.support,
    )
    return Draft(assessment, tuple(found), frozenset() if _who(wanted) else frozenset({"who"}))


def _refuse_another(path: Path, reference: FrameworkRef, found: Found) -> None:
    """Refuse a framework that is not the one a file was prepared with: a team must be asked alike."""
    if reference.digest == found.digest:
        return
    here = found.framework.version
    other = f"here is version {here}" if reference.version != here else "its texts here are others"
    hint = "Give the folder of the one it was made with by --frameworks, or prepare the file anew with `peerkit prepare`."
    raise InputError(f"{path} was prepared with {reference.id} {reference.version}, and {other}", hint)


def _contradictions(wanted: InterviewOptions, prepared: Assessment, frameworks: Sequence[Framework]) -> Iterator[tuple[str, str]]:
    """Yield each option that says something else than the prepared file, and what the file says."""
    theirs = [framework.id for framework in frameworks]
    named = [catalog.load(name, wanted.folder).framework.id for name in split_ids(wanted.frameworks)]
    if named and set(named) != set(theirs):
        yield ", ".join(named), ", ".join(theirs)
    if wanted.program and wanted.program != prepared.program:
        yield f"--program {wanted.program}", prepared.program
    if wanted.chosen_set and wanted.chosen_set != prepared.set:
        yield f"--set {wanted.chosen_set}", prepared.set
    sections = _chosen_sections(wanted.sections, frameworks)
    if sections and {key: set(ids) for key, ids in sections.items()} != {key: set(ids) for key, ids in prepared.sections.items()}:
        said = [f"{framework}/{section}" for framework, ids in prepared.sections.items() for section in ids]
        yield f"--section {','.join(split_ids(wanted.sections))}", ", ".join(said) or "all sections"
    known = {fact.id: fact.default for framework in reversed(frameworks) for fact in framework.facts} | prepared.facts
    for name, value in _chosen_facts(wanted.facts, frameworks).items():
        if value != known[name]:
            yield f"--fact {name}={_shown(value)}", _shown(known[name])


def _shown(value: FactValue) -> str:
    return ("no", "yes")[value] if isinstance(value, bool) else value


def _choose_frameworks(wanted: InterviewOptions, prompter: Prompter | None) -> list[Found]:
    """Return the frameworks named, or the one the person chooses."""
    names = split_ids(wanted.frameworks)
    if not names:
        if prompter is None or not prompter.interactive:
            raise UsageError("which framework?", "Name one, as in `peerkit assess tacsi`; `peerkit frameworks` lists them.")
        known = [found.framework for found in catalog.list_all(wanted.folder).found]
        listed = [Option(framework.id, words.framework_label(framework)) for framework in known]
        names = [prompter.choose(words.ASK_FRAMEWORKS, listed)]
    found = [catalog.load(name, wanted.folder) for name in names]
    ids = [there.framework.id for there in found]
    twice = next((name for name in ids if ids.count(name) > 1), None)
    if twice:
        raise UsageError(f"{twice} is named twice", "Name each framework once.")
    return found


def _chosen_sections(named: Sequence[str], frameworks: Sequence[Framework]) -> dict[str, tuple[str, ...]]:
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


def _chosen_facts(named: Sequence[str], frameworks: Sequence[Framework]) -> dict[str, FactValue]:
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


def read_room(texts: Sequence[str]) -> dict[Role, int]:
    """Return how many people of each role are in the room, as `peer-worker=3,staff=2` or `3 peer workers, 2 staff` say.

    Raises:
        UsageError: when a part of it is not understood, or a role stands there twice.

    """
    room: dict[Role, int] = {}
    for part in filter(None, (part.strip() for text in texts for part in re.split(r"[,;\n]|\band\b", text))):
        role, count = _counted(part)
        if role in room:
            raise UsageError(f"{role} is counted twice in the room", f"Write each role once: {_EXAMPLE}.")
        room[role] = count
    return {role: room[role] for role in ROLES if role in room}


def ask_room(question: str, prompter: Prompter) -> dict[Role, int]:
    """Return what a person says about the room; what is not understood is said and asked again."""
    asked = question
    while True:
        try:
            return read_room([prompter.write(asked)])
        except UsageError as error:
            asked = f"{error.message[0].upper()}{error.message[1:]}. {error.hint}\n{question}"


def _counted(part: str) -> tuple[Role, int]:
    found = _COUNTED.fullmatch(part)
    if found is None:
        raise UsageError(f'"{part}" does not say how many people of which role', f"Write it as in {_EXAMPLE}.")
    number, name = found["count"] or found["count_behind"], found["role"] or found["role_before"]
    count = whole_number(number, MOST_PEOPLE)
    if not count:
        raise UsageError(
            f"{number if len(number) < 10 else 'So many'} people cannot be counted for one role",
            f"Write a number from 1 to {MOST_PEOPLE:,}.",
        )
    role = _role(name)
    if role is None:
        raise UsageError(f'there is no role called "{name}"', did_you_mean(name, ROLES, f"The roles are {', '.join(ROLES)}."))
    return role, count


def _role(name: str) -> Role | None:
    """Return the role that a name stands for: its id, its words, or one of these with an s."""
    wanted = " ".join(name.casefold().replace("-", " ").split())
    names: dict[str, Role] = {role.replace("-", " "): role for role in ROLES}
    names |= {ROLE_LABELS[role].casefold(): role for role in ROLES} | _OTHER_NAMES
    return names.get(wanted) or names.get(wanted.removesuffix("s"))
