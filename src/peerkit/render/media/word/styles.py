"""How a Word file looks: its sheet, its styles and its footer. Sizes are in points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from peerkit.render.media.word.elements import element, text

if TYPE_CHECKING:
    from docx.document import Document

_SHEET: Final = (11_906, 16_838)
"""A4, in twentieths of a point, as are the margins and the width of the text."""
_MARGIN: Final = 1_247
TEXT_WIDTH: Final = _SHEET[0] - 2 * _MARGIN
_FONT: Final = "Calibri"
_LANGUAGE: Final = "en-AU"
"""NOTE: Word checks spelling by country; this one writes both "program" and "organisation", as our sentences do."""
_INK, _QUIET, _ACCENT, _SAFETY, _RULE = "1D2726", "52605E", "0B6462", "65459A", "D5DCDA"
_KEPT: Final = ("DefaultParagraphFont", "TableNormal", "NoList", "ListBullet")
"""Styles of the library's empty document that stay; the others would only fill the menu."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """A style for paragraphs. `edge` is the colour of a line on its left, `level` its place in the outline from 0."""

    name: str
    size: float = 11
    bold: bool = False
    colour: str = _INK
    before: float = 0
    after: float = 4
    indent: float = 0
    keep: bool = False
    edge: str = ""
    level: int | None = None


_LOOKS: Final = (
    _Look(name="Normal"),
    _Look(name="Title", size=28, bold=True, after=12),
    _Look(name="Subtitle", size=12, bold=True, colour=_ACCENT, after=0, keep=True),
    _Look(name="Heading 1", size=20, bold=True, colour=_ACCENT, before=28, after=6, keep=True, level=0),
    _Look(name="Heading 2", size=14, bold=True, before=16, keep=True, level=1),
    _Look(name="Heading 3", size=12, bold=True, before=12, keep=True, level=2),
    _Look(name="Note", colour=_QUIET, after=6, keep=True),
    _Look(name="Notice", size=12, bold=True, colour=_SAFETY, before=8, after=8, indent=8, edge=_SAFETY),
    _Look(name="Headline", size=14, colour=_QUIET, before=4, after=6),
    _Look(name="Question", bold=True, before=8, after=2, keep=True),
    _Look(name="Detail", after=2, indent=14),
    _Look(name="Large Question", size=12, bold=True, before=12, after=2, indent=8, keep=True, edge=_ACCENT),
    _Look(name="Large Detail", after=2, indent=8, edge=_ACCENT),
    _Look(name="Table Head", size=10, bold=True, colour=_QUIET, before=2, after=2, keep=True),
    _Look(name="Table Text", size=10, before=2, after=2),
    _Look(name="After Table", size=6, after=0),
    _Look(name="Footer", size=9, colour=_QUIET, after=0),
)


def prepare(document: Document, title: str) -> None:
    """Give an empty document its sheet, its styles, and a footer with `title` and the number of the page."""
    section = document.sections[0]
    section.page_width, section.page_height = (_twentieths(size) for size in _SHEET)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _twentieths(_MARGIN)
    _restyle(document.styles.element)
    footer = section.footer.paragraphs[0]._p  # noqa: SLF001  # the library has no other way to a field
    footer.append(element("r", text(f"{title}, page ")))
    footer.append(element("fldSimple", element("r", text("1")), instr="PAGE"))


def style_id(name: str) -> str:
    """Return the id of a style by its name."""
    return name.replace(" ", "")


def _twentieths(size: int) -> Any:
    from docx.shared import Twips

    return Twips(size)


def _restyle(styles: Any) -> None:
    for style in list(styles.style_lst):
        if style.styleId not in _KEPT:
            styles.remove(style)
    [defaults] = styles.xpath("w:docDefaults")
    fonts = element("rFonts", ascii=_FONT, hAnsi=_FONT, cs=_FONT, eastAsiaTheme="minorEastAsia")
    spoken = element("lang", val=_LANGUAGE, eastAsia="ja-JP", bidi="ar-SA")
    about = element("rPr", fonts, element("sz", val="22"), element("szCs", val="22"), spoken)
    spacing = element("spacing", after="0", line="264", lineRule="auto")
    replacement = element("docDefaults", element("rPrDefault", about), element("pPrDefault", element("pPr", spacing)))
    styles.replace(defaults, replacement)
    for look in _LOOKS:
        styles.append(_style(look))
    styles.append(_command())
    styles.append(_figures())


def _style(look: _Look) -> Any:
    own = {"default": "1"} if look.name == "Normal" else {}
    named = [element("name", val=look.name.lower() if look.level is not None else look.name)]
    based = [] if own else [element("basedOn", val="Normal")]
    after = [element("next", val="Normal")] if look.level is not None else []
    about = element("pPr", *_spacing(look))
    return element(
        "style", *named, *based, *after, element("qFormat"), about, _letters(look), type="paragraph", styleId=style_id(look.name), **own
    )


def _spacing(look: _Look) -> Iterator[Any]:
    if look.keep:
        yield element("keepNext")
        yield element("keepLines")
    if look.edge:
        yield element("pBdr", element("left", val="single", sz="24", space="6", color=look.edge))
    yield element("spacing", before=f"{20 * look.before:.0f}", after=f"{20 * look.after:.0f}")
    if look.indent:
        yield element("ind", left=f"{20 * look.indent:.0f}")
    if look.level is not None:
        yield element("outlineLvl", val=str(look.level))


def _letters(look: _Look) -> Any:
    size = f"{2 * look.size:.0f}"
    bold = [element("b"), element("bCs")] if look.bold else []
    return element("rPr", *bold, element("color", val=look.colour), element("sz", val=size), element("szCs", val=size))


def _command() -> Any:
    """Return the style of what can be typed into a terminal."""
    fonts = element("rFonts", ascii="Consolas", hAnsi="Consolas", cs="Consolas")
    about = element("rPr", fonts, element("noProof"))
    return element("style", element("name", val="Command"), element("qFormat"), about, type="character", styleId="Command", customStyle="1")


def _figures() -> Any:
    """Return the style of tables: a line below each row, a heavier one below the heads."""
    borders = element("tblBorders", _line("bottom"), _line("insideH"))
    room = element("tblCellMar", element("left", w="85", type="dxa"), element("right", w="85", type="dxa"))
    head = element("tcPr", element("tcBorders", _line("bottom", size="12", colour=_ACCENT)))
    return element(
        "style",
        element("name", val="Figures"),
        element("basedOn", val="TableNormal"),
        element("qFormat"),
        element("tblPr", borders, room),
        element("tblStylePr", head, type="firstRow"),
        type="table",
        styleId="Figures",
        customStyle="1",
    )


def _line(side: str, size: str = "4", colour: str = _RULE) -> Any:
    return element(side, val="single", sz=size, space="0", color=colour)
