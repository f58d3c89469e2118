from __future__ import annotations

import pytest

from peerkit.errors import UsageError
from peerkit.lint.rule import every_rule
from peerkit.lint.runner import chosen
from peerkit.source.catalog import SourceText
from support.linting import codes, framework_file, lint

RULES = [module.RULE for module in every_rule()]
ALL = {rule.code for rule in RULES}
READING = {code for code in ALL if code.startswith("PK0")}
MIXED = framework_file("titel: a\nversion: 1\ngoal: 5\n")


def test_without_a_choice_every_rule_is_chosen() -> None:
    assert chosen(RULES, (), ()) == ALL


def test_a_choice_adds_what_says_that_a_file_was_not_checked() -> None:
    assert chosen(RULES, ["PK101"], ()) == {"PK101", "PK901"} | READING


@pytest.mark.parametrize(
    ("select", "ignore", "found"),
    [
        (["PK1"], [], ["PK102", "PK104"]),
        (["PK104", "PK203"], [], ["PK104", "PK203"]),
        (["pk104"], [], ["PK104"]),
        ([], ["PK1"], ["PK203"]),
        (["PK1"], ["PK104"], ["PK102"]),
        (["PK1", "PK2"], ["PK1"], ["PK203"]),
        (["PK9"], [], []),
    ],
)
def test_select_and_ignore_take_codes_and_families(select: list[str], ignore: list[str], found: list[str]) -> None:
    assert codes(lint([MIXED], select=select, ignore=ignore)) == found


def test_a_file_that_cannot_be_read_is_reported_whatever_is_selected() -> None:
    broken = SourceText("x.yaml", b"a: b: c\n")
    assert codes(lint([broken], select=["PK2"])) == ["PK004"]
    assert codes(lint([broken], ignore=["PK004"])) == []


@pytest.mark.parametrize(
    ("word", "message", "hint"),
    [
        ("PK1O1", 'there is no rule "PK1O1"', "Did you mean PK101 or PK1 or PK901?"),
        ("XYZ", 'there is no rule "XYZ"', "Give codes like PK101, or families: PK0, PK1, PK2, PK9."),
        ("", 'there is no rule ""', "Give codes like PK101, or families: PK0, PK1, PK2, PK9."),
        ("bad-id", "rules are chosen by code, and bad-id is a name", "Write PK105."),
    ],
)
@pytest.mark.parametrize("option", ["select", "ignore"])
def test_a_word_that_names_no_rule_is_refused_with_near_names(option: str, word: str, message: str, hint: str) -> None:
    own = [rule for rule in RULES if rule.code in ("PK001", "PK101", "PK105", "PK203", "PK901")]
    select, ignore = ([word], []) if option == "select" else ([], [word])
    with pytest.raises(UsageError) as caught:
        chosen(own, select, ignore)
    assert (caught.value.message, caught.value.hint) == (message, hint)
