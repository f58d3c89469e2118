"""A comparison as a table for a spreadsheet: a row for each question, with where each side stands.

See `peerkit.render.report.csv` for how a cell is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from peerkit.model.comparison import ComparedQuestion, Comparison, Stand
from peerkit.render.comparison.shared.wording import standing
from peerkit.render.interface import RenderContext
from peerkit.render.report.csv import cell

HEADS: Final = ("framework", "section", "indicator", "question")
SIDE_HEADS: Final = ("level", "in words", "goal", "gap")
LAST_HEADS: Final = ("levels apart", "list", "changed")
_BYTE_ORDER_MARK: Final = "\ufeff"


def render(comparison: Comparison, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.comparison.interface.ComparisonRenderer`."""
    import csv
    import io

    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow((*HEADS, *(f"{label} {head}" for label in comparison.labels for head in SIDE_HEADS), *LAST_HEADS))
    rows.writerows([cell(text) for text in row] for row in _rows(comparison))
    return _BYTE_ORDER_MARK + out.getvalue()


def _rows(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    lists = _lists(comparison)
    changed = {one.question.address: "\n".join(f"{note.version}: {note.note}" for note in one.notes) for one in comparison.changed}
    for one in comparison.questions():
        question = one.framework.id, one.section.id, one.indicator.id, one.indicator.ask
        stands = (text for stand in one.stands for text in _stand(stand))
        apart = _number(one.levels_apart) if one.is_rated_by_all else ""
        yield *question, *stands, apart, ", ".join(lists.get(one.address, ())), changed.get(one.address, "")


def _lists(comparison: Comparison) -> dict[str, list[str]]:
    """Return by address on which lists of the comparison a question stands."""
    named: list[tuple[str, tuple[ComparedQuestion, ...]]] = [
        ("moved", comparison.moved),
        ("strong", comparison.strong),
        ("low", comparison.low),
        *((f"only {label}", found) for label, found in zip(comparison.labels, comparison.only, strict=True)),
    ]
    lists: dict[str, list[str]] = {}
    for name, found in named:
        for one in found:
            lists.setdefault(one.address, []).append(name)
    return lists


def _stand(stand: Stand | None) -> tuple[str, ...]:
    if stand is None:
        return "", standing(None), "", ""
    return _number(stand.level), standing(stand), str(stand.goal), _number(stand.gap)


def _number(value: Fraction | None) -> str:
    """Return a number with up to four decimals; empty where there is none."""
    if value is None:
        return ""
    return str(value) if value.denominator == 1 else str(round(float(value), 4))
