"""The one table of what peerkit writes: each product, with the formats it comes in.

A product has a page, `page(noun)` in the module of `render/pages/` that is called as it is, and every medium shows that. A new product is
one page and one line here; a new medium one module and one line. Names are listed without loading any of it.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from peerkit.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from peerkit.model.page import Page
    from peerkit.render.context import RenderContext

MEDIA: Final[Mapping[str, str]] = {
    "docx": "peerkit.render.media.word",
    "html": "peerkit.render.media.html",
    "markdown": "peerkit.render.media.markdown",
    "pdf": "peerkit.render.media.pdf",
    "terminal": "peerkit.render.media.terminal",
}
"""The media by the name of their format, each a module with `render(page, context)`."""
FILES: Final = frozenset({"docx", "pdf", "xlsx"})
"""The formats that are files to open elsewhere, and no text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """What is written of a noun. `called` names it in a sentence.

    `own` holds the formats that know the noun and not the page, each with the module that has a function of the format's name: data for
    other programs, and forms to write on by hand, which stand in for the medium of that name.
    """

    called: str
    own: Mapping[str, str] = field(default_factory=dict)


PRODUCTS: Final[Mapping[str, Product]] = {
    "agenda": Product(called="an agenda", own={"html": "forms.agenda_cards"}),
    "answers": Product(called="answers", own={"json": "data.file_data"}),
    "comparison": Product(called="a comparison", own={"csv": "data.comparison_data", "json": "data.comparison_data"}),
    "crosswalk": Product(called="a crosswalk", own={"json": "data.listing_data"}),
    "explanation": Product(called="an explanation"),
    "framework": Product(called="a framework", own={"json": "data.file_data"}),
    "frameworks": Product(called="the frameworks", own={"json": "data.listing_data"}),
    "indicator": Product(called="a question", own={"json": "data.file_data"}),
    "plan": Product(called="a plan", own={"csv": "data.plan_data", "json": "data.plan_data"}),
    "report": Product(called="a report", own={"csv": "data.report_data", "json": "data.report_data", "xlsx": "data.report_workbook"}),
    "rule": Product(called="a rule"),
    "rules": Product(called="the rules"),
    "sheet": Product(called="an answer sheet", own=dict.fromkeys(("csv", "html", "markdown"), "forms.sheet_forms")),
    "summary": Product(called="a summary"),
    "team": Product(called="a team's report", own={"csv": "data.team_data", "json": "data.team_data"}),
    "trace": Product(called="a document", own={"json": "data.listing_data"}),
}


def formats(product: str) -> tuple[str, ...]:
    """Return the names of a product's formats in alphabetical order."""
    return tuple(sorted({*MEDIA, *PRODUCTS[product].own}))


def check_format(product: str, form: str) -> None:
    """Check that a product comes in a format.

    Raises:
        UsageError: when it does not.

    """
    known = formats(product)
    if form not in known:
        called = PRODUCTS[product].called
        raise UsageError(f"there is no format {form} for {called}", did_you_mean(form, known, f"There are {', '.join(known)}."))


def page_of(product: str, noun: object) -> Page:
    """Return the page of a product."""
    page: Page = importlib.import_module(f"peerkit.render.pages.{product}").page(noun)
    return page


def render(product: str, noun: object, form: str, context: RenderContext) -> str | bytes:
    """Return a product in a format: text that ends with a line break, or the bytes of a file.

    Whatever came from a file or a person stands in it as text only.

    Raises:
        UsageError: when the product does not come in that format.
        OutputError: when the library that writes such files is not installed.

    """
    check_format(product, form)
    own = PRODUCTS[product].own
    result: str | bytes
    if form in own:
        result = getattr(importlib.import_module(f"peerkit.render.{own[form]}"), form)(noun, context)
    else:
        result = importlib.import_module(MEDIA[form]).render(page_of(product, noun), context)
    return result
