"""What the team report says: protection first, strengths before gaps, groups side by side, and nothing that is hidden."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from peerkit.engine.team.gate import protect
from peerkit.model.answers import Action, Agreed, Answer, Governance, Outcome, Written
from peerkit.model.page import Bullets, Entries, Heading, Notice, Side, SidesRow
from peerkit.model.report import ANONYMITY, TeamReport
from peerkit.model.result import Result
from peerkit.model.scale import Role
from peerkit.model.team import Row
from peerkit.render.context import RenderContext
from peerkit.render.media.drawn import heights
from peerkit.render.media.picture_parts import Dot, picture
from peerkit.render.products import formats
from peerkit.render.wording import sentence
from render.team_samples import HOUSE, PEOPLE, ROWS, people, plain_report, result, workshop_report
from support.building import ends, make_framework, make_indicator, make_section
from support.pages import page_of
from support.rendering import page_of as built
from support.rendering import text_of
from support.teams import assessments, roles_of, team_of, team_report

PLAIN = RenderContext(1_000, plain=True)


def lines(report: TeamReport) -> list[str]:
    return text_of("team", report, "terminal", PLAIN).splitlines()


def part(report: TeamReport, head: str) -> list[str]:
    """Return the lines of a part of the plain page, below its heading."""
    whole = lines(report)
    start = whole.index(f"{head}.") + 1
    end = next((number for number in range(start, len(whole) - 1) if whole[number : number + 2] == ["", ""]), len(whole))
    return whole[start:end]


def small_team(rows: dict[str, str], roles: Sequence[Role], **section: object) -> TeamReport:
    framework = make_framework(make_section("s", *(make_indicator(name) for name in rows), **section))
    return team_report(framework, assessments(framework, roles, rows))


STAFF = roles_of(("staff", 6))


def test_the_formats_are_these() -> None:
    assert {"terminal", "markdown", "html", "json", "csv"} <= set(formats("team"))


def test_the_head_says_whose_it_is_who_answered_and_who_decides() -> None:
    assert [line for line in lines(workshop_report())[:5] if line] == [
        "Team report: Lantern Street Peers",
        "In short.",
        "Answered by 16 people (6 peer workers, 2 people who use the program, 6 staff, 2 leaders or managers).",
    ]
    about = [
        "Date: 21 November 2026",
        "Questions: full set; nobody is shown in a group of fewer than 5 people",
        "Source: House foundations 1.2.0 (The Porch Collective)",
        "Who decides: The house meeting",
        "Who may see: The team and the committee",
        "Until when: 2027-12-31",
        "Of 17 questions, 8 are shown with counts, 5 are said in words and 4 are hidden (too few answers). For reflection and planning, "
        "not for audit or ranking, and never for judging a person.",
    ]
    assert part(workshop_report(), "About this report") == about
    assert below_in("team_summary", workshop_report(), "About this report") == about


def test_the_parts_come_in_this_order() -> None:
    tree = page_of(text_of("team", workshop_report(), "html"))

    assert [one.text for one in tree.the("main").all("h2")] == [
        "In short", "House foundations", "More strengths", "Where else to look", "What the workshop agreed on",
        "House foundations, question by question", "What people wrote", "About this report", "How to read this", "Limits",
        "How people are protected", "Sources",
    ]  # fmt: skip


def below(report: TeamReport, head: str) -> list[str]:
    """Return the lines below a heading within the first page, up to the next empty line."""
    return below_in("team", report, head)


def below_in(product: str, report: TeamReport, head: str) -> list[str]:
    here = text_of(product, report, "terminal", PLAIN).splitlines()
    start = here.index(f"{head}.") + 1
    return here[start : here.index("", start)] if "" in here[start:] else here[start:]


def test_how_people_are_protected_is_said_in_three_sentences() -> None:
    assert part(plain_report(), "How people are protected")[:3] == [
        "1. Answers are only ever counted together for at least five people; roles with fewer are counted with others, and nobody "
        "is left out.",
        "2. When almost everyone in a group said the same, or almost everyone said Not yet or Starting, the report says so in words "
        "instead of counts, so that not even a colleague who knows their own answer can work out another's.",
        "3. A second report of the same round shows only what differs by nobody or by at least five people, because otherwise the "
        "difference would be somebody's answer.",
    ]


def test_the_first_page_says_how_much_is_shown_and_that_whoever_collects_can_open_each_file() -> None:
    shown = "Of 17 questions, 8 are shown with counts, 5 are said in words and 4 are hidden (too few answers)."
    assert below_in("team_summary", plain_report(), "About this report")[-1].startswith(shown)
    collects = (
        "Important: Whoever collects the files can open each one. If that worries anyone, let a peer from outside the line of management"
    )
    assert any(line.startswith(collects) for line in text_of("team_summary", plain_report(), "terminal", PLAIN).splitlines())


@pytest.mark.parametrize("product", ["team_summary", "short_team", "team"])
def test_what_to_know_before_passing_it_on_ends_the_first_part_and_is_said_once(product: str) -> None:
    page = built(product, team_report(HOUSE, people(), minimum=3))
    heads = [block.text for block in page.parts[0].blocks if isinstance(block, Heading)]

    assert heads[:6] == ["In short", "Seen alike", "Seen differently", "Whose voice is missing", "Look at first", "Before you pass this on"]
    assert [block.text.split(".")[0] for block in page.blocks_for("room") if isinstance(block, Notice)] == [
        "Whoever collects the files can open each one",
        "The smallest group was lowered from 5 to 3 people, and that was confirmed",
    ]
    text = text_of(product, plain_report(), "terminal", PLAIN)
    assert text.count("can open each one") == (2 if product == "team" else 1)


def test_only_the_whole_report_has_a_contents_list() -> None:
    for product, has in (("team", True), ("short_team", False), ("team_summary", False)):
        assert bool(page_of(text_of(product, plain_report(), "html")).all("nav")) is has


def test_whose_voice_is_missing_is_said_and_never_that_somebody_did_not_answer() -> None:
    assert below(plain_report(), "Whose voice is missing") == [
        "1. Nobody answered as: family.",
        "2. Welcome and first meeting: nothing is shown that was asked of family, and it should not be scored without them.",
        "3. Pay and The street: nothing is shown that people with lived experience were asked.",
    ]


def test_a_section_scored_without_lived_experience_is_marked() -> None:
    report = small_team({"a": "223344", "b": "223344"}, STAFF)

    assert below(report, "Whose voice is missing") == [
        "1. Nobody answered as: peer workers, people who use the program and family.",
        "2. S: nothing is shown that people with lived experience were asked.",
    ]
    assert part(report, "F")[0].endswith(" In S, peers are not weighed apart.")
    assert "One group; nothing is shown that people with lived experience were asked." in part(report, "F")


def test_where_every_voice_can_be_seen_that_is_said() -> None:
    roles = roles_of(("peer-worker", 5), ("participant", 5), ("family", 5))
    report = small_team({"a": "22334 22334 22334", "b": "22334 22334 22334"}, roles)

    assert below(report, "Whose voice is missing") == ["Every role with lived experience took part, and can be seen in every section."]


def test_groups_stand_side_by_side_and_a_wide_gap_is_to_be_talked_about() -> None:
    assert part(plain_report(), "House foundations")[7:13] == [
        "Safety and being held (Te haumaru): between 41 and 56.",
        "Peer workers and people who use the program, 8 people: between 15 and 44.",
        "Staff and leaders, 8 people: 67.",
        "The groups stand at least 23 points apart.",
        "Peer workers: asked 3 of 3 questions, 3 of them shown; people who use the program: asked 3 of 3 questions, 3 of them shown.",
        "",
    ]


@pytest.mark.parametrize(
    ("lived", "others", "said"),
    [
        ("11122", "44444", "Talk about this: the groups stand at least 25 points apart."),
        ("22222", "33333", "The words do not tell how far the groups stand apart."),
        ("11233", "33234", "Talk about this: the groups stand 25 points apart."),
        ("11233", "33224", "The groups stand 20 points apart."),
        ("11444", "11444", "The groups stand together."),
    ],
)
def test_a_gap_is_said_in_points(lived: str, others: str, said: str) -> None:
    roles = roles_of(("peer-worker", 5), ("staff", 5))

    assert part(small_team({"a": f"{lived} {others}", "b": f"{lived} {others}"}, roles), "F")[4] == said


def test_with_one_group_peers_are_not_weighed_apart() -> None:
    roles = roles_of(("peer-worker", 2), ("staff", 4))
    report = small_team({"a": "223344", "b": "223344"}, roles)

    note, *rest = part(report, "F")
    assert note.endswith(" In S, peers are not weighed apart and lived experience cannot be shown separately.")
    assert rest == [
        "S: 75.",
        "Everyone, 6 people: 75.",
        "One group.",
        "Peer workers: asked 2 of 2 questions, 2 of them shown.",
    ]


@pytest.mark.parametrize(
    ("apart", "where"),
    [("", "every section"), ("c", "every section but C"), ("bc", "A")],
)
def test_what_is_true_of_most_sections_is_said_once_with_those_it_is_not_true_of(apart: str, where: str) -> None:
    roles = roles_of(("peer-worker", 5), ("staff", 6))
    names = [f"{section}{number}" for section in "abc" for number in (1, 2)]
    framework = make_framework(*(make_section(one, make_indicator(f"{one}1"), make_indicator(f"{one}2")) for one in "abc"))
    rows = {name: "22334 223344" if name[0] in apart else "22... 223344" for name in names}
    report = team_report(framework, assessments(framework, roles, rows))
    said = "peers are not weighed apart and lived experience cannot be shown separately"

    for product in ("team", "short_team"):
        text = text_of(product, report, "terminal", PLAIN)
        assert f" In {where}, {said}. " in text.replace("\n", " ")
        assert text.casefold().count("weighed apart") == 1
        assert text.count("One group.") == 3 - len(apart)
    assert f"{sentence(where)}: lived experience cannot be shown separately." in "\n".join(below(report, "Whose voice is missing"))


def test_the_report_for_those_who_answered_says_of_a_role_only_what_is_not_shown_of_it() -> None:
    shown = [line for line in text_of("short_team", plain_report(), "terminal", PLAIN).splitlines() if " asked " in line]

    assert [line for line in shown if line.startswith("Peer workers: asked")] == [
        "Peer workers: asked 1 of 1 question, none of them shown; people who use the program: asked 1 of 1 question, none of them shown.",
        "Peer workers: asked 3 of 3 questions, none of them shown; people who use the program: asked 3 of 3 questions, none of them shown.",
    ]
    assert any(
        "Where nothing is said of a role that took part, it was asked every question, and all of them are shown." in line for line in shown
    )


def test_the_report_for_those_who_answered_has_the_limits_of_no_framework_and_the_others_in_one_line() -> None:
    short, full = (text_of(product, plain_report(), "terminal", PLAIN) for product in ("short_team", "team"))
    [house] = HOUSE.limits

    assert (house in full, house in short) == (True, False)
    assert ("Limits." in full.splitlines(), "Limits." in short.splitlines()) == (True, False)
    [about] = [line for line in short.splitlines() if line.startswith("Of 17 questions")]
    assert [limit for limit in plain_report().limits if limit not in about] == [ANONYMITY, house]
    assert ANONYMITY not in full + short
    assert "Source: House foundations 1.2.0 (The Porch Collective)" in short.splitlines()
    assert "More: the same command with --full: every question, limit and source" in short.splitlines()


def test_no_score_says_why_and_shows_no_group() -> None:
    assert [line for line in part(plain_report(), "House foundations") if line.startswith(("Pay", "Too few"))] == [
        "Pay: no score.",
        "Too few questions can be shown for a score; nothing is shown that people with lived experience were asked.",
        "Too few questions can be shown for a score; nothing is shown that people with lived experience were asked.",
    ]


def test_hearing_each_other_is_asked_only_where_views_differ() -> None:
    alike = small_team({"a": "333333", "b": "333333"}, STAFF)
    note = "Hear each other before planning."

    assert below(alike, "Seen differently") == ["Nothing, as far as it can be shown."]
    assert below(plain_report(), "Seen differently")[0] == note


def test_the_first_page_counts_the_missing_voices_that_it_has_no_room_for() -> None:
    needed = {"a": "peer-worker", "b": "participant", "c": "family"}
    framework = make_framework(*(make_section(name, make_indicator(f"{name}1"), needs_voices=(role,)) for name, role in needed.items()))
    lines = below(
        team_report(framework, assessments(framework, STAFF, {f"{name}1": "333333" for name in needed})), "Whose voice is missing"
    )

    assert [line[:2] for line in lines] == ["1.", "2.", "3.", "An"]
    assert lines[3] == "And two more."


def test_the_first_page_lists_what_is_seen_alike_and_differently_and_what_to_look_at_first() -> None:
    assert below(plain_report(), "Seen alike")[:2] == [
        "1. We greet everyone at the door in their own words.",
        "In the middle: Mostly.",
    ]
    assert below(plain_report(), "Seen differently")[:3] == [
        "Hear each other before planning.",
        "1. There is a quiet room that anyone can use.",
        "In the middle: Not yet.",
    ]
    assert below(workshop_report(), "Look at first")[:4] == [
        "One safety matter: look there before anything else.",
        "1. Every peer worker can reach supervision within a week of a hard moment.",
        "In the middle: Partly, goal Mostly, we see this alike, but not everyone sees it so.",
        "Next step: Ask each peer worker whether they used it, and what kept them from it.",
    ]


@pytest.mark.parametrize("report", [plain_report, workshop_report, lambda: small_team({"a": "223344", "b": "001233"}, STAFF)])
def test_the_first_page_has_three_things_at_most_in_a_list_and_no_question_twice(report: Callable[[], TeamReport]) -> None:
    blocks = built("team_summary", report()).blocks_for("room")
    lists = [[entry.address for entry in block.entries] for block in blocks if isinstance(block, Entries)]
    bullets = [block.items for block in blocks if isinstance(block, Bullets)]
    named = [address for addresses in lists for address in addresses]

    assert named
    assert all(len(items) <= 3 for items in [*lists, *bullets])
    assert len(set(named)) == len(named)


def test_what_stands_on_the_first_page_is_not_listed_again_before_the_list_of_all() -> None:
    blocks = built("team", workshop_report()).blocks_for("room")
    lists = [block for block in blocks if isinstance(block, Entries) and not block.home and all(entry.address for entry in block.entries)]
    agreed = next(
        number for number, block in enumerate(blocks) if isinstance(block, Heading) and block.text.startswith("What the workshop")
    )
    listed = [entry.address for block in lists if blocks.index(block) < agreed for entry in block.entries]

    assert len(listed) > 9
    assert len(set(listed)) == len(listed)


def test_the_lanes_are_safety_talk_act_plan_unclear_and_find_out() -> None:
    here = part(plain_report(), "Where else to look")

    heads = [line for line, before in zip(here[1:], here, strict=False) if not before and line.endswith(".") and not line[0].isdigit()]
    assert [here[0], *heads] == ["", "Plan.", "Unclear.", "Find out."]


def test_a_question_in_full_has_each_groups_counts_middle_and_what_is_not_known() -> None:
    here = part(plain_report(), "House foundations, question by question")
    start = here.index("5. In the first talk we say what a peer worker does, what stays private, and when it cannot.")

    assert here[start + 1 : start + 5] == [
        "In the middle: Partly, goal Mostly, we see this alike.",
        "Peer workers and people who use the program (7): 4 Partly, 3 Mostly; 1 don't know. In the middle: Partly.",
        "Staff and leaders (8): 5 Partly, 3 Mostly. In the middle: Partly.",
        "Everyone (15): 9 Partly, 6 Mostly; 1 don't know. In the middle: Partly.",
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("open-door", "In the middle: Mostly, goal Mostly, we see this alike."),
        ("own-pace", "In the middle: between Partly and Mostly, goal Mostly, views are spread."),
        ("quiet-room", "In the middle: Not yet, goal Mostly, views are split."),
        ("supervision", "In the middle: Partly, goal Mostly, we see this alike, but not everyone sees it so."),
        ("no-papers", "Anywhere from Mostly to Built in, goal Mostly."),
        ("training", "Almost everyone: Mostly or higher, goal Mostly."),
        ("both-ways", "Almost everyone: Partly or lower, goal Mostly."),
        ("fair-pay", "Not shown: too few answers."),
    ],
)
def test_where_a_question_stands_is_said_in_words(name: str, said: str) -> None:
    here = part(plain_report(), "House foundations, question by question")
    ask = result(plain_report(), name).indicator.ask

    assert here[next(number for number, line in enumerate(here) if line.endswith(f". {ask}")) + 1] == said


def test_a_row_that_would_show_a_difference_says_so() -> None:
    report = plain_report()
    row = Row(indicator=result(report, "fair-pay").indicator, hidden="difference")
    changed = in_place_of(report, "fair-pay", row=row)

    assert "Not shown: would show a difference." in part(changed, "House foundations, question by question")
    assert "4 are hidden (3 too few answers, 1 would show a difference)." in part(changed, "About this report")[-1]


def in_place_of(report: TeamReport, name: str, **changes: Any) -> TeamReport:
    """Return a report in which a question's result is changed."""

    def changed(one: Result) -> Result:
        return replace(one, **changes) if one.address == f"house/{name}" else one

    [framework] = report.frameworks
    sections = tuple(replace(one, indicators=tuple(map(changed, one.indicators))) for one in framework.sections)
    return replace(report, frameworks=(replace(framework, sections=sections),))


