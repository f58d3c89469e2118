"""Plans for the house of `samples`, in which everything happens that a plan has words for."""

from __future__ import annotations

from dataclasses import replace

from peerkit.model.answers import Action, Agreed, Dissent, Outcome
from peerkit.model.plan import Barrier, Plan, PlanWishes
from render.hostile import hostile_assessment, hostile_framework, hostile_outcome
from render.samples import FRAMEWORK, GROUP, SOLO
from support.planned import planned

BARRIERS = {
    "supervision": (Barrier(barrier="Sessions are called off when it is busy.", remedy="Count those that were held."),),
    "workload-resources": (
        Barrier(barrier="There is always one more thing to do.", remedy="Choose with the team what to stop."),
        Barrier(barrier="More people come, and the money stays.", remedy="Show the funder the waiting list."),
    ),
}
OUTCOME = Outcome(
    format="peerkit/outcome/1",
    program="Lantern Street Peers",
    date="2026-11-19",
    agreed={"house/own-pace": Agreed(level=1, dissent=(Dissent(answer=3, people=2, why="it works on Mondays"),))},
    importance={"house/training": "high"},
    actions=(
        Action(
            id="house/own-pace",
            what="Put the pace into the rota.",
            who="Ana and Sam",
            by="2027-02-01",
            first_step="Ask the Tuesday group.",
            sign="Three people say it fits.",
            help="Half a day",
            ask_also="The night team",
        ),
        Action(id="street-map", by="spring"),
        Action(id="neighbours", what="Ask the shop at the corner.", who="Mo"),
        Action(id="house/old-gate"),
    ),
    outside_our_control=("The lease ends in May.",),
    recheck="2027-05-01",
)


def proposed_plan() -> Plan:
    """Return the plan that is proposed to a group, with an effort it has weighed."""
    return planned([FRAMEWORK], GROUP, PlanWishes(barriers=BARRIERS, efforts={"fair-pay": "large"}))


def recorded_plan() -> Plan:
    """Return the plan of one person that a workshop recorded; it leaves a safety matter out."""
    return planned([FRAMEWORK], SOLO, PlanWishes(barriers=BARRIERS, outcome=OUTCOME))


def hostile_plan(text: str, *picks: str) -> Plan:
    """Return a plan in which every text is `text`."""
    framework = hostile_framework(text)
    sections = tuple(
        replace(section, indicators=tuple(replace(one, themes=("theme",)) for one in section.indicators)) for section in framework.sections
    )
    barriers = {"theme": (Barrier(barrier=text, remedy=text),)}
    wishes = PlanWishes(outcome=hostile_outcome(text), barriers=barriers, picks=picks)
    return planned([replace(framework, sections=sections)], hostile_assessment(text), wishes)
