"""What a workbook for a spreadsheet says, before it becomes a file. Texts stand here as they came; the file makes them texts only."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Content = str | int | Fraction | None
"""What a cell holds: a text, a count, or a number such as points (0 to 100), shown whole but in an `exact` column. None leaves it empty."""
LineKind = Literal["title", "heading", "part", "notice", "text"]
Fill = Literal[
    "score", "level-0", "level-1", "level-2", "level-3", "level-4", "dont-know", "no-agreement", "skipped", "unanswered", "not-applicable"
]


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text in a cell of its own."""

    kind: LineKind
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, how many characters wide it is, and whether it holds numbers; `exact` ones show their decimals."""

    head: str
    width: int
    number: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads. `name` is one word, unique in the workbook; `says` is what it holds, for whoever cannot see it.

    The rows are at least `lines` high.
    """

    name: str
    says: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Content, ...], ...]
    lines: int = 1

    def place(self, head: str) -> int:
        """Return the place of a column, from 0."""
        return [column.head for column in self.columns].index(head)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart of some rows of a table, one bar for each.

    `first` and `last` are the rows, from 0; `names` is the column that names them; `bars` are columns with the colour of each; they
    are stacked where there are several. `reach` names the columns of how far a line goes to the left and to the right of a bar's end.
    `new_page` puts it on a new sheet of paper.
    """

    title: str
    says: str
    table: Table
    first: int
    last: int
    names: str
    bars: tuple[tuple[str, Fill], ...]
    reach: tuple[str, str] | None = None
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    """A sheet with its pieces one below the other.

    A sheet that begins with a table keeps its heads in sight, and the first column too where it prints on two sheets side by `wide`.
    """

    name: str
    pieces: tuple[TextLine | Table | Chart, ...]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """Sheets in their order, under a title that names the file."""

    title: str
    sheets: tuple[WorkbookSheet, ...]
