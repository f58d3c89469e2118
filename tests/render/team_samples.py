"""A team's answers in which everything happens that a team report has words for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from peerkit.model.answers import Action, Agreed, Assessment, Dissent, Governance, Outcome
from peerkit.model.framework import Framework
from peerkit.model.report import TeamReport
from peerkit.model.result import Result
from render.samples import FRAMEWORK, LEARNING, PAY, SAFETY, STREET, WELCOME
from support.teams import assessments, roles_of, team_report

HOUSE: Final[Framework] = replace(
    FRAMEWORK, sections=(replace(WELCOME, needs_voices=("family",)), replace(SAFETY, native_title="Te haumaru"), PAY, LEARNING, STREET)
)
PEOPLE: Final = roles_of(("peer-worker", 6), ("participant", 2), ("staff", 6), ("leader", 2))
ROWS: Final = {
    # peer workers, participants, staff, leaders
    "open-door": "343443 34 334433 43",
    "own-pace": "012212 12 334343 34",
    "no-papers": "333333 33 222333 33",
    "quiet-room": "000440 40 044004 40",
    "first-talk": "223322 3? 232322 32",
    "way-back": "333433 33 333234 0?",
    "supervision": "112012 21 231221 32",
    "own-story": "3??2?? ?3 2?3??2 ??",
    "risk-talk": "100211 01 334334 43",
    "fair-pay": "2..... .. 1.3... 2x",
    "looking-back": "233223 23 333222 32",
    "training": "33333- 33 333333 33",
    "both-ways": "222212 22 222222 22",
    "counting": "344343 43 040444 40",
    "neighbours": "?...-. .. 3..... ..",
    "street-map": "2.?... 3. .....? ..",
    "street-walk": "x..... .x ...... 22",
}
NOTES: Final = ("The page says it; the rota does not.", "We did this in May.", "Ask the kitchen.", "Too few hours.", "Ana does it alone.")
OUTCOME: Final = Outcome(
    format="peerkit/outcome/1",
    program="Lantern Street Peers",
    date="2026-12-01",
    agreed={"house/own-pace": Agreed(level=2, dissent=(Dissent(answer=0, people=2, why="the waiting list decides"),))},
    importance={"house/own-pace": "high", "house/first-talk": "high", "house/open-door": "high"},
    actions=(
        Action(
            id="house/own-pace",
            what="Put the waiting list in the hands of the people on it.",
            who="Two participants and the coordinator",
            by="March 2027",
            first_step="Ask three people how they waited.",
            sign="Nobody is called twice in a week.",
            help="An hour of the office",
            ask_also="Families",
        ),
        Action(id="house/first-talk"),
    ),
    outside_our_control=("How long the clinic's list is: raise it with the district.",),
    recheck="June 2027",
)


def people(**keys: Any) -> list[Assessment]:
    """Return the files of the team; the first five wrote a note."""
    governance = Governance(authority="The house meeting", may_see="The team and the committee", until="2027-12-31")
    made = assessments(HOUSE, PEOPLE, ROWS, governance=governance, **keys)
    for number, note in enumerate(NOTES):
        answers = dict(made[number].answers)
        answers["house/open-door"] = replace(answers["house/open-door"], note=note)
        made[number] = replace(made[number], answers=answers)
    return made


def workshop_report() -> TeamReport:
    """Return the report with everything that can be asked for."""
    return team_report(HOUSE, people(), outcome=OUTCOME, comments=True)


def plain_report() -> TeamReport:
    """Return the report as it is without any option."""
    return team_report(HOUSE, people())


def result(report: TeamReport, name: str) -> Result:
    """Return the result of a question by its id."""
    [found] = [one for one in report.indicators() if one.indicator.id == name]
    return found
