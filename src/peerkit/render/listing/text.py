"""The frameworks as a short text."""

from __future__ import annotations

from collections.abc import Sequence

from peerkit.model.framework import Overview
from peerkit.render.context import RenderContext
from peerkit.render.wrap import wrapped


def render(overviews: Sequence[Overview], context: RenderContext) -> str:
    """Return each framework with its size, the minutes it takes and where it comes from, in at most `width` columns."""
    return "\n".join("\n".join(_entry(overview, context.width)) for overview in overviews)


def _entry(overview: Overview, width: int) -> list[str]:
    framework = overview.framework
    size = (
        f"{_many(overview.sections, 'section')}. "
        f"Quick set: {_many(overview.quick, 'question')}, about {_many(overview.quick_minutes, 'minute')}. "
        f"Full set: {_many(overview.indicators, 'question')}, about {_many(overview.minutes, 'minute')}."
    )
    lines = [*wrapped(framework.id, width), *wrapped(framework.title, width, first="    "), *wrapped(size, width, first="    ")]
    if framework.source.publisher:
        lines += wrapped(f"From {framework.source.publisher}.", width, first="    ")
    return [*lines, *wrapped(f"Its file: {overview.origin}.", width, first="    "), ""]


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
