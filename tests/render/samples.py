"""A small framework, and answers to it in which everything happens that a report has words for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from peerkit.engine.first_steps import first_steps
from peerkit.engine.scores.report import make_report
from peerkit.model.answers import Answer, Assessment, Dissent, Evidence, Given, Governance, SetAside
from peerkit.model.framework import Framework, Indicator, NextStep, Source
from peerkit.model.kept_answers import AnswersHere, KeptAnswers
from peerkit.model.report import Report
from support.building import make_assessment, make_fact, make_framework, make_indicator, make_section

DATE = "2026-11-21"


def _question(name: str, ask: str, first: str = "Talk about it once.", later: str = "Write it down.", **keys: Any) -> Indicator:
    return make_indicator(name, ask=ask, next_steps=(NextStep(from_=0, do=first), NextStep(from_=2, do=later)), **keys)


WELCOME = make_section(
    "welcome",
    _question("open-door", "We greet everyone at the door in their own words."),
    _question("own-pace", "People decide for themselves how fast things go."),
    _question("no-papers", "We ask for no papers before someone can sit down."),
    _question("quiet-room", "There is a quiet room that anyone can use."),
    _question("first-talk", "In the first talk we say what a peer worker does, what stays private, and when it cannot."),
    _question("way-back", "Whoever stays away for a while can come back without a reason."),
    title="Welcome and first meeting",
)
SAFETY = make_section(
    "safety",
    _question(
        "supervision",
        "Every peer worker can reach supervision within a week of a hard moment.",
        "The coordinator and one peer worker put two names and numbers on the wall by Friday week.",
        "Ask each peer worker whether they used it, and what kept them from it.",
        safety=True,
        themes=("supervision",),
    ),
    _question("own-story", "Each person chooses what they tell of their own story.", safety=True),
    _question("risk-talk", "We talk about risk with the person it is about."),
    title="Safety and being held",
)
PAY = make_section(
    "pay",
    _question("fair-pay", "Peer workers are paid like others who do work of the same weight.", themes=("workload-resources",)),
    title="Pay",
    weight=2,
)
LEARNING = make_section(
    "learning",
    _question(
        "looking-back", "Once a quarter we look back together.", "Set one date.", "Invite a guest.", weight=2, themes=("peer-drift",)
    ),
    _question("training", "Peers choose what they learn next.", "Ask each peer.", "Give it a budget line."),
    _question("both-ways", "Staff learn from peers, and peers from staff.", "Swap one hour.", "Make it regular."),
    _question("counting", "We count visits.", weight=0),
    title="Learning side by side, in the team and with the neighbours",
)
STREET = make_section(
    "street",
    _question("neighbours", "The neighbours know who to call."),
    _question("street-map", "We keep a map of places nearby that welcome people."),
    _question("street-walk", "We walk the street with whoever wants company."),
    title="The street",
)
PARTNERS = make_section(
    "partners", _question("promises", "Partners keep what they promised us.", only_if={"partners": True}), title="Partners"
)
FRAMEWORK: Framework = make_framework(
    WELCOME,
    SAFETY,
    PAY,
    LEARNING,
    STREET,
    PARTNERS,
    name="house",
    version="1.2.0",
    title="Foundations of a house that peers run",
    short_title="House foundations",
    limits=("Written for houses with an open door. Other programs may find examples that do not fit.",),
    facts=(make_fact("partners", default=False),),
    source=Source(
        publisher="The Porch Collective",
        document="What holds a house: a booklet, March 2024",
        rights="The booklet belongs to the Porch Collective. The questions are ours; the collective has not endorsed them.",
    ),
)


def _answers(given: dict[str, Given], **more: dict[str, Any]) -> dict[str, Answer]:
    """Return answers to the house's questions; `more` holds, by id with underscores, what was said beside the answer."""
    return {
        f"house/{name}": Answer(ask=FRAMEWORK.by_id[name][1].ask, answer=answer, **more.get(name.replace("-", "_"), {}))
        for name, answer in given.items()
    }


ANSWERS = _answers(
    {
        "open-door": 4,
        "own-pace": 2,
        "no-papers": 3,
        "quiet-room": 0,
        "first-talk": 2,
        "way-back": 4,
        "supervision": 1,
        "own-story": 3,
        "fair-pay": 1,
        "looking-back": 3,
        "training": 3,
        "both-ways": "skipped",
        "counting": 4,
        "neighbours": "dont-know",
        "street-map": 2,
        "street-walk": "not-applicable",
    },
    supervision={"note": "It hangs on Ana being there.\nSince May she is away on Mondays."},
    own_pace={"note": "The page says it; the rota does not.", "dissent": (Dissent(answer=0, people=2, why="the waiting list decides"),)},
    quiet_room={"via": "ppsa/a-place-apart"},
    first_talk={"evidence": (Evidence(kind="policy", text="The page by the door", date="2026-05"),)},
    own_story={"dissent": (Dissent(answer="dont-know"),)},
    neighbours={"note": "Ask the shop at the corner."},
    street_walk={"note": "Nobody here lives on the street."},
    counting={"dissent": (Dissent(answer=1, people=1, why="the app was down all spring"),)},
)
_MORE: dict[str, Any] = {
    "id": "b7c1e0",
    "importance": {"house/own-pace": "high", "house/fair-pay": "high", "house/open-door": "high"},
    "governance": Governance(authority="The house meeting", may_see="The team and the committee", until="2027-12-31"),
    "support": "Whoever wants to talk: the porch, any evening, or 555 0100.",
    "set_aside": (SetAside(id="house/old-gate", ask="The gate is open at night.", answer=2, why="retired in 1.2.0"),),
}
GROUP: Assessment = replace(make_assessment(mode="consensus", role=None, room={"peer-worker": 3, "staff": 2}, **_MORE), answers=ANSWERS)
SOLO: Assessment = replace(make_assessment(goals={"house/training": 4}, **_MORE), answers=ANSWERS)


def group_report() -> Report:
    """Return the report of a group that answered together."""
    return with_steps(make_report([FRAMEWORK], GROUP, DATE))


def solo_report() -> Report:
    """Return the report of one peer worker."""
    return with_steps(make_report([FRAMEWORK], SOLO, DATE))


def answers_here(text: str = "Lantern Street Peers") -> AnswersHere:
    """Return a list of three files of answers, which say `text` wherever a file can say anything."""
    alike = KeptAnswers(
        file="a.peerkit.json",
        program=text,
        frameworks=("tacsi",),
        set="quick",
        mode="solo",
        role="staff",
        answered=9,
        asked=15,
        updated="2026-11-21",
        state="begun",
    )
    group = replace(
        alike, file=f"{text}.peerkit.json", mode="consensus", role=None, answered=15, frameworks=("tacsi", text), state="complete"
    )
    files = (alike, group, replace(alike, role=None, answered=0, state="prepared"), replace(alike, asked=None))
    return AnswersHere(files, (("peerkit assess --resume a.peerkit.json", "go on where it was left"),))


def with_steps(report: Report) -> Report:
    """Return a report with the steps that a plan would begin with, as the command makes it."""
    frameworks = [part.framework for part in report.frameworks]
    return replace(report, first_steps=first_steps(report, lambda answers: make_report(frameworks, answers, report.date)))