def test_what_a_workshop_agreed_on_stands_beside_the_answers() -> None:
    assert part(workshop_report(), "What the workshop agreed on") == [
        "On 1 December 2026. The numbers in this report go by the answers.",
        "",
        "Levels, and what matters.",
        "1. People decide for themselves how fast things go.",
        "In the middle: between Partly and Mostly, goal Mostly, views are spread.",
        "Agreed: Partly",
        "Seen differently: Two people said Not yet: the waiting list decides",
        "Importance: high",
        "2. In the first talk we say what a peer worker does, what stays private, and when it cannot.",
        "In the middle: Partly, goal Mostly, we see this alike.",
        "Importance: high",
        "3. We greet everyone at the door in their own words.",
        "In the middle: Mostly, goal Mostly, we see this alike.",
        "Importance: high",
        "",
        "Actions.",
        "1. Put the waiting list in the hands of the people on it.",
        "Part of: Welcome and first meeting",
        "Question: People decide for themselves how fast things go.",
        "Who: Two participants and the coordinator",
        "By when: March 2027",
        "First step: Ask three people how they waited.",
        "How we will know: Nobody is called twice in a week.",
        "Help needed: An hour of the office",
        "Also ask: Families",
        "",
        "2. In the first talk we say what a peer worker does, what stays private, and when it cannot.",
        "Part of: Welcome and first meeting",
        "",
        "Outside our control.",
        "Raise it with whoever can change it.",
        "1. How long the clinic's list is: raise it with the district.",
        "",
        "When to look again.",
        "Look again: June 2027",
    ]


