from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import pytest

from peerkit.engine.scores.report import GENERAL_LIMITS
from peerkit.engine.team.team_report import make_team_report
from peerkit.engine.team.team_results import cell_in_counts, cell_in_words, everybody_score, section_result
from peerkit.model.answers import Agreed, Outcome
from peerkit.model.framework import Framework
from peerkit.model.report import TeamReport
from peerkit.model.result import Lane, Result, SectionResult
from peerkit.model.scale import Importance, Role, whole_points
from peerkit.model.team import Alike, Cell, Group, Hidden, Row, TeamFrameworkView, TeamSectionView, TeamView
from support.building import ends, make_framework, make_indicator, make_section

PEERS: tuple[Role, ...] = ("peer-worker",)
STAFF: tuple[Role, ...] = ("staff",)
PARTICIPANTS: tuple[Role, ...] = ("participant",)
BOTH: tuple[Role, ...] = ("peer-worker", "staff")


def counted(roles: tuple[Role, ...], levels: str, dont_know: int = 0) -> Cell:
    """Return a cell with counts, from a sign for each rating."""
    counts = tuple(levels.count(str(level)) for level in range(5))
    return cell_in_counts(roles, counts, dont_know)


def in_words(roles: tuple[Role, ...], alike: Alike, ratings: int = 5, dont_know: int = 0) -> Cell:
    return cell_in_words(roles, ratings, dont_know, alike)


def everyone(levels: str, dont_know: int = 0, **keys: Any) -> Row:
    return Row(indicator=make_indicator("a", **keys), everyone=counted(BOTH, levels, dont_know))


def apart(*cells: Cell, **keys: Any) -> Row:
    """Return a row of groups, everyone being their sum where all have counts."""
    sums = [sum(column) for column in zip(*(cell.counts for cell in cells if cell.counts), strict=True)]
    dont_know = sum(cell.dont_know for cell in cells)
    whole = cell_in_counts(BOTH, tuple(sums), dont_know) if all(cell.counts for cell in cells) else None
    return Row(indicator=make_indicator("a", **keys), groups=cells, everyone=whole)


def section_view(rows: Sequence[Row], groups: Sequence[tuple[Role, ...]] = (BOTH,), people: int = 6, **keys: Any) -> TeamSectionView:
    section = make_section("s", *(row.indicator for row in rows), **keys)
    return TeamSectionView(section=section, groups=tuple(Group(roles=roles, people=people) for roles in groups), rows=tuple(rows))


def team_view(*sections: TeamSectionView, respondents: Mapping[Role, int] | None = None, **keys: Any) -> TeamView:
    heads: dict[Role, int] = dict(respondents or {"peer-worker": 6, "staff": 6})
    framework: Framework = make_framework(*(one.section for one in sections), limits=("It is short.",))
    view = TeamFrameworkView(framework=framework, respondents=heads, sections=sections, comments=("A word.",))
    plain: dict[str, Any] = {"program": "Lantern Street Peers", "set": "full", "facts": {}, "minimum": 5}
    return TeamView(**(plain | keys), respondents=heads, frameworks=(view,))


def report_of(*rows: Row, goal: int | None = None, outcome: Outcome | None = None, **keys: Any) -> TeamReport:
    return make_team_report(team_view(section_view(rows), **keys), "2026-11-21", goal, outcome)


def result_of(row: Row, importance: Importance = "medium", **keys: Any) -> Result:
    outcome = Outcome(format="peerkit/outcome/1", program="Lantern Street Peers", date="2026-11-21", importance={"f/a": importance})
    return next(report_of(row, outcome=outcome, **keys).indicators())


def scored(view: TeamSectionView) -> SectionResult:
    return section_result(view, [], 3)


# Scores.


def test_each_group_has_one_voice_however_many_it_has_in_it() -> None:
    cells = [counted(PEERS, "12"), counted(STAFF, "33333333"), counted(PARTICIPANTS, "221")]
    view = section_view([apart(*cells)], [PEERS, STAFF, PARTICIPANTS])
    result = scored(view)
    assert [one.score.value for one in result.groups] == [Fraction(75, 2), 75, Fraction(125, 3)]
    assert (result.score.value, f"{float(result.score.value or 0):.1f}") == (Fraction(925, 18), "51.4")
    assert f"{float(everybody_score(view).score.value or 0):.1f}" == "61.5"


def test_the_perspective_gap_is_what_lies_between_the_groups() -> None:
    row = apart(counted(PEERS, "11122"), counted(STAFF, "33344"))
    assert scored(section_view([row], [PEERS, STAFF])).perspective_gap == 50


