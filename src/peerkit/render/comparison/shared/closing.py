"""What to know about a comparison: how people are protected, how to read it, what it cannot do, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.answers import Governance
from peerkit.model.comparison import FRAMEWORK_MOVES, SECTION_MOVES, Comparison
from peerkit.model.page import Block, Bullets, Facts, Heading
from peerkit.render.team.shared.hidden import rules

HOW_TO_READ: Final = (
    "A score of 0 means Not yet throughout, 100 means Built in throughout.",
    f"Sections that lie less than {float(SECTION_MOVES):g} points apart are about the same, and frameworks less than "
    f"{int(FRAMEWORK_MOVES)}: answers sway that much by themselves.",
    "A score needs two thirds of the questions that every side was asked.",
    "Each framework stands alone: scores are not added up, and nobody is ranked by them.",
)
_TEAMS: Final = "Where two teams are not shown in the same groups, a section is scored from everybody together, each person one voice."
LIMITS: Final = (
    "Not for audit, ranking, funding decisions or judging a person.",
    "A difference does not say why. Other people may have answered, or the same people may see more than before.",
    "People rate their own program kindly, and each in their own way. Talk before you conclude.",
    "It looks at how programs work, not at what comes of it.",
)
_TWO_ROUNDS: Final = "Two rounds in which only one person's answers moved show which way they moved. Nothing here can hide that."


def blocks(comparison: Comparison) -> Iterator[Block]:
    """Yield what is hidden where a side is a team, how to read, limits and sources."""
    minimum = [side.minimum for side in comparison.sides if side.minimum is not None]
    if minimum:
        yield Heading("What is hidden here, and why", note="Teams are compared by what their own reports may show, and by nothing else.")
        yield Bullets((*rules(min(minimum)), _TWO_ROUNDS))
    yield Heading("How to read this")
    yield Bullets((*HOW_TO_READ, *([_TEAMS] if len(minimum) > 1 else [])))
    yield Heading("Limits")
    yield Bullets((*LIMITS, *(limit for one in comparison.frameworks for limit in one.framework.limits)))
    yield from _governance(comparison)
    yield Heading("Sources")
    for one in comparison.frameworks:
        source = one.framework.source
        labelled = (("Publisher", source.publisher), ("Document", source.document), ("Rights", source.rights))
        yield Facts((("Framework", one.framework.title), *((label, value) for label, value in labelled if value)))


def _governance(comparison: Comparison) -> Iterator[Block]:
    """Yield who decides about the answers of each side; nothing where that could say which programs these are."""
    rows = tuple(
        (f"{label}, {what}", text)
        for label, side in zip(comparison.labels, comparison.sides, strict=True)
        for what, text in _decided(side.governance)
        if text.strip()
    )
    if rows and comparison.shows_programs:
        yield Heading("About these answers")
        yield Facts(rows)


def _decided(said: Governance | None) -> Iterator[tuple[str, str]]:
    if said is not None:
        yield "who decides", said.authority
        yield "who may see", said.may_see
        yield "until when", said.until
        yield "where kept", said.kept
