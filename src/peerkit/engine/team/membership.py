"""Puts many people's answers together to a team, and refuses what does not belong together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from peerkit.engine.interview.scope import facts_needed
from peerkit.errors import FileName, InputError, UsageError
from peerkit.model.answers import Assessment, program_key
from peerkit.model.framework import FactValue, Framework


@dataclass(frozen=True, slots=True)
class Team:
    """The answers of the people of one program, to the same questions; for `peerkit.engine.team.gate` alone to look into.

    `facts` are what the files say about the program, where a question in somebody's scope goes by it.
    """

    frameworks: tuple[Framework, ...]
    assessments: tuple[Assessment, ...]
    facts: Mapping[str, FactValue]


def pool(frameworks: Sequence[Framework], files: Mapping[str, Assessment]) -> Team:
    """Return a team of two people or more; `files` holds their assessments by the name that errors use.

    Raises:
        UsageError: when there are fewer than two.
        InputError: when they differ in program, frameworks, set, sections or facts, an id is there twice, a group answered together, or
            they are of two rounds.

    """
    if len(files) < 2:
        raise UsageError("a team needs the answers of two people or more", "Name more files, or a folder that holds them.")
    _refuse_groups(files)
    _refuse_same_id(files)
    for what, value, hint in _ALIKE:
        _refuse_different(files, what, value, hint)
    _refuse_rounds(files)
    facts = _facts(frameworks, files)
    in_any_order = sorted(files.values(), key=lambda assessment: assessment.id)
    return Team(tuple(frameworks), tuple(in_any_order), facts)


def _refuse_groups(files: Mapping[str, Assessment]) -> None:
    for name, assessment in files.items():
        if assessment.mode == "consensus":
            raise InputError(
                f"{name} holds the answers of a group that answered together, and a team report is made from single people's answers",
                "Report on it alone:",
                ("report", FileName(name)),
            )


def _refuse_same_id(files: Mapping[str, Assessment]) -> None:
    names: dict[str, str] = {}
    for name, assessment in files.items():
        if assessment.id in names:
            raise InputError(
                f"{names[assessment.id]} and {name} have the same id {assessment.id}, so they are the same person's answers",
                "Keep the later one, and leave the other out.",
            )
        names[assessment.id] = name


def _refuse_different(files: Mapping[str, Assessment], what: str, value: Callable[[Assessment], tuple[Hashable, str]], hint: str) -> None:
    """Refuse files of which not all have the same `value`: something to compare, and words for it."""
    (first, assessment), *others = files.items()
    key, words = value(assessment)
    for name, other in others:
        its_key, its_words = value(other)
        if its_key != key:
            raise InputError(f"{first} and {name} differ in {what}: {words}, and {its_words}", hint)


def _refuse_rounds(files: Mapping[str, Assessment]) -> None:
    """Refuse answers that lie far apart.

    NOTE: in two rounds the same people answer twice, each time under another id, so five of them could be three.
    """
    first = min(files, key=lambda name: files[name].updated)
    last = max(files, key=lambda name: files[name].started)
    ended, started = files[first].updated, files[last].started
    if _days(started) - _days(ended) > _ROUND:
        raise InputError(
            f"{first} was finished on {ended} and {last} was begun on {started}, so these are two rounds",
            "In a team everybody answers once. Report on each round alone, or hold them against each other: peerkit compare",
        )


def _days(day: str) -> int:
    """Return a number of days that grows as the calendar does, every month counted as 31 days."""
    year, month, number = map(int, day.split("-"))
    return (12 * year + month) * 31 + number


def _program(assessment: Assessment) -> tuple[Hashable, str]:
    return program_key(assessment.program), assessment.program


def _frameworks(assessment: Assessment) -> tuple[Hashable, str]:
    references = sorted(assessment.frameworks, key=lambda reference: reference.id)
    return tuple((reference.id, reference.version) for reference in references), ", ".join(
        f"{reference.id} {reference.version}" for reference in references
    )


def _set(assessment: Assessment) -> tuple[Hashable, str]:
    return assessment.set, f"the {assessment.set} set"


def _sections(assessment: Assessment) -> tuple[Hashable, str]:
    chosen = {framework: sorted(names) for framework, names in sorted(assessment.sections.items())}
    words = [f"{framework}/{name}" for framework, names in chosen.items() for name in names]
    return tuple((framework, *names) for framework, names in chosen.items()), ", ".join(words) or "all sections"


_ROUND = 6 * 31
"""Days that may lie between one person's last answers and another's first; see `_days`."""
_APART = "A team answers the same questions. Report on the others alone, or hold the two against each other: peerkit compare"
_ALIKE = (
    ("their program", _program, "Name only the files of one program. Capital letters and spaces make no difference."),
    ("their frameworks", _frameworks, _APART),
    ("their set of questions", _set, "Go on with the quick one and extend it to the full set, or report on the others alone."),
    ("their sections", _sections, _APART),
)


def _facts(frameworks: Sequence[Framework], files: Mapping[str, Assessment]) -> dict[str, FactValue]:
    """Return what the files say about the program; a file says nothing about a fact that none of its questions goes by."""
    needed = {assessment.role: facts_needed(frameworks, assessment) for assessment in files.values()}
    said: dict[str, tuple[str, FactValue]] = {}
    for name, assessment in files.items():
        for fact in needed[assessment.role]:
            value = assessment.facts.get(fact.id, fact.default)
            first, earlier = said.setdefault(fact.id, (name, value))
            if earlier != value:
                raise InputError(
                    f'{first} and {name} differ about the program: "{fact.ask}" {_words(earlier)}, and {_words(value)}',
                    "Agree on what is so. Whoever is to correct it goes on with their file, and presses g for the facts.",
                )
    in_file_order = [fact.id for framework in frameworks for fact in framework.facts if fact.id in said]
    return {name: said[name][1] for name in in_file_order}


def _words(value: FactValue) -> str:
    return value if isinstance(value, str) else "yes" if value else "no"
