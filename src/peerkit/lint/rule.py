"""The contract of a lint rule.

A rule is a module `rules/pkNNN_some_name.py` that holds `RULE`, with the code and name the file is called by, and `check`, which
yields what is wrong with a file. Its docstring is its documentation: the rule's summary, then the parts Why, Bad and Good. Bad is
YAML in which exactly this rule finds exactly one thing, Good is YAML in which it finds nothing; a test runs both. Where an example
needs other files of the folder, each part starts with a comment that names its file; the first is the one that is checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Protocol

from peerkit.model import crosswalk, framework
from peerkit.model.finding import Fault, Path, Problem, Severity
from peerkit.source.reading import Reading

SOURCES_FOLDER: Final = "sources"
"""The folder, beside the frameworks, of the outlines of their documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a rule is called and how much it matters. `summary` is one sentence; `code` is PK, the digit of the family, two more."""

    code: str
    name: str
    severity: Severity
    summary: str

    @property
    def family(self) -> str:
        """The first three characters of the code: PK0, PK1 and so on."""
        return self.code[:3]


@dataclass(frozen=True, slots=True)
class Folder:
    """What a file is checked against: every file read in its folder, and the themes known there; None where nobody knows them."""

    readings: tuple[Reading, ...] = ()
    themes: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule sees: one file as it was read, its faults, and the folder it is in."""

    reading: Reading
    folder: Folder
    faults: tuple[Fault, ...]

    @property
    def framework(self) -> framework.Framework | None:
        """The framework in the file; None where the file holds something else, or has faults."""
        noun = self.reading.noun
        return noun if isinstance(noun, framework.Framework) else None

    @property
    def crosswalk(self) -> crosswalk.Crosswalk | None:
        """The crosswalk in the file; None where the file holds something else, or has faults."""
        noun = self.reading.noun
        return noun if isinstance(noun, crosswalk.Crosswalk) else None

    @property
    def framework_data(self) -> dict[str, Any]:
        """A framework's keys and values, unchecked, so that a file with other mistakes can be looked at too; empty for other files."""
        data = self.reading.data
        return data if data.get("format") == framework.FORMAT and not self.reading.document.faults else {}

    def indicator_data(self) -> Iterator[tuple[Path, dict[str, Any]]]:
        """Yield every indicator in `framework_data` that is a mapping, with the path that leads to it."""
        for section_path, section in _mappings(self.framework_data.get("sections"), ("sections",)):
            yield from _mappings(section.get("indicators"), (*section_path, "indicators"))


Check = Callable[[Subject], Iterator[Problem]]


class RuleModule(Protocol):
    """A module in `rules`."""

    @property
    def RULE(self) -> Rule:  # noqa: N802  (the name of a constant of the module)
        """What the rule is called."""

    @property
    def check(self) -> Check:
        """What the rule does: yields each mistake once, with a path or a span, and reads nothing but its subject."""


def reports(rule: Rule) -> Check:
    """Return the check of a rule that reports the faults of its name, which somebody else has found."""

    def check(subject: Subject) -> Iterator[Problem]:
        return (fault.problem for fault in subject.faults if fault.kind == rule.name)

    return check


def _mappings(value: object, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    for position, entry in enumerate(value if isinstance(value, list) else []):
        if isinstance(entry, dict):
            yield (*path, position), entry
