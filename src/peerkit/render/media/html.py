"""A page as one file of HTML that stands by itself: no script, nothing fetched, on a screen, read aloud and on paper.

The templates escape what they are given; before that, control and direction characters are written out, as in every other medium.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from peerkit import __version__
from peerkit.model.page import Block, Entries, Heading, Page, Part, Title
from peerkit.model.scale import HIGHEST
from peerkit.render import html_templates
from peerkit.render import wording as words
from peerkit.render.context import RenderContext
from peerkit.render.media.picture_parts import letters, picture, segments, shares

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks under a heading of level 2, or those of a part before the first of these; `name` is unique on the page."""

    name: str
    heading: Heading | None
    blocks: tuple[Block, ...]


def render(page: Page, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all media
    """Return what there is room for of the page as one file of HTML."""
    return render_page(Page(page.cover, page.parts_for("room")))


def render_page(page: Page, style: str = "style.css") -> str:
    """Return the page as HTML, in English, with a contents list that leads to each part; `style` is the template of how it looks."""
    blocks = [block for part in page.parts for block in part.blocks]
    homes = {entry.address for block in blocks if isinstance(block, Entries) and block.home for entry in block.entries}
    title = next(block for block in page.cover if isinstance(block, Title))
    template = _environment().get_template("page.html")
    return f"{template.render(page=page, style=style, title=title, homes=homes, version=__version__).rstrip()}\n"


@cache
def _environment() -> Environment:
    """Return what makes pages of the templates, with what they ask for."""
    environment = html_templates.environment()
    environment.filters.update(hundredths=hundredths, anchor=anchor)
    environment.globals.update(words=words, kind=_kind, groups=groups, segments=segments, shares=shares, highest=HIGHEST)
    environment.globals.update(picture=picture, letters=letters)
    return environment


def hundredths(value: Fraction) -> str:
    """Return a place from 0 to 100 for an attribute of a picture, to two decimals."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def anchor(address: str) -> str:
    """Return the id of the place where a question stands in full; ids of the formats hold no two hyphens in a row."""
    return f"q-{address.replace('/', '--')}"


def groups(part: Part) -> tuple[Group, ...]:
    """Return the blocks of a part in groups, each under its heading of level 2; the first has none."""
    found: list[tuple[Heading | None, list[Block]]] = [(None, [])]
    for block in part.blocks[1:]:
        if isinstance(block, Heading):
            found.append((block, []))
        else:
            found[-1][1].append(block)
    return tuple(Group(f"{part.name}-part-{number}", heading, tuple(blocks)) for number, (heading, blocks) in enumerate(found))


def _kind(block: Block) -> str:
    return type(block).__name__.casefold()
