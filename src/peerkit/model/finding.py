"""What a reader or a lint rule has to say about a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, NamedTuple, get_args

from peerkit.model.constraints import written

Severity = Literal["error", "warning", "info"]
Path = tuple[str | int, ...]
"""Where something stands in a document: keys and 0-based positions from the top."""


class Span(NamedTuple):
    """A place in a text. Lines and columns count from 1, columns in code points; the end is just behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""From the most severe."""
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


def at_or_above(least: Severity) -> tuple[Severity, ...]:
    """Return the severities that are at least as severe as `least`."""
    return SEVERITIES[: SEVERITIES.index(least) + 1]


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
