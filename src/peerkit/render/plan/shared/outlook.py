"""Where the scores stand once the actions are done, and the fewest steps that bring the weakest section to its goal."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.page import Block, Entries, Entry, Facts, Heading, Paragraph
from peerkit.model.plan import FrameworkStanding, Outlook, Plan, SmallSteps
from peerkit.model.scale import HIGHEST
from peerkit.render import wording as words
from peerkit.render.plan.shared import wording

_NOTE = "An action counts as one level up. This is arithmetic, not a promise."


def blocks(plan: Plan) -> Iterator[Block]:
    """Yield for each framework its score now and then, its weakest section and those that rise; then the small steps."""
    if plan.actions:
        yield Heading(f"If you do {wording.number_of(plan.actions)}", note=_NOTE)
        for one in plan.outlooks:
            yield from _outlook(one)
    steps = [(one, one.small_steps) for one in plan.outlooks if one.small_steps is not None]
    if steps:
        yield Heading("Small steps", note="The fewest levels that bring a weakest section to its goal.", tone="plan")
        for outlook, small in steps:
            yield from _small_steps(outlook, small, several=len(plan.outlooks) > 1)


def _outlook(one: Outlook) -> Iterator[Block]:
    name = one.now.framework.name
    whole = f"{name} as a whole has no score here."
    if one.now.score is not None and one.then.score is not None:
        whole = f"The score of {name} {wording.change(one.now.score, one.then.score)}."
    yield Paragraph(f"{whole}{_weakest(one.now, one.then)}")
    rows = tuple(_rising(one))
    if rows:
        yield Facts(rows)


def _weakest(now: FrameworkStanding, then: FrameworkStanding) -> str:
    before, after = now.section(now.weakest), then.section(now.weakest)
    if before is None or after is None or before.score is None or after.score is None:
        return ""
    said = f" The weakest section, {before.section.title}, {wording.change(before.score, after.score, about=before.about)}."
    lowest = then.section(then.weakest)
    if lowest is None or lowest.score is None or lowest.section.id == before.section.id:
        return said
    about = any(one.about for one in now.sections if one.section.id == lowest.section.id)
    return f"{said} The weakest is then {lowest.section.title}, at {words.place(lowest.score, about=about)}."


def _rising(one: Outlook) -> Iterator[tuple[str, str]]:
    for before, after in zip(one.now.sections, one.then.sections, strict=True):
        if before.score is not None and after.score is not None and before.score != after.score:
            now, then = (words.place(one, about=before.about) for one in (before.score, after.score))
            yield before.section.title, f"{now} to {then}"


def _small_steps(outlook: Outlook, steps: SmallSteps, *, several: bool) -> Iterator[Block]:
    title, goal = steps.standing.section.title, steps.standing.goal
    where = f"{outlook.now.framework.name}: " if several else ""
    if not steps.levels:
        yield Paragraph(f"{where}The weakest section, {title}, is at its goal.")
        return
    of_100 = 100 * goal // HIGHEST
    yield Paragraph(f"{where}{title} reaches its goal, {of_100} of 100, with {wording.levels(steps.levels)} up in all:")
    yield Entries(
        entries=tuple(Entry(text=one.asked, standing=f"{words.sentence(wording.levels(number))} up") for one, number in steps.raises)
    )
