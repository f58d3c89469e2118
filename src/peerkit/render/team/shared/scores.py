"""The sections of each framework, the groups of each side by side."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from peerkit.model.page import Block, Heading, Paragraph, Side, Sides, SidesRow
from peerkit.model.report import whole_points
from peerkit.model.team_report import TeamFrameworkResult, TeamReport, TeamSectionResult
from peerkit.render.team.shared.hidden import missing
from peerkit.render.team.shared.wording import EVERYONE, people, roles

WORTH_TALKING: Final = 25
"""Points between groups from which the report says: talk about this."""
_NOTE: Final = "Each group counts as one voice, whatever its size. Where words entered, a score says about."
_ONE_GROUP: Final = "peers are not weighed apart"
_NO_SCORE: Final = "too few questions can be shown for a score"


def blocks(report: TeamReport) -> Iterator[Block]:
    """Yield each framework's sections; there is no number for a framework, and none across frameworks."""
    for framework in report.frameworks:
        yield from framework_blocks(framework, report)


def framework_blocks(framework: TeamFrameworkResult, report: TeamReport) -> Iterator[Block]:
    """Yield one framework's sections with their groups."""
    yield Heading(framework.framework.name, note=_NOTE)
    if framework.sections:
        yield Sides(tuple(_row(section, report) for section in framework.sections))
    else:
        yield Paragraph("Nothing in it applies to what was asked.")


def _row(section: TeamSectionResult, report: TeamReport) -> SidesRow:
    several = len(section.groups) > 1
    shown = section.groups if several or section.score is not None else ()
    sides = tuple(
        Side(f"{roles(group.roles) if several else EVERYONE}, {people(group.people)}", group.score, group.about) for group in shown
    )
    return SidesRow(_title(section), Side("", section.score, section.about), sides, tuple(_notes(section, report)))


def _title(section: TeamSectionResult) -> str:
    native = f" ({section.section.native_title})" if section.section.native_title else ""
    return f"{section.section.title}{native}"


def _notes(section: TeamSectionResult, report: TeamReport) -> Iterator[str]:
    if section.perspective_gap is not None:
        yield _gap(section.perspective_gap)
    else:
        yield _ONE_GROUP if section.score is not None else _NO_SCORE
    yield from missing(section, report)


def _gap(gap: Fraction) -> str:
    points = whole_points(gap)
    if not points:
        return "the groups stand together"
    apart = f"the groups stand {points} {'point' if points == 1 else 'points'} apart"
    return f"talk about this: {apart}" if gap >= WORTH_TALKING else apart
