"""When to look again, what is outside our control, how the plan came about, and where to go next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.page import Block, Bullets, Commands, Facts, Heading
from peerkit.model.plan import Choice, Plan
from peerkit.render.plan.shared import wording

_HOW: Final[dict[Choice, tuple[str, ...]]] = {
    "picked": ("You picked these actions.",),
    "recorded": ("The outcome file of the workshop holds these actions.",),
    "proposed": (
        "Safety comes first. What follows has the most value for its effort; what is tied stands in the order of the framework.",
        "Value = priority \N{MULTIPLICATION SIGN} points / effort. Priority is that of the report: gap and importance. Points are what one "
        "level adds to the section, twice that in the weakest one. Effort is 1 for small, 2 for medium, 3 for large.",
        "What is not known, or seen very differently, is not proposed: find out and talk first.",
    ),
}
_ABOUT_SCORES: Final = "The scores are those of a report in which each of these answers is one level higher."


def blocks(plan: Plan, blank: str) -> Iterator[Block]:
    """Yield everything that comes after the actions and what they lead to."""
    yield Heading("Look again")
    yield Facts((("Re-check on", wording.when(plan.recheck) or blank),))
    yield Heading("Outside our control", note="What we cannot change ourselves. Raise it with someone who can.")
    if plan.outside_our_control:
        yield Bullets(plan.outside_our_control)
    what = () if plan.outside_our_control else (("What", blank),)
    yield Facts((*what, ("Raise it with", blank)))
    if plan.actions:
        yield Heading("How this plan came about")
        yield Bullets((*_HOW[plan.choice], _ABOUT_SCORES))
    yield Heading("Where to go next")
    yield Commands(tuple(_commands(plan)))


def _commands(plan: Plan) -> Iterator[tuple[str, str]]:
    outcome = " --outcome OUTCOME" if plan.recorded_on else ""
    if plan.actions:
        picked = f" --pick {','.join(one.candidate.address for one in plan.actions)}"
        if plan.choice == "proposed":
            yield f"peerkit plan FILE{picked}{outcome}", "choose the actions yourselves"
            yield f"peerkit plan FILE --effort {plan.actions[0].candidate.address}=large{outcome}", "say how much work something is"
        yield f"peerkit plan FILE{'' if plan.choice == 'recorded' else picked}{outcome} --format markdown", "a sheet to print and fill in"
    yield f"peerkit report FILE{outcome}", "the report that this plan is made from"
