"""Agendas for the house of `samples`, in which everything happens that an agenda has words for."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from peerkit.engine.agenda import agenda_for
from peerkit.engine.scores.report import make_report
from peerkit.engine.team.gate import protect
from peerkit.engine.team.team_report import make_team_report
from peerkit.model.agenda import Agenda
from peerkit.model.answers import Assessment
from peerkit.model.crosswalk import Tension
from render.hostile import hostile_assessment, hostile_framework
from render.samples import DATE, FRAMEWORK, GROUP, SOLO
from render.team_samples import HOUSE, people
from render.test_team_hostile import ROLES, ROWS
from support.teams import assessments, team_of

TENSIONS: Final = (
    Tension(
        id="who-sets-the-pace",
        title="Who sets the pace?",
        positions={"house": "Whoever walks in.", "street": "The street does, and it has no timetable."},
        indicators=("house/own-pace",),
        questions=("Whose clock hangs on our wall?", "Who waits for whom?"),
    ),
)
NAMES: Final = {"house": "House foundations", "street": "Street wisdom"}


def team_agenda(minutes: int = 120, files: list[Assessment] | None = None) -> Agenda:
    """Return the agenda of the team of `team_samples`, or of these files of it."""
    view, _ = protect(team_of(HOUSE, files or people()))
    return replace(agenda_for(make_team_report(view, DATE), minutes, TENSIONS), names=NAMES)


def group_agenda(minutes: int = 60) -> Agenda:
    """Return the agenda of a group that filled in one form."""
    return replace(agenda_for(make_report([FRAMEWORK], GROUP, DATE), minutes, TENSIONS), names=NAMES)


def solo_agenda(minutes: int = 30) -> Agenda:
    """Return the agenda of one peer worker's answers."""
    return agenda_for(make_report([FRAMEWORK], SOLO, DATE), minutes)


def _hostile_tension(text: str) -> Tension:
    return Tension(id="t", title=text, positions={"f": text, "g": text}, indicators=("f/i0", "f/i3"), questions=(text,))


def hostile_team_agenda(text: str) -> Agenda:
    """Return a team's agenda in which every text is `text`."""
    framework = hostile_framework(text)
    files = assessments(framework, ROLES, ROWS, program=text, facts={"choice": text})
    view, _ = protect(team_of(framework, files))
    return replace(agenda_for(make_team_report(view, DATE), 90, [_hostile_tension(text)]), names={"g": text})


def hostile_group_agenda(text: str) -> Agenda:
    """Return the agenda of a group in which every text is `text`, with views that differ."""
    report = make_report([hostile_framework(text)], hostile_assessment(text), DATE)
    agenda = agenda_for(report, 45, [_hostile_tension(text)])
    return replace(agenda, names={"g": text})
