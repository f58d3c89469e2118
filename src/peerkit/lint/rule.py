"""The contract of a lint rule, the rules there are, and what each says of itself.

A rule is a module `rules/pkNNN_some_name.py`, called by its code and name, that holds `RULE` and `check`, which yields what is wrong
with a file; or, in its place, `check_folder`, which yields what is wrong between the files of a folder, once all of them have been
read. One that has neither reports the faults of its name, which the readers have found. Its docstring is its documentation: the
rule's summary, then the parts Why, Bad and Good. Bad is YAML in which exactly this rule finds exactly one thing, Good is YAML in which
it finds nothing; a test runs both. Where an example needs other files of the folder, each part starts with a comment that names its
file; the first is the one that is checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from functools import cache
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules
from textwrap import dedent
from typing import Any, Final, Protocol, cast, runtime_checkable

from peerkit.lint import rules as folder_of_rules
from peerkit.model import crosswalk, framework
from peerkit.model.finding import Fault, Path, Problem, Severity
from peerkit.model.framework import LintSettings
from peerkit.model.lint_figures import RuleNote
from peerkit.source.yaml.yaml_file import Reading

SOURCES_FOLDER: Final = "sources"
"""The folder, beside the frameworks, of the outlines of their documents."""
FAMILIES: Final = {
    "PK0": "The file cannot be read",
    "PK1": "Structure, ids, roles and themes",
    "PK2": "Scoring and scope",
    "PK3": "Wording",
    "PK4": "Sources and coverage",
    "PK5": "Facts, conditions, paths and crosswalk",
    "PK9": "Peerkit itself",
}
"""What the rules of a family are about, by the start of their codes."""
_PART = re.compile(r"^(Why|Bad|Good):\n((?: .*\n|\n)*(?: .*)?)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule is called, by the name and documentation of its module, and how much it matters.

    `rests_on` names keys as `sections.indicators.weight`: the rule is not run on a file in which something about them is wrong. A rule
    for `only_english` is not run on a framework in another language, and what one `about_peer_work` finds in one of another field is info.
    """

    module: str
    documentation: str | None
    severity: Severity
    _: KW_ONLY
    rests_on: tuple[str, ...] = ()
    only_english: bool = False
    about_peer_work: bool = False

    @property
    def code(self) -> str:
        """PK, the digit of the family, two more."""
        return self.module.rpartition(".")[2].partition("_")[0].upper()

    @property
    def name(self) -> str:
        """A name in words, with hyphens between them."""
        return self.module.rpartition(".")[2].partition("_")[2].replace("_", "-")

    @property
    def summary(self) -> str:
        """One sentence; empty where Python drops documentation."""
        return (self.documentation or "").partition("\n")[0]

    @property
    def family(self) -> str:
        """The first three characters of the code: PK0, PK1 and so on."""
        return self.code[:3]


@dataclass(frozen=True, slots=True)
class Folder:
    """What a file is checked against: the themes known in its folder, None where nobody knows them, and the outlines of documents.

    The outlines go by the id of their framework; of one that cannot be read there is none.
    """

    themes: Collection[str] | None = None
    outlines: Mapping[str, crosswalk.SourceOutline] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What is kept of a file of a folder for the rules that compare files, once the file has been checked.

    `id`, `indicators` and those of them marked `safety` are None where nobody knows them; `facts` and `crosswalk` hold nothing that is
    not right in itself. What lies in `sources` and is no framework `is_outline`, even where it cannot be read.
    """

    file: str
    id: str | None = None
    indicators: frozenset[str] | None = None
    safety: frozenset[str] | None = None
    facts: tuple[framework.Fact, ...] = ()
    crosswalk: crosswalk.Crosswalk | None = None
    is_outline: bool = False


@dataclass(frozen=True, eq=False)
class Subject:
    """What a rule sees: one file as it was read, its faults, and what is known of the folder it is in."""

    reading: Reading
    folder: Folder
    faults: tuple[Fault, ...]

    @property
    def framework(self) -> framework.Framework | None:
        """The framework in the file; None where the file holds something else.

        In a file with faults only the keys a rule rests on are to be trusted.
        """
        return self._noun if isinstance(self._noun, framework.Framework) else None

    @property
    def crosswalk(self) -> crosswalk.Crosswalk | None:
        """The crosswalk in the file; None where the file holds something else. See `framework`."""
        return self._noun if isinstance(self._noun, crosswalk.Crosswalk) else None

    @property
    def told(self) -> LintSettings:
        """What the framework in the file tells lint."""
        return self.framework.lint if self.framework else LintSettings()

    @property
    def _noun(self) -> Any:
        return self.reading.draft if self.reading.noun is None else self.reading.noun

    @property
    def framework_data(self) -> dict[str, Any]:
        """A framework's keys and values, unchecked, so that a file with other mistakes can be looked at too; empty for other files."""
        data = self.reading.data
        return data if data.get("format") == framework.FORMAT else {}

    def indicator_data(self) -> Iterator[tuple[Path, dict[str, Any]]]:
        """Yield every indicator in `framework_data` that is a mapping, with the path that leads to it."""
        for section_path, section in _mappings(self.framework_data.get("sections"), ("sections",)):
            yield from _mappings(section.get("indicators"), (*section_path, "indicators"))


Problems = Iterator[Problem]
"""What a rule yields: each mistake once, with a path or a span."""
Check = Callable[[Subject], Problems]
CheckFolder = Callable[[Sequence[Member]], Iterator[tuple[str, Problem]]]


class AnyRule(Protocol):
    """A module in `rules`."""

    @property
    def RULE(self) -> Rule:  # noqa: N802  (the name of a constant of the module)
        """What the rule is called."""


@runtime_checkable
class FileRule(AnyRule, Protocol):
    """A rule about one file at a time."""

    @property
    def check(self) -> Check:
        """What the rule does: yields the mistakes in its subject, and reads nothing else."""


@runtime_checkable
class FolderRule(AnyRule, Protocol):
    """A rule about files that have to agree."""

    @property
    def check_folder(self) -> CheckFolder:
        """What the rule does: yields each mistake in the members of one folder once, with the file and a path in it."""


def problems(module: AnyRule, subject: Subject) -> Problems:
    """Return what a rule about files finds in one."""
    if isinstance(module, FileRule):
        return module.check(subject)
    return (fault.problem for fault in subject.faults if fault.kind == module.RULE.name)


@cache
def every_rule() -> tuple[AnyRule, ...]:
    """Return every module in `rules`, by code."""
    names = sorted(module.name for module in iter_modules(folder_of_rules.__path__))
    return tuple(cast(AnyRule, import_module(f"{folder_of_rules.__name__}.{name}")) for name in names)


def notes() -> tuple[RuleNote, ...]:
    """Return what every rule says of itself, by code, for those who show the rules and must not load any."""
    return tuple(note(module) for module in every_rule())


def note(module: AnyRule) -> RuleNote:
    """Return what a rule says of itself in its docstring; the YAML ends in a line break, and is empty where there is no such part."""
    rule = module.RULE
    parts = {name: dedent(body).strip("\n") for name, body in _PART.findall(cleandoc(rule.documentation or ""))}
    bad, good = (f"{parts[name]}\n" if name in parts else "" for name in ("Bad", "Good"))
    return RuleNote(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        family=FAMILIES[rule.family],
        summary=rule.summary,
        why=parts.get("Why", ""),
        bad=bad,
        good=good,
    )


def _mappings(value: object, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for position, entry in enumerate(value if isinstance(value, list) else []):
        if isinstance(entry, dict):
            yield (*path, position), entry
