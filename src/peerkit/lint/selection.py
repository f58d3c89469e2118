"""Which rules a run looks at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from peerkit.errors import UsageError, did_you_mean
from peerkit.lint.rule import Rule

ALWAYS = ("PK0", "PK901")
"""What is reported unless it is ignored by name: a file that cannot be read, or a rule that crashed, was not checked."""


def chosen(rules: Sequence[Rule], select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """Return the codes to report: those that `select` (everything if it is empty) and not `ignore` names, by code or by family.

    Raises:
        UsageError: when a word is neither a code nor a family.

    """
    wanted, unwanted = _codes(rules, select), _codes(rules, ignore)
    always = {rule.code for rule in rules if rule.code.startswith(ALWAYS)}
    return frozenset((wanted | always if wanted else {rule.code for rule in rules}) - unwanted)


def _codes(rules: Sequence[Rule], words: Iterable[str]) -> set[str]:
    return {code for word in words for code in _named(rules, word)}


def _named(rules: Sequence[Rule], word: str) -> set[str]:
    codes = {rule.code for rule in rules if word.upper() in (rule.code, rule.family)}
    if codes:
        return codes
    by_name = {rule.name: rule.code for rule in rules}
    if word.lower() in by_name:
        raise UsageError(f"rules are chosen by code, and {word} is a name", f"Write {by_name[word.lower()]}.")
    families = sorted({rule.family for rule in rules})
    known = [*families, *by_name.values()]
    raise UsageError(f'there is no rule "{word}"', did_you_mean(word, known, f"Give codes like PK101, or families: {', '.join(families)}."))
