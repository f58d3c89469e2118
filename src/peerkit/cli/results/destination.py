"""How a result reaches people: in a format, on the screen or in a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from peerkit.cli import console, loading, outlet
from peerkit.errors import UsageError
from peerkit.render import products

if TYPE_CHECKING:
    from peerkit.model.team import Memory
    from peerkit.render.context import RenderContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """How a result is wanted: its format, the file it goes to (None for standard output), and whether in plain lines."""

    form: str
    output: Path | None = None
    plain: bool = False

    def check(self, product: str) -> None:
        """Check that a product can be delivered like this, before anything is read.

        Raises:
            UsageError: when it does not come in that format, or when a file that is no text has no place.

        """
        products.check_format(product, self.form)
        if self.output is None and self.form in products.FILES:
            raise UsageError(f"{self.form} is a file to open elsewhere, and no text for the screen", f"Add --output {product}.{self.form}.")

    def deliver(self, product: str, noun: object, *, shared: bool = False) -> None:
        """Render a product and write it where it is wanted; `shared` where it holds no answers, so that others may read its file.

        Raises:
            OutputError: when it cannot be written, or when the library that writes such files is not installed.

        """
        outlet.deliver(products.render(product, noun, self.form, self._context()), self.output, shared=shared)

    def deliver_shown(self, product: str, noun: object, memories: Mapping[Path, Memory]) -> None:
        """Deliver what was let through a gate, inside its block: each memory is written to its file before anybody reads the result.

        Raises:
            OutputError: as `deliver` does, and when a memory cannot be written; then nothing is shown.

        """
        from peerkit.cli import remembering

        result = products.render(product, noun, self.form, self._context())
        with outlet.opened(result, self.output) as way, remembering.remembered(memories, way):
            way.hand_over()

    def _context(self) -> RenderContext:
        return replace(console.here(plain=self.plain, output=self.output), day=loading.document_day())


def open_in_browser(page: Path) -> None:
    """Open a page in the browser; where there is none, say so."""
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        console.note(f"note: no browser could be opened; the page is {page}")
