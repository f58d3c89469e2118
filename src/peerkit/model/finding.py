"""What a reader or a lint rule has to say about a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

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


def at_or_above(least: Severity) -> tuple[Severity, ...]:
    """Return the severities that are at least as severe as `least`."""
    return SEVERITIES[: SEVERITIES.index(least) + 1]
