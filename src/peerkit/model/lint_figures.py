"""What lint says beside its findings: of each of its rules, of the frameworks in numbers, and which findings were known before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from peerkit.model.answers import Set
from peerkit.model.constraints import written
from peerkit.model.finding import Finding, Severity
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


@written
class KnownFinding:
    """A finding that a baseline holds: what it is known by, and for a reader what it was about."""

    fingerprint: str
    code: str
    file: str
    message: str


@written
class Baseline:
    """The file of what lint found on one day and nobody has mended yet, so that later runs tell only what came since."""

    format: Literal["peerkit/baseline/1"]
    findings: tuple[KnownFinding, ...]


def fingerprints(findings: Sequence[Finding], addresses: Sequence[str]) -> list[str]:
    """Return what each finding is known by from run to run, `addresses` being those of their files.

    It is made of the rule, the address and the text of the line, and of its number among those alike: lines above may come and go.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    known_by = []
    for finding, address in zip(findings, addresses, strict=True):
        alike = (finding.code, address, finding.source_line.strip())
        seen[alike] += 1
        known_by.append(sha256("\0".join((*alike, str(seen[alike]))).encode("utf-8", "surrogatepass")).hexdigest()[:16])
    return known_by
