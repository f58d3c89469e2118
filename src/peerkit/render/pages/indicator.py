"""One question of a framework, with all that the framework says of it."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.framework import FactValue, PlacedIndicator
from peerkit.model.page import Block, Bullets, Facts, Heading, Page, Paragraph, Part, Title
from peerkit.model.scale import LEVEL_LABELS, ROLE_LABELS


def page(placed: PlacedIndicator) -> Page:
    """Return a question as a page."""
    framework, section, indicator = placed.framework, placed.section, placed.indicator
    place = (("Id", f"{framework.id}/{indicator.id}"), ("Framework", framework.name), ("Section", section.title))
    parts = (part for part in _parts(placed) if len(part.blocks) > 1)
    return Page((Title(indicator.ask, "Question"), Facts(place)), tuple(parts))


def _parts(placed: PlacedIndicator) -> Iterator[Part]:
    indicator = placed.indicator
    yield Part("in-other-words", _facts("Asked in other words", ((ROLE_LABELS[role], words) for role, words in indicator.ask_as.items())))
    yield Part("why", (Heading("Why it is asked"), *((Paragraph(indicator.why),) if indicator.why else ())))
    levels = ((LEVEL_LABELS[int(level)], indicator.signposts[level]) for level in sorted(indicator.signposts))
    yield Part("levels", _facts("What it looks like", levels))
    yield Part("look-for", (Heading("What you could point at"), *((Bullets(indicator.look_for),) if indicator.look_for else ())))
    steps = ((f"From {LEVEL_LABELS[step.from_]}", step.do) for step in indicator.next_steps)
    yield Part("next-steps", _facts("Next steps", steps))
    yield Part("good-to-know", (Heading("Good to know"), Bullets(tuple(_good_to_know(placed)))))


def _facts(title: str, rows: Iterator[tuple[str, str]]) -> tuple[Block, ...]:
    found = tuple(rows)
    return (Heading(title), Facts(found)) if found else (Heading(title),)


def _good_to_know(placed: PlacedIndicator) -> Iterator[str]:
    indicator = placed.indicator
    yield f"Goal: {LEVEL_LABELS[placed.framework.goal_of(placed.section, indicator)]}. Weight: {indicator.weight}."
    if indicator.core:
        yield "It belongs to the quick set."
    if indicator.safety:
        yield "It is about safety: a low answer comes first in the report."
    if indicator.voices is not None:
        yield f"Asked of: {', '.join(ROLE_LABELS[voice] for voice in indicator.voices)}."
    for fact, wanted in indicator.only_if.items():
        values = wanted if isinstance(wanted, tuple) else (wanted,)
        yield f"Asked only if {fact} is {' or '.join(_fact_word(value) for value in values)}."
    if indicator.themes:
        yield f"Themes: {', '.join(indicator.themes)}."
    if indicator.covers:
        yield f"Points of the document: {', '.join(indicator.covers)}."
    for change in indicator.change:
        yield f"Changed in {change.version}: {change.note}{' It asks the same as before.' if change.same else ''}"


def _fact_word(value: FactValue) -> str:
    return value if isinstance(value, str) else "yes" if value else "no"
