"""The rules as nouns, for those who show them and must not load any."""

from __future__ import annotations

from typing import Final

from peerkit.lint import registry
from peerkit.lint.documentation import page
from peerkit.lint.rule import AnyRule
from peerkit.model.finding import RuleNote

FAMILIES: Final = {
    "PK0": "The file cannot be read",
    "PK1": "Structure, ids, roles and themes",
    "PK2": "Scoring and scope",
    "PK3": "Wording",
    "PK4": "Sources and coverage",
    "PK5": "Facts, conditions, paths and crosswalk",
    "PK9": "Peerkit itself",
}
"""What the rules of a family are about, by the start of their codes."""


def notes() -> tuple[RuleNote, ...]:
    """Return what every rule says of itself, by code."""
    return tuple(_note(module) for module in registry.rules())


def _note(module: AnyRule) -> RuleNote:
    rule, words = module.RULE, page(module)
    return RuleNote(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        family=FAMILIES[rule.family],
        summary=rule.summary,
        why=words.why,
        bad=words.bad,
        good=words.good,
    )