def test_an_action_may_name_its_question_without_the_framework_and_an_unknown_one_stands_for_itself() -> None:
    outcome = Outcome(
        format="peerkit/outcome/1",
        program="P",
        date="2026-12-01",
        agreed={"other/x": Agreed(level=2)},
        actions=(Action(id="own-pace"), Action(id="y", what="Ask round")),
        outside_our_control=(" ",),
    )

    assert part(replace(workshop_report(), outcome=outcome), "What the workshop agreed on")[2:] == [
        "Levels, and what matters.",
        "1. other/x",
        "Agreed: Partly",
        "",
        "Actions.",
        "1. People decide for themselves how fast things go.",
        "Part of: Welcome and first meeting",
        "",
        "2. Ask round",
        "Question: y",
    ]


def test_comments_stand_without_a_place_and_too_few_are_not_shown() -> None:
    written = part(workshop_report(), "What people wrote")
    silent = [replace(one, answers=quiet(one.answers)) for one in people()]

    assert written[0] == "Shuffled; without role, question or answer."
    assert sorted(re.sub(r"^\d\. ", "", line) for line in written[1:]) == [
        "Ana does it alone.", "Ask the kitchen.", "The page says it; the rota does not.", "Too few hours.", "We did this in May.",
    ]  # fmt: skip
    said = {0: "Nobody wrote anything.", 1: "One person wrote something. That is too few to show: it takes five."}
    for writers, line in {**said, 4: "Four people wrote something. That is too few to show: it takes five."}.items():
        few = team_report(HOUSE, [*people()[:writers], *silent[writers:]], comments=True)
        assert part(few, "What people wrote")[1:] == [line]


