"""The cases in `tests/cases/rules`: a text each, and exactly what is found in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml

from peerkit.lint.rule import FileRule, Rule, Subject, every_rule
from peerkit.lint.runner import lint
from peerkit.model.finding import Problem, Span
from peerkit.source.catalog import SourceText
from support.rule_examples import raw, with_the_rest

FOLDER = Path(__file__).parents[1] / "cases" / "rules"
FastLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
THEMES = frozenset({"co-design", "shared-power"})
Found = tuple[str, Span, str, str]


@dataclass(frozen=True, kw_only=True)
class RuleCase:
    """A file to lint. `text` is all of it, `part` its start, which gets the keys a framework needs beside them; see `rule_examples`.

    `beside` holds other files of the folder; `crash` is what a rule of the run raises.
    """

    code: str
    name: str
    text: str = ""
    part: str | None = None
    file: str = "example.yaml"
    beside: dict[str, str] = field(default_factory=dict)
    crash: str | None = None
    findings: tuple[dict[str, Any], ...] = ()

    def expected(self) -> list[Found]:
        """Return code, place, message and hint of each finding; the place ends on its first line unless `end_line` is given."""
        return [(one.get("code", self.code), _span(one), one["message"], one["hint"]) for one in self.findings]

    def found(self) -> list[Found]:
        """Return the same of what lint finds in the file, with this rule and those about reading, structure and the run."""
        content = raw(self.text if self.part is None else with_the_rest(self.part))
        modules = (*every_rule(), *([] if self.crash is None else [crashing(self.crash)]))
        select = {"PK0", "PK1", "PK9", self.code, *(["PK399"] if self.crash is not None else [])}
        beside = [SourceText(name, raw(text), beside=True) for name, text in self.beside.items()]
        result = lint([SourceText(self.file, content), *beside], select=select, builtin_themes=THEMES, rules=modules)
        return [(one.code, one.span, one.message, one.hint) for one in result.findings]


@cache
def all_cases() -> tuple[RuleCase, ...]:
    """Return the cases of every file, by code."""
    files = ((path.stem, yaml.load(path.read_bytes(), FastLoader)) for path in sorted(FOLDER.glob("*.yaml")))
    return tuple(RuleCase(code=code, **case) for code, cases in files for case in cases)


def _span(finding: dict[str, Any]) -> Span:
    return Span(finding["line"], finding["column"], finding.get("end_line", finding["line"]), finding["end_column"])


def crashing(message: str) -> FileRule:
    """Return a rule that raises."""

    def check(subject: Subject) -> Iterator[Problem]:
        raise ValueError(message)

    module: Any = SimpleNamespace(RULE=Rule("pk399_crashing", "It crashes.", "info"), check=check)
    rule: FileRule = module
    return rule
