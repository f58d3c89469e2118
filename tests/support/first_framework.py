"""The cases in `tests/cases/first_framework`: what somebody's first framework looked like on its way, and what was found in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from peerkit.lint.runner import LintResult
from peerkit.source.catalog import SourceText
from support.linting import lint
from support.rule_cases import THEMES
from support.rule_examples import raw, with_the_rest

FOLDER = Path(__file__).parents[1] / "cases" / "first_framework"


@dataclass(frozen=True, kw_only=True)
class FirstCase:
    """A file with a slip. `text` is all of it, `part` its start, which gets the keys a framework needs beside them."""

    name: str
    text: str = ""
    part: str | None = None
    file: str = "example.yaml"
    findings: tuple[dict[str, Any], ...] = ()

    def result(self) -> LintResult:
        """Return what all rules find in the file."""
        content = self.text if self.part is None else with_the_rest(self.part)
        return lint([SourceText(self.file, raw(content))], builtin_themes=THEMES)


def all_cases() -> Iterator[FirstCase]:
    """Yield the cases, by number."""
    for path in sorted(FOLDER.glob("*.yaml"), key=lambda one: int(one.name.split("-")[0])):
        yield FirstCase(**yaml.safe_load(path.read_text(encoding="utf-8")))
