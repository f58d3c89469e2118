from __future__ import annotations

from dataclasses import replace
from typing import Any

from peerkit.engine.interview.question_counts import Amount, amount, asked, sets_differ, whoever_answers
from peerkit.model.answers import Assessment
from peerkit.model.scale import ROLES
from support.building import make_assessment, make_framework, make_indicator, make_section

CORE = make_indicator("core", core=True)
STAFF = make_indicator("pay", voices=("staff", "leader"))
MORE = make_indicator("more", voices=("staff",))
FRAMEWORK = make_framework(make_section("s", CORE, STAFF), make_section("t", MORE))


def of(role: str, **keys: Any) -> Assessment:
    return make_assessment(role=role, **keys)


def test_what_is_asked_hangs_on_role_set_and_sections() -> None:
    assert [asked([FRAMEWORK], of(role), {}) for role in ("staff", "leader", "family")] == [3, 2, 1]
    assert asked([FRAMEWORK], of("staff", set="quick"), {}) == 1
    assert asked([FRAMEWORK], of("staff", sections={"f": ("t",)}), {}) == 1


def test_a_question_that_another_answer_serves_is_not_counted() -> None:
    other = make_framework(make_section("s", make_indicator("same")), name="g")
    equal = {"f/core": ("g/same",), "g/same": ("f/core",)}
    assert asked([FRAMEWORK, other], of("staff"), {}) == 4
    assert asked([FRAMEWORK, other], of("staff"), equal) == 3


def test_the_amount_spans_whoever_may_answer_but_those_who_are_asked_nothing() -> None:
    possible = [of("staff"), of("family"), of("family", sections={"f": ("t",)})]
    assert amount([FRAMEWORK], possible, {}) == Amount(1, 3)
    assert amount([FRAMEWORK], [of("family", sections={"f": ("t",)})], {}) == Amount(0, 0)


def test_each_role_and_a_group_may_answer() -> None:
    found = list(whoever_answers(of("staff")))
    assert [(one.mode, one.role) for one in found] == [*(("solo", role) for role in ROLES), ("consensus", None)]
    assert all(replace(one, mode="solo", role="staff") == of("staff") for one in found)


def test_the_sets_differ_where_the_full_one_asks_more() -> None:
    assert sets_differ([FRAMEWORK], of("staff"))
    assert not sets_differ([FRAMEWORK], of("family"))
