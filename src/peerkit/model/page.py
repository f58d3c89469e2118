"""Blocks: what a page says, in the order it is said, before a medium gives it its form.

Texts stand here as they came from files and people; each medium escapes them. Labels and sentences are ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from fractions import Fraction

    from peerkit.model.result import Counts, Score

Tone = Literal["calm", "strength", "safety", "act", "plan", "find-out"]
"""What a block is about; a medium may give each its own colour, never that alone."""
PROGRAM: Final = "peerkit"
"""What commands begin with on a page."""
Sign = Literal["full", "open", "goal"]
"""What stands in a bar: the score, what open answers leave open, the goal."""
TO_FILL_IN: Final = "\N{HORIZONTAL ELLIPSIS}" * 24
"""The text that stands where people write words of their own; a medium may show it in its own way."""


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the page, and what kind of page it is."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Short labels, each with a value."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """One line that must not be missed."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a part of the page (level 1) or of a part of that (level 2), with a line that says what it is."""

    text: str
    level: Literal[1, 2] = 1
    note: str = ""
    tone: Tone = "calm"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text of ours."""

    text: str


@dataclass(frozen=True, slots=True)
class Headline:
    """The one thing of a part to see first, and what it rests on. `score` is for a picture; None draws none."""

    text: str
    rest: str
    score: Score | None = None


@dataclass(frozen=True, slots=True)
class Detail:
    """More about an entry: words under a label; `to_do` marks what can be ticked off.

    `counts` is for a picture: how many people chose each level from 0 to 4, which the words say too.
    """

    label: str
    text: str
    to_do: bool = False
    counts: tuple[int, ...] | None = None

    @property
    def lines(self) -> list[str]:
        """The lines of the text that are not empty; one empty line where all are."""
        return [line for line in self.text.splitlines() if line.strip()] or [""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A question: the words asked, where it stands in words, and more. `level` and `goal` are for a picture; None draws none.

    `address` and `lane` are for pages with room: where the question stands in full, and the title of its lane.
    """

    text: str
    standing: str = ""
    place: str = ""
    details: tuple[Detail, ...] = ()
    level: int | None = None
    goal: int | None = None
    address: str = ""
    lane: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """Questions one below the other; `large` where each deserves attention of its own. `first` is the number of the first of them.

    `home` marks the place where these questions stand in full, to which a page with room may lead from elsewhere.
    """

    entries: tuple[Entry, ...]
    tone: Tone = "calm"
    large: bool = False
    first: int = 1
    home: bool = False


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A named score; `notes` are short remarks below it."""

    title: str
    score: Score
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores on a common line from 0 to 100."""

    rows: tuple[ScoreRow, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A named score with the level that it aims at, 1 to 4."""

    title: str
    score: Score
    goal: int


@dataclass(frozen=True, slots=True)
class Bars:
    """The result at a glance: a bar for each row on a line from 0 to 100, its goal marked, under a name with the score of the whole.

    `whole` is None where nothing is added up. `legend` says which signs to explain, beside the first of several.
    """

    name: str
    whole: Score | None
    rows: tuple[Bar, ...]
    legend: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """A group's score: who they are, and between which points from 0 to 100 they stand, None where that is not shown.

    `letter` is what they are called on the page; where it is empty, a picture gives them one of its own.
    """

    who: str
    ends: tuple[Fraction, Fraction] | None
    letter: str = ""

    @property
    def name(self) -> str:
        """Who they are, with their letter if they have one."""
        return f"{self.letter}, {self.who}" if self.letter else self.who


@dataclass(frozen=True, slots=True)
class SidesRow:
    """A name with the scores of its groups, and the score of all of them, `whole`, if they have one; `notes` are short remarks below it."""

    title: str
    whole: Side | None
    sides: tuple[Side, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sides:
    """Scores of groups side by side, on a common line from 0 to 100; `of` is what to call these groups."""

    rows: tuple[SidesRow, ...]
    of: str = "groups"


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short texts that stand by themselves."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commands:
    """What to type, each with what it gives; `goes_on` at the end of a line tells the shell that the command goes on in the next."""

    rows: tuple[tuple[str, str], ...]
    goes_on: str = "\\"


@dataclass(frozen=True, slots=True)
class TallyRow:
    """How often each level, from 0 to 4, was answered under a title, and how often there was another answer or none."""

    title: str
    levels: tuple[int, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Tallies:
    """Counts of answers, each as parts of a whole."""

    rows: tuple[TallyRow, ...]


@dataclass(frozen=True, slots=True)
class ThemeCell:
    """Where the questions of one theme stand in one framework: their levels (None where there is none), and that in words."""

    levels: tuple[int | None, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A row of cells for each theme, one for each head; nothing is added up."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[ThemeCell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What the scores of some sections are made of: for each its title and the question, answer and weight of each term."""

    heads: tuple[str, str, str]
    groups: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Lines to copy into a file, each with the spaces it begins with."""

    lines: tuple[str, ...]


Block = (
    Title
    | Facts
    | Notice
    | Heading
    | Paragraph
    | Headline
    | Entries
    | Scores
    | Bars
    | Sides
    | Bullets
    | Commands
    | Tallies
    | SideBySide
    | Terms
    | Code
)
Blocks = tuple[Block, ...]

Place = Literal["everywhere", "screen", "room"]
"""Where a part is shown: on a screen of text (terminal, plain, Markdown), where there is room (HTML, PDF, Word), or on both."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page; its first block is its heading. `name`, unique among the parts shown in one place, is made of ids only."""

    name: str
    blocks: Blocks
    shown: Place = "everywhere"


@dataclass(frozen=True, slots=True)
class Page:
    """What a product says, in the order it is said: its cover, which holds the title, and its parts.

    `screen_cover` stands on a screen in place of the cover, where that should be another one. `dense` pages stand on few sheets and
    screens: nothing is empty there that need not be.
    """

    cover: Blocks
    parts: tuple[Part, ...]
    screen_cover: Blocks = ()
    dense: bool = False

    @property
    def title(self) -> str:
        """What to call the page where a file is named, such as in a list of open windows."""
        return next(f"{block.kind}: {block.text}" for block in self.cover if isinstance(block, Title))

    def parts_for(self, place: Literal["screen", "room"]) -> tuple[Part, ...]:
        """Return the parts that are shown in a place, those without blocks left out."""
        return tuple(part for part in self.parts if part.shown in ("everywhere", place) and part.blocks)

    def blocks_for(self, place: Literal["screen", "room"]) -> Blocks:
        """Return all blocks shown in a place, cover first."""
        cover = self.screen_cover if place == "screen" and self.screen_cover else self.cover
        return (*cover, *(block for part in self.parts_for(place) for block in part.blocks))
