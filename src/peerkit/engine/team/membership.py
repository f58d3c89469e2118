"""Says whose answers belong together, and puts these together to a team.

What most files say is what the team says. Another amount of questions is a slip: only what all were asked is counted. Whoever answered
about something else, at another time or twice cannot be counted with the others, and is a misfit.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from peerkit.engine.interview.scope import facts_needed
from peerkit.errors import UsageError
from peerkit.model.answers import Assessment, program_key
from peerkit.model.constraints import Id
from peerkit.model.framework import Fact, FactValue, Framework

Files = Mapping[str, Assessment]
"""Answers by the name of their file, which is how messages speak of them."""


@dataclass(frozen=True, slots=True)
class Team:
    """The answers of the people of one program, to the same questions; for `peerkit.engine.team.gate` alone to look into.

    `facts` are what the files say about the program, where a question in somebody's scope goes by it.
    """

    frameworks: tuple[Framework, ...]
    assessments: tuple[Assessment, ...]
    facts: Mapping[str, FactValue]


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why some files cannot be counted with the others.

    Where it `is_open`, as many are of the other kind, and nobody can tell which are meant. Where they `can_be_compared`, these and the
    others are two sides that share a framework.
    """

    files: tuple[str, ...]
    message: str
    hint: str
    is_open: bool = False
    can_be_compared: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """How much more or less was asked in some files, and what is counted; without the files in `fewer` it would be more."""

    message: str
    fewer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Belonging:
    """The files that belong together, and what is to be said about them and about the others; each pair of `likely_copies` is counted."""

    members: Files
    frameworks: tuple[Framework, ...]
    misfits: tuple[Misfit, ...]
    slips: tuple[Slip, ...]
    likely_copies: tuple[tuple[str, str], ...]


def sort_out(files: Files, load: Callable[[str, str], Framework]) -> Belonging:
    """Return which of some files, one or more, belong together; `load` returns a framework by its id and the name of a file that needs it.

    Raises:
        InputError: when a framework cannot be used.

    """
    sorting = _Sorting(dict(files))
    sorting.without_groups()
    sorting.each_id_once()
    sorting.alike(_PROGRAM)
    sorting.alike(_FRAMEWORKS)
    sorting.one_round()
    sorting.some_section_shared()
    needed_by = {reference.id: name for name in sorted(sorting.files, reverse=True) for reference in sorting.files[name].frameworks}
    frameworks = tuple(load(name, needed_by[name]) for name in sorted(needed_by))
    asked = _narrowed(sorting.files)
    for fact in _needed(frameworks, asked.values()):
        sorting.alike(_about(fact), {name for name in asked if fact in facts_needed(frameworks, asked[name])})
    slips = tuple(sorting.slips())
    return Belonging(sorting.files, frameworks, tuple(sorting.misfits), slips, tuple(_likely_copies(sorting.files)))


def differences(prepared: Assessment, files: Files, frameworks: Sequence[Framework]) -> Iterator[str]:
    """Yield in what files differ from the one that everybody was to start from."""
    sorting = _Sorting(dict(files))
    for trait in (_SPELLING, _FRAMEWORKS, _SET, _SECTIONS, *map(_about, _needed(frameworks, files.values()))):
        yield from sorting.against(trait, prepared)


def pool(frameworks: Sequence[Framework], files: Files) -> Team:
    """Return the team of two people or more whose files belong together; counted is what all of them were asked. See `sort_out`.

    Raises:
        UsageError: when there are fewer than two.

    """
    if len(files) < 2:
        raise UsageError("a team needs the answers of two people or more", "Name more files, or a folder that holds them.")
    assessments = counted(files)
    facts = {
        fact.id: assessment.facts.get(fact.id, fact.default) for assessment in assessments for fact in facts_needed(frameworks, assessment)
    }
    return Team(tuple(frameworks), assessments, {fact.id: facts[fact.id] for fact in _needed(frameworks, assessments)})


def counted(files: Files) -> tuple[Assessment, ...]:
    """Return files that belong together as they are counted, in an order that hangs on their ids alone."""
    return tuple(sorted(_narrowed(files).values(), key=lambda assessment: assessment.id))


def _narrowed(files: Files) -> dict[str, Assessment]:
    """Return the files with the set and the sections that all of them share."""
    quick = any(assessment.set == "quick" for assessment in files.values())
    shared: dict[Id, tuple[Id, ...]] = {}
    for assessment in files.values():
        for framework, names in assessment.sections.items():
            shared[framework] = tuple(name for name in shared.get(framework, names) if name in names)
    return {name: replace(assessment, set="quick" if quick else "full", sections=shared) for name, assessment in files.items()}


def _shares_nothing(files: Files) -> bool:
    """Whether there is a framework of which no section was asked in all files."""
    return any(() in assessment.sections.values() for assessment in _narrowed(files).values())


