"""A page of HTML as PDF: A4, with bookmarks and tags that screen readers follow. Nothing is fetched."""

from __future__ import annotations

import contextlib
import io
import re
import warnings
from typing import Any, Final

from peerkit.errors import OutputError
from peerkit.model.page import Page
from peerkit.render.context import RenderContext
from peerkit.render.extras import not_installed
from peerkit.render.media.html import render_page

STYLE: Final = "paper.css"
"""The template of how a page looks that is going to be PDF."""
_ALTERNATIVE: Final = "<title>A picture of the numbers beside it.</title>"
_PATTERNS: Final = (
    "<defs>"
    '<pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#fff"/>'
    '<path d="M0 5 L5 0" stroke="#52605e" stroke-width="1.2"/></pattern>'
    '<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#fff"/>'
    '<circle cx="2.5" cy="2.5" r="1.1" fill="#52605e"/></pattern>'
    '<pattern id="crosses" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#fff"/>'
    '<path d="M0 0 L5 5 M0 5 L5 0" stroke="#52605e" stroke-width="0.6"/></pattern>'
    "</defs>"
)
# NOTE: WeasyPrint does not apply the style of a page to the pictures in it.
_EDGE: Final = 'stroke="#0b5a58" stroke-width="1"'
_QUIET: Final = 'stroke="#52605e" stroke-width="1"'
_INKS: Final = {
    "track": 'stroke="#d5dcda" stroke-width="2"',
    "tick": 'stroke="#d5dcda" stroke-width="1"',
    "range": 'stroke="#3d918b" stroke-width="6" stroke-linecap="round"',
    "dot": 'fill="#0b5a58" stroke="#fff" stroke-width="2"',
    "mark": 'fill="#fff" font-size="11" font-weight="bold" text-anchor="middle"',
    "full": 'fill="#0b6462"',
    "open": 'fill="none" stroke="#0b6462" stroke-width="1.5"',
    "level-0": f'fill="#fff" {_EDGE}',
    "level-1": f'fill="#cfe5e2" {_EDGE}',
    "level-2": f'fill="#8dc3bd" {_EDGE}',
    "level-3": f'fill="#3d918b" {_EDGE}',
    "level-4": f'fill="#0b5a58" {_EDGE}',
    "dont-know": f'fill="url(#stripes)" {_QUIET}',
    "skipped": f'fill="url(#dots)" {_QUIET}',
    "unanswered": f'fill="#fff" {_QUIET} stroke-dasharray="3 2"',
    "not-applicable": f'fill="url(#crosses)" {_QUIET}',
    "axis": 'font-size="11" fill="#52605e" text-anchor="middle"',
}
_SHAPE: Final = re.compile(r'<(?:svg|line|circle|rect|text)\b[^<>]*?\bclass="([a-z0-9-]+)"')
_PICTURE: Final = re.compile(r"(<svg\b[^<>]*>)(.*?</svg>)", re.DOTALL)


def render(page: Page, context: RenderContext) -> bytes:  # noqa: ARG001  # one signature for all media
    """Return what there is room for of the page as PDF.

    Raises:
        OutputError: when WeasyPrint, or what it draws letters with, is not installed.

    """
    return write(render_page(Page(page.cover, page.parts_for("room")), STYLE))


def write(page: str) -> bytes:
    """Return a page that was made with `STYLE` as PDF.

    Raises:
        OutputError: when WeasyPrint, or what it draws letters with, is not installed.

    """
    weasyprint = _library()
    nothing = weasyprint.URLFetcher(allowed_protocols=())
    raw = weasyprint.HTML(string=_inked(page), url_fetcher=nothing).write_pdf(pdf_variant="pdf/ua-1")
    assert isinstance(raw, bytes)
    return raw


def _library() -> Any:
    # NOTE: the library prints a paragraph of advice when it cannot load Pango.
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            # NOTE: it warns where there is no font, and draws letters all the same, which ends the process.
            warnings.simplefilter("ignore", UserWarning)
            import weasyprint
    except ImportError as error:
        raise not_installed("a PDF", "WeasyPrint", "pdf") from error
    except OSError as error:
        message = "a PDF needs Pango, which is not on this machine"
        hint = "On Debian or Ubuntu, install libpango-1.0-0 and libpangoft2-1.0-0; or print the page that --format html writes."
        raise OutputError(message, hint) from error
    _refuse_without_fonts()
    return weasyprint


def _refuse_without_fonts() -> None:
    """Refuse to draw letters where no font is installed: Pango then ends the whole process.

    Raises:
        OutputError: when fontconfig, which Pango asks, knows no font.

    """
    from weasyprint.text.ffi import ffi, fontconfig

    config = ffi.gc(fontconfig.FcInitLoadConfigAndFonts(), fontconfig.FcConfigDestroy)
    fonts = fontconfig.FcConfigGetFonts(config, fontconfig.FcSetSystem)
    if fonts == ffi.NULL or not fonts.nfont:
        message = "a PDF needs a font, and none is installed on this machine"
        hint = "On Debian or Ubuntu, install fonts-dejavu-core; or print the page that --format html writes."
        raise OutputError(message, hint)


def _inked(page: str) -> str:
    """Return the page with the colours of its pictures in them. No text of a page holds a `<` or a quotation mark, so none is touched."""
    inked = _SHAPE.sub(lambda match: f"{match.group()} {_INKS.get(match.group(1), '')}", page)
    return _PICTURE.sub(lambda match: f"{match[1]}{_ALTERNATIVE}{_PATTERNS if 'url(#' in match[2] else ''}{match[2]}", inked)
