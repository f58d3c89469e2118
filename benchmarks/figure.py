"""A figure with the bound it must keep, and the table of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """Something measured; it is well while `value` is at most `bound`, both in `unit`."""

    name: str
    value: float
    bound: float
    unit: str

    @property
    def ok(self) -> bool:
        """Whether the bound is kept."""
        return self.value <= self.bound


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as lines: name, value, bound, and ok or MISSED."""
    width = max(len(figure.name) for figure in figures)
    head = f"{'figure':{width}}  {'measured':>12}  {'bound':>12}"
    rows = (
        f"{one.name:{width}}  {_shown(one.value, one.unit):>12}  {_shown(one.bound, one.unit):>12}  {'ok' if one.ok else 'MISSED'}"
        for one in figures
    )
    return "\n".join([head, *rows])


def _shown(value: float, unit: str) -> str:
    number = f"{value:.2f}" if isinstance(value, float) else str(value)
    return f"{number} {unit}".rstrip()
