"""The one table of what peerkit writes: each product, with the formats it comes in.

A product has a page, `page(noun)` in the module of `render/pages/` that is called as it is, and every medium shows that. A new product is
one page and one line here; a new medium one module and one line. Names are listed without loading any of it.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from peerkit.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from peerkit.model.page import Page
    from peerkit.render.context import RenderContext

MEDIA: Final[Mapping[str, str]] = {
    "docx": "media.word",
    "html": "media.html",
    "markdown": "media.markdown",
    "pdf": "media.pdf",
    "terminal": "media.terminal",
}
"""The media by the name of their format, each a module of `render/` with `render(page, context)`."""
FILES: Final = frozenset({"docx", "pdf", "xlsx"})
"""The formats that are files to open elsewhere, and no text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """What is written of a noun. `called` names it in a sentence.

    `data` is the module of `render/data/` whose `file(noun)` is what stands in a file of JSON; `rows` is the one whose `rows(noun)` are a
    table, as csv and for Excel. `own` holds the formats that are made in a way of their own, each with the module that has a function of
    the format's name: forms to write on by hand, and workbooks with charts.
    """

    called: str
    data: str = ""
    rows: str = ""
    own: Mapping[str, str] = field(default_factory=dict)


PRODUCTS: Final[Mapping[str, Product]] = {
    "agenda": Product(called="an agenda", own={"html": "forms.agenda_cards"}),
    "answered": Product(called="the page for those who answered"),
    "answers": Product(called="answers", data="listing_data"),
    "assessments": Product(called="the answers here", data="assessments_data", rows="assessments_data"),
    "collection": Product(called="what came in", data="collection_data", rows="collection_data"),
    "comparison": Product(called="a comparison", data="comparison_data", rows="comparison_data"),
    "crosswalk": Product(called="a crosswalk", data="listing_data", rows="listing_data"),
    "explanation": Product(called="an explanation"),
    "framework": Product(called="a framework", data="listing_data"),
    "frameworks": Product(called="the frameworks", data="listing_data", rows="listing_data"),
    "indicator": Product(called="a question", data="listing_data"),
    "plan": Product(called="a plan", data="plan_data", rows="plan_data"),
    "report": Product(called="a report", data="report_data", rows="report_data", own={"xlsx": "data.report_workbook"}),
    "rule": Product(called="a rule"),
    "rules": Product(called="the rules"),
    "short_report": Product(called="a report"),
    "sheet": Product(called="an answer sheet", own=dict.fromkeys(("csv", "html", "markdown"), "forms.sheet_forms")),
    "short_team": Product(called="a team's report"),
    "summary": Product(called="a summary"),
    "team": Product(called="a team's report", data="team_data", rows="team_data"),
    "team_summary": Product(called="a team's summary"),
    "trace": Product(called="a document", data="listing_data", rows="listing_data"),
}


def formats(product: str) -> tuple[str, ...]:
    """Return the names of a product's formats in alphabetical order."""
    known = PRODUCTS[product]
    return tuple(sorted({*MEDIA, *(["json"] if known.data else []), *(["csv", "xlsx"] if known.rows else []), *known.own}))


def check_format(product: str, form: str) -> None:
    """Check that a product comes in a format.

    Raises:
        UsageError: when it does not.

    """
    known = formats(product)
    if form not in known:
        called = PRODUCTS[product].called
        raise UsageError(f"there is no format {form} for {called}", did_you_mean(form, known, f"There are {', '.join(known)}."))


def render(product: str, noun: object, form: str, context: RenderContext) -> str | bytes:
    """Return a product in one of its formats: text that ends with a line break, or the bytes of a file.

    Whatever came from a file or a person stands in it as text only.

    Raises:
        OutputError: when the library that writes such files is not installed.

    """
    known = PRODUCTS[product]
    result: str | bytes
    if form in known.own:
        result = getattr(_module(known.own[form]), form)(noun, context)
    elif form == "json":
        result = _module("data.json_text").as_json(_module(f"data.{known.data}").file(noun))
    elif form == "csv":
        result = _module("data.tables").csv(_module(f"data.{known.rows}").rows(noun))
    elif form == "xlsx":
        result = _module("data.tables").xlsx(_module(f"data.{known.rows}").rows(noun), _page(product, noun, context), context)
    else:
        result = _module(MEDIA[form]).render(_page(product, noun, context), context)
    return result


def _module(name: str) -> Any:
    return importlib.import_module(f"peerkit.render.{name}")


def _page(product: str, noun: object, context: RenderContext) -> Page:
    """Return the page of a product, with commands that begin as peerkit was started, and name what was named then."""
    from peerkit.model.page import PROGRAM, Block, Commands, Part

    page: Page = _module(f"pages.{product}").page(noun)
    given = {PROGRAM: context.program, **context.typed}
    named = re.compile(rf"^{PROGRAM}(?= )|(?<= )(?:{'|'.join(map(re.escape, context.typed)) or '(?!)'})(?= |$)")

    def started(block: Block) -> Block:
        if not isinstance(block, Commands):
            return block
        rows = tuple((named.sub(lambda found: given[found[0]], command), what) for command, what in block.rows)
        return Commands(rows, context.goes_on)

    return replace(page, parts=tuple(Part(part.name, tuple(started(block) for block in part.blocks), part.shown) for part in page.parts))
