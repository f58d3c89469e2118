"""The gap report as data: `peerkit/report/1`. Numbers are rounded to 4 decimals; null stands where nothing may be said."""

from __future__ import annotations

import json
from dataclasses import asdict
from fractions import Fraction
from typing import Any, Final

from peerkit import __version__
from peerkit.model.report import FrameworkResult, IndicatorResult, Report, Score, SectionResult
from peerkit.render.escape import json_text
from peerkit.render.interface import RenderContext
from peerkit.render.report.shared.audience import left_out

FORMAT: Final = "peerkit/report/1"
MINIMUM_GROUP: Final = 5
"""People for whom answers are counted together at least; said in every report."""


def render(report: Report, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.interface.ReportRenderer`."""
    return json_text(json.dumps(_report(report), ensure_ascii=False, indent=2)) + "\n"


def _report(report: Report) -> dict[str, Any]:
    without = left_out(report)
    return {
        "format": FORMAT,
        "peerkit": __version__,
        "program": report.assessment.program,
        "date": report.date,
        "respondents": {"total": sum(report.respondents.values()), "by_role": report.respondents},
        "settings": {"goal": {one.framework.id: one.goal for one in report.frameworks}, "minimum_group": MINIMUM_GROUP},
        "frameworks": [_framework(one) for one in report.frameworks],
        "strengths": [one.address for one in report.strengths],
        "priorities": [one.address for one in report.priorities],
        "not_answered": [one.address for one in report.not_answered],
        "limits": [*report.limits, *([without] if without else [])],
    }


def _framework(one: FrameworkResult) -> dict[str, Any]:
    framework = one.framework
    return {
        "id": framework.id,
        "version": framework.version,
        "title": framework.title,
        **_range(one.score),
        "weakest": one.weakest,
        "counts": asdict(one.score.counts),
        "sections": [_section(section) for section in one.sections],
    }


def _section(one: SectionResult) -> dict[str, Any]:
    return {
        "id": one.section.id,
        "title": one.section.title,
        **_range(one.score),
        "enough": one.score.enough,
        "counts": asdict(one.score.counts),
        "indicators": [_indicator(indicator) for indicator in one.indicators],
    }


def _range(score: Score) -> dict[str, float | None]:
    return {"score": _number(score.value), "low": _number(score.low), "high": _number(score.high)}


def _indicator(one: IndicatorResult) -> dict[str, Any]:
    return {
        "id": one.indicator.id,
        "state": one.state,
        "level": one.level,
        "goal": one.goal,
        "gap": one.gap,
        "importance": one.importance,
        "priority": _number(one.priority),
        "lane": one.lane,
        "note": one.beside.note if one.beside else "",
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(round(value, 4))
