"""The page of HTML: well formed, alone, and with the numbers and the words of the report, whatever is in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.scores.audience import report_for
from peerkit.engine.scores.report import make_report
from peerkit.model.answers import Answer, Assessment, Dissent, Evidence, Given, SetAside
from peerkit.model.page import Block
from peerkit.model.report import AUDIENCES, Report
from peerkit.render.escape import one_line
from render.hostile import HOSTILE, hostile_looks, hostile_report
from render.samples import DATE, group_report, solo_report
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.pages import Node, page_of
from support.rendering import text_of

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "footer", "div", "h1", "h2", "h3", "p", "a", "ol",
    "ul", "li", "dl", "dt", "dd", "span", "strong", "code", "table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td",
    "svg", "defs", "pattern", "rect", "line", "circle", "text",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "id", "class", "href", "tabindex", "dir", "role", "scope", "colspan", "start",
    "data-label", "aria-hidden", "aria-labelledby", "width", "height", "viewbox", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r",
    "patternunits", "patterntransform",
}  # fmt: skip
TRICKS = {
    **HOSTILE,
    "an end of an attribute": '"><img src=x onerror=alert(1)>',
    "an end of a style": "</style><script>alert(1)</script>",
    "an end of the title": "</title><script>alert(1)</script>",
    "an address that runs": "javascript:alert(1)",
    "a template": "{{ 7 * 7 }} {% for x in y %} {# z #}",
    "entities": "&lt;b&gt; &amp; &#x3c;script&#x3e;",
    "right to left": "שלום (abc) مرحبا",
}


def html(report: Report) -> str:
    return text_of("report", report, "html")


def page(report: Report) -> Node:
    return page_of(html(report))


def two_frameworks(*answers: tuple[Given, Given]) -> Report:
    """Return a report on two frameworks; each pair holds the answers to a question of a theme that both have."""
    frameworks = [
        make_framework(
            make_section("s", *(make_indicator(f"q{number}", themes=("role-clarity",)) for number in range(len(answers)))), name=name
        )
        for name in ("f", "g")
    ]
    given = {f"{name}/q{number}": pair[side] for number, pair in enumerate(answers) for side, name in enumerate("fg")}
    return make_report(frameworks, make_assessment(given), DATE)


REPORTS: dict[str, Callable[[], Report]] = {
    "group": group_report,
    "solo": solo_report,
    "hostile": lambda: hostile_report("x"),
    "two": lambda: two_frameworks((1, 3)),
}
each_report = pytest.mark.parametrize("report", [make() for make in REPORTS.values()], ids=list(REPORTS))


def alone(tree: Node, text: str) -> None:
    """Assert that the page runs nothing and fetches nothing."""
    assert {one.tag for one in tree.walk()} <= {"", *TAGS}
    assert {name for one in tree.walk() for name in one.attributes} <= ATTRIBUTES
    assert all(one.attributes["href"].startswith("#") for one in tree.walk() if "href" in one.attributes)
    style = "".join(one for one in tree.the("style").inside if isinstance(one, str))
    assert re.findall(r"url\((.)", style) == ["#"] * style.count("url(")
    assert "@import" not in style
    assert "@font-face" not in style
    assert text.count("http-equiv") == 1


@each_report
def test_the_page_stands_alone(report: Report) -> None:
    text = html(report)
    tree = page_of(text)

    alone(tree, text)
    policies = [one.attributes["content"] for one in tree.all("meta") if one.attributes.get("http-equiv") == "Content-Security-Policy"]
    assert policies == [POLICY]
    assert text.index(POLICY) < text.index("<title>") < text.index("<style>")


@each_report
def test_every_name_stands_once_and_every_way_leads_somewhere(report: Report) -> None:
    tree = page(report)

    names = [one.attributes["id"] for one in tree.walk() if "id" in one.attributes]
    assert len(names) == len(set(names))
    ways = {one.attributes["href"] for one in tree.all("a")}
    ways |= {f"#{one.attributes['aria-labelledby']}" for one in tree.walk() if "aria-labelledby" in one.attributes}
    assert ways <= {f"#{name}" for name in names}


@each_report
def test_headings_are_nested_without_a_gap_and_every_part_has_its_own(report: Report) -> None:
    tree = page(report)

    levels = [int(one.tag[1]) for one in tree.all("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    for part in tree.all("section"):
        assert part.attributes["aria-labelledby"] == part.the("h2").attributes["id"]


@each_report
def test_there_are_landmarks_a_language_and_a_way_past_the_contents(report: Report) -> None:
    tree = page(report)

    assert tree.the("html").attributes["lang"] == "en"
    assert [len(tree.all(tag)) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert tree.all("a")[0].attributes["href"] == "#main"
    assert tree.the("title").text == f"Gap report: {report.assessment.program}"
    assert tree.the("h1").text == report.assessment.program
    contents = [one.text for one in tree.the("nav").all("a")]
    assert contents == [one.text for one in tree.the("main").all("h2")]


@each_report
def test_each_picture_is_hidden_from_readers_for_what_it_shows_is_written(report: Report) -> None:
    tree = page(report)

    assert tree.all("svg")
    assert all(one.attributes["aria-hidden"] == "true" for one in tree.all("svg"))
    for table in tree.all("table"):
        heads = table.the("thead").all("th")
        assert all(one.attributes["scope"] == "col" and one.text for one in heads)
        for row in table.all("tr"):
            assert sum(int(cell.attributes.get("colspan", 1)) for cell in row.all("th", "td")) == len(heads)


# Every part.


def test_the_parts_come_in_this_order() -> None:
    assert [one.text for one in page(group_report()).the("main").all("h2")] == [
        "In short", "House foundations", "Where to look", "Peer-drift watch", "Worth another look", "Not answered", "What this covers",
        "How to read the numbers", "Limits", "About these answers", "Sources", "Where to go next",
        "House foundations, question by question",
        "How the numbers came about",
    ]  # fmt: skip


def facts(node: Node) -> dict[str, str]:
    return {row.the("dt").text: row.the("dd").text for one in node.all("dl", kind="facts") for row in one.all("div")}


def test_the_cover_says_whose_it_is_what_was_asked_and_who_decides() -> None:
    cover = page(group_report()).the("header")

    assert facts(cover) == {
        "Date": "21 November 2026",
        "Answered": "together by 5 people (3 peer workers, 2 staff)",
        "Questions": "full set",
        "House foundations": "Welcome and first meeting, Safety and being held, Pay, Learning side by side, in the team and with the "
        "neighbours and The street",
        "Is it partners?": "No (nobody said, so this was assumed)",
        "Who decides": "The house meeting",
        "Who may see": "The team and the committee",
        "Until when": "2027-12-31",
    }
    assert "For reflection and planning, not for audit or ranking." in cover.text


def test_a_cover_without_governance_and_facts_has_no_line_for_them() -> None:
    cover = page(two_frameworks((1, 3))).the("header")

    assert list(facts(cover)) == ["Date", "Answered", "Questions", "F", "G"]
    assert facts(cover)["F"] == "every section"


def test_in_short_is_what_to_look_at_first_what_is_strong_and_the_next_steps() -> None:
    short = page(group_report()).the("section", name="in-short")

    assert [one.text for one in short.all("h3")] == ["Look at this first", "Strengths", "Then these two steps"]
    first, steps = short.the("ol", kind="safety").all("li"), short.the("ol", kind="act").all("li")
    assert [one.the("p", kind="ask").text for one in (*first, *steps)] == [one.asked for one in group_report().first_steps]
    assert [one.the("div", kind="to-do").the("dd").text for one in (*first, *steps)] == [
        one.next_step for one in group_report().first_steps
    ]


def test_in_short_says_where_there_is_nothing_to_name() -> None:
    framework = make_framework(make_section("s", make_indicator("a")))
    short = page(make_report([framework], make_assessment({"f/a": 4}), DATE)).the("section", name="in-short")

    assert "Nothing is below its goal, as far as it was answered." in short.text


def test_a_framework_in_which_nothing_applies_is_said_to_be_so() -> None:
    tree = page(make_report([make_framework()], make_assessment({"f/s-1": "not-applicable"}), DATE))

    assert tree.the("section", name="scores-f").text == "F Nothing in it applies to what was asked."
    assert facts(tree.the("header"))["F"] == "no section"


def test_themes_stand_side_by_side_in_words_only_where_several_frameworks_have_them() -> None:
    tree = page(two_frameworks((1, 3), (4, "dont-know"), (2, "skipped")))

    [row] = tree.the("table", kind="themes").the("tbody").all("tr")
    assert [one.text for one in row.all("th", "td")] == ["Role clarity", "Starting to Built in", "Mostly, and don't know"]
    assert [one.kinds for one in row.all("rect")] == [["level-1"], ["level-2"], ["level-4"], ["level-3"], ["dont-know"]]
    assert not page(group_report()).all("table", kind="themes")


def test_a_theme_that_one_framework_answered_is_not_set_beside_nothing() -> None:
    assert not page(two_frameworks((1, "skipped"))).all("table", kind="themes")
    [row] = page(two_frameworks((1, "dont-know"))).the("table", kind="themes").the("tbody").all("tr")
    assert [one.text for one in row.all("td")] == ["Starting", "Don't know"]


# Every question.


def homes(tree: Node) -> dict[str, Node]:
    return {one.attributes["id"]: one for one in tree.all("li") if "id" in one.attributes}


@each_report
def test_every_question_stands_once_in_full_and_is_led_to_from_elsewhere(report: Report) -> None:
    tree = page(report)

    asked = {f"q-{one.address.replace('/', '--')}": one for one in report.indicators()}
    assert list(homes(tree)) == list(asked)
    for name, home in homes(tree).items():
        assert home.the("p", kind="ask").text == asked[name].asked
    ways = [one for one in tree.all("a") if one.attributes["href"].startswith("#q-")]
    assert len(ways) >= len(report.priorities)
    assert all(one.text == asked[one.attributes["href"][1:]].asked for one in ways)


def test_a_question_in_full_has_its_level_goal_lane_note_evidence_and_step() -> None:
    home = homes(page(group_report()))

    supervision = home["q-house--supervision"]
    assert supervision.the("p", kind="standing").text == "Starting now, goal Mostly Safety first"
    assert details(supervision) == [
        ("The group's note", ["It hangs on Ana being there.", "Since May she is away on Mondays."]),
        ("Next step", ["The coordinator and one peer worker put two names and numbers on the wall by Friday week."]),
    ]
    assert details(home["q-house--first-talk"])[0] == ("To point at", ["The page by the door (policy, 2026-05)"])
    assert details(home["q-house--open-door"]) == []
    assert home["q-house--both-ways"].the("p", kind="standing").text == "Skipped"
    assert [one.attributes["class"] for one in supervision.all("circle")] == ["full", "open", "open", "full"]


def details(node: Node) -> list[tuple[str, list[str]]]:
    return [(row.the("dt").text, [one.text for one in row.all("dd")]) for one in node.all("dl", kind="details") for row in one.all("div")]


GIVEN: list[Given] = [0, 1, 2, 3, 4, "dont-know", "skipped", "not-applicable"]
WORDS = (
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp")), min_size=1, max_size=30).map(one_line).filter(bool)
)


@given(st.sampled_from(GIVEN), WORDS, WORDS, WORDS)
def test_no_note_no_evidence_and_no_different_view_is_missing(answer: Given, note: str, evidence: str, why: str) -> None:
    framework = make_framework(make_section("s", make_indicator("q"), make_indicator("other")))
    said: dict[str, Any] = {
        "note": note,
        "evidence": (Evidence(kind="record", text=evidence),),
        "dissent": (Dissent(answer=2, people=3, why=why),),
    }
    answers = {"f/q": Answer(ask="We do it.", answer=answer, **said), "f/other": Answer(ask="We do that.", answer=3)}
    away = SetAside(id="f/old", ask="We did.", answer=1, why="retired", **said)
    assessment: Assessment = replace(make_assessment(mode="consensus", role=None), answers=answers, set_aside=(away,))

    tree = page(make_report([framework], assessment, DATE))

    wanted = [
        ("The group's note", [note]),
        ("To point at", [f"{evidence} (record)"]),
        ("Seen differently", [f"Three people said Partly: {why}"]),
    ]
    assert details(homes(tree)["q-f--q"])[:3] == wanted
    kept = tree.the("section", name="what-this-covers").all("div", kind="group")[-1]
    assert details(kept) == [*wanted, ("Why", ["retired"])]


# Whatever is in it.


@pytest.mark.parametrize("name", TRICKS)
def test_a_hostile_text_is_text(name: str) -> None:
    text = html(hostile_report(TRICKS[name]))
    tree = page_of(text)

    alone(tree, text)
    assert not UNSEEN.search(text)
    text.encode()
    wanted = one_line(TRICKS[name])
    assert tree.the("h1").text == wanted
    assert all(one.the("p", kind="ask").text == wanted for one in homes(tree).values())
    lines = [one_line(line) for line in TRICKS[name].splitlines() if line.strip()]
    *answered, unanswered = homes(tree).values()
    assert all(("The group's note", lines) in details(home) for home in answered)
    assert details(unanswered) == []


@pytest.mark.parametrize("name", TRICKS)
def test_a_hostile_text_is_text_also_in_looks_and_for_every_audience(name: str) -> None:
    looks, report = hostile_looks(TRICKS[name]), hostile_report(TRICKS[name])

    for text in (html(looks), text_of("summary", report, "html"), *(html(report_for(report, one)) for one in AUDIENCES)):
        alone(page_of(text), text)
        assert not UNSEEN.search(text)
    wanted = one_line(TRICKS[name])
    look = page(looks).the("section", name="another-look")
    assert [one.text for one in look.all("li") if "high in" in one.text] == [f"{wanted}: high in {wanted}, low in {wanted}."]
    agreed = page(report).the("section", name="what-was-agreed")
    assert wanted in [one.text for one in agreed.the("ul", kind="bullets").all("li")]


def test_a_hostile_text_changes_no_structure() -> None:
    trees = [page(hostile_report(text)) for text in ("plain", '"><b id="x">\'{{ 1 }}</p></li></main><script>x</script>')]

    assert [one.tag for one in trees[0].walk()] == [one.tag for one in trees[1].walk()]
    assert [sorted(one.attributes) for one in trees[0].walk()] == [sorted(one.attributes) for one in trees[1].walk()]


@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip() != ""))
def test_no_text_makes_a_page_fail(text: str) -> None:
    assert page(hostile_report(text)).the("h1").text == " ".join(one_line(text).split())


@pytest.mark.parametrize("kind", [one.__name__ for one in Block.__args__ if one.__name__ != "Heading"])
def test_every_kind_of_block_has_a_drawing(kind: str) -> None:
    from jinja2 import Environment, PackageLoader

    source, _, _ = PackageLoader("peerkit.render").get_source(Environment(autoescape=True), "blocks.html")

    assert f'"{kind.casefold()}": {kind.casefold()}' in source
    assert f"{{% macro {kind.casefold()}(block) %}}" in source


def test_the_page_ends_with_one_line_break() -> None:
    text = html(group_report())

    assert text.startswith("<!DOCTYPE html>\n")
    assert text.endswith("</html>\n")
