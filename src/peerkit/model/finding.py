"""What a reader or a lint rule has to say about a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from peerkit.model.answers import Set
from peerkit.model.scale import Role

Severity = Literal["error", "warning", "info"]
Path = tuple[str | int, ...]
"""Where something stands in a document: keys and 0-based positions from the top."""


class Span(NamedTuple):
    """A place in a text. Lines and columns count from 1, columns in code points; the end is just behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong, and where: at `span` if it is given, else at the value (or, with `at_key`, the key) that `path` leads to."""

    message: str
    hint: str
    path: Path = ()
    at_key: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem the reader met. `kind` is the name of the lint rule that reports it, `meant` the key that is missing or misspelt."""

    kind: str
    problem: Problem
    meant: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A problem as a person sees it: with the rule's code, name and severity, the file, the place and the line of text there."""

    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    file: str
    span: Span
    source_line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleNote:
    """What a lint rule says of itself. `family` is the title of its family; `bad` and `good` are YAML, empty where there is no example."""

    code: str
    name: str
    severity: Severity
    family: str
    summary: str
    why: str
    bad: str = ""
    good: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """What one role is asked in one set, in a program of which every fact is as its default says."""

    role: Role
    set: Set
    questions: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkFigures:
    """One framework in numbers; `core` counts the indicators of its quick set."""

    file: str
    id: str
    sections: int
    indicators: int
    core: int
    workloads: tuple[Workload, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCount:
    """How many findings a rule has."""

    code: str
    name: str
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """The frameworks that could be read, by file, and the rules that found something, most findings first."""

    frameworks: tuple[FrameworkFigures, ...]
    rules: tuple[RuleCount, ...]
