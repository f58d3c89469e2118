"""A page as one file of HTML that stands by itself: no script, nothing fetched. Here alone templates become HTML, those of forms too.

The templates escape what they are given; before that, control and direction characters are written out, as in every other medium.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from peerkit import __version__
from peerkit.model.page import Block, Entries, Heading, Page, Part
from peerkit.model.scale import HIGHEST
from peerkit.render import wording as words
from peerkit.render.context import RenderContext
from peerkit.render.escape import one_line, visible
from peerkit.render.media import picture_parts

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class HeadedBlocks:
    """Blocks under a heading of level 2, or those of a part before the first of these; `name` is unique on the page."""

    name: str
    heading: Heading | None
    blocks: tuple[Block, ...]


def render(page: Page, context: RenderContext, *, paper: bool = False) -> str:  # noqa: ARG001  # one signature for all media
    """Return what there is room for of the page as HTML, in English, with a contents list that leads to each part of a page with room.

    For `paper` it is in the style of what is going to be PDF, its pictures ready for that.
    """
    shown = Page(page.cover, page.parts_for("room"), dense=page.dense)
    blocks = [block for part in shown.parts for block in part.blocks]
    homes = {entry.address for block in blocks if isinstance(block, Entries) and block.home for entry in block.entries}
    given = {
        "page": shown,
        "paper": paper,
        "homes": homes,
        "version": __version__,
        "words": words,
        "highest": HIGHEST,
        "parts": picture_parts,
    }
    given |= {"words": words, "parts": picture_parts, "highest": HIGHEST}
    made = (kind, anchor, copied, groups, hundredths)
    return fill("page.html", **given, **{function.__name__: function for function in made})


def copied(line: str) -> Markup:
    """Return a line to copy, with the spaces in it."""
    from markupsafe import Markup

    return Markup.escape(visible(line))


def hundredths(value: Fraction) -> str:
    """Return a place from 0 to 100 for an attribute of a picture, to two decimals."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def anchor(address: str) -> str:
    """Return the id of the place where a question stands in full; ids of the formats hold no two hyphens in a row."""
    return f"q-{address.replace('/', '--')}"


def groups(part: Part) -> tuple[HeadedBlocks, ...]:
    """Return the blocks of a part in groups, each under its heading of level 2; the first has none."""
    found: list[tuple[Heading | None, list[Block]]] = [(None, [])]
    for block in part.blocks[1:]:
        if isinstance(block, Heading):
            found.append((block, []))
        else:
            found[-1][1].append(block)
    return tuple(HeadedBlocks(f"{part.name}-part-{number}", heading, tuple(blocks)) for number, (heading, blocks) in enumerate(found))


def kind(block: Block) -> str:
    """Return the name of the macro that draws a block."""
    return type(block).__name__.casefold()


def fill(name: str, **given: Any) -> str:
    """Return a template of `render/templates/` filled with what is given, ending with a line break."""
    return f"{_environment().get_template(name).render(given).rstrip()}\n"


@cache
def _environment() -> Environment:
    """Return what makes HTML of the templates."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("peerkit.render"),
        autoescape=True,
        finalize=_on_one_line,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # NOTE: a run draws one page, and optimising the templates takes longer than it saves.
        optimized=False,
    )


def _on_one_line(value: Any) -> Any:
    """Return a text from anywhere as one line of visible characters; what a template made stays as it is."""
    return one_line(value) if type(value) is str else value
