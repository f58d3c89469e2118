"""Measure everything and print a table; leaves with 1 when a bound is missed."""

from __future__ import annotations

import sys

from benchmarks import interviews, linting, pages, privacy, startup, teams
from benchmarks.figure import table


def main() -> int:
    """Return the exit code."""
    figures = [*startup.figures(), *pages.figures(), *interviews.figures(), *linting.figures(), *teams.figures(), *privacy.figures()]
    print(table(figures))
    return 0 if all(figure.ok for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
