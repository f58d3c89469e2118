"""The rule pages in `docs/rules`, made from the rules' docstrings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from peerkit.lint.rule import FAMILIES, AnyRule, every_rule, note

FOLDER = Path(__file__).parents[2] / "docs" / "rules"
_INTRODUCTION = """# Rules

`peerkit lint` checks framework files by these rules; `peerkit rule CODE` shows one of them.
`# peerkit: ignore CODE reason`, at the end of a line or alone on the line above, silences one rule there.
"""


def pages() -> Iterator[tuple[str, str]]:
    """Yield the name and text of every page: one for each rule, and the list of them."""
    for module in every_rule():
        yield f"{module.RULE.code}.md", _rule_page(module)
    yield "README.md", _overview()


def _rule_page(module: AnyRule) -> str:
    rule, words = module.RULE, note(module)
    parts = [f"# {rule.code} {rule.name}", rule.summary, f"Severity: {rule.severity}.", "## Why", words.why]
    for title, example in (("Bad", words.bad), ("Good", words.good)):
        if example:
            parts += [f"## {title}", f"```yaml\n{example}```"]
    return "\n\n".join(parts) + "\n"


def _overview() -> str:
    lines = [_INTRODUCTION.rstrip()]
    family = ""
    for rule in (module.RULE for module in every_rule()):
        if rule.family != family:
            family = rule.family
            lines += ["", f"## {FAMILIES[family]} ({family})", "", "| code | name | severity | finds |", "| --- | --- | --- | --- |"]
        lines.append(f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {rule.summary} |")
    return "\n".join([*lines, ""])
