from __future__ import annotations

import pytest

from peerkit.lint.rule import FAMILIES, notes
from support.commandline import peerkit


def test_all_rules_are_listed_by_family_with_severity_and_summary() -> None:
    ended = peerkit("rule")
    assert (ended.code, ended.err) == (0, "")
    places = [ended.out.index(f". {rule.code} {rule.name} ({rule.severity})\n") for rule in notes()]
    assert places == sorted(places)
    assert [line[:-1] for line in ended.out.splitlines() if line[:-1] in FAMILIES.values()] == list(FAMILIES.values())
    assert "\nFinds: Two things have the same id.\n" in ended.out


def test_every_family_has_a_rule() -> None:
    assert {rule.code[:3] for rule in notes()} == set(FAMILIES)


@pytest.mark.parametrize("word", ["PK101", "pk101", "duplicate-id", "Duplicate-ID"])
def test_a_rule_is_explained_by_its_code_or_its_name(word: str) -> None:
    ended = peerkit("rule", word)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Rule: PK101 duplicate-id\nTwo things have the same id.\n")
    for part in (
        "\nWhy.\nAnswers are kept",
        "\nBad.\nsections:\n  - id",
        "\nGood.\nsections:\n  - id",
        "# peerkit: ignore PK101 the reason\n",
    ):
        assert part in ended.out


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("PK10", "Did you mean PK101 or PK102 or PK103?"),
        ("duplicate", "Did you mean duplicate-key or duplicate-id or near-duplicate?"),
        ("[red]\x1b", "`peerkit rule` lists them."),
    ],
)
def test_a_rule_that_there_is_not_is_wrong_usage_with_near_names(word: str, hint: str) -> None:
    shown = word.replace("\x1b", "\\x1b")
    assert peerkit("rule", word).failed == (2, f'there is no rule "{shown}"', hint)
