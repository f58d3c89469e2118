"""Finds the formats of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from peerkit.errors import UsageError, did_you_mean
from peerkit.render import plan as folder
from peerkit.render.formats import format_names, load_format

if TYPE_CHECKING:
    from peerkit.render.plan.interface import PlanRenderer


def plan_formats() -> tuple[str, ...]:
    """Return the names of the formats in alphabetical order; loads none of them."""
    return format_names(folder)


def load(name: str) -> PlanRenderer:
    """Return the renderer of a format.

    Raises:
        UsageError: when there is no format of that name.

    """
    known = plan_formats()
    if name not in known:
        raise UsageError(f"there is no format {name} for a plan", did_you_mean(name, known, f"There are {', '.join(known)}."))
    return cast("PlanRenderer", load_format(folder, name))