def _needed(frameworks: Sequence[Framework], assessments: Iterable[Assessment]) -> tuple[Fact, ...]:
    """Return the facts that a question in anybody's scope goes by, in file order."""
    needed = {fact.id for assessment in assessments for fact in facts_needed(frameworks, assessment)}
    known = {fact.id: fact for framework in reversed(frameworks) for fact in reversed(framework.facts)}
    in_file_order = dict.fromkeys(fact.id for framework in frameworks for fact in framework.facts)
    return tuple(known[name] for name in in_file_order if name in needed)


def _likely_copies(files: Files) -> Iterator[tuple[str, str]]:
    """Yield each file that says the same as an earlier one under another id, to the days and to the words of a note, with that one."""
    alike: dict[Hashable, list[str]] = {}
    for name, assessment in files.items():
        said = tuple(sorted((address, answer.answer) for address, answer in assessment.answers.items()))
        alike.setdefault((assessment.role, assessment.started, assessment.updated, said), []).append(name)
    for names in alike.values():
        noted = [(name, notes) for name in names if (notes := _notes(files[name]))]
        for number, (name, notes) in enumerate(noted):
            earlier = next((other for other, theirs in noted[:number] if notes & theirs), None)
            if earlier is not None:
                yield earlier, name


def _notes(assessment: Assessment) -> set[tuple[str, str]]:
    return {(address, answer.note.strip()) for address, answer in assessment.answers.items() if answer.note.strip()}


# How files differ, in words.


@dataclass(frozen=True, slots=True)
class _Trait:
    """Something that files can differ in: how it is compared, the words for it behind a verb for one file or for several, and a hint."""

    key: Callable[[Assessment], Hashable]
    words: Callable[[Assessment], str]
    verbs: tuple[str, str]
    hint: str = ""


def _frameworks_of(assessment: Assessment) -> list[str]:
    return sorted(f"{reference.id} {reference.version}" for reference in assessment.frameworks)


def _sections_of(assessment: Assessment) -> str:
    named = sorted(f"{framework}/{name}" for framework, names in assessment.sections.items() for name in names)
    some = [f"the section{'s' if len(named) > 1 else ''} {', '.join(named)}"] if named else []
    none = [f"no section of {framework}" for framework, names in sorted(assessment.sections.items()) if not names]
    return " and ".join([*some, *none]) or "all sections"


def _about(fact: Fact) -> _Trait:
    def said(assessment: Assessment) -> FactValue:
        return assessment.facts.get(fact.id, fact.default)

    def words(assessment: Assessment) -> str:
        value = said(assessment)
        return f"with {value if isinstance(value, str) else 'yes' if value else 'no'}"

    hint = "Agree on what is so. Whoever is to correct it goes on with their file, and presses g for the facts."
    return _Trait(said, words, (f'answers "{fact.ask}"', f'answer "{fact.ask}"'), hint)


_ROUND: Final = 6 * 31
"""Days that may lie between one person's last answers and another's first; see `_days`."""
_APART: Final = "A team answers the same questions. Report on the others alone, or compare the two, each in a file or a folder of its own."
_PROGRAM: Final = _Trait(
    lambda assessment: program_key(assessment.program),
    lambda assessment: f"about {assessment.program}",
    ("is", "are"),
    "Name only the files of one program. Capital letters and spaces make no difference.",
)
_SPELLING: Final = replace(_PROGRAM, key=lambda assessment: assessment.program)
_FRAMEWORKS: Final = _Trait(
    lambda assessment: tuple(_frameworks_of(assessment)),
    lambda assessment: f"to {' and '.join(_frameworks_of(assessment))}",
    ("holds answers", "hold answers"),
    _APART,
)
_SET: Final = _Trait(lambda assessment: assessment.set, lambda assessment: f"the {assessment.set} set", ("has", "have"))
_SECTIONS: Final = _Trait(_sections_of, _sections_of, ("has", "have"), _APART)


