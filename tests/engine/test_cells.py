from __future__ import annotations

import pytest

from peerkit.engine.team.cells import LevelCounts, cell, is_alike, is_allowed, split, tally
from peerkit.model.answers import Given
from peerkit.model.team import Border, Shown


@pytest.mark.parametrize(
    ("counts", "border", "expected"),
    [
        ((0, 0, 5, 0, 0), 2, True),
        ((0, 0, 4, 1, 0), 2, True),
        ((0, 0, 3, 2, 0), 2, False),
        ((3, 3, 0, 0, 0), 2, True),
        ((3, 3, 0, 0, 1), 2, True),
        ((3, 3, 0, 0, 2), 2, False),
        ((0, 1, 1, 1, 2), 2, False),
        ((0, 0, 0, 3, 3), 2, False),
        ((1, 0, 0, 1, 1), 2, False),
        ((1, 1, 0, 0, 1), 2, True),
        ((0, 0, 4, 1, 0), 1, True),
        ((3, 3, 0, 0, 2), 1, True),
        ((3, 3, 0, 1, 2), 1, False),
        ((0, 0, 0, 3, 3), 1, False),
    ],
)
def test_counts_are_alike_where_all_but_one_say_the_same_or_little(counts: tuple[int, ...], border: Border, expected: bool) -> None:
    assert is_alike(counts, border) is expected


@pytest.mark.parametrize(
    ("counts", "border", "words"),
    [
        ((0, 0, 5, 0, 0), 2, "partly-or-lower"),
        ((0, 0, 1, 4, 0), 2, "mostly-or-higher"),
        ((0, 0, 0, 0, 5), 2, "mostly-or-higher"),
        ((3, 2, 0, 0, 0), 2, "partly-or-lower"),
        ((1, 1, 0, 0, 1), 2, "partly-or-lower"),
        ((0, 0, 3, 2, 0), 2, None),
        ((0, 0, 5, 0, 0), 1, "partly-or-higher"),
        ((1, 0, 4, 0, 0), 1, "partly-or-higher"),
        ((1, 2, 1, 0, 1), 1, "starting-or-lower"),
        ((0, 1, 0, 0, 5), 1, "partly-or-higher"),
        ((1, 2, 1, 1, 1), 1, None),
    ],
)
def test_a_cell_is_in_words_or_in_counts_never_both(counts: tuple[int, ...], border: Border, words: str | None) -> None:
    shown = cell(("staff",), LevelCounts(counts, 2), border)
    assert (shown.alike, shown.counts) == (words, None if words else counts)
    assert (shown.ratings, shown.dont_know) == (sum(counts), 2)


def test_a_tally_counts_levels_and_dont_knows_and_nothing_else() -> None:
    assert tally([0, 4, 4, "dont-know", None, None]) == LevelCounts((1, 0, 0, 0, 2), 1)


# Several sets of people.


def people(start: int, signs: str) -> dict[str, Given | None]:
    """Return people with the level that stands for each; a question mark does not know, a dot gave nothing."""
    given: dict[str, Given | None] = {"?": "dont-know", ".": None}
    return {f"{start + number:02}": given[sign] if sign in given else int(sign) for number, sign in enumerate(signs)}


def shown(people: dict[str, Given | None], *, in_words: bool = False, border: Border = 2) -> Shown:
    counted = tally(people.values())
    return Shown(people=frozenset(people), ratings=counted.ratings, counts=None if in_words else counted.counts, border=border)


FIVE = people(0, "01234")
OTHER_FIVE = people(10, "43210")
ALIKE = people(20, "22223")
LATE = people(30, "4")


def allowed(now: list[dict[str, Given | None]], *before: Shown, minimum: int = 5, border: Border = 2) -> bool:
    everybody = {key: given for one in now for key, given in one.items()}
    return is_allowed(before, [one.keys() for one in now], everybody, minimum, border)


def test_people_are_split_by_the_sets_they_are_in() -> None:
    assert split([{"a", "b"}, {"b", "c"}]) == {(0,): {"a"}, (0, 1): {"b"}, (1,): {"c"}}
    assert split([]) == {}


def test_a_set_needs_enough_ratings() -> None:
    assert allowed([FIVE])
    assert allowed([FIVE, OTHER_FIVE])
    assert not allowed([people(0, "0123?")])
    assert not allowed([people(0, "?????")])
    assert not allowed([FIVE, people(10, "4321.")])


def test_a_set_may_be_shown_again_and_so_may_one_that_shares_nobody_with_it() -> None:
    assert allowed([FIVE], shown(FIVE))
    assert allowed([OTHER_FIVE], shown(FIVE))
    assert allowed([ALIKE], shown(ALIKE, in_words=True))


def test_a_difference_of_few_people_is_not_shown() -> None:
    assert not allowed([FIVE | LATE], shown(FIVE))
    assert not allowed([FIVE], shown(FIVE | LATE))
    assert not allowed([FIVE | people(10, "4321.")], shown(FIVE))


def test_a_difference_of_enough_people_is_shown_unless_they_are_alike() -> None:
    assert allowed([FIVE | OTHER_FIVE], shown(FIVE))
    assert allowed([FIVE], shown(FIVE | OTHER_FIVE))
    assert not allowed([FIVE | ALIKE], shown(FIVE))
    assert not allowed([FIVE | ALIKE], shown(ALIKE, in_words=True))


def test_what_people_who_are_gone_had_said_follows_from_what_was_printed_of_them() -> None:
    gone = people(40, "00112")
    assert allowed([FIVE | OTHER_FIVE], shown(FIVE | people(40, "01234")))
    assert not allowed([FIVE | OTHER_FIVE], shown(FIVE | gone))
    assert not allowed([FIVE | OTHER_FIVE], shown(FIVE | people(40, "0123?")))


def test_where_it_does_not_follow_nothing_is_shown() -> None:
    one, other = people(40, "01234"), people(50, "01234")
    both = shown(FIVE | one | other)
    assert not allowed([FIVE], both, Shown(people=frozenset(FIVE) | one.keys(), ratings=10, border=2))
    assert allowed([FIVE], both, shown(FIVE | one))
    assert not allowed([FIVE], shown(FIVE | people(40, "11111"), in_words=True))


def test_where_there_were_too_few_somebody_who_is_gone_keeps_the_row_hidden() -> None:
    few = people(0, "0123?")
    too_few = Shown(people=frozenset(few), ratings=0)
    assert allowed([few | people(10, "33")], too_few)
    assert not allowed([people(1, "1234") | people(10, "33")], too_few)
    assert allowed([OTHER_FIVE], too_few)


def test_a_set_that_was_shown_under_the_other_border_keeps_the_row_hidden() -> None:
    assert allowed([FIVE], shown(FIVE, border=1), border=1)
    assert not allowed([FIVE], shown(FIVE, border=1))
    assert not allowed([FIVE], shown(FIVE), border=1)
    assert not allowed([FIVE], Shown(people=frozenset(FIVE), ratings=5))
    assert allowed([FIVE], Shown(people=frozenset(FIVE), ratings=0, border=1))


def test_a_difference_is_alike_by_the_border_of_its_row() -> None:
    few_are_higher = people(20, "00134")
    assert allowed([FIVE | few_are_higher], shown(FIVE))
    assert not allowed([FIVE | few_are_higher], shown(FIVE, border=1), border=1)
