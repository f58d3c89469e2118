"""The facilitator's figure: how far people agree over a framework, from what a team's report shows and nothing else."""

from __future__ import annotations

from dataclasses import replace

from peerkit.errors import not_installed
from peerkit.model.report import LEAST_PEOPLE, LEAST_QUESTIONS, AgreementFigure, TeamReport
from peerkit.model.result import FrameworkResult
from peerkit.model.scale import LEVELS


def with_figures(report: TeamReport) -> TeamReport:
    """Return the report with Krippendorff's alpha for each framework.

    Raises:
        OutputError: when the library that computes it is not installed.

    """
    return replace(report, figures=tuple(agreement_figure(framework) for framework in report.frameworks))


def agreement_figure(result: FrameworkResult) -> AgreementFigure:
    """Return Krippendorff's alpha for ordered levels over the questions whose counts are shown for everyone.

    K. Krippendorff, Content Analysis (2004), chapter 11; what is not shown does not enter.

    Raises:
        OutputError: when the library that computes it is not installed.

    """
    results = tuple(result.indicators())
    counts = [shown.everyone.counts for shown in results if shown.everyone is not None and shown.everyone.counts is not None]
    people = max(map(sum, counts), default=0)
    alike = bool(counts) and len({level for row in counts for level in LEVELS if row[level]}) == 1
    enough = people >= LEAST_PEOPLE and len(counts) >= LEAST_QUESTIONS
    return AgreementFigure(
        framework=result.framework,
        alpha=_alpha(counts) if enough and not alike else None,
        people=people,
        questions=len(counts),
        left_out=len(results) - len(counts),
        alike=alike,
    )


def _alpha(counts: list[tuple[int, ...]]) -> float:
    try:
        import krippendorff
    except ImportError:
        raise not_installed("the facilitator's figure", "krippendorff", "stats") from None
    return float(krippendorff.alpha(value_counts=counts, value_domain=LEVELS, level_of_measurement="ordinal"))
