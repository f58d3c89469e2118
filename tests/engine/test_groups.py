from __future__ import annotations

from collections.abc import Mapping

import pytest

from peerkit.engine.team.groups import Ratings, groups_of
from peerkit.model.scale import Role


def groups(rows: list[Mapping[Role, int]], minimum: int = 5, **heads: int) -> list[str]:
    """Return the groups, roles joined by a plus; where heads are not said, they are the most ratings of a role in a row."""
    roles = {role for row in rows for role in row}
    people: dict[Role, int] = {role: heads.get(role.replace("-", "_"), max(row.get(role, 0) for row in rows)) for role in roles}
    return ["+".join(one) for one in groups_of(Ratings(rows, people, minimum))]


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        ({"peer-worker": 5}, ["peer-worker"]),
        ({"peer-worker": 5, "staff": 5}, ["peer-worker", "staff"]),
        ({"peer-worker": 5, "staff": 4}, ["peer-worker+staff"]),
        ({"peer-worker": 3, "participant": 2, "staff": 5}, ["peer-worker+participant", "staff"]),
        ({"peer-worker": 5, "participant": 2, "staff": 5}, ["peer-worker+participant", "staff"]),
        ({"peer-worker": 6, "participant": 5, "family": 1, "staff": 5}, ["peer-worker", "participant+family", "staff"]),
        ({"peer-worker": 5, "participant": 5, "family": 1, "staff": 5}, ["peer-worker+family", "participant", "staff"]),
        ({"peer-worker": 1, "staff": 6, "leader": 5}, ["peer-worker+leader", "staff"]),
        ({"peer-worker": 1, "staff": 5, "leader": 5}, ["peer-worker+staff", "leader"]),
        ({"staff": 5, "leader": 5, "partner": 5}, ["staff", "leader", "partner"]),
        ({"peer-worker": 2, "staff": 2}, ["peer-worker+staff"]),
        ({"peer-worker": 6, "staff": 6, "not-said": 1}, ["peer-worker+staff+not-said"]),
        ({"not-said": 9}, ["not-said"]),
    ],
)
def test_roles_stand_alone_where_they_are_large_enough_and_join_where_not(ratings: Mapping[Role, int], expected: list[str]) -> None:
    assert groups([ratings]) == expected


def test_lived_experience_and_others_are_kept_apart_where_that_gives_as_many_groups() -> None:
    assert groups([{"peer-worker": 5, "participant": 1, "staff": 6, "leader": 5}]) == ["peer-worker+participant", "staff", "leader"]


def test_a_group_stands_on_two_thirds_of_the_rows() -> None:
    full: Mapping[Role, int] = {"peer-worker": 5, "staff": 5}
    thin: Mapping[Role, int] = {"peer-worker": 5, "staff": 4}
    assert groups([full, full, thin]) == ["peer-worker", "staff"]
    assert groups([full, thin, thin]) == ["peer-worker+staff"]
    assert groups([full, thin]) == ["peer-worker+staff"]


def test_rows_that_cannot_be_shown_at_all_do_not_decide_who_joins() -> None:
    shown: Mapping[Role, int] = {"peer-worker": 5, "participant": 5, "family": 1, "staff": 5}
    hidden: Mapping[Role, int] = {"participant": 0, "peer-worker": 4}
    assert groups([shown] * 4 + [hidden]) == ["peer-worker+family", "participant", "staff"]


def test_a_small_role_and_one_person_do_not_stand_for_that_person_would_see_through_it() -> None:
    assert groups([{"peer-worker": 6, "staff": 4, "leader": 1}]) == ["peer-worker+staff+leader"]
    assert groups([{"peer-worker": 6, "staff": 3, "leader": 2}]) == ["peer-worker", "staff+leader"]
    assert groups([{"peer-worker": 6, "staff": 4, "leader": 1}], leader=2) == ["peer-worker", "staff+leader"]
    assert groups([{"peer-worker": 3, "staff": 2, "leader": 1}], minimum=3) == ["peer-worker+staff+leader"]


def test_three_are_enough_where_the_minimum_is_three() -> None:
    assert groups([{"peer-worker": 3, "staff": 3}], minimum=3) == ["peer-worker", "staff"]
