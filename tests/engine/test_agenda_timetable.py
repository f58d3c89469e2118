"""The minutes of a workshop."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.agenda import BEFORE_A_PAUSE, LONGEST_OPEN, LONGEST_TALK, TALK, slots, starts
from peerkit.model.agenda import LONGEST, SHORTEST

MINUTES = st.integers(SHORTEST, LONGEST)
TOPICS = st.integers(0, 60)


@pytest.mark.parametrize(
    ("minutes", "topics", "wanted"),
    [
        (20, 9, "opening 3, strengths 2, talk 7, vote 2, actions 5, close 1"),
        (30, 9, "opening 3, strengths 2, talk 9, talk 8, vote 2, actions 5, close 1"),
        (45, 1, "opening 3, strengths 3, talk 20, find-out 3, open 5, vote 2, actions 7, close 2"),
        (60, 9, "opening 5, strengths 5, talk 10, talk 10, talk 10, find-out 4, vote 3, actions 10, close 3"),
        (120, 3, "opening 10, strengths 10, talk 17, talk 17, pause 10, talk 17, find-out 8, vote 6, actions 20, close 5"),
        (44, 1, "opening 3, strengths 3, talk 20, find-out 3, vote 2, actions 11, close 2"),
        (20, 0, "opening 3, strengths 2, open 7, vote 2, actions 5, close 1"),
    ],
)
def test_each_part_takes_its_share(minutes: int, topics: int, wanted: str) -> None:
    assert ", ".join(f"{slot.kind} {slot.minutes}" for slot in slots(minutes, topics, find_out=True)) == wanted


@given(MINUTES, TOPICS, st.booleans())
def test_the_minutes_always_add_up(minutes: int, topics: int, find_out: bool) -> None:
    parts = slots(minutes, topics, find_out=find_out)

    assert sum(part.minutes for part in parts) == minutes
    assert starts(parts) == tuple(sum(part.minutes for part in parts[:place]) for place in range(len(parts)))
    assert all(part.minutes >= 1 for part in parts)


@given(MINUTES, TOPICS, st.booleans())
def test_every_workshop_opens_begins_with_what_is_strong_votes_acts_and_closes(minutes: int, topics: int, find_out: bool) -> None:
    kinds = [part.kind for part in slots(minutes, topics, find_out=find_out)]

    assert (kinds[:2], kinds[-3:]) == (["opening", "strengths"], ["vote", "actions", "close"])
    assert kinds.count("find-out") == (find_out and minutes >= 40)


@given(MINUTES, TOPICS, st.booleans())
def test_as_many_questions_as_find_their_minutes_have_a_time(minutes: int, topics: int, find_out: bool) -> None:
    parts = slots(minutes, topics, find_out=find_out)
    talks = [part.minutes for part in parts if part.kind == "talk"]

    assert (len(talks) > 0) == (topics > 0)
    assert all(length >= TALK for length in talks) or (len(talks) == 1 and talks[0] >= 6)
    assert all(length <= LONGEST_TALK for length in talks)
    assert talks == sorted(talks, reverse=True)
    assert len(talks) == topics or sum(talks) < TALK * (len(talks) + 1)


@given(MINUTES, TOPICS, st.booleans())
def test_there_is_a_pause_for_each_hour_and_a_half_and_never_one_beside_another(minutes: int, topics: int, find_out: bool) -> None:
    kinds = [part.kind for part in slots(minutes, topics, find_out=find_out)]

    assert kinds.count("pause") == (minutes - 1) // BEFORE_A_PAUSE
    assert ("pause", "pause") not in pairwise(kinds)


@given(MINUTES, TOPICS)
def test_open_time_comes_in_parts_of_an_hour_at_most(minutes: int, topics: int) -> None:
    assert all(part.minutes <= LONGEST_OPEN for part in slots(minutes, topics, find_out=False) if part.kind == "open")
