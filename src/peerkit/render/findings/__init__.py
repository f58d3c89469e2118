"""What lint found, in the formats of the one table here.

A format is a module of this folder with a function `render`, called as people type it after `--format`. Names are listed without
loading any of them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

from peerkit.errors import UsageError, did_you_mean
from peerkit.model.finding import at_or_above
from peerkit.render.context import RenderContext

if TYPE_CHECKING:
    from peerkit.model.finding import Finding, Severity
    from peerkit.model.lint_figures import RuleNote, Statistics

FORMATS: Final = ("concise", "github", "gitlab", "json", "junit", "sarif", "text")
WANT_RULES: Final = frozenset({"sarif"})
"""The formats that tell of rules that found nothing too, so that the caller has to hand in all of them."""


@dataclass(frozen=True, slots=True)
class LintReport:
    """What was found in a number of files, in the order in which it is told, and what a format may tell beside it.

    `rules` holds every rule there is, for a format that wants them; `statistics` is None where nobody asked. `folders` are absolute:
    those that a path should be told from, best first; a relative path starts in the last. `fail_on` is the least severity that fails a run.
    """

    findings: Sequence[Finding]
    files: int
    context: RenderContext = field(default_factory=RenderContext)
    rules: tuple[RuleNote, ...] = ()
    statistics: Statistics | None = None
    folders: tuple[str, ...] = ()
    fail_on: Severity = "warning"

    def fails(self, finding: Finding) -> bool:
        """Whether a finding fails the run."""
        return finding.severity in at_or_above(self.fail_on)

    def told(self, path: str) -> str:
        """Return `path` as other programs want it: from the first folder that it is in, with `/`; an absolute path where it is in none.

        Without folders it stays as it is.
        """
        whole = os.path.normpath(os.path.join(self.folders[-1], path) if self.folders else path)  # noqa: PTH118  # nothing looks at the disk
        for folder in self.folders:
            above = os.path.normpath(folder).rstrip(os.sep) + os.sep
            if whole.startswith(above):
                return whole.removeprefix(above).replace(os.sep, "/")
        return whole.replace(os.sep, "/")


class FindingsRenderer(Protocol):
    """A module that writes what was found in one format."""

    def render(self, report: LintReport, /) -> str:
        """Return the findings as text that ends with a line break; what came from a file stands in it as text only."""


def load(form: str) -> FindingsRenderer:
    """Return the renderer of a format.

    Raises:
        UsageError: when there is no format of that name.

    """
    if form not in FORMATS:
        raise UsageError(f"there is no format {form} for findings", did_you_mean(form, FORMATS, f"There are {', '.join(FORMATS)}."))
    return cast(FindingsRenderer, import_module(f"{__name__}.{form}"))
