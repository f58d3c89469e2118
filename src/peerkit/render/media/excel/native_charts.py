"""Charts that the spreadsheet itself draws from its tables: bars of scores, and bars of counts one behind the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from peerkit.model.workbook import Chart, Fill
from peerkit.render.escape import one_line

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_WIDTH: Final = 1_000
_BAR: Final = 34
"""Pixels from one bar to the next; a chart has as many beside its bars as `_FRAME` says."""
_FRAME: Final = 130
_ROW: Final = 20
"""Pixels from one row of a sheet to the next."""
_EDGE: Final = "#0B5A58"
_QUIET: Final = "#52605E"
_DARK: Final = ("level-3", "level-4", "score")
_FILLS: Final[dict[Fill, dict[str, Any]]] = {
    "score": {"fill": {"color": "#3D918B"}},
    "level-0": {"fill": {"color": "#FFFFFF"}},
    "level-1": {"fill": {"color": "#CFE5E2"}},
    "level-2": {"fill": {"color": "#8DC3BD"}},
    "level-3": {"fill": {"color": "#3D918B"}},
    "level-4": {"fill": {"color": _EDGE}},
    "dont-know": {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": _QUIET, "bg_color": "#FFFFFF"}},
    "skipped": {"pattern": {"pattern": "dotted_grid", "fg_color": _QUIET, "bg_color": "#FFFFFF"}},
    "unanswered": {"pattern": {"pattern": "percent_5", "fg_color": _QUIET, "bg_color": "#FFFFFF"}},
    "not-applicable": {"pattern": {"pattern": "trellis", "fg_color": _QUIET, "bg_color": "#FFFFFF"}},
}


def height(chart: Chart) -> int:
    """Return how many rows of a sheet a chart covers, with its title and the space below it."""
    return _pixels(chart) // _ROW + 3


def draw(workbook: Workbook, target: Worksheet, row: int, chart: Chart, sheet: str, top: int) -> None:
    """Draw a chart on a sheet from `row` on, below its title; its table's rows begin at row `top` of `sheet`."""
    about = {"type": "bar", "subtype": "stacked"} if len(chart.bars) > 1 else {"type": "bar"}
    drawn = workbook.add_chart(about)
    assert drawn is not None
    for head, fill in chart.bars:
        drawn.add_series(_series(chart, head, fill, sheet, top))
    quiet = {"color": _QUIET}
    # NOTE: a title that is typed in may be taken for a reference to a cell; a reference to a cell that holds a text is safe.
    target.write_string(row, 0, one_line(chart.title)[:255], workbook.add_format({"bold": True, "font_size": 14}))
    drawn.set_title({"none": True})
    drawn.set_y_axis({"reverse": True, "line": quiet, "major_tick_mark": "none"})
    drawn.set_x_axis({**_scale(chart), "num_format": "0", "major_gridlines": {"visible": True, "line": {"color": "#D5DCDA"}}})
    drawn.set_legend({"position": "bottom"} if len(chart.bars) > 1 else {"none": True})
    drawn.set_size({"width": _WIDTH, "height": _pixels(chart)})
    target.insert_chart(row + 1, 0, drawn, {"description": one_line(chart.says)[:255], "object_position": 2})


def _scale(chart: Chart) -> dict[str, Any]:
    """Return where the axis ends and how far its lines are apart; counts are whole, so there is no line between two of them."""
    if len(chart.bars) == 1:
        return {"min": 0, "max": 100, "major_unit": 25}
    places = [chart.table.place(head) for head, _ in chart.bars]
    longest = max(sum(int(row[place] or 0) for place in places) for row in _rows(chart))
    return {"min": 0, "major_unit": max(1, longest // 5)}


def _rows(chart: Chart) -> Sequence[Sequence[Any]]:
    return chart.table.rows[chart.first : chart.last + 1]


def _pixels(chart: Chart) -> int:
    return _FRAME + _BAR * (chart.last - chart.first + 1)


def _series(chart: Chart, head: str, fill: Fill, sheet: str, top: int) -> dict[str, Any]:
    series: dict[str, Any] = {
        "name": [sheet, top - 1, chart.table.place(head)],
        "categories": _range(chart, chart.names, sheet, top),
        "values": _range(chart, head, sheet, top),
        "gap": 60,
        "border": {"color": _EDGE, "width": 0.75},
        "data_labels": {"value": True, "num_format": "0;;", "font": {"color": "#FFFFFF" if fill in _DARK else "#1D2726"}},
        **_FILLS[fill],
    }
    if chart.reach:
        down, up = (_range(chart, head, sheet, top) for head in chart.reach)
        line = {"color": "#1D2726", "width": 1.5}
        series["y_error_bars"] = {"type": "custom", "minus_values": down, "plus_values": up, "line": line}
        series["data_labels"] |= {"position": "inside_base"}
    return series


def _range(chart: Chart, head: str, sheet: str, top: int) -> str:
    """Return the cells of a column that a chart is about."""
    from xlsxwriter.utility import xl_range_formula

    place = chart.table.place(head)
    return f"={xl_range_formula(sheet, top + chart.first, place, top + chart.last, place)}"
