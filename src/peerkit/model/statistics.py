"""How much the frameworks of a lint run ask, and how often each rule spoke."""

from __future__ import annotations

from dataclasses import dataclass

from peerkit.model.assessment import Set
from peerkit.model.scale import Role


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
