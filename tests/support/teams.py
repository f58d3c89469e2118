"""Teams in few words: for each question a row of signs, one for each person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from peerkit.engine.team.gate import protect
from peerkit.engine.team.membership import Team, pool
from peerkit.engine.team.team_report import make_team_report
from peerkit.model.answers import Answer, Assessment, FrameworkRef, Given, Outcome
from peerkit.model.framework import Framework
from peerkit.model.report import TeamReport
from peerkit.model.scale import Role
from support.building import DIGEST, make_assessment

DATE: Final = "2026-11-21"
SIGNS: Final[dict[str, Given]] = {"?": "dont-know", "-": "skipped", "x": "not-applicable"}
"""Signs beside the levels 0 to 4; a dot is no answer."""
Rows = Mapping[str, str]
"""By question: a sign for each person, spaces between roles."""


def roles_of(*counted: tuple[Role, int]) -> tuple[Role, ...]:
    """Return a role for each person, from how many have which."""
    return tuple(role for role, number in counted for _ in range(number))


def assessments(framework: Framework, roles: Sequence[Role], rows: Rows, **keys: Any) -> list[Assessment]:
    """Return a file for each person; the signs stand in the order of `roles`, which names each person's."""
    reference = FrameworkRef(id=framework.id, version=framework.version, digest=DIGEST)
    signs = {name: text.replace(" ", "") for name, text in rows.items()}
    made = []
    for number, role in enumerate(roles):
        answers = {
            f"{framework.id}/{name}": Answer(ask=framework.by_id[name][1].ask, answer=SIGNS.get(row[number]) or int(row[number]))
            for name, row in signs.items()
            if row[number] != "."
        }
        made.append(replace(make_assessment(id=f"{number:04x}", role=role, frameworks=(reference,), **keys), answers=answers))
    return made


def team_of(framework: Framework, people: Sequence[Assessment]) -> Team:
    """Return the team of these people."""
    return pool([framework], {one.id: one for one in people})


def team_report(
    framework: Framework, people: Sequence[Assessment], *, outcome: Outcome | None = None, goal: int | None = None, **protection: Any
) -> TeamReport:
    """Return the report of these people; `protection` goes to the gate."""
    view, _ = protect(team_of(framework, people), **protection)
    return make_team_report(view, DATE, goal, outcome)
