"""The rules of lint, family by family, each with its severity and in one sentence what it finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from peerkit.model.lint_figures import RuleNote
from peerkit.model.page import Commands, Detail, Entries, Entry, Heading, Page, Part, Title


def page(rules: Sequence[RuleNote]) -> Page:
    """Return the rules, which stand in the order of their codes, as a page."""
    return Page((Title("What lint looks for", "Rules"),), tuple(_parts(rules)))


def _parts(rules: Sequence[RuleNote]) -> Iterator[Part]:
    for number, (family, members) in enumerate(groupby(rules, key=lambda rule: rule.family), 1):
        yield Part(f"family-{number}", (Heading(family), Entries(entries=tuple(_rule(rule) for rule in members))))
    yield Part("next", (Heading("Where to go next"), Commands(((f"peerkit rule {rules[0].code}", "one of them, with an example"),))))


def _rule(rule: RuleNote) -> Entry:
    return Entry(text=f"{rule.code} {rule.name} ({rule.severity})", details=(Detail("Finds", rule.summary),))