def test_with_one_group_its_score_is_the_sections_and_there_is_no_gap() -> None:
    result = scored(section_view([everyone("012344")]))
    assert (result.score.value, result.perspective_gap) == (Fraction(175, 3), None)
    assert [(one.roles, one.people, one.score.value) for one in result.groups] == [(BOTH, 6, Fraction(175, 3))]


def test_weights_count_and_a_weight_of_nothing_counts_nothing() -> None:
    rows = [everyone("44444", weight=3), everyone("00000"), everyone("22222", weight=0)]
    assert scored(section_view(rows)).score.value == 75
    assert scored(section_view([everyone("22222", weight=0)])).score.value is None


def test_words_make_an_interval_of_a_groups_score_and_of_the_sections() -> None:
    rows = [
        apart(in_words(PEERS, "partly-or-lower"), counted(STAFF, "01234")),
        apart(counted(PEERS, "01234"), in_words(STAFF, "mostly-or-higher")),
    ]
    result = scored(section_view(rows, [PEERS, STAFF]))
    assert [one.score.ends for one in result.groups] == [ends(25, 55), ends(55, 75)]
    assert (result.score.ends, result.score.value) == (ends(40, 65), None)


@pytest.mark.parametrize(
    ("first", "second", "gap"),
    [
        (counted(PEERS, "11122"), in_words(STAFF, "mostly-or-higher"), 25),
        (counted(PEERS, "22222"), in_words(STAFF, "partly-or-lower"), 0),
        (in_words(PEERS, "starting-or-lower"), in_words(STAFF, "partly-or-higher"), 0),
    ],
)
def test_with_words_the_perspective_gap_is_what_it_is_at_least(first: Cell, second: Cell, gap: int) -> None:
    assert scored(section_view([apart(first, second)], [PEERS, STAFF])).perspective_gap == gap


HIDDEN = Row(indicator=make_indicator("a"), hidden="too-few")


def test_a_section_of_which_too_little_is_shown_has_no_score() -> None:
    shown = everyone("01234")
    assert scored(section_view([shown, shown, HIDDEN])).score.value == 50
    result = scored(section_view([shown, HIDDEN, HIDDEN]))
    assert (result.score.ends, [one.score.ends for one in result.groups]) == (None, [None])


def test_where_a_group_has_too_few_rows_of_its_own_everybody_is_scored_together() -> None:
    side_by_side = apart(counted(PEERS, "00112"), in_words(STAFF, "mostly-or-higher", ratings=10))
    result = scored(section_view([side_by_side, everyone("22222"), everyone("22222")], [PEERS, STAFF]))
    assert [(one.roles, one.people) for one in result.groups] == [(("peer-worker", "staff"), 12)]
    low, high = ((4 + 10 * level) / Fraction(15) for level in (Fraction(27, 10), 4))
    assert result.score.ends == (100 * (low + 2 + 2) / 12, 100 * (high + 2 + 2) / 12)
    assert result.perspective_gap is None


# Voices.


def asked_of(*roles: Role, hidden: Hidden | None = None) -> Row:
    return Row(indicator=make_indicator("a"), asked=roles, everyone=None if hidden else counted(roles, "01234"), hidden=hidden)


def voices(result: SectionResult) -> list[tuple[Role, int, int]]:
    return [(voice.role, voice.asked, voice.shown) for voice in result.voices]


def test_a_section_lists_what_each_role_with_lived_experience_was_asked_and_what_of_it_is_shown() -> None:
    rows = [asked_of("peer-worker", "participant", "staff"), asked_of("staff"), asked_of("participant", hidden="asked-of-few")]
    assert voices(scored(section_view(rows))) == [("peer-worker", 1, 1), ("participant", 2, 1), ("family", 0, 0)]
    assert voices(scored(section_view(rows, needs_voices=("staff",))))[-1] == ("staff", 2, 2)


@pytest.mark.parametrize(
    ("rows", "missing", "without"),
    [
        ([asked_of("peer-worker", "staff")], ("participant",), False),
        ([asked_of("participant")], (), False),
        ([asked_of("staff"), asked_of("participant", hidden="asked-of-few")], ("participant",), True),
        ([asked_of("staff"), asked_of("participant", "staff", hidden="too-few")], ("participant",), True),
        ([asked_of("not-said")], ("participant",), True),
    ],
)
def test_a_role_is_missing_where_it_was_asked_nothing_that_is_shown(rows: list[Row], missing: tuple[Role, ...], without: bool) -> None:
    result = scored(section_view(rows, needs_voices=("participant",)))
    assert (result.missing_voices, result.without_lived_experience) == (missing, without)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([asked_of("staff", hidden="asked-of-few")], "asked-of-few"),
        ([asked_of("staff", hidden="too-few"), asked_of("staff", hidden="asked-of-few")], "too-few"),
        ([asked_of("staff", hidden="difference"), asked_of("staff", hidden="asked-of-few")], "difference"),
        ([everyone("01234", weight=0)], None),
        ([everyone("01234")], None),
    ],
)
def test_a_section_says_why_it_has_no_score(rows: list[Row], why: Hidden | None) -> None:
    assert scored(section_view(rows)).hidden == why


