"""What is shown of a team, in words and as entries: groups, counts, how far people agree, and how they are protected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor
from typing import Final

from peerkit.model.answers import Agreed
from peerkit.model.page import Detail, Entry
from peerkit.model.report import TeamReport
from peerkit.model.result import LANE_TITLES, Result
from peerkit.model.scale import LEVEL_LABELS, ROLES, SMALLEST_GROUP, Role
from peerkit.model.team import Agreement, Alike, Cell, Hidden
from peerkit.render import wording as words
from peerkit.render.pages.page_parts import part_of

EVERYONE: Final = "everyone"
NOT_SETTLED: Final = (
    "Not said, or not said alike in all files: who decides about these answers, who may see them, until when, and where they are kept. "
    "Settle that before this page is handed round."
)
HIDDEN: Final[Mapping[Hidden, str]] = {
    "too-few": "too few answers",
    "difference": "would show a difference",
    "asked-of-few": "asked of too few people",
}
ALIKE: Final[Mapping[Alike, str]] = {
    "starting-or-lower": "most: Starting or lower",
    "partly-or-higher": "almost everyone: Partly or higher",
    "partly-or-lower": "almost everyone: Partly or lower",
    "mostly-or-higher": "almost everyone: Mostly or higher",
}
AGREEMENT: Final[Mapping[Agreement, str]] = {
    "shared": "we see this alike",
    "spread": "views are spread",
    "split": "views are split",
}
OUTLIER: Final = "not everyone sees it so"
_ROLES: Final[Mapping[Role, str]] = {
    "peer-worker": "peer workers",
    "participant": "people who use the program",
    "family": "family",
    "staff": "staff",
    "leader": "leaders",
    "partner": "partners",
    "not-said": "people who would rather not say",
}


def roles(group: Sequence[Role]) -> str:
    """Return who a group is: "peer workers and family"."""
    return words.listed([_ROLES[role] for role in ROLES if role in group])


def whose(result: Result) -> str:
    """Return whose answers to a question are counted together: everyone's, or those of the roles that were asked."""
    return EVERYONE if result.row is None or result.row.asks_all else roles(result.row.asked)


def lowered(minimum: int) -> str:
    """Return what a page says where the smallest group was lowered."""
    return (
        f"The smallest group was lowered from {SMALLEST_GROUP} to {minimum} people, and that was confirmed. "
        "Smaller groups are easier to see through."
    )


def between(level: Fraction) -> str:
    """Return a level from 0 to 4, or the two it lies between."""
    lower = floor(level)
    return LEVEL_LABELS[lower] if level == lower else f"between {LEVEL_LABELS[lower]} and {LEVEL_LABELS[lower + 1]}"


def counts(cell: Cell) -> str:
    """Return how many chose each level, "2 Starting, 3 Mostly", or that in words, and how many did not know."""
    said = ALIKE[cell.alike] if cell.alike else ""
    if cell.counts is not None:
        said = ", ".join(f"{number} {LEVEL_LABELS[level]}" for level, number in enumerate(cell.counts) if number)
    unsure = f"{cell.dont_know} don't know" if cell.dont_know else ""
    return "; ".join(part for part in (said, unsure) if part)


def answered(result: Cell) -> str:
    """Return what a group answered, and its middle where that is known."""
    middle = f" In the middle: {between(result.median)}." if result.median is not None else ""
    return f"{words.sentence(counts(result))}.{middle}"


def standing(result: Result) -> str:
    """Return where a question stands for a team: "In the middle: Partly, goal Mostly, views are spread"."""
    if result.hidden is not None:
        return f"Not shown: {HIDDEN[result.hidden]}"
    return ", ".join((in_the_middle(result), f"goal {LEVEL_LABELS[result.goal]}", *_views(result)))


def in_the_middle(result: Result) -> str:
    """Return where a question that was rated stands, and nothing else: "In the middle: Partly"."""
    return words.sentence(f"{'in the middle: ' if result.standing is not None else ''}{where(result)}")


def where(result: Result) -> str:
    """Return where a question that was rated stands: a level, the words that say it, or between which levels these leave it."""
    assert result.low is not None
    assert result.high is not None
    if result.standing is not None:
        return between(result.standing)
    said = {cell.alike for cell in result.cells}
    if len(said) == 1 and (alike := said.pop()):
        return ALIKE[alike]
    return f"anywhere from {LEVEL_LABELS[floor(result.low)]} to {LEVEL_LABELS[ceil(result.high)]}"


def _views(result: Result) -> list[str]:
    if not result.outlier or result.agreement in ("spread", "split"):
        return [AGREEMENT[result.agreement]] if result.agreement else []
    return [f"{AGREEMENT[result.agreement]}, but {OUTLIER}" if result.agreement else OUTLIER]


COLLECTS: Final = (
    "Whoever collects the files can open each one. If that worries anyone, let a peer from outside the line of management collect them, "
    "or fill in one form together."
)


def rules(minimum: int) -> Iterator[str]:
    """Yield the three sentences that say how people are protected."""
    number = words.in_words(minimum)
    yield (
        f"Answers are only ever counted together for at least {number} people; roles with fewer are counted with others, "
        "and nobody is left out."
    )
    yield (
        "When almost everyone in a group said the same, or almost everyone said Not yet or Starting, the report says so in words instead "
        "of counts, so that not even a colleague who knows their own answer can work out another's."
    )
    yield (
        f"A second report of the same round shows only what differs by nobody or by at least {number} people, because otherwise the "
        "difference would be somebody's answer."
    )


def short(result: Result, report: TeamReport) -> Entry:
    """Return a question with where it stands, and what was agreed on."""
    return Entry(
        text=result.indicator.ask,
        standing=standing(result),
        place=part_of(result, several=len(report.frameworks) > 1),
        details=tuple(agreed_level(result.agreed)),
        level=floor(result.standing) if result.standing is not None else None,
        goal=result.goal,
        address=result.address,
    )


def with_step(entry: Entry, result: Result) -> Entry:
    """Return an entry of a question with the next step, where one is known."""
    step = () if result.next_step is None else (Detail("Next step", result.next_step, to_do=True),)
    return replace(entry, details=(*entry.details, *step))


def complete(result: Result, report: TeamReport) -> Entry:
    """Return a question with what each group answered, and its lane."""
    entry = short(result, report)
    groups = (Detail(f"{who} ({cell.ratings})", answered(cell), counts=cell.counts) for who, cell in said_by(result))
    return replace(entry, details=(*groups, *entry.details), lane=LANE_TITLES[result.lane] if result.lane else "")


def said_by(result: Result) -> Iterator[tuple[str, Cell]]:
    """Yield what each group answered, and everyone who was asked, each with who they are."""
    yield from ((words.sentence(roles(cell.roles)), cell) for cell in result.groups)
    if result.everyone is not None:
        yield words.sentence(whose(result)), result.everyone


def agreed_level(agreed: Agreed | None) -> Iterator[Detail]:
    """Yield the level that a workshop agreed on, and the views that differ; nothing where it agreed on none."""
    if agreed is not None:
        yield Detail("Agreed", words.sentence(words.agreed_on(agreed)))
        yield from (Detail("Seen differently", words.dissent(view)) for view in agreed.dissent)