@dataclass(slots=True)
class _Sorting:
    """The files that are left, by name, of so many; and why others are not."""

    files: dict[str, Assessment]
    misfits: list[Misfit]
    total: int

    def __init__(self, files: dict[str, Assessment]) -> None:
        self.files, self.misfits, self.total = files, [], len(files)

    def without_groups(self) -> None:
        """Leave out what a group answered together."""
        for name, assessment in list(self.files.items()):
            if assessment.mode == "consensus":
                said = "holds the answers of a group that answered together, and a team report is made from single people's answers"
                self._leave_out(Misfit((name,), f"{name} {said}", "Report on it alone."))

    def each_id_once(self) -> None:
        """Of the files with one id keep the one that was answered last."""
        by_id: dict[str, list[str]] = {}
        for name, assessment in self.files.items():
            by_id.setdefault(assessment.id, []).append(name)
        for name, names in by_id.items():
            *others, last = sorted(names, key=lambda name: (self.files[name].updated, len(self.files[name].answers)))
            for other in others:
                said = f"{other} and {last} have the same id {name}, so they are the same person's answers, and they differ"
                self._leave_out(Misfit((other,), said, f"Counted would be {last}, where more was answered."))

    def alike(self, trait: _Trait, among: Iterable[str] | None = None) -> None:
        """Leave out what differs from most files in a trait."""
        kinds = self._kinds(trait, among)
        for names in kinds[1:]:
            is_open = len(names) == len(kinds[0])
            said = self._difference(trait, names, kinds)
            can_be_compared = trait is _FRAMEWORKS and self._share_a_framework(names[0], kinds[0][0])
            self._leave_out(Misfit(tuple(names), said, trait.hint, is_open, can_be_compared))

    def _share_a_framework(self, *names: str) -> bool:
        first, second = ({reference.id for reference in self.files[name].frameworks} for name in names)
        return not first.isdisjoint(second)

    def one_round(self) -> None:
        """Leave out what was answered long before or long after most of the others.

        NOTE: in two rounds the same people answer twice, each time under another id, so five of them could be three.
        """
        rounds = {frozenset(self._round_from(assessment.updated)) for assessment in self.files.values()} or {frozenset()}
        best, *others = sorted(rounds, key=lambda names: (-len(names), sorted(names)))
        left = [name for name in self.files if name not in best]
        if left:
            is_open = any(len(names) == len(best) for names in others)
            verb = "was" if len(left) == 1 else "were"
            rest = self._others(sorted(best), whole=True)
            said = f"{self._some(left)} {verb} answered {self._days_of(left)}, {rest} {self._days_of(best)}, so these are two rounds"
            hint = "In a team everybody answers once. Report on each round alone, or compare them, each in a file or a folder of its own."
            is_one_round = any(names.issuperset(left) for names in rounds)
            self._leave_out(Misfit(tuple(left), said, hint, is_open, is_one_round))

    def some_section_shared(self) -> None:
        """Leave out what has no section of a framework in common with what most files have."""
        kinds = self._kinds(_SECTIONS)
        for names in kinds[1:]:
            pair = {name: self.files[name] for name in (kinds[0][0], names[0])}
            if len(names) < len(kinds[0]) and _shares_nothing(pair):
                self._leave_out(Misfit(tuple(names), self._difference(_SECTIONS, names, kinds), _SECTIONS.hint))

    def against(self, trait: _Trait, prepared: Assessment) -> Iterator[str]:
        """Yield what differs in a trait from what was prepared."""
        for names in self._kinds(trait):
            first = self.files[names[0]]
            if trait.key(first) != trait.key(prepared):
                yield f"{self._some(names)} {trait.verbs[len(names) > 1]} {trait.words(first)}; prepared was {trait.words(prepared)}"

    def slips(self) -> Iterator[Slip]:
        """Yield what differs in how much was asked, and what is counted; where nothing was asked of all, the files are misfits."""
        shared = next(iter(_narrowed(self.files).values()), None)
        if shared is None:
            return
        if _shares_nothing(self.files):
            said = "no section was asked in all of these files"
            self.misfits.append(Misfit(tuple(self.files), said, "They have different sections.", is_open=True))
            return
        for trait in (_SET, _SECTIONS):
            kinds = self._kinds(trait)
            for names in kinds[1:]:
                is_why = trait.key(self.files[names[0]]) == trait.key(shared)
                message = f"{self._difference(trait, names, kinds)}. Counted is what all were asked: {trait.words(shared)}."
                yield Slip(message, tuple(names) if is_why else ())

    def _kinds(self, trait: _Trait, among: Iterable[str] | None = None) -> list[list[str]]:
        """Return the names of the files by what they say, what most say first; one list where they say the same."""
        by_key: dict[Hashable, list[str]] = {}
        for name in sorted(self.files if among is None else self.files.keys() & set(among)):
            by_key.setdefault(trait.key(self.files[name]), []).append(name)
        return sorted(by_key.values(), key=lambda names: (-len(names), names))

    def _difference(self, trait: _Trait, names: Sequence[str], kinds: Sequence[Sequence[str]]) -> str:
        verb = trait.verbs[len(names) > 1]
        others = self._others(kinds[0], whole=len(kinds) == 2)
        return f"{self._some(names)} {verb} {trait.words(self.files[names[0]])}, {others} {trait.words(self.files[kinds[0][0]])}"

    def _some(self, names: Sequence[str]) -> str:
        *first, last = sorted(names)
        return f"{len(names)} of {self.total}: {', '.join(first)} and {last}" if first else f"1 of {self.total}: {last}"

    def _others(self, names: Sequence[str], *, whole: bool) -> str:
        return names[0] if len(names) == 1 else "the others" if whole else "most others"

    def _round_from(self, day: str) -> Iterator[str]:
        """Yield the files that are of one round with one that was finished on a day, where none was finished before."""
        for name, assessment in self.files.items():
            if assessment.updated >= day and _days(assessment.started) - _days(day) <= _ROUND:
                yield name

    def _days_of(self, names: Iterable[str]) -> str:
        first = min(self.files[name].started for name in names)
        last = max(self.files[name].updated for name in names)
        return f"on {first}" if first == last else f"from {first} to {last}"

    def _leave_out(self, misfit: Misfit) -> None:
        self.misfits.append(misfit)
        for name in misfit.files:
            del self.files[name]


def _days(day: str) -> int:
    """Return a number of days that grows as the calendar does, every month counted as 31 days."""
    year, month, number = map(int, day.split("-"))
    return (12 * year + month) * 31 + number
