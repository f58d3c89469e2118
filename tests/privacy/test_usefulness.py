from __future__ import annotations

from support.usefulness import usefulness


def test_teams_of_common_size_keep_most_of_what_they_said() -> None:
    left = usefulness(0, 200)
    assert left.exact >= 0.70
    assert left.scored >= 0.95
    assert left.side_by_side >= 0.20