def test_comments_that_would_show_a_difference_say_so() -> None:
    silent = [replace(one, answers=quiet(one.answers)) for one in people()]
    _, shown = protect(team_of(HOUSE, people()), comments=True)
    wrote = replace(silent[7], written={"house/fair-pay": Written(note="Late.")})
    later = team_report(HOUSE, [*people()[:7], wrote, *people()[8:]], before=shown, comments=True)

    assert part(later, "What people wrote")[1:] == [
        "Six people wrote something. It is not shown, since it would show a difference to an earlier report."
    ]


def quiet(answers: dict[str, Answer]) -> dict[str, Answer]:
    return {address: replace(one, note="") for address, one in answers.items()}


@pytest.mark.parametrize(
    ("protection", "said"),
    [
        (
            {"minimum": 3},
            "Important: The smallest group was lowered from 5 to 3 people, and that was confirmed. "
            "Smaller groups are easier to see through.",
        ),
        (
            {"replaces_earlier": True},
            "Important: This report takes the place of an earlier one, which was not handed out; that was confirmed.",
        ),
    ],
)
def test_what_was_confirmed_is_printed(protection: dict[str, Any], said: str) -> None:
    report = team_report(HOUSE, people(), **protection)

    assert said in lines(report)
    assert said not in lines(plain_report())
    assert ("at least three people" in "\n".join(lines(report))) is ("minimum" in protection)


