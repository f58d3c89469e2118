"""Plans in few words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from peerkit.engine.plan import plan_for
from peerkit.engine.scores.report import make_report
from peerkit.engine.team.team_report import make_team_report
from peerkit.model.answers import Assessment
from peerkit.model.framework import Framework
from peerkit.model.plan import Plan, PlanWishes
from peerkit.model.team import TeamView

DATE: Final = "2026-11-21"


def planned(frameworks: Sequence[Framework], assessment: Assessment, wishes: PlanWishes | None = None, goal: int | None = None) -> Plan:
    """Return the plan for one file of answers."""
    return plan_for(assessment, lambda answers: make_report(frameworks, answers, DATE, goal), wishes or PlanWishes())


def team_plan(view: TeamView, wishes: PlanWishes | None = None) -> Plan:
    """Return the plan for a team."""
    wanted = wishes or PlanWishes()
    return plan_for(view, lambda answers: make_team_report(answers, DATE, None, wanted.outcome), wanted)