# What follows for one question.


@pytest.mark.parametrize(
    ("row", "standing"),
    [
        (everyone("12334"), 3),
        (everyone("1234"), Fraction(5, 2)),
        (apart(counted(PEERS, "00112"), counted(STAFF, "33444")), Fraction(5, 2)),
        (Row(indicator=make_indicator("a"), everyone=in_words(BOTH, "partly-or-lower")), (0, 2)),
        (apart(in_words(PEERS, "partly-or-lower"), counted(STAFF, "22244")), (1, 2)),
        (apart(in_words(PEERS, "mostly-or-higher"), counted(STAFF, "333344")), (3, 4)),
        (apart(*[in_words(roles, "partly-or-lower") for roles in (PEERS, STAFF)], in_words(PARTICIPANTS, "mostly-or-higher")), (0, 2)),
        (HIDDEN, None),
    ],
)
def test_a_question_stands_at_everyones_median_or_between_those_that_the_groups_allow(row: Row, standing: object) -> None:
    result = result_of(row)
    assert (result.standing if result.low == result.high else (result.low, result.high)) == standing


def test_gap_and_priority_go_by_the_standing() -> None:
    result = result_of(everyone("1234"), "high")
    assert (result.goal, result.gap, result.priority) == (3, Fraction(1, 2), Fraction(25, 2))
    hidden = result_of(HIDDEN)
    assert (hidden.gap, hidden.priority, hidden.agreement, hidden.outlier) == (None, None, None, False)


@pytest.mark.parametrize(
    ("keys", "goal"),
    [({}, 2), ({"goals": {"f": 4}}, 4), ({"goals": {"f": 4, "f/a": 1}}, 1), ({"goals": {"f": 4, "f/a": 1}, "goal": 3}, 3)],
)
def test_the_goal_is_the_one_asked_for_else_the_files_else_the_frameworks(keys: dict[str, Any], goal: int) -> None:
    assert result_of(everyone("01234", goal=2), **keys).goal == goal


@pytest.mark.parametrize(
    ("row", "importance", "lane"),
    [
        (everyone("01122", safety=True), "medium", "safety"),
        (everyone("11344", safety=True), "medium", "safety"),
        (everyone("134444", safety=True), "medium", "keep"),
        (everyone("0133444", safety=True), "medium", "talk"),
        (apart(in_words(PEERS, "starting-or-lower"), counted(STAFF, "13344"), safety=True), "medium", "safety"),
        (apart(in_words(PEERS, "starting-or-lower"), counted(STAFF, "33344"), safety=True), "medium", "talk"),
        (Row(indicator=make_indicator("a", safety=True), everyone=in_words(BOTH, "starting-or-lower")), "medium", "safety"),
        (Row(indicator=make_indicator("a", safety=True), everyone=in_words(BOTH, "partly-or-higher")), "medium", "unclear"),
        (Row(indicator=make_indicator("a", safety=True), everyone=in_words(BOTH, "partly-or-lower")), "medium", "plan"),
        (everyone("3344", dont_know=2), "medium", "find-out"),
        (everyone("33444", dont_know=2), "medium", "keep"),
        (everyone("11144", dont_know=3), "medium", "find-out"),
        (everyone("01122", dont_know=9, safety=True), "medium", "safety"),
        (HIDDEN, "high", "find-out"),
        (Row(indicator=make_indicator("a"), hidden="difference"), "medium", "find-out"),
        (Row(indicator=make_indicator("a"), hidden="asked-of-few"), "medium", None),
        (everyone("111333"), "medium", "talk"),
        (apart(counted(PEERS, "11122"), counted(STAFF, "33344")), "medium", "talk"),
        (apart(in_words(PEERS, "partly-or-lower"), in_words(STAFF, "mostly-or-higher")), "medium", "unclear"),
        (apart(in_words(PEERS, "partly-or-lower"), counted(STAFF, "33344")), "medium", "unclear"),
        (apart(in_words(PEERS, "partly-or-lower"), counted(STAFF, "34444")), "medium", "talk"),
        (apart(in_words(PEERS, "partly-or-lower"), counted(STAFF, "11222")), "medium", "plan"),
        (apart(in_words(PEERS, "mostly-or-higher"), counted(STAFF, "23334")), "high", "protect"),
        (Row(indicator=make_indicator("a", goal=2), everyone=in_words(BOTH, "partly-or-higher")), "medium", "keep"),
        (Row(indicator=make_indicator("a", goal=4), everyone=in_words(BOTH, "mostly-or-higher")), "medium", "unclear"),
        (everyone("12222"), "high", "act"),
        (everyone("12222"), "medium", "plan"),
        (everyone("33334"), "high", "protect"),
        (everyone("33334"), "low", "keep"),
    ],
)
def test_the_first_lane_that_fits_is_taken(row: Row, importance: Importance, lane: Lane | None) -> None:
    assert result_of(row, importance).lane == lane


