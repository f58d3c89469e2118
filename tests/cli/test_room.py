from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.cli.assess.new_assessment import read_room
from peerkit.errors import UsageError
from peerkit.model.scale import ROLE_LABELS, ROLES, Role


@pytest.mark.parametrize(
    "text",
    [
        "peer-worker=3,staff=2",
        "3 peer workers, 2 staff",
        "2 STAFF and 3 Peer Workers",
        "peer worker: 3; staff = 2",
        "3 peers, 2 staff members",
        " staff=2 ,, 3 x peer-worker",
    ],
)
def test_a_room_is_read_however_it_is_written(text: str) -> None:
    assert read_room([text]) == {"peer-worker": 3, "staff": 2}


@pytest.mark.parametrize("role", ROLES)
def test_every_role_is_known_by_its_id_and_its_words(role: Role) -> None:
    assert read_room([f"{role}=1"]) == read_room([f"1 {ROLE_LABELS[role]}"]) == {role: 1}


@pytest.mark.parametrize("texts", [[], [""], [" , "]])
def test_nothing_is_an_empty_room(texts: list[str]) -> None:
    assert read_room(texts) == {}


@pytest.mark.parametrize(
    ("text", "error", "hint"),
    [
        ("stafff=2", 'there is no role called "stafff"', "Did you mean staff?"),
        ("2 [red]", 'there is no role called "[red]"', f"The roles are {', '.join(ROLES)}."),
        ("staff", '"staff" does not say how many people of which role', "Write it as in peer-worker=3, staff=2."),
        ("3", '"3" does not say how many people of which role', "Write it as in peer-worker=3, staff=2."),
        ("staff=-1", '"staff=-1" does not say how many people of which role', "Write it as in peer-worker=3, staff=2."),
        ("staff=0", "0 people cannot be counted for one role", "Write a number from 1 to 1,000."),
        ("1001 staff", "1001 people cannot be counted for one role", "Write a number from 1 to 1,000."),
        ("staff=2,1 staff", "staff is counted twice in the room", "Write each role once: peer-worker=3, staff=2."),
    ],
)
def test_what_does_not_count_people_is_wrong_usage(text: str, error: str, hint: str) -> None:
    with pytest.raises(UsageError) as raised:
        read_room([text])
    assert (raised.value.message, raised.value.hint) == (error, hint)


@given(st.text())
def test_any_text_is_a_room_or_wrong_usage(text: str) -> None:
    try:
        room = read_room([text])
    except UsageError:
        return
    assert all(1 <= count <= 1_000 for count in room.values())


@given(st.dictionaries(st.sampled_from(ROLES), st.integers(1, 1_000)))
def test_a_room_that_is_written_down_is_read_again(room: dict[Role, int]) -> None:
    assert read_room([",".join(f"{role}={count}" for role, count in room.items())]) == room