def test_where_nobody_said_who_decides_that_is_asked_for() -> None:
    for governance in (None, Governance()):
        report = team_report(HOUSE, assessments(HOUSE, PEOPLE, ROWS, governance=governance))
        assert "Not said, or not said alike in all files: who decides about these answers" in "\n".join(lines(report))


def test_there_is_no_range_no_number_for_a_framework_and_no_ranking() -> None:
    for form in ("terminal", "markdown", "html"):
        text = text_of("team", workshop_report(), form, RenderContext(plain=True))
        assert "range" not in re.sub(r"<style>.*</style>|class=\"range\"", "", text, flags=re.DOTALL)
        assert "weakest" not in text.casefold()


@pytest.mark.parametrize("width", [20, 40, 66, 80, 100])
@pytest.mark.parametrize("plain", [True, False])
def test_every_line_fits(width: int, plain: bool) -> None:
    text = text_of("team", workshop_report(), "terminal", RenderContext(width, plain=plain))

    assert max(len(line) for line in text.splitlines()) <= width
    assert all(line == line.rstrip() for line in text.splitlines())


# The pictures.


@pytest.mark.parametrize(
    ("counts", "drawn"),
    [
        ((0, 0, 0, 0, 0), "·····"),
        ((1, 2, 4, 8, 0), "▁▂▄█·"),
        ((0, 0, 1, 1, 0), "··██·"),
        ((1, 0, 0, 0, 100), "▁···█"),
    ],
)
def test_counts_are_drawn_as_heights(counts: tuple[int, ...], drawn: str) -> None:
    assert heights(counts) == drawn


