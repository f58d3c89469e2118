"""Measure everything and print a table; leaves with 1 when a bound is missed."""

from __future__ import annotations

import sys

from benchmarks import busy, interviews, linting, pages, privacy, startup, teams, typer_bound
from benchmarks.figure import table


def main() -> int:
    """Return the exit code."""
    measured = (startup, pages, interviews, linting, busy, teams, privacy, typer_bound)
    figures = [figure for module in measured for figure in module.figures()]
    print(table(figures))
    return 0 if all(figure.ok for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
