from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.interview.moves import Give
from peerkit.engine.interview.questions import LEAD, InterviewPart, asking_order, closeness
from peerkit.engine.interview.state_machine import begin, reply
from peerkit.model.framework import Framework
from peerkit.source import catalog
from support.building import make_assessment, make_framework, make_indicator, make_section

TODAY = "2026-11-22"


def framework(name: str, *themes: str) -> Framework:
    """Return a framework with a section for each text, which holds the themes of its indicator."""
    sections = [
        make_section(f"{name}{number}", make_indicator(f"{name}{number}-1", themes=tuple(text.split())))
        for number, text in enumerate(themes, start=1)
    ]
    return make_framework(*sections, name=name)


def names(*frameworks: Framework) -> str:
    return " ".join(part.section.id for part in asking_order(frameworks))


@st.composite
def several(draw: st.DrawFn) -> tuple[Framework, ...]:
    themes = st.sets(st.sampled_from("pqrst"), max_size=3).map(lambda found: " ".join(sorted(found)))
    count = draw(st.integers(1, 4))
    return tuple(framework("abcd"[number], *draw(st.lists(themes, min_size=1, max_size=6))) for number in range(count))


def test_one_framework_is_asked_in_file_order() -> None:
    tacsi = catalog.load("tacsi", None).framework
    assert asking_order([tacsi]) == tuple(InterviewPart(tacsi, section) for section in tacsi.sections)


def test_the_section_with_the_closest_themes_comes_next() -> None:
    assert names(framework("a", "p", "x"), framework("b", "q"), framework("c", "p q")) == "a1 c1 b1 a2"


def test_without_common_themes_the_framework_that_is_furthest_behind_comes_next() -> None:
    assert names(framework("a", "p", "q", "r"), framework("b", "s", "t")) == "a1 b1 a2 b2 a3"


def test_close_themes_do_not_let_a_framework_run_ahead_of_the_others() -> None:
    assert names(framework("a", *["p"] * 8), framework("b", "q", "r")) == "a1 a2 a3 b1 a4 a5 a6 a7 b2 a8"


def test_closeness_is_the_share_of_common_themes() -> None:
    assert closeness(frozenset("pq"), frozenset("qr")) == Fraction(1, 3)
    assert closeness(frozenset("pq"), frozenset("pq")) == 1
    assert closeness(frozenset(), frozenset()) == closeness(frozenset(), frozenset("p")) == 0


@given(several())
def test_every_section_comes_once_and_each_framework_keeps_its_own_order(frameworks: tuple[Framework, ...]) -> None:
    order = asking_order(frameworks)
    for framework in frameworks:
        assert tuple(part.section for part in order if part.framework is framework) == framework.sections
    assert len(order) == sum(len(framework.sections) for framework in frameworks)


@given(several())
def test_no_framework_is_ever_further_ahead_of_another_than_the_lead_and_a_section(frameworks: tuple[Framework, ...]) -> None:
    asked = [0] * len(frameworks)
    for chosen in (part.framework for part in asking_order(frameworks)):
        number = next(place for place, one in enumerate(frameworks) if one is chosen)
        shares = [Fraction(count, len(one.sections)) for count, one in zip(asked, frameworks, strict=True) if count < len(one.sections)]
        assert Fraction(asked[number], len(chosen.sections)) <= min(shares) + LEAD
        asked[number] += 1


@given(several(), st.integers(0, 10))
def test_who_goes_on_another_day_is_asked_the_same_in_the_same_order(frameworks: tuple[Framework, ...], stop: int) -> None:
    whole = begin(frameworks, make_assessment(frameworks=()))
    asked = [question.address for question in whole.questions]
    seen: list[str | None] = []
    state = whole
    while not state.done:
        if len(seen) == stop:
            state = begin(frameworks, state.assessment)
        seen.append(state.at)
        state = reply(state, Give(2), TODAY)
    assert seen == asked
