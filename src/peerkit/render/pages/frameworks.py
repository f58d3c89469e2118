"""The frameworks that a program can be held up against: how much each asks, how long that takes, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peerkit.model.framework import Overview
from peerkit.model.page import Facts, Heading, Page, Part, Title
from peerkit.render.wording import asked_of


def page(overviews: Sequence[Overview]) -> Page:
    """Return the frameworks as a page."""
    return Page((Title("What a program can be held up against", "Frameworks"),), tuple(_framework(overview) for overview in overviews))


def _framework(overview: Overview) -> Part:
    return Part(f"framework-{overview.id}", (Heading(overview.title), Facts(tuple(_facts(overview)))))


def _facts(overview: Overview) -> Iterator[tuple[str, str]]:
    yield "Id", overview.id
    yield "Sections", str(overview.sections)
    yield "Quick set", f"{_many(overview.quick, 'question')}, about {_many(overview.quick_minutes, 'minute')}"
    yield "Of whom", asked_of(overview.quick_by_role)
    yield "Full set", f"{_many(overview.indicators, 'question')}, about {_many(overview.minutes, 'minute')}"
    if overview.publisher:
        yield "From", overview.publisher
    yield "Its file", overview.origin


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
