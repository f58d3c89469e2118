"""Themes side by side, where several frameworks were answered. There is no number for a theme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from peerkit.model.page import Block, Cell, Heading, SideBySide
from peerkit.model.report import IndicatorResult, Report
from peerkit.model.scale import LEVEL_LABELS
from peerkit.render import wording as words


def blocks(report: Report) -> Iterator[Block]:
    """Yield a row for each theme that was rated or not known in two frameworks at least; nothing where there is none."""
    found: defaultdict[str, defaultdict[str, list[IndicatorResult]]] = defaultdict(lambda: defaultdict(list))
    for framework in report.frameworks:
        for section in framework.sections:
            for one in section.indicators:
                for theme in one.indicator.themes if one.lane else ():
                    found[theme][framework.framework.id].append(one)
    names = [one.framework.id for one in report.frameworks]
    rows = tuple(
        (words.theme(theme, report.theme_titles), tuple(_cell(here.get(name, ())) for name in names))
        for theme, here in sorted(found.items())
        if len(here) > 1
    )
    if rows:
        yield Heading(
            "Themes side by side", note="From the lowest to the highest answer in each framework. There is no number for a theme."
        )
        yield SideBySide(tuple(one.framework.name for one in report.frameworks), rows)


def _cell(results: Sequence[IndicatorResult]) -> Cell:
    levels = sorted(one.level for one in results if one.level is not None)
    if not levels:
        return Cell(tuple(None for _ in results), words.sentence(words.STATE_LABELS["dont-know"]) if results else "")
    lowest, highest = LEVEL_LABELS[levels[0]], LEVEL_LABELS[levels[-1]]
    between = lowest if lowest == highest else f"{lowest} to {highest}"
    unknown = len(results) - len(levels)
    return Cell((*levels, *(None for _ in range(unknown))), f"{between}, and {words.STATE_LABELS['dont-know']}" if unknown else between)
