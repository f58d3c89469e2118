from __future__ import annotations

import pytest

from peerkit.engine.interview import scope
from peerkit.engine.interview.question_counts import FEWEST_ANSWERS, LATEST_ANSWERS, seconds_a_question


@pytest.mark.parametrize("waits", [[], [1.0], [1.0, 2.0, 3.0, 4.0]])
def test_until_five_answers_are_there_a_question_takes_seventy_seconds(waits: list[float]) -> None:
    assert len(waits) < FEWEST_ANSWERS
    assert seconds_a_question(waits) == 70


@pytest.mark.parametrize(
    ("waits", "seconds"),
    [
        ([20.0, 30.0, 40.0, 50.0, 60.0], 40.0),
        ([60.0, 20.0, 50.0, 30.0, 40.0, 44.0], 42.0),
        ([20.0, 30.0, 40.0, 50.0, 3600.0], 40.0),
        ([500.0] * 40 + [30.0] * LATEST_ANSWERS, 30.0),
    ],
)
def test_then_it_is_the_median_of_the_latest_and_a_long_pause_does_not_count_for_more(waits: list[float], seconds: float) -> None:
    assert seconds_a_question(waits) == seconds


def test_the_minutes_left_go_by_the_pace_and_are_rounded_up() -> None:
    assert [scope.minutes(12, seconds) for seconds in (70, 30, 31, 5)] == [14, 6, 7, 1]
    assert scope.minutes(0, 30) == 0
