"""A page as PDF: the page of HTML on A4, with bookmarks and tags that screen readers follow. Nothing is fetched."""

from __future__ import annotations

import contextlib
import io
import warnings
from typing import Any

from peerkit.errors import OutputError, not_installed
from peerkit.model.page import Page
from peerkit.render.context import RenderContext
from peerkit.render.media import html


def render(page: Page, context: RenderContext) -> bytes:
    """Return what there is room for of the page as PDF.

    Raises:
        OutputError: when WeasyPrint, or what it draws letters with, is not installed.

    """
    return printed(html.render(page, context, paper=True))


def printed(page: str) -> bytes:
    """Return a page of HTML as PDF, without what it asks for from elsewhere.

    Raises:
        OutputError: when WeasyPrint, or what it draws letters with, is not installed.

    """
    weasyprint = _library()
    nothing = weasyprint.URLFetcher(allowed_protocols=())
    raw = weasyprint.HTML(string=page, url_fetcher=nothing).write_pdf(pdf_variant="pdf/ua-1")
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
