"""A number of a report taken apart: what it is made of, and how it came about."""

from __future__ import annotations

from dataclasses import dataclass

from peerkit.model.framework import Framework
from peerkit.model.result import Counts, FrameworkResult, Result, Score, SectionResult, Sums


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionExplanation:
    """How a section's score came about; `needed` is how many answers it takes to show it."""

    framework: Framework
    result: SectionResult
    sums: Sums
    needed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkExplanation:
    """How a framework's score came about: the sections that count, their answers together, and how many of those it takes."""

    result: FrameworkResult
    counting: tuple[SectionResult, ...]
    weight: int
    counts: Counts
    needed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorExplanation:
    """How one indicator got its place; `importance` is 1 to 3.

    `otherwise` holds the section's score if the answer were another level: one up for a rating, Not yet and Built in for an open
    question; empty where no level would change the score.
    """

    framework: Framework
    section: SectionResult
    result: Result
    importance: int
    otherwise: tuple[tuple[int, Score], ...]


Explanation = FrameworkExplanation | SectionExplanation | IndicatorExplanation
