"""The agenda in each of its formats."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from peerkit.engine.team.team_results import cell_in_counts
from peerkit.errors import UsageError
from peerkit.model.agenda import LONGEST, SHORTEST, Agenda, Reason, Topic
from peerkit.model.answers import Governance
from peerkit.model.team import Row
from peerkit.render.context import RenderContext
from peerkit.render.pages import agenda as wording
from peerkit.render.products import check_format, formats
from render.agenda_samples import TENSIONS, group_agenda, solo_agenda, team_agenda
from render.team_samples import HOUSE, PEOPLE, ROWS, people
from support.pages import page_of
from support.rendering import text_formats, text_of
from support.teams import assessments, team_report

AGENDAS: dict[str, Callable[[], Agenda]] = {"team": team_agenda, "group": group_agenda, "solo": solo_agenda}
HIDDEN = ("fair-pay", "neighbours", "street-map", "street-walk")
TEXTS = {
    "drawn": ("terminal", RenderContext(80)),
    "narrow": ("terminal", RenderContext(40, colour=True)),
    "plain": ("terminal", RenderContext(80, plain=True)),
    "markdown": ("markdown", RenderContext()),
    "html": ("html", RenderContext()),
}


def flat(agenda: Agenda, form: str = "terminal") -> str:
    """Return an agenda with white space as one space."""
    return " ".join(text_of("agenda", agenda, form, RenderContext(plain=True)).split())


def test_it_has_no_rows() -> None:
    assert formats("agenda") == ("docx", "html", "markdown", "pdf", "terminal")
    with pytest.raises(UsageError, match="there is no format csv for an agenda"):
        check_format("agenda", "csv")


@pytest.mark.parametrize("form", text_formats("agenda"))
def test_every_format_says_what_this_is_for_what_is_hidden_the_ground_rules_and_who_decides(form: str) -> None:
    text = flat(team_agenda(), form)

    for wanted in (wording.PURPOSE, *wording.GROUND_RULES, wording.WHO_DECIDES, "The house meeting", *wording.hidden(team_agenda())):
        assert wanted in text.replace("&#39;", "'")


def test_what_is_hidden_is_said_of_a_team_alone() -> None:
    assert "hidden" not in flat(group_agenda())
    assert next(iter(wording.hidden(team_agenda()))).startswith("Answers are only ever counted together for at least five people")
    assert "Of 17 questions, 8 are shown with counts, 5 are said in words and 4 are hidden." in flat(team_agenda())


def test_one_question_is_hidden_and_none_are_not_counted() -> None:
    few = replace(team_agenda(), asked=14, in_words=0, hidden=1)

    assert "Of 14 questions, 13 are shown with counts and 1 is hidden." in flat(few)


def test_what_is_not_settled_is_to_be_settled_first() -> None:
    unsettled = replace(solo_agenda(), governance=None)
    alike = replace(team_agenda(), governance=Governance(authority=" "))

    assert "Not said: who decides about these answers" in flat(unsettled)
    assert "Not said, or not said alike in all files: who decides" in flat(alike)


def test_a_lowered_minimum_stands_in_every_format() -> None:
    lowered = replace(team_agenda(), minimum=3)
    for form in text_formats("agenda"):
        assert "The smallest group was lowered from 5 to 3 people, and that was confirmed." in flat(lowered, form)
        assert "was lowered" not in flat(team_agenda(), form)


def test_safety_that_found_no_time_is_said_and_stands_first_in_spare_time() -> None:
    topic = next(one for one in team_agenda().topics if one.reason == "safety")
    left = replace(team_agenda(), spare=(topic, topic))
    for form in text_formats("agenda"):
        assert "Two more matters of safety found no time here, and should not wait for another workshop" in flat(left, form)
        assert "more matters of safety" not in flat(team_agenda(), form)
    assert wording.safety_left(1).startswith("One more matter of safety found no time here")


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_every_part_stands_under_its_time(form: str) -> None:
    text = text_of("agenda", team_agenda(), form, RenderContext(plain=True, width=200)).replace("\\", "")
    headings = re.findall(r"^(?:## )?(\d:\d\d) (.+?)\.?$", text, re.MULTILINE)

    wanted = [(wording.clock(part.start), wording.part_title(part)) for part in team_agenda().parts]
    assert [one for one in headings if one in wanted] == wanted


def test_no_prompt_asks_who_answered_what() -> None:
    reasons: list[Reason] = ["safety", "split", "apart", "differing", "spread", "gap", "unclear", "unknown", "hidden", "strength"]
    topic = team_agenda().topics[0]
    for reason in reasons:
        asked = wording.prompts(replace(topic, reason=reason))
        assert len(asked) >= 3
        assert not any(re.search(r"who (gave|said|answered|chose|rated)|\b\d\b", text, re.IGNORECASE) for text in asked), asked


def seen(*standings: int, reason: Reason = "apart") -> Topic:
    topic = team_agenda().topics[0]
    signposts = {"0": "Nothing.", "2": "Half.", "4": "All."}
    counts = (tuple(5 * (level == standing) for level in range(5)) for standing in standings)
    groups = tuple(cell_in_counts(("staff",), chosen) for chosen in counts)
    indicator = replace(topic.result.indicator, signposts=signposts)  # type: ignore[arg-type]  # the keys are levels
    row = Row(indicator=indicator, groups=groups)
    return Topic(
        result=replace(topic.result, row=row, low=Fraction(standings[0]), high=Fraction(standings[0]), indicator=indicator), reason=reason
    )


def test_groups_apart_are_asked_about_the_pictures_that_lie_around_them() -> None:
    assert "Where and when is it like this? Nothing." in wording.prompts(seen(1, 3))
    assert "And where like this? All." in wording.prompts(seen(1, 3))
    assert "Where and when is it like this? Nothing." in wording.prompts(seen(0, 2))
    assert "And where like this? Half." in wording.prompts(seen(0, 2))
    assert "And where like this? All." in wording.prompts(seen(2, reason="split"))


def test_a_gap_is_asked_about_the_picture_of_one_step_up() -> None:
    assert f"{wording.ONE_STEP} Half." in wording.prompts(seen(1, reason="gap"))
    assert f"{wording.ONE_STEP} All." in wording.prompts(seen(2, reason="gap"))


def test_a_tension_names_documents_where_they_are_known() -> None:
    positions = TENSIONS[0].positions

    assert [name for name, _ in wording.positions(team_agenda(), positions)] == ["House foundations", "Street wisdom"]
    assert [name for name, _ in wording.positions(solo_agenda(), positions)] == ["house", "street"]


def test_the_page_has_a_card_for_each_question_and_each_tension_and_for_three_actions() -> None:
    agenda = team_agenda()
    tree = page_of(text_of("agenda", agenda, "html"))
    cards = [one for one in tree.walk() if one.attributes.get("class") == "card"]

    headed = [next(one.text for one in card.walk() if one.tag == "h2") for card in cards]
    asked = [topic.result.asked for topic in agenda.topics]
    at = asked.index(next(part.topic.result.asked for part in agenda.parts if part.tension and part.topic)) + 1
    assert headed == [
        "What is strong",
        *asked[:at],
        "Who sets the pace?",
        *asked[at:],
        "Find out",
        "What matters most",
        "Up to three actions",
        *(f"Action {number} of 3 at most" for number in (1, 2, 3)),
        "Close",
        "If there is time",
    ]
    ids = [one.attributes["id"] for one in tree.walk() if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    assert {card.attributes["aria-labelledby"] for card in cards} <= set(ids)


def test_the_page_needs_nothing_from_elsewhere() -> None:
    text = text_of("agenda", team_agenda(), "html")

    assert "default-src 'none'" in text
    assert not re.search(r"<script|<img|<link|url\(|https?:", text)
    assert "break-inside: avoid" in text
    assert "dashed" in text


def test_the_markdown_is_lists_headings_and_text() -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(text_of("agenda", team_agenda(), "markdown"))

    assert not {token.type for token in tokens} & {"html_block", "code_block", "fence", "hr", "table_open"}


@given(st.integers(SHORTEST, LONGEST), st.sampled_from(["terminal", "markdown", "html"]))
def test_every_agenda_says_the_minutes_of_each_part(minutes: int, form: str) -> None:
    agenda = team_agenda(minutes)
    text = flat(agenda, form)

    assert sum(part.minutes for part in agenda.parts) == minutes
    assert wording.length(minutes) in text
    assert all(wording.clock(part.start) in text for part in agenda.parts)


def everything(rows: dict[str, str]) -> dict[str, str]:
    agenda = team_agenda(120, assessments(HOUSE, PEOPLE, rows))
    return {name: text_of("agenda", agenda, form, context) for name, (form, context) in TEXTS.items()}


@st.composite
def hidden_rows(draw: st.DrawFn) -> str:
    """Return a row in which at most four people rate."""
    row = [draw(st.sampled_from("?-x.")) for _ in PEOPLE]
    for _ in range(draw(st.integers(0, 4))):
        row[draw(st.integers(0, len(PEOPLE) - 1))] = draw(st.sampled_from("01234"))
    return "".join(row)


BEFORE = everything(ROWS)


@given(st.fixed_dictionaries(dict.fromkeys(HIDDEN, hidden_rows())))
def test_no_format_shows_anything_of_a_hidden_question(rows: dict[str, str]) -> None:
    assert everything({**ROWS, **rows}) == BEFORE


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_shown_is_seen_by_the_same_comparison(name: str) -> None:
    assert everything({**ROWS, "risk-talk": "333333 33 334334 43"})[name] != BEFORE[name]


def test_a_hidden_question_stands_only_among_what_to_find_out() -> None:
    agenda = team_agenda()
    hidden = {one.address for one in (*agenda.find_out, *agenda.spare) if one.result.hidden}

    assert hidden == {f"house/{name}" for name in HIDDEN}
    assert not hidden & {one.address for one in (*agenda.topics, *agenda.strengths, *agenda.proposals)}


def test_nobody_s_note_is_on_an_agenda_and_counts_are_only_where_views_are_split_as_in_the_report() -> None:
    agenda = team_agenda(files=people())
    text = flat(agenda)
    report = " ".join(text_of("team", team_report(HOUSE, people()), "terminal", RenderContext(plain=True)).split())
    count = r"\b\d+ (?:Not yet|Starting|Partly|Mostly|Built in)\b"
    said = [words for one in agenda.topics if one.reason == "split" for _, words in wording.seen(one)]

    assert "The page says it" not in text
    assert any(re.search(count, words) for words in said)
    assert len(re.findall(count, text)) == sum(len(re.findall(count, words)) for words in said)
    assert all(words in report for words in said)
