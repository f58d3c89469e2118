"""The report of a team for those who answered: its first page, each section's scores, and where else to look, on a few sheets."""

from __future__ import annotations

from peerkit.model.page import Page, Part
from peerkit.model.report import TeamReport
from peerkit.render.pages import team, team_summary
from peerkit.render.pages.page_parts import split


def page(report: TeamReport) -> Page:
    """Return the report of a team as a page, without the list of all questions."""
    if report.view.shows_nothing:
        return team_summary.page(report)
    scores = (Part(f"sections-{part.framework.id}", tuple(team.scores(part, full=False))) for part in report.frameworks)
    more = split((*team.where_to_look(report, full=False), *team.outcome(report), *team.figures(report), *team.closing(report, full=False)))
    parts = (Part("result", tuple(team_summary.in_short(report))), *scores, *more)
    return Page(team_summary.cover(report), parts, dense=True)
