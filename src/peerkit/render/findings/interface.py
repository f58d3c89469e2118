"""The contract of a format for findings.

A format is one module in this folder with a function `render`; its file name is the name people type after `--format`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from peerkit.model.finding import Finding, RuleNote, Statistics
from peerkit.render.context import RenderContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What a format may tell beside the findings.

    `rules` holds every rule there is, for a format that wants them; `statistics` is None where nobody asked. `folders` are absolute:
    those that a path should be told from, best first; a relative path starts in the last.
    """

    rules: tuple[RuleNote, ...] = ()
    statistics: Statistics | None = None
    folders: tuple[str, ...] = ()


NO_BACKGROUND: Final = Background()


class FindingsRenderer(Protocol):
    """A module that writes what was found in `files` files in one format."""

    @property
    def WANTS_RULES(self) -> bool:  # noqa: N802  (the name of a constant of the module)
        """Whether the format tells of rules that found nothing too, so that the caller has to hand in all of them."""

    def render(self, findings: Sequence[Finding], files: int, context: RenderContext, background: Background = NO_BACKGROUND, /) -> str:
        """Return the findings, in the order given, as text that ends with a line break; what came from a file stands in it as text only."""
