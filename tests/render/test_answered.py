"""The page for those who answered: easy words, their own questions, and nothing that the report of the team does not show."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.team.team_report import make_team_report
from peerkit.model.answers import SUPPORT_LABEL, Action, Outcome
from peerkit.model.page import Block, Bullets, Detail, Entries, Entry, Facts, Heading, Notice, Page, Paragraph, Title
from peerkit.model.report import TeamReport
from peerkit.model.scale import LEVEL_LABELS
from peerkit.model.team import TeamFrameworkView, TeamView
from peerkit.render.context import RenderContext
from render.team_samples import HOUSE, OUTCOME, PEOPLE, ROWS, people, plain_report, workshop_report
from render.test_team_hidden import HIDDEN, hidden_rows
from support.building import make_framework, make_indicator, make_section
from support.random_teams import random_team
from support.readability import grade
from support.rendering import page_of, text_of
from support.teams import DATE, Rows, assessments, roles_of, team_report

EASY: Final = 6
SHAPE: Final = make_framework(make_section("s", *map(make_indicator, "abc")))
PEERS_AND_STAFF: Final = roles_of(("peer-worker", 5), ("staff", 5))
STAFF: Final = roles_of(("staff", 6))
GOOD, MISSING = "What you told us is good", "What you told us is not there yet"
MANY: Final = replace(
    OUTCOME, actions=(*(Action(id=f"house/{name}") for name in list(ROWS)[:5]),), outside_our_control=("a", "b", "c", "d")
)


def answered(report: TeamReport) -> Page:
    return page_of("answered", report)


def below(page: Page, head: str) -> list[Block]:
    """Return the blocks below a heading, up to the next one."""
    blocks = page.blocks_for("room")
    start = next(number for number, block in enumerate(blocks) if isinstance(block, Heading) and block.text == head) + 1
    rest = blocks[start:]
    return list(rest[: next((number for number, block in enumerate(rest) if isinstance(block, Heading)), len(rest))])


def entries(page: Page, head: str) -> list[Entry]:
    return [entry for block in below(page, head) if isinstance(block, Entries) for entry in block.entries]


def team(rows: Rows, outcome: Outcome | None = None, minimum: int = 5) -> TeamReport:
    framework = make_framework(make_section("s", *(make_indicator(name, ask_as={"participant": f"Here, we {name}."}) for name in rows)))
    return team_report(framework, assessments(framework, STAFF, rows), outcome=outcome, minimum=minimum)


PAGES: Final[dict[str, Callable[[], TeamReport]]] = {
    "with an outcome": workshop_report,
    "without one": plain_report,
    "with many actions": lambda: team_report(HOUSE, people(support="Ana"), outcome=MANY),
    "of few": lambda: team({"a": "3....."}),
    "where nothing stands out": lambda: team({"a": "222222"}, minimum=3),
    "where nobody decides": lambda: team({"a": "333333", "b": "001111"}),
}


def own_sentences(page: Page, *, labels: bool = True) -> Iterator[str]:
    """Yield what is ours on a page: headings, what is said of them, running text and labels, each as a sentence."""
    for block in page.blocks_for("room"):
        match block:
            case Title():
                yield block.kind
            case Heading():
                yield from (block.text, block.note)
            case Paragraph() | Notice():
                yield block.text
            case Facts() if labels:
                yield from (label for label, _ in block.rows)


@pytest.mark.parametrize("name", PAGES)
def test_what_is_ours_on_it_is_easy_to_read(name: str) -> None:
    said = [text.rstrip(".?") for text in own_sentences(answered(PAGES[name]())) if text]
    assert grade(". ".join(said) + ".") <= EASY


@pytest.mark.parametrize("name", PAGES)
def test_no_sentence_of_ours_is_hard_by_itself(name: str) -> None:
    texts = [text for text in own_sentences(answered(PAGES[name]()), labels=False) for text in re.split(r"(?<=[.?]) ", text) if text]
    assert [text for text in texts if int(grade(text)) > EASY] == []


def test_three_things_are_good_three_are_not_there_yet_and_none_stands_twice() -> None:
    rows = {**{f"g{number}": "333344" for number in range(4)}, **{f"m{number}": "111122" for number in range(4)}}
    page = answered(team(rows))
    good, missing = ([entry.text for entry in entries(page, head)] for head in (GOOD, MISSING))

    assert good == ["Here, we g0.", "Here, we g1.", "Here, we g2."]
    assert missing == ["Here, we m0.", "Here, we m1.", "Here, we m2."]


def test_a_question_without_words_for_people_who_use_the_program_stands_in_its_own() -> None:
    assert next(entry.text for entry in entries(answered(workshop_report()), GOOD)) in {one.ask for _, one in HOUSE.indicators()}


def test_what_not_everyone_sees_alike_is_not_called_good_for_all() -> None:
    spread = team({"a": "003333"})
    assert [result.indicator.id for result in spread.strengths] == ["a"]
    assert entries(answered(spread), GOOD) == []


def test_what_two_frameworks_ask_in_the_same_words_stands_once() -> None:
    same = [make_indicator(name, ask="We say it twice.") for name in "ab"]
    framework = make_framework(make_section("s", *same))
    page = answered(team_report(framework, assessments(framework, STAFF, {"a": "333333", "b": "333333"})))
    assert [entry.text for entry in entries(page, GOOD)] == ["We say it twice."]


def test_what_is_promised_is_what_the_workshop_wrote_down_and_by_when() -> None:
    page = answered(workshop_report())

    [first, second] = entries(page, "What we will do")
    assert (first.text, first.details) == (OUTCOME.actions[0].what, (Detail("By when", "March 2027"),))
    assert (second.text, second.details) == (HOUSE.by_id["first-talk"][1].ask, ())
    assert Facts((("We look again", "June 2027"),)) in below(page, "What we will do")
    assert below(page, "What we cannot do ourselves") == [Bullets(OUTCOME.outside_our_control)]


def test_an_action_without_words_is_its_question_in_their_words() -> None:
    outcome = Outcome(format="peerkit/outcome/1", program="Lantern", date=DATE, actions=(Action(id="f/a", by="2027-03-01"),))
    [action] = entries(answered(team({"a": "111111"}, outcome)), "What we will do")
    assert action == Entry(text="Here, we a.", details=(Detail("By when", "1 March 2027"),))


def test_more_than_three_are_a_number() -> None:
    page = answered(team_report(HOUSE, people(), outcome=MANY))
    assert len(entries(page, "What we will do")) == 3
    assert Paragraph("And two more. Ask us.") in below(page, "What we will do")
    assert below(page, "What we cannot do ourselves") == [Bullets(("a", "b", "c")), Paragraph("And one more. Ask us.")]


def test_without_an_outcome_nothing_is_promised() -> None:
    page = answered(plain_report())
    assert below(page, "What we will do") == [Paragraph("That is not settled yet. Ask us.")]
    assert "What we cannot do ourselves" not in [block.text for block in page.blocks_for("room") if isinstance(block, Heading)]


def test_whom_to_talk_to_is_said_where_all_files_say_it_and_the_team_report_says_it_too() -> None:
    alike, apart = people(support="Ana, on 555 0100"), people(support="Ana, on 555 0100")
    apart[3] = replace(apart[3], support="Ben")
    for files, is_said in ((alike, True), (apart, False)):
        report = team_report(HOUSE, files)
        [facts] = [block for block in below(answered(report), "Who to talk to") if isinstance(block, Facts)]
        assert ((SUPPORT_LABEL, "Ana, on 555 0100") in facts.rows) is is_said
        assert ("Support: Ana, on 555 0100" in text_of("team", report, "terminal", RenderContext(plain=True))) is is_said


def test_that_the_smallest_group_was_lowered_is_said() -> None:
    assert any(isinstance(block, Notice) for block in answered(team({"a": "333333"}, minimum=3)).blocks_for("room"))
    assert not any(isinstance(block, Notice) for block in answered(team({"a": "333333"})).blocks_for("room"))


def test_where_nothing_can_be_shown_it_says_so_and_what_is_done_all_the_same() -> None:
    outcome = replace(OUTCOME, actions=(Action(id="f/a", what="Ask again in May."),))
    page = answered(team({"a": "3....."}, outcome))
    assert entries(page, "What we will do") == [Entry(text="Ask again in May.")]
    assert isinstance(below(page, "What you told us")[0], Paragraph)


def test_no_level_no_score_and_no_group_stands_on_it() -> None:
    report = team_report(SHAPE, assessments(SHAPE, PEERS_AND_STAFF, {"a": "00112 34434", "b": "33443 34434", "c": "22222 21111"}))
    text = text_of("answered", report, "terminal", RenderContext(1_000, plain=True))
    assert "We do b." in text
    assert not re.search("|".join([*LEVEL_LABELS, "staff", "peer workers", "leaders", "points", "goal", "of 100"]), text)


def random_report(chance: random.Random) -> TeamReport:
    """Return the report of an invented team, of whom many rate little, so that rows are hidden."""
    made = random_team(chance, (4, 14), (1, 4), (4, 9), not_rated=chance.choice([0.1, 0.4]), safety=0.3, parted=0.3)
    heads = dict(Counter(made.roles.values()))
    framework = make_framework(made.section)
    shown = TeamFrameworkView(framework=framework, respondents=heads, sections=(made.view(),))
    view = TeamView(program="Lantern", set="full", facts={}, minimum=5, respondents=heads, frameworks=(shown,))
    actions = tuple(Action(id=f"f/{one.id}") for one in chance.sample(made.section.indicators, 2))
    return make_team_report(view, DATE, None, Outcome(format="peerkit/outcome/1", program="Lantern", date=DATE, actions=actions))


def test_everything_it_says_of_answers_the_team_report_shows() -> None:
    chance, found = random.Random(6), Counter[str]()
    for _ in range(80):
        report = random_report(chance)
        page = answered(report)
        by_text = {result.asked: result for result in report.indicators()}
        told = text_of("team", report, "terminal", RenderContext(1_000, plain=True))
        good, missing, promised = ([] if nothing else entries(page, head) for head, nothing in (
            (GOOD, report.view.shows_nothing), (MISSING, report.view.shows_nothing), ("What we will do", False)
        ))  # fmt: skip
        for entry in good:
            result = by_text[entry.text]
            assert result.hidden is None
            assert result.gap_high == 0
            assert result.seen_alike
        for entry in missing:
            result = by_text[entry.text]
            assert result.hidden is None
            assert result.lane == "safety" or (result.gap_low or 0) > 0
        assert not {entry.text for entry in good} & {entry.text for entry in missing}
        assert report.view.shows_nothing or all(entry.text in told for entry in (*good, *missing, *promised))
        found.update({"good": len(good), "missing": len(missing), "hidden": sum(result.hidden is not None for result in by_text.values())})
        found["nothing"] += report.view.shows_nothing
    assert min(found[name] for name in ("good", "missing", "hidden", "nothing")) > 5


def of_rows(rows: Rows) -> Page:
    return answered(team_report(HOUSE, assessments(HOUSE, PEOPLE, rows), outcome=OUTCOME))


@given(st.fixed_dictionaries(dict.fromkeys(HIDDEN, hidden_rows())))
def test_what_is_hidden_does_not_change_the_page(rows: dict[str, str]) -> None:
    assert of_rows({**ROWS, **rows}) == of_rows(ROWS)


def test_what_is_shown_changes_it() -> None:
    assert of_rows({**ROWS, "open-door": "001001 10 001001 10"}) != of_rows(ROWS)
