from __future__ import annotations

import dataclasses

import pytest

from peerkit.model.constraints import file_key
from peerkit.model.framework import NextStep
from support.building import make_fact, make_framework, make_indicator, make_section


@pytest.mark.parametrize(
    ("steps", "level", "do"),
    [
        ([(0, "Begin."), (2, "Go on.")], 0, "Begin."),
        ([(0, "Begin."), (2, "Go on.")], 1, "Begin."),
        ([(0, "Begin."), (2, "Go on.")], 2, "Go on."),
        ([(0, "Begin."), (2, "Go on.")], 3, "Go on."),
        ([(0, "Begin."), (2, "Go on.")], 4, None),
        ([(2, "Go on."), (0, "Begin.")], 1, "Begin."),
        ([(1, "Try."), (3, "Keep.")], 0, "Try."),
        ([(1, "Try."), (3, "Keep.")], 2, "Try."),
        ([(1, "First."), (1, "Second.")], 1, "Second."),
        ([], 0, None),
    ],
)
def test_the_next_step_is_the_last_that_a_program_has_reached_else_the_first(
    steps: list[tuple[int, str]], level: int, do: str | None
) -> None:
    indicator = make_indicator("a", next_steps=tuple(NextStep(from_=start, do=what) for start, what in steps))
    assert indicator.next_step(level) == do


@pytest.mark.parametrize(
    ("of_indicator", "of_section", "of_framework", "goal"),
    [(4, 2, 1, 4), (None, 2, 1, 2), (None, None, 1, 1), (None, None, 3, 3), (1, None, 3, 1)],
)
def test_a_goal_is_the_indicators_else_the_sections_else_the_frameworks(
    of_indicator: int | None, of_section: int | None, of_framework: int, goal: int
) -> None:
    indicator = make_indicator("a", goal=of_indicator)
    section = make_section("s", indicator, goal=of_section)
    assert make_framework(section, goal=of_framework).goal_of(section, indicator) == goal


def test_the_goal_is_3_where_a_framework_names_none() -> None:
    assert make_framework().goal == 3


def test_indicators_come_with_their_section_in_file_order_and_by_id() -> None:
    one, two = make_section("one", make_indicator("b"), make_indicator("a")), make_section("two", make_indicator("c"))
    framework = make_framework(one, two)
    assert [(section.id, indicator.id) for section, indicator in framework.indicators()] == [("one", "b"), ("one", "a"), ("two", "c")]
    assert framework.by_id["c"] == (two, two.indicators[0])


def test_a_framework_is_called_by_its_short_title_where_it_has_one() -> None:
    assert make_framework(title="A long title").name == "A long title"
    assert make_framework(title="A long title", short_title="Short").name == "Short"


def test_a_fact_knows_the_answers_it_can_have() -> None:
    assert make_fact("a", True).values == (True, False)
    assert make_fact("a", "3-9", "1-2", "3-9").values == ("1-2", "3-9")


@pytest.mark.parametrize(("attribute", "key"), [("from_", "from"), ("only_if", "only_if"), ("id", "id")])
def test_a_key_that_python_keeps_for_itself_is_written_without_its_dash(attribute: str, key: str) -> None:
    assert file_key(attribute) == key


def test_a_framework_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        make_framework().id = "other"  # type: ignore[misc]
