from __future__ import annotations

from peerkit.engine.crosswalk import matrix, safety_addresses, tension_page, theme_page, tied_frameworks, trace
from peerkit.model.crosswalk import Crosswalk, Link, OutlineSection, SourceOutline, Statement, Tension, Theme
from peerkit.model.framework import Exclusion
from support.building import make_framework, make_indicator, make_section

POWER = Theme(id="power", title="Power", definition="Who decides.")
HOPE = Theme(id="hope", title="Hope", definition="What may come.")
LEFT = make_framework(make_section("s", make_indicator("a", themes=("power",)), make_indicator("b")), name="left")
RIGHT = make_framework(make_section("t", make_indicator("c", themes=("power", "unknown"))), name="right")
CROSSWALK = Crosswalk(
    format="peerkit/crosswalk/1",
    links=(
        Link(from_="left/a", to="right/c", relation="subset", why="One is part of the other."),
        Link(from_="left/b", to="right/c", relation="intersects", why="They meet in part."),
    ),
    tensions=(Tension(id="who", title="Who decides?", positions={"left": "All."}, indicators=("left/a", "gone/x"), questions=("Who?",)),),
)


def test_the_matrix_names_what_carries_a_theme_and_what_carries_none() -> None:
    made = matrix([LEFT, RIGHT], [POWER, HOPE])
    rows = {row.theme.id: {name: [one.id for one in here] for name, here in row.indicators.items()} for row in made.rows}
    assert rows == {"power": {"left": ["a"], "right": ["c"]}, "hope": {"left": [], "right": []}}
    assert made.unmapped == ("left/b",)
    assert made.lonely == (HOPE,)


def test_a_theme_page_has_the_links_between_its_own_questions() -> None:
    page = theme_page([LEFT, RIGHT], POWER, CROSSWALK)
    assert [(link.from_, link.relation, link.to) for link in page.links] == [("left/a", "subset", "right/c")]


def test_a_tension_has_the_words_of_the_questions_it_touches() -> None:
    page = tension_page([LEFT, RIGHT], CROSSWALK)
    assert page.asks == {"left/a": "We do a."}
    assert page.tensions == CROSSWALK.tensions


OUTLINE = SourceOutline(
    format="peerkit/source/1",
    sections=(
        OutlineSection(id="a", title="First part", statements=(Statement(id="a.1", gist="One."), Statement(id="a.2", gist="Two."))),
        OutlineSection(id="b", title="Only a heading", statements=()),
        OutlineSection(id="c", title="Last part", statements=(Statement(id="c.1", gist="Three.", force="outcome"),)),
    ),
)
DOCUMENT = make_framework(
    make_section("s", make_indicator("x", covers=("a.1", "z.9")), make_indicator("y", covers=("a.1",))),
    not_assessed=(Exclusion(covers=("a.2",), why="An effect."), Exclusion(covers=("c.1",))),
)


def test_each_point_has_its_questions_or_the_reason_why_there_is_none() -> None:
    points = {point.id: point for point in trace(DOCUMENT, OUTLINE).points}
    assert points["a.1"].indicators == ("x", "y")
    assert (points["a.2"].indicators, points["a.2"].excuse) == ((), "An effect.")
    assert (points["c.1"].indicators, points["c.1"].excuse) == ((), None)


def test_a_part_without_points_is_left_out() -> None:
    assert [section.title for section in trace(DOCUMENT, OUTLINE).sections] == ["First part", "Last part"]


def test_ids_that_the_outline_does_not_have_are_named() -> None:
    assert trace(DOCUMENT, OUTLINE).unknown == ("z.9",)


def test_what_asks_the_same_as_a_question_about_safety_is_about_safety_over_any_number_of_links() -> None:
    framework = make_framework(make_section("s", make_indicator("a", safety=True), make_indicator("b")))
    equal = {"f/a": ("g/x",), "g/x": ("f/a", "h/y"), "h/y": ("g/x",), "f/b": ("g/z",), "g/z": ("f/b",)}

    assert safety_addresses([framework], equal) == {"f/a", "g/x", "h/y"}
    assert tied_frameworks(["f"], equal) == {"g", "h"}
    assert tied_frameworks(["other"], equal) == frozenset()
