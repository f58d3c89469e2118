from __future__ import annotations

from peerkit.engine.crosswalk import trace
from peerkit.model.crosswalk import OutlineSection, SourceOutline, Statement
from peerkit.model.framework import Exclusion
from support.building import make_framework, make_indicator, make_section

OUTLINE = SourceOutline(
    format="peerkit/source/1",
    sections=(
        OutlineSection(id="a", title="First part", statements=(Statement(id="a.1", gist="One."), Statement(id="a.2", gist="Two."))),
        OutlineSection(id="b", title="Only a heading", statements=()),
        OutlineSection(id="c", title="Last part", statements=(Statement(id="c.1", gist="Three.", force="outcome"),)),
    ),
)
FRAMEWORK = make_framework(
    make_section("s", make_indicator("x", covers=("a.1", "z.9")), make_indicator("y", covers=("a.1",))),
    not_assessed=(Exclusion(covers=("a.2",), why="An effect."), Exclusion(covers=("c.1",))),
)


def test_each_point_has_its_questions_or_the_reason_why_there_is_none() -> None:
    points = {point.id: point for point in trace(FRAMEWORK, OUTLINE).points}
    assert points["a.1"].indicators == ("x", "y")
    assert (points["a.2"].indicators, points["a.2"].excuse) == ((), "An effect.")
    assert (points["c.1"].indicators, points["c.1"].excuse) == ((), None)


def test_a_part_without_points_is_left_out() -> None:
    assert [section.title for section in trace(FRAMEWORK, OUTLINE).sections] == ["First part", "Last part"]


def test_ids_that_the_outline_does_not_have_are_named() -> None:
    assert trace(FRAMEWORK, OUTLINE).unknown == ("z.9",)
