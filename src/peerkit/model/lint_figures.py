"""What lint says beside its findings: of each of its rules, and of the frameworks in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from peerkit.model.answers import Set
from peerkit.model.finding import Severity
from peerkit.model.scale import Role


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
    """The frameworks that could be read, by file, and the rules that found something, most findings first.

    Beside the findings of each severity it counts those that comments have `silenced`, and a baseline has `put_off`.
    """

    frameworks: tuple[FrameworkFigures, ...]
    rules: tuple[RuleCount, ...]
    severities: Mapping[Severity, int] = field(default_factory=dict)
    silenced: int = 0
    put_off: int = 0