def row_of(*values: int | None) -> SidesRow:
    return SidesRow("s", Side("", None), tuple(Side("x", None if value is None else ends(value, value)) for value in values))


def test_dots_that_would_touch_stand_below_each_other() -> None:
    drawn = picture(row_of(50, 52, 80, None))

    assert drawn is not None
    assert drawn.dots == (Dot("A", *ends(50, 50), 0), Dot("B", *ends(52, 52), 1), Dot("C", *ends(80, 80), 0))
    assert [drawn.low, drawn.high, drawn.lines] == [50, 80, 2]


def test_an_interval_is_a_bar_and_what_would_touch_it_stands_below() -> None:
    drawn = picture(SidesRow("s", None, (Side("x", ends(20, 60)), Side("y", ends(50, 50)), Side("z", ends(70, 90)))))

    assert drawn is not None
    assert drawn.dots == (Dot("A", *ends(20, 60), 0), Dot("B", *ends(50, 50), 1), Dot("C", *ends(70, 90), 0))
    assert [drawn.dots[0].middle, drawn.low, drawn.high] == [40, None, None]


def test_without_a_score_there_is_no_picture() -> None:
    assert picture(row_of(None, None)) is None


def test_the_page_says_in_its_table_what_its_pictures_show() -> None:
    tree = page_of(text_of("team", plain_report(), "html"))
    [table] = tree.all("table", kind="sides")

    assert all(one.attributes["aria-hidden"] == "true" for one in tree.all("svg"))
    rows = [[cell.text for cell in row.all("th", "td")] for row in table.all("tr")]
    assert rows[0] == ["Section", "The groups on a line from 0 to 100 050100", "Score", "Note"]
    assert rows[4][:3] == ["Safety and being held (Te haumaru)", "A B", "between 41 and 56"]
    assert rows[4][3].startswith("The groups stand at least 23 points apart.")
    assert rows[5] == ["A peer workers and people who use the program, 8 people", "", "between 15 and 44", ""]


def test_a_picture_of_counts_stands_with_the_counts_in_words() -> None:
    tree = page_of(text_of("team", plain_report(), "html"))
    [home] = [one for one in tree.all("li") if one.attributes.get("id") == "q-house--supervision"]
    counted = home.all("div", kind="counted")

    assert [one.the("dd").text for one in counted] == [
        "1 Not yet, 4 Starting, 3 Partly. In the middle: Starting.",
        "2 Starting, 4 Partly, 2 Mostly. In the middle: Partly.",
        "1 Not yet, 6 Starting, 7 Partly, 2 Mostly. In the middle: Partly.",
    ]
    assert [rect.attributes["width"] for rect in counted[0].all("rect")] == ["12.5%", "50%", "37.5%"]


def test_without_options_there_are_no_comments_and_no_workshop() -> None:
    text = text_of("team", plain_report(), "terminal", PLAIN)

    assert "What people wrote" not in text
    assert "What the workshop agreed on" not in text
    assert "Ana does it alone" not in text
