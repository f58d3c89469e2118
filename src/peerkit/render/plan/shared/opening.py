"""The plan's opening: whose it is, who chose the actions, and whether it leaves out a safety matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.page import Block, Facts, Notice, Paragraph, Title
from peerkit.model.plan import Choice, Plan, Protection
from peerkit.model.scale import SMALLEST_GROUP
from peerkit.render import wording as words
from peerkit.render.team.shared.wording import NOT_SETTLED, lowered

_CHOSEN: Final[dict[Choice, str]] = {
    "picked": "picked by you",
    "recorded": "as the workshop recorded them",
    "proposed": "a proposal; the choice is yours",
}
NOTHING_TO_DO: Final = "Nothing is below its goal, as far as it was answered."
NOTHING_SHOWN: Final = "No question can be shown here, so there is nothing to plan from."
NOTHING_SHOWN_TO_DO: Final = "Nothing that can be shown here is below its goal."


def blocks(plan: Plan) -> Iterator[Block]:
    """Yield the title, the date, who chose the actions, who decides about the answers, and how a team's people are protected."""
    yield Title(plan.program, "Action plan")
    recorded = (("Workshop", words.day(plan.recorded_on)),) if plan.recorded_on else ()
    chosen = (("Actions", _CHOSEN[plan.choice]),) if plan.actions else ()
    yield Facts((("Date", words.day(plan.date)), *recorded, *chosen))
    yield from _about_the_answers(plan)
    if not plan.actions:
        yield Paragraph(_nothing_to_do(plan.protection))
    if plan.left_out:
        number = len(plan.left_out)
        matters, named = ("safety matter is", "It is") if number == 1 else ("safety matters are", "They are")
        yield Notice(f"{words.sentence(words.in_words(number))} {matters} not in this plan. {named} named below.")


def _about_the_answers(plan: Plan) -> Iterator[Block]:
    governance = tuple(words.governance(plan.governance))
    if governance:
        yield Facts(governance)
    if plan.protection is None:
        return
    if not governance:
        yield Paragraph(NOT_SETTLED)
    yield Paragraph(_protected(plan.protection))
    if plan.protection.minimum < SMALLEST_GROUP:
        yield Notice(lowered(plan.protection.minimum))


def _protected(one: Protection) -> str:
    hidden = f"{one.hidden} of {one.questions} questions {'is' if one.hidden == 1 else 'are'} not shown, and so not planned"
    return (
        f"Answers are only ever counted together for at least {words.in_words(one.minimum)} people; "
        f"{hidden if one.hidden else 'every question can be shown'}. The team's report says more."
    )


def _nothing_to_do(protection: Protection | None) -> str:
    if protection is None or not protection.hidden:
        return NOTHING_TO_DO
    return NOTHING_SHOWN if protection.hidden == protection.questions else NOTHING_SHOWN_TO_DO
