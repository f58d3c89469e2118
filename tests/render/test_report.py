"""What the report says, in the plain form, where each thing said is a line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerkit.engine.scores.report import make_report
from peerkit.model.answers import Answer, Assessment, Dissent, Given
from peerkit.model.framework import Framework
from peerkit.model.scale import Role
from peerkit.render.context import RenderContext
from render.samples import DATE, FRAMEWORK, GROUP, SOLO
from support.building import make_assessment, make_fact, make_framework, make_indicator, make_section
from support.rendering import text_of


def lines_of(assessment: Assessment, *frameworks: Framework) -> list[str]:
    report = make_report(frameworks or (FRAMEWORK,), assessment, DATE)
    return text_of("report", report, "terminal", RenderContext(1_000, plain=True)).splitlines()


def part(lines: list[str], heading: str) -> list[str]:
    """Return the lines under a heading, up to the next empty line."""
    start = lines.index(f"{heading}.") + 1
    return lines[start : lines.index("", start) if "" in lines[start:] else len(lines)]


def ten(*given: Given, **keys: object) -> tuple[Assessment, Framework]:
    """Return answers to a framework of one section, and the framework."""
    indicators = [make_indicator(f"q{number}", ask=f"We do {number}.", safety=bool(keys.get("safety"))) for number in range(len(given))]
    answers = {f"f/q{number}": answer for number, answer in enumerate(given)}
    return make_assessment(answers), make_framework(make_section("s", *indicators))


def test_the_parts_come_in_this_order() -> None:
    headings = [
        "Strengths.", "House foundations.", "Where to look.", "Safety first.", "Act.", "Plan.", "Find out.", "Not answered.",
        "What this covers.", "How to read the numbers.", "Limits.", "About these answers.", "Sources.", "Where to go next.",
    ]  # fmt: skip

    lines = lines_of(SOLO)

    assert [line for line in lines if line in headings] == headings


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("peer-worker", "by a peer worker"),
        ("participant", "by someone who uses the program"),
        ("family", "by family or a friend of someone who uses it"),
        ("staff", "by staff in another role"),
        ("leader", "by a leader or manager"),
        ("partner", "by a partner from another organisation"),
        ("not-said", "by someone who would rather not say their role"),
        (None, "by someone who would rather not say their role"),
    ],
)
def test_the_opening_says_whose_it_is_and_what_it_is_for(role: Role | None, words: str) -> None:
    assert lines_of(replace(SOLO, role=role))[:5] == [
        "Gap report: Lantern Street Peers",
        "Date: 21 November 2026",
        f"Answered: {words}",
        "Questions: full set",
        "For reflection and planning, not for audit or ranking.",
    ]


@pytest.mark.parametrize(
    ("room", "words"),
    [
        ({"peer-worker": 3, "staff": 2}, "together by 5 people (3 peer workers, 2 staff)"),
        ({"participant": 1, "leader": 0}, "together by 1 person (1 person who uses the program)"),
        ({"family": 2, "not-said": 1}, "together by 3 people (2 family members or friends, 1 who would rather not say)"),
        ({}, "together, by a group"),
    ],
)
def test_a_group_is_counted_by_role(room: dict[Role, int], words: str) -> None:
    assert f"Answered: {words}" in lines_of(replace(GROUP, room=room))


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ((1, 3), "Important: One safety matter below: look there first."),
        ((1, 0), "Important: Two safety matters below: look there first."),
        ((0,) * 11, "Important: 11 safety matters below: look there first."),
    ],
)
def test_a_safety_matter_is_one_line_above_the_strengths(given: tuple[Given, ...], line: str) -> None:
    assessment, framework = ten(*given, safety=True)

    lines = lines_of(assessment, framework)

    assert lines.index(line) < lines.index("Strengths.")


def test_without_a_safety_matter_there_is_no_such_line() -> None:
    assessment, framework = ten(2, 3, safety=True)

    assert not any("safety" in line.casefold() for line in lines_of(assessment, framework))


@pytest.mark.parametrize(("strong", "more"), [(5, []), (6, ["And one more."]), (8, ["And three more."])])
def test_five_strengths_are_shown_and_the_rest_counted(strong: int, more: list[str]) -> None:
    assessment, framework = ten(*[4] * strong)

    shown = part(lines_of(assessment, framework), "Strengths")

    assert [line for line in shown if line.startswith("And ")] == more
    assert len([line for line in shown if line == "Built in."]) == 5


def test_no_strength_and_no_gap_are_said_in_words() -> None:
    assessment, framework = ten("skipped")

    lines = lines_of(assessment, framework)

    assert "Nothing stands there yet, as far as it was answered." in part(lines, "Strengths")
    assert part(lines, "Where to look") == ["Nothing is below its goal, as far as it was answered."]


def test_the_first_three_of_a_lane_have_a_next_step_and_the_rest_are_listed() -> None:
    assessment, framework = ten(0, 1, 1, 2, 2)

    lines = lines_of(assessment, framework)

    start = lines.index("Plan.")
    assert lines[start : start + 18] == [
        "Plan.",
        "Below your goal.",
        "1. We …",
        "Not yet, goal Mostly.",
        "Part of: S",
        "Next step: Begin.",
        "",
        "2. We …",
        "Starting now, goal Mostly.",
        "Part of: S",
        "Next step: Begin.",
        "",
        "3. We …",
        "Starting now, goal Mostly.",
        "Part of: S",
        "Next step: Begin.",
        "4. We …",
        "Partly now, goal Mostly.",
    ]


def test_a_note_keeps_its_lines_and_is_the_groups_in_a_group() -> None:
    for assessment, whose in ((SOLO, "Your note"), (GROUP, "The group's note")):
        lines = lines_of(assessment)
        start = lines.index(f"{whose}: It hangs on Ana being there.")
        assert lines[start + 1] == "Since May she is away on Mondays."


def test_a_different_view_stands_under_its_question_in_words() -> None:
    lines = lines_of(GROUP)

    place = lines.index("2. People decide for themselves how fast things go.")
    assert "Seen differently: Two people said Not yet: the waiting list decides" in lines[place : place + 6]


@pytest.mark.parametrize(
    ("dissent", "words"),
    [
        (Dissent(answer=0), "One person said Not yet"),
        (Dissent(answer=4, people=12), "12 people said Built in"),
        (Dissent(answer="dont-know", people=2), "Two people said they don't know"),
        (Dissent(answer="not-applicable", why="no doors"), "One person said it does not apply here: no doors"),
        (Dissent(answer="skipped"), "One person said they would rather pass"),
    ],
)
@pytest.mark.parametrize("agreed", [0, 2, 3, 4, "dont-know", "skipped", "not-applicable"])
def test_no_different_view_is_lost_wherever_its_question_stands(agreed: Given, dissent: Dissent, words: str) -> None:
    framework = make_framework(make_section("s", make_indicator("q", goal=2), make_indicator("other")))
    answers = {"f/q": Answer(ask="We do it.", answer=agreed, dissent=(dissent,)), "f/other": Answer(ask="We …", answer=3)}
    assessment = replace(make_assessment(mode="consensus", role=None), answers=answers)

    assert lines_of(assessment, framework).count(f"Seen differently: {words}") == 1


def test_a_different_view_on_a_strength_that_is_not_shown_stands_in_a_list_of_its_own() -> None:
    assessment, framework = ten(*[4] * 6)
    seen = replace(assessment.answers["f/q5"], ask="We see.", dissent=(Dissent(answer=1),))

    lines = lines_of(replace(assessment, answers=assessment.answers | {"f/q5": seen}), framework)

    assert part(lines, "Also seen differently")[1:] == [
        "1. We see.",
        "Built in now, goal Mostly.",
        "Seen differently: One person said Starting",
    ]


def test_an_answer_through_another_names_it() -> None:
    assert "Answered through: ppsa/a-place-apart" in lines_of(SOLO)


def test_what_was_not_answered_is_counted_in_words_and_listed() -> None:
    lines = lines_of(SOLO)

    assert part(lines, "Not answered") == ['One "don\'t know" (see Find out above), one skipped and one not answered yet.']
    assert part(lines, "Skipped, which is fine") == ["1. Staff learn from peers, and peers from staff."]
    assert part(lines, "Not answered yet") == ["1. We talk about risk with the person it is about."]


def test_where_all_is_answered_there_is_no_such_part() -> None:
    assessment, framework = ten(2, 3)

    assert "Not answered." not in lines_of(assessment, framework)


def test_facts_that_decide_are_named_with_whether_they_were_assumed() -> None:
    framework = make_framework(
        make_section(
            "s",
            make_indicator("a", only_if={"practitioners": True}),
            make_indicator("b", only_if={"size": ("big",)}),
            make_indicator("c"),
        ),
        facts=(make_fact("practitioners", True), make_fact("size", "small", "small", "big"), make_fact("idle", False)),
    )

    lines = lines_of(make_assessment(facts={"size": "big"}, set="quick"), framework)

    assert part(lines, "What this covers") == [
        "1. The quick set was asked: the core questions.",
        "2. Left out of F, because it was not chosen or does not apply: S.",
        "3. Is it practitioners? Yes (nobody said, so this was assumed).",
        "4. Is it size? big.",
    ]


def test_where_a_section_has_no_rating_the_framework_says_why_it_has_no_score() -> None:
    framework = make_framework(make_section("s", make_indicator("a")), make_section("t", make_indicator("b")))

    lines = lines_of(make_assessment({"f/a": 3, "f/b": "skipped"}), framework)

    assert part(lines, "F")[:2] == [
        "No score yet, range 38 to 88, 1 of 2 answered.",
        "A score needs an answer on the scale in every section. There is none that counts in T.",
    ]


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ((3, 2, 4, "dont-know"), "S: 75 of 100, range 56 to 81, 3 of 4 answered, 1 don't know."),
        ((3, 2, None, "skipped"), "S: range 31 to 81, not enough answers (2 of 4), 1 skipped, 1 unanswered."),
        ((3, "not-applicable"), "S: 75 of 100, 1 of 1 answered, rests on one question, 1 does not apply."),
        (("dont-know",), "S: range 0 to 100, not enough answers (0 of 1), 1 don't know."),
        ((0, 0), "S: 0 of 100, 2 of 2 answered."),
    ],
)
def test_a_section_says_what_its_score_rests_on(given: tuple[Given | None, ...], line: str) -> None:
    assessment, framework = ten(*(0 if one is None else one for one in given))
    answers = {f"f/q{number}": assessment.answers[f"f/q{number}"] for number, one in enumerate(given) if one is not None}

    assert line in lines_of(replace(assessment, answers=answers), framework)


def test_a_section_without_weight_says_so() -> None:
    framework = make_framework(make_section("s", make_indicator("a", weight=0), make_indicator("b", weight=0)))

    lines = lines_of(make_assessment({"f/a": 3, "f/b": 3}), framework)

    assert part(lines, "F") == [
        "No score: the questions here carry no weight, 2 of 2 answered.",
        "S: 2 of 2 answered, no score: the questions here carry no weight.",
    ]


def test_with_two_frameworks_each_stands_alone_and_questions_name_theirs() -> None:
    frameworks = [make_framework(make_section("s", make_indicator("a")), name=name) for name in ("f", "g")]

    lines = lines_of(make_assessment({"f/a": 1, "g/a": 4}), *frameworks)

    assert part(lines, "F") == ["25 of 100, 1 of 1 answered.", "S: 25 of 100, 1 of 1 answered, rests on one question."]
    assert part(lines, "G") == ["100 of 100, 1 of 1 answered.", "S: 100 of 100, 1 of 1 answered, rests on one question."]
    assert "Part of: F: S" in lines


def test_a_framework_in_which_nothing_applies_says_so() -> None:
    lines = lines_of(make_assessment({"f/s-1": "not-applicable"}), make_framework())

    assert part(lines, "F") == ["Nothing in it applies to what was asked."]


def test_the_commands_to_go_on_with_are_about_this_report() -> None:
    assert part(lines_of(replace(SOLO, set="quick"), replace(FRAMEWORK)), "Where to go next")[1:] == [
        "Go on with every question: peerkit assess --resume FILE --set full",
        "This report as a page to edit: peerkit report FILE --format markdown",
    ]
    assert part(lines_of(SOLO), "Where to go next")[0] == "How a number came about: peerkit explain FILE house/pay"
