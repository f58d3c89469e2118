"""Makes the file that every Word document begins with; `make regenerate` writes it anew.

It holds the sheet, the styles and a footer, and can be opened and changed in an office program as well. Sizes are in points.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Pt, RGBColor, Twips
from docx.styles.style import ParagraphStyle

import peerkit

TEMPLATE: Final = Path(peerkit.__file__).parent / "render" / "media" / "page.docx"
_SHEET: Final = (11_906, 16_838)
"""A4, in twentieths of a point, as is the margin."""
_MARGIN: Final = 1_247
_FONT: Final = "Calibri"
_LANGUAGE: Final = "en-AU"
"""NOTE: Word checks spelling by country; this one writes both "program" and "organisation", as our sentences do."""
_INK, _QUIET, _ACCENT, _SAFETY, _RULE = "1D2726", "52605E", "0B6462", "65459A", "D5DCDA"
_KEPT: Final = ("DefaultParagraphFont", "TableNormal", "NoList", "ListBullet", "Normal")
"""Styles of the library's empty document that stay; the others would only fill the menu."""
_LEFT_OUT: Final = ("thumbnail", "customXml", "stylesWithEffects", "webSettings", "docProps/app.xml")
_START_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
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


LOOKS: Final = (
    Look(name="Normal"),
    Look(name="Title", size=28, bold=True, after=12),
    Look(name="Subtitle", size=12, bold=True, colour=_ACCENT, after=0, keep=True),
    Look(name="Heading 1", size=20, bold=True, colour=_ACCENT, before=28, after=6, keep=True, level=0),
    Look(name="Heading 2", size=14, bold=True, before=16, keep=True, level=1),
    Look(name="Heading 3", size=12, bold=True, before=12, keep=True, level=2),
    Look(name="Note", colour=_QUIET, after=6, keep=True),
    Look(name="Notice", size=12, bold=True, colour=_SAFETY, before=8, after=8, indent=8, edge=_SAFETY),
    Look(name="Headline", size=14, colour=_QUIET, before=4, after=6),
    Look(name="Question", bold=True, before=8, after=2, keep=True),
    Look(name="Detail", after=2, indent=14),
    Look(name="Large Question", size=12, bold=True, before=12, after=2, indent=8, keep=True, edge=_ACCENT),
    Look(name="Large Detail", after=2, indent=8, edge=_ACCENT),
    Look(name="Table Head", size=10, bold=True, colour=_QUIET, before=2, after=2, keep=True),
    Look(name="Table Text", size=10, before=2, after=2),
    Look(name="After Table", size=6, after=0),
    Look(name="Footer", size=9, colour=_QUIET, after=0),
)
_BUILT_IN: Final = ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Footer")


def make() -> bytes:
    """Return the file; it is the same file however often it is made."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = (Twips(size) for size in _SHEET)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Twips(_MARGIN)
    _restyle(document)
    footer = section.footer.paragraphs[0]
    footer.style = document.styles["Footer"]
    footer.add_run("page ")
    footer._p.append(_element("fldSimple", _element("r", _text("1")), instr="PAGE"))
    about = document.core_properties
    about.title = about.author = about.last_modified_by = about.comments = ""
    about.language = "en"
    about.created = about.modified = datetime(1980, 1, 1, tzinfo=UTC)
    for part in (document.part, document.part.package):
        for name, link in list(part.rels.items()):
            if any(word in link.reltype or word in link.target_ref for word in _LEFT_OUT):
                del part.rels[name]
    raw = io.BytesIO()
    document.save(raw)
    return _settled(raw.getvalue())


def _restyle(document: Document) -> None:
    styles = document.styles
    for style in list(styles):
        if style.style_id not in _KEPT:
            style.delete()
    [defaults] = styles.element.xpath("w:docDefaults")
    fonts = _element("rFonts", ascii=_FONT, hAnsi=_FONT, cs=_FONT, eastAsiaTheme="minorEastAsia")
    spoken = _element("lang", val=_LANGUAGE, eastAsia="ja-JP", bidi="ar-SA")
    letters = _element("rPr", fonts, _element("sz", val="22"), _element("szCs", val="22"), spoken)
    spacing = _element("spacing", after="0", line="264", lineRule="auto")
    styles.element.replace(
        defaults, _element("docDefaults", _element("rPrDefault", letters), _element("pPrDefault", _element("pPr", spacing)))
    )
    for look in LOOKS:
        _add(document, look)
    command = styles.add_style("Command", WD_STYLE_TYPE.CHARACTER)
    command.font.name, command.font.no_proof, command.quick_style = "Consolas", True, True
    styles.element.append(_tables())


def _add(document: Document, look: Look) -> None:
    """Add a style for paragraphs, or change the one that is there."""
    styles = document.styles
    new = look.name != "Normal"
    style = styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH, builtin=look.name in _BUILT_IN) if new else styles[look.name]
    assert isinstance(style, ParagraphStyle)
    style.base_style = styles["Normal"] if new else None
    style.quick_style, style.hidden = True, False
    style.font.size, style.font.color.rgb = Pt(look.size), RGBColor.from_string(look.colour)
    if look.bold:
        style.font.bold = style.font.cs_bold = True
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    if look.keep:
        form.keep_with_next = form.keep_together = True
    if look.indent:
        form.left_indent = Pt(look.indent)
    about = style.element.get_or_add_pPr()
    if look.edge:
        edge = _element("pBdr", _element("left", val="single", sz="24", space="6", color=look.edge))
        about.find(qn("w:spacing")).addprevious(edge)
    if look.level is not None:
        about.append(_element("outlineLvl", val=str(look.level)))
        style.next_paragraph_style = styles["Normal"]
    style.element.get_or_add_rPr().append(_element("szCs", val=f"{2 * look.size:.0f}"))


def _tables() -> Any:
    """Return the style of tables, which the library cannot make: a line below each row, a heavier one below the heads."""
    borders = _element("tblBorders", _line("bottom"), _line("insideH"))
    room = _element("tblCellMar", _element("left", w="85", type="dxa"), _element("right", w="85", type="dxa"))
    head = _element("tcPr", _element("tcBorders", _line("bottom", size="12", colour=_ACCENT)))
    return _element(
        "style",
        _element("name", val="Figures"),
        _element("basedOn", val="TableNormal"),
        _element("qFormat"),
        _element("tblPr", borders, room),
        _element("tblStylePr", head, type="firstRow"),
        type="table",
        styleId="Figures",
        customStyle="1",
    )


def _line(side: str, size: str = "4", colour: str = _RULE) -> Any:
    return _element(side, val="single", sz=size, space="0", color=colour)


def _element(name: str, *children: Any, **attributes: str) -> Any:
    """Return an element of WordprocessingML with its children, which must stand in the order of the schema."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    made.extend(children)
    return made


def _text(words: str) -> Any:
    made = _element("t")
    made.text = words
    return made


def _settled(raw: bytes) -> bytes:
    settled = io.BytesIO()
    with ZipFile(io.BytesIO(raw)) as given, ZipFile(settled, "w", ZIP_DEFLATED) as written:
        for name in sorted(given.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            written.writestr(ZipInfo(name, _START_OF_ZIP), given.read(name), ZIP_DEFLATED)
    return settled.getvalue()