# Lists.


def rows(**levels: str) -> list[Row]:
    return [Row(indicator=make_indicator(name), everyone=counted(BOTH, signs)) for name, signs in levels.items()]


def addresses(results: Sequence[Result]) -> list[str]:
    return [one.address for one in results]


def test_strengths_are_what_everyone_shares_first_then_the_highest() -> None:
    words = Row(indicator=make_indicator("w"), everyone=in_words(BOTH, "mostly-or-higher"))
    shown = [*rows(spread="2244444", low="22333", three="33334", four="34444", gap="22233"), words]
    assert addresses(report_of(*shown).strengths) == ["f/four", "f/low", "f/three", "f/w", "f/spread"]
    assert "f/four" not in addresses(report_of(*shown, goal=4).priorities)


def test_the_talk_list_begins_where_people_differ_most() -> None:
    far = apart(in_words(PEERS, "starting-or-lower"), in_words(STAFF, "mostly-or-higher"))
    further = apart(counted(PEERS, "00011"), counted(STAFF, "34444"))
    shown = [*rows(split="111333", wide="000444"), *[far, further]]
    named = [Row(indicator=make_indicator(f"n{number}"), groups=one.groups, everyone=one.everyone) for number, one in enumerate(shown)]
    assert addresses(report_of(*named).talk_first) == ["f/n1", "f/n3", "f/n0", "f/n2"]


def test_priorities_are_safety_then_act_then_plan_each_by_priority() -> None:
    safety = Row(indicator=make_indicator("safe", safety=True), everyone=counted(BOTH, "01111"))
    important: dict[str, Importance] = {"f/act": "high", "f/less": "low"}
    outcome = Outcome(format="peerkit/outcome/1", program="Lantern Street Peers", date="2026-11-21", importance=important)
    report = report_of(*rows(less="00011", plan="11112", act="22223", kept="33334"), safety, outcome=outcome)
    assert addresses(report.priorities) == ["f/safe", "f/act", "f/plan", "f/less"]


def test_what_to_find_out_begins_with_what_fewest_can_see_and_ends_with_what_is_hidden() -> None:
    def unknown(name: str, number: int) -> Row:
        return Row(indicator=make_indicator(name), everyone=counted(BOTH, "33344", number))

    hidden = Row(indicator=make_indicator("h"), hidden="too-few")
    assert addresses(report_of(hidden, unknown("some", 3), unknown("many", 9)).find_out) == ["f/many", "f/some", "f/h"]


def test_what_was_agreed_stands_beside_the_answers_and_changes_no_number() -> None:
    agreed = Agreed(level=4)
    outcome = Outcome(format="peerkit/outcome/1", program="Lantern Street Peers", date="2026-11-21", agreed={"f/a": agreed})
    with_it, without = next(report_of(everyone("01234"), outcome=outcome).indicators()), next(report_of(everyone("01234")).indicators())
    assert (with_it.agreed, without.agreed) == (agreed, None)
    assert (with_it.standing, with_it.gap, with_it.lane) == (without.standing, without.gap, without.lane)


def test_a_report_carries_the_view_the_day_and_the_limits() -> None:
    view = team_view(section_view([everyone("01234")]), goals={"f": 2})
    report = make_team_report(view, "1999-12-31")
    assert (report.view, report.date, report.outcome) == (view, "1999-12-31", None)
    assert report.limits == (*GENERAL_LIMITS, "It is short.")
    assert [(one.goal, one.comments, one.respondents) for one in report.frameworks] == [(2, ("A word.",), {"peer-worker": 6, "staff": 6})]
    assert whole_points(report.frameworks[0].sections[0].score.value or Fraction(0)) == 50
