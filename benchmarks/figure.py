"""A figure with the bound it must keep, and the table of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """Something measured; it is well while `value` is at most `bound`, both in `unit`.

    Without a value it is not known; without a bound it is only told, with what it means in `said`.
    """

    name: str
    value: float | None
    bound: float | None
    unit: str
    said: str = ""

    @property
    def ok(self) -> bool:
        """Whether no bound is missed."""
        return self.value is None or self.bound is None or self.value <= self.bound

    @property
    def verdict(self) -> str:
        """What the last column says."""
        return self.said or ("ok" if self.ok else "MISSED")


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as lines: name, value, bound, and ok or MISSED, or what the figure says."""
    width = max(len(figure.name) for figure in figures)
    head = f"{'figure':{width}}  {'measured':>12}  {'bound':>12}"
    rows = (
        f"{figure.name:{width}}  {_shown(figure.value, figure.unit, 'not known'):>12}  "
        f"{_shown(figure.bound, figure.unit, 'none'):>12}  {figure.verdict}"
        for figure in figures
    )
    return "\n".join([head, *rows])


def _shown(value: float | None, unit: str, absent: str) -> str:
    if value is None:
        return absent
    number = f"{value:.2f}" if isinstance(value, float) else str(value)
    return f"{number} {unit}".rstrip()
