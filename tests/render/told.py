"""A report in which everything that people can type is a word of its own, so that a test can say where each went."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from peerkit.engine.scores.report import make_report
from peerkit.model.answers import Action, Agreed, Answer, Dissent, Evidence, Given, Governance, Outcome, SetAside
from peerkit.model.framework import Framework
from peerkit.model.report import Audience, Report
from render.samples import DATE
from support.building import make_assessment, make_fact, make_framework, make_indicator, make_section

GIVEN: Final[dict[str, Given]] = {
    "strong": 4,
    "steady": 3,
    "risky": 1,
    "low": 0,
    "middle": 2,
    "unseen": "dont-know",
    "passed": "skipped",
    "away": "not-applicable",
    "hidden": 3,
    "gone": "not-applicable",
    "lone": 1,
}
"""The answer to each question: one in a section of its own, one that a fact hides, and one in a section that does not apply."""
WRITTEN: Final = tuple(f"{kind}-{name}" for name in (*GIVEN, "aside") for kind in ("note", "evidence", "date", "view"))
"""What stands beside the answers, and beside the one that was set aside."""


@dataclass(frozen=True)
class Typed:
    """Words that were typed, and who may read them."""

    words: tuple[str, ...]
    readers: tuple[Audience, ...]


TYPED: Final = (
    Typed(WRITTEN, ("team",)),
    Typed(("ask-aside", "why-aside", "support-words"), ("team",)),
    Typed(("view-agreed",), ("team",)),
    Typed(("size-fact", "authority-words", "see-words", "until-words"), ("team", "board", "funder")),
    Typed(("kept-words", "outside-words", "who-words", "first-words", "help-words", "also-words"), ("team", "board")),
    Typed(("what-words", "by-words", "sign-words", "recheck-words"), ("team", "board", "funder")),
)


def framework() -> Framework:
    """Return a framework with every kind of place for an answer."""
    questions = [make_indicator(name, safety=name == "risky", ask=f"Question {name}.") for name in GIVEN if name not in ("gone", "lone")]
    questions = [replace(one, only_if={"open": True}) if one.id == "hidden" else one for one in questions]
    return make_framework(
        make_section("main", *questions),
        make_section("gone-section", make_indicator("gone", ask="Question gone.")),
        make_section("lone-section", make_indicator("lone", ask="Question lone.")),
        facts=(make_fact("open", default=False), make_fact("size", "small-fact", "small-fact", "size-fact")),
        name="f",
    )


def answers() -> dict[str, Answer]:
    """Return the answers, each with a note, evidence and a view that differs."""
    return {
        f"f/{name}": Answer(
            ask=f"Question {name}.",
            answer=given,
            note=f"note-{name}",
            evidence=(Evidence(kind="record", text=f"evidence-{name}", date=f"date-{name}"),),
            dissent=(Dissent(answer=2, people=3, why=f"view-{name}"),),
        )
        for name, given in GIVEN.items()
    }


OUTCOME: Final = Outcome(
    format="peerkit/outcome/1",
    program="Lantern Street Peers",
    date=DATE,
    agreed={"f/low": Agreed(level=1, dissent=(Dissent(answer=0, people=2, why="view-agreed"),))},
    importance={"f/middle": "high"},
    actions=(
        Action(
            id="low",
            what="what-words",
            who="who-words",
            by="by-words",
            first_step="first-words",
            sign="sign-words",
            help="help-words",
            ask_also="also-words",
        ),
        Action(id="f/risky"),
    ),
    outside_our_control=("outside-words",),
    recheck="recheck-words",
)


def told_report() -> Report:
    """Return the team's report."""
    aside = SetAside(
        id="f/old",
        ask="ask-aside",
        answer=1,
        note="note-aside",
        evidence=(Evidence(kind="policy", text="evidence-aside", date="date-aside"),),
        dissent=(Dissent(answer=0, people=2, why="view-aside"),),
        why="why-aside",
    )
    plain = make_assessment(
        mode="consensus",
        role=None,
        room={"peer-worker": 3, "participant": 2},
        facts={"size": "size-fact"},
        governance=Governance(authority="authority-words", may_see="see-words", until="until-words", kept="kept-words"),
        support="support-words",
        set_aside=(aside,),
    )
    known = framework()
    # NOTE: a fact is told where a question hangs on it.
    sized = replace(known.sections[0].indicators[0], only_if={"size": "size-fact"})
    first = replace(known.sections[0], indicators=(sized, *known.sections[0].indicators[1:]))
    return make_report([replace(known, sections=(first, *known.sections[1:]))], replace(plain, answers=answers()), DATE, outcome=OUTCOME)
