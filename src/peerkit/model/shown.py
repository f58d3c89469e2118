"""What `peerkit show` shows."""

from __future__ import annotations

from dataclasses import dataclass

from peerkit.model.answers import Assessment
from peerkit.model.framework import Framework, Indicator, Section


@dataclass(frozen=True, slots=True)
class FrameworkPage:
    """A whole framework."""

    framework: Framework


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """One indicator with all it has."""

    framework: Framework
    section: Section
    indicator: Indicator


@dataclass(frozen=True, slots=True)
class AssessmentPage:
    """The questions and answers of a file, as they stand there."""

    assessment: Assessment


Page = FrameworkPage | IndicatorPage | AssessmentPage
