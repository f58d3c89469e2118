"""The team report as data: `peerkit/team-report/1`. Numbers are rounded to 4 decimals; null stands where nothing is shown."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any, Final

from peerkit import __version__
from peerkit.model.scale import Role
from peerkit.model.team import Cell
from peerkit.model.team_report import CellResult, TeamFrameworkResult, TeamIndicatorResult, TeamReport, TeamSectionResult
from peerkit.render.escape import json_text
from peerkit.render.interface import RenderContext
from peerkit.render.team.shared.wording import ALIKE, HIDDEN

FORMAT: Final = "peerkit/team-report/1"


def render(report: TeamReport, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.team.interface.TeamRenderer`."""
    return json_text(json.dumps(_report(report), ensure_ascii=False, indent=2)) + "\n"


def _report(report: TeamReport) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "peerkit": __version__,
        "program": report.view.program,
        "date": report.date,
        "respondents": _respondents(report.view.respondents),
        "settings": {"goal": {one.framework.id: one.goal for one in report.frameworks}, "minimum_group": report.view.minimum},
        "frameworks": [_framework(one) for one in report.frameworks],
    }


def _respondents(by_role: dict[Role, int]) -> dict[str, Any]:
    return {"total": sum(by_role.values()), "by_role": by_role}


def _framework(one: TeamFrameworkResult) -> dict[str, Any]:
    return {
        "id": one.framework.id,
        "version": one.framework.version,
        "title": one.framework.title,
        "respondents": _respondents(one.respondents),
        "sections": [_section(section) for section in one.sections],
    }


def _section(one: TeamSectionResult) -> dict[str, Any]:
    groups = one.groups if len(one.groups) > 1 else ()
    return {
        "id": one.section.id,
        "title": one.section.title,
        "score": _number(one.score),
        "about": one.about,
        "groups": [{"roles": list(group.roles), "n": group.people, "score": _number(group.score)} for group in groups],
        "perspective_gap": _number(one.perspective_gap),
        "hidden": HIDDEN["too-few"] if one.score is None else None,
        "indicators": [_indicator(indicator) for indicator in one.indicators],
    }


def _indicator(one: TeamIndicatorResult) -> dict[str, Any]:
    everyone = one.everyone
    return {
        "id": one.row.indicator.id,
        "n": everyone.cell.ratings if everyone else None,
        "dont_know": everyone.cell.dont_know if everyone else None,
        **_said(everyone.cell if everyone else None),
        "median": _number(everyone.median) if everyone else None,
        "ad": _number(everyone.ad) if everyone else None,
        "agreement": one.agreement,
        "outlier": None if one.row.hidden else one.outlier,
        "groups": [_group(group) for group in one.groups],
        "goal": one.goal,
        "gap": _number(one.gap),
        "lane": one.lane,
        "hidden": HIDDEN[one.row.hidden] if one.row.hidden else None,
    }


def _group(one: CellResult) -> dict[str, Any]:
    return {"roles": list(one.cell.roles), "n": one.cell.ratings, **_said(one.cell), "median": _number(one.median)}


def _said(cell: Cell | None) -> dict[str, Any]:
    """Return what a group answered: the counts per level, or words instead of them."""
    return {
        "counts": list(cell.counts) if cell and cell.counts is not None else None,
        "words": ALIKE[cell.alike] if cell and cell.alike else None,
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(round(value, 4))
