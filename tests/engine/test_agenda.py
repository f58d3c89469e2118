"""What is on an agenda, and in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.agenda import agenda_for
from peerkit.engine.scores.report import make_report
from peerkit.engine.team.gate import protect
from peerkit.engine.team.team_report import make_team_report
from peerkit.errors import UsageError
from peerkit.model.agenda import LONGEST, SHORTEST, Agenda, Topic
from peerkit.model.answers import Answer, Assessment, Dissent, Given
from peerkit.model.framework import Framework
from peerkit.model.scale import Role
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.planned import team_plan
from support.rendering import text_of
from support.teams import DATE, assessments, roles_of, team_of, team_report

TWELVE = roles_of(("peer-worker", 6), ("staff", 6))
NAMES = ("split", "apart", "spread", "gap", "strong", "unsure", "hidden", "danger", "risk")
SAFETY = ("danger", "risk")
ROWS = {
    "split": "000444 440004",
    "apart": "221322 434434",
    "spread": "232214 332241",
    "gap": "222222 222212",
    "strong": "343434 343433",
    "unsure": "22???? ??3323",
    "hidden": "1..... ......",
    "danger": "110112 211202",
    "risk": "001001 100102",
}


def framework_of(*names: str, **weights: int) -> Framework:
    indicators = (make_indicator(name, safety=name in SAFETY, weight=weights.get(name, 1)) for name in names)
    return make_framework(make_section("s", *indicators))


def team(rows: Mapping[str, str], minutes: int = 120, people: Sequence[Role] = TWELVE, **weights: int) -> Agenda:
    framework = framework_of(*rows, **weights)
    view, _ = protect(team_of(framework, assessments(framework, people, rows)))
    return agenda_for(make_team_report(view, DATE), minutes)


def names(topics: Sequence[Topic]) -> list[str]:
    return [topic.result.indicator.id for topic in topics]


def group(
    answers: Mapping[str, Given], minutes: int = 120, dissent: Mapping[str, tuple[Dissent, ...]] | None = None, **keys: Any
) -> Agenda:
    framework = framework_of(*answers)
    given = {f"f/{name}": Answer(ask=f"We do {name}.", answer=one, dissent=(dissent or {}).get(name, ())) for name, one in answers.items()}
    assessment = replace(make_assessment(**({"mode": "consensus", "role": None} | keys)), answers=given)
    return agenda_for(make_report([framework], assessment, DATE), minutes)


def test_a_team_talks_about_safety_then_about_what_splits_it_then_by_how_far_views_differ() -> None:
    agenda = team(ROWS)

    assert names(agenda.topics) == ["danger", "risk", "split", "apart", "spread", "gap"]
    assert [one.reason for one in agenda.topics] == ["safety", "safety", "split", "apart", "spread", "gap"]
    assert (names(agenda.strengths), names(agenda.find_out), agenda.spare) == (["strong"], ["unsure", "hidden"], ())


def test_a_weight_counts_as_often_as_it_says() -> None:
    rows = {"near": "222211 222233", "far": "222210 232141"}

    assert names(team(rows).topics) == ["far", "near"]
    assert names(team(rows, near=4).topics) == ["near", "far"]


def test_what_is_tied_stands_by_priority_and_then_in_file_order() -> None:
    rows = {"first": "222222 222222", "low": "111111 111111", "second": "222222 222222"}

    assert names(team(rows).topics) == ["first", "low", "second"]
    exact = {"b": 2, "a": 1, "c": 2}
    assert names(group(exact).topics) == ["a", "b", "c"]


def test_split_views_and_wide_gaps_come_first_and_gaps_of_half_a_level_last() -> None:
    rows = {"half": "222333 222333", "near": "222210 232141", "apart": ROWS["apart"], "split": ROWS["split"], "gap": ROWS["gap"]}
    agenda = team(rows)

    assert names(agenda.topics)[:2] == ["split", "apart"]
    assert names(agenda.topics)[-1] == "half"
    [half] = [one for one in agenda.topics if one.result.indicator.id == "half"]
    assert (half.reason, half.result.gap) == ("gap", Fraction(1, 2))


def test_what_is_proposed_is_talked_about_before_also_where_many_see_things_apart() -> None:
    apart = {f"apart{number}": ROWS["apart"] for number in range(8)}
    agenda = team(apart | {"gap": ROWS["gap"]}, 60)

    assert names(agenda.proposals) == ["gap"]
    assert names(agenda.topics)[-1] == "gap"
    assert names(agenda.spare) == ["apart3", "apart4", "apart5", "apart6", "apart7"]


def test_first_steps_take_up_to_half_of_the_time_and_what_has_none_is_not_proposed() -> None:
    gaps = {f"gap{number}": ROWS["gap"] for number in range(3)}
    apart = {f"apart{number}": ROWS["apart"] for number in range(4)}

    assert names(team(apart | gaps, 40).topics) == ["apart0", "apart1", "gap0"]
    assert names(team(apart | gaps, 40).proposals) == ["gap0"]
    assert team(apart | gaps, 25).proposals == ()


def test_what_is_proposed_is_what_a_plan_begins_with() -> None:
    framework = framework_of(*ROWS)
    view, _ = protect(team_of(framework, assessments(framework, TWELVE, ROWS)))

    assert names(agenda_for(make_team_report(view, DATE), 240).proposals) == [one.result.indicator.id for one in team_plan(view).actions]


def test_what_everyone_sees_alike_and_at_its_goal_is_no_topic() -> None:
    agenda = team({"strong": ROWS["strong"]})

    assert (agenda.topics, agenda.spare, agenda.find_out) == ((), (), ())
    assert [part.kind for part in agenda.parts].count("open") == 1


def test_safety_takes_half_of_the_questions_and_what_is_left_of_it_is_the_first_in_spare_time() -> None:
    rows = dict.fromkeys(SAFETY, "110112 211202") | {"split": ROWS["split"], "gap": ROWS["gap"]}
    agenda = team(rows, 35)

    assert names(agenda.topics) == ["danger", "split"]
    assert names(agenda.spare) == ["risk", "gap"]
    assert agenda.safety_left == 1
    assert names(team({name: rows[name] for name in SAFETY}, 35).topics) == list(SAFETY)


def test_a_hidden_question_says_nothing_but_that_it_is_hidden() -> None:
    [hidden] = [one for one in team(ROWS).find_out if one.reason == "hidden"]

    assert hidden.result.hidden == "too-few"
    assert (hidden.result.standing, hidden.result.groups, hidden.result.cells) == (None, (), ())
    assert (hidden.apart, hidden.result.priority) == (Fraction(0), None)


def test_groups_stand_side_by_side_by_their_middle() -> None:
    [apart] = [one for one in team(ROWS).topics if one.reason == "apart"]

    assert [(" ".join(cell.roles), cell.ratings, float(cell.low)) for cell in (*apart.result.groups, *apart.result.cells)] == [
        ("peer-worker", 6, 2),
        ("staff", 6, 4),
        ("peer-worker staff", 12, 3),
    ]


def test_a_group_talks_first_about_the_views_that_it_wrote_down_farthest_first() -> None:
    views = {
        "near": (Dissent(answer=3),),
        "far": (Dissent(answer=3), Dissent(answer=0, people=2)),
        "unsure": (Dissent(answer="dont-know"),),
        "strong": (Dissent(answer=3),),
    }
    agenda = group({"gap": 0, "near": 2, "far": 2, "unsure": 2, "strong": 4, "high": 3}, dissent=views)

    assert names(agenda.topics) == ["far", "near", "unsure", "strong", "gap"]
    assert [one.reason for one in agenda.topics] == ["differing"] * 4 + ["gap"]
    assert names(agenda.strengths) == ["high"]


def test_one_person_s_agenda_goes_by_priority_and_leaves_alone_what_was_passed_by() -> None:
    agenda = group({"a": 2, "b": 0, "c": "skipped", "d": "not-applicable", "e": "dont-know", "risk": 1}, mode="solo", role="staff")

    assert (agenda.made, names(agenda.topics), names(agenda.find_out)) == ("person", ["risk", "b", "a"], ["e"])
    assert names(agenda.proposals) == ["risk", "b", "a"]
    assert not agenda.spare


@pytest.mark.parametrize("minutes", [-1, 0, 19, 241, 10_000])
def test_too_few_or_too_many_minutes_are_refused(minutes: int) -> None:
    with pytest.raises(UsageError, match=f"an agenda is for 20 to 240 minutes, and {minutes} are asked for"):
        team(ROWS, minutes)


@st.composite
def teams(draw: st.DrawFn) -> list[Assessment]:
    rows = {name: draw(st.text("01234?-x.", min_size=12, max_size=12)) for name in NAMES}
    return assessments(framework_of(*NAMES), TWELVE, rows)


@given(teams(), st.integers(SHORTEST, LONGEST), st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_nothing_and_nothing_is_lost(people: list[Assessment], minutes: int, chance: Any) -> None:
    framework = framework_of(*NAMES)

    def made(files: list[Assessment]) -> Agenda:
        view, _ = protect(team_of(framework, files))
        return agenda_for(make_team_report(view, DATE), minutes)

    agenda, mixed = made(people), made(chance.sample(people, len(people)))

    assert agenda == mixed
    assert sum(part.minutes for part in agenda.parts) == minutes
    found = [one.address for one in (*agenda.topics, *agenda.find_out, *agenda.spare)]
    assert len(found) == len(set(found))
    assert not {one.address for one in agenda.strengths} & set(found)
    safety = [one.reason == "safety" for one in agenda.topics]
    assert safety == sorted(safety, reverse=True)
    assert {one.address for one in agenda.proposals} <= {one.address for one in agenda.topics}


def test_what_fewer_are_asked_than_may_be_shown_is_no_topic_and_nothing_to_find_out() -> None:
    framework = make_framework(make_section("s", make_indicator("a"), make_indicator("b", voices=("staff",))))
    roles = roles_of(("peer-worker", 6), ("staff", 4))
    people = assessments(framework, roles, {"a": "012344 0123", "b": "...... 0123"})
    view, _ = protect(team_of(framework, people))
    agenda = agenda_for(make_team_report(view, DATE), 120)

    assert "b" not in names([*agenda.topics, *agenda.find_out, *agenda.spare])
    page = text_of("team", team_report(framework, people), "markdown")
    assert "Asked of fewer than five people" in page
