"""What holds for the crosswalk of this repository."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from peerkit.engine.crosswalk import equal_to
from peerkit.model.crosswalk import Crosswalk, Link
from peerkit.model.framework import Indicator
from peerkit.model.scale import VOICES
from peerkit.source.yaml import yaml_file
from support.shipped import FOLDER, framework_ids, shipped

CROSSWALK, _ = yaml_file.read_file(FOLDER / "crosswalk.yaml", Crosswalk)
INDICATORS: dict[str, Indicator] = {
    f"{name}/{indicator.id}": indicator for name in framework_ids() for _, indicator in shipped(name).indicators()
}
EQUAL = [link for link in CROSSWALK.links if link.relation == "equal"]
TENSIONS = 7
FEWEST_EQUAL = 30
MOST_CORE = 75


def test_every_end_of_a_link_and_every_question_of_a_tension_is_there() -> None:
    named = {end for link in CROSSWALK.links for end in (link.from_, link.to)}
    named |= {address for tension in CROSSWALK.tensions for address in tension.indicators}
    assert named <= INDICATORS.keys()


def test_links_go_between_frameworks_and_each_pair_is_linked_once() -> None:
    pairs = Counter(frozenset((link.from_, link.to)) for link in CROSSWALK.links)
    assert max(pairs.values()) == 1
    assert all(link.from_.partition("/")[0] != link.to.partition("/")[0] for link in CROSSWALK.links)


def test_no_question_is_a_part_of_itself() -> None:
    part_of: dict[str, set[str]] = {}
    for link in CROSSWALK.links:
        if link.relation in ("subset", "superset"):
            small, large = (link.from_, link.to) if link.relation == "subset" else (link.to, link.from_)
            part_of.setdefault(small, set()).add(large)

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        ahead = [start]
        while ahead:
            for larger in part_of.get(ahead.pop(), set()) - seen:
                seen.add(larger)
                ahead.append(larger)
        return seen

    assert [start for start in part_of if start in reached(start)] == []


@pytest.mark.parametrize("link", EQUAL, ids=lambda link: f"{link.from_}={link.to}")
def test_one_answer_can_serve_both_of_an_equal_pair(link: Link) -> None:
    one, other = INDICATORS[link.from_], INDICATORS[link.to]
    assert what_is_asked(one) == what_is_asked(other)
    assert (one.weight, one.safety, one.only_if) == (other.weight, other.safety, other.only_if)
    assert set(one.themes) & set(other.themes)


def what_is_asked(indicator: Indicator) -> tuple[object, ...]:
    """Return the words of a question and of its levels, and whom it is asked of."""
    return indicator.ask, indicator.ask_as, indicator.signposts, set(indicator.voices or VOICES)


def test_whatever_is_asked_in_the_same_words_is_linked_as_equal() -> None:
    linked = {frozenset((link.from_, link.to)) for link in EQUAL}
    same = {
        frozenset((one, other))
        for one, other in combinations(INDICATORS, 2)
        if INDICATORS[one].ask == INDICATORS[other].ask and INDICATORS[one].signposts == INDICATORS[other].signposts
    }
    assert same == linked
    assert len(linked) >= FEWEST_EQUAL


def test_the_five_quick_sets_together_are_short_enough_where_one_answer_serves_two() -> None:
    core = {(one.ask, *one.signposts.values()) for one in INDICATORS.values() if one.core}
    assert len(core) <= MOST_CORE


def test_a_fact_is_the_same_in_every_framework_that_asks_for_it() -> None:
    asked: dict[str, set[object]] = {}
    for name in framework_ids():
        for fact in shipped(name).facts:
            asked.setdefault(fact.id, set()).add((fact.ask, fact.kind, fact.default, tuple(fact.options)))
    assert {fact: versions for fact, versions in asked.items() if len(versions) > 1} == {}


def test_no_two_questions_of_one_framework_share_an_answer() -> None:
    for partners in equal_to(CROSSWALK).values():
        assert not [pair for pair in combinations(partners, 2) if pair[0].partition("/")[0] == pair[1].partition("/")[0]]


def test_each_tension_names_documents_that_differ_and_asks_a_group_something() -> None:
    assert len(CROSSWALK.tensions) == TENSIONS
    for tension in CROSSWALK.tensions:
        assert len(tension.positions) >= 2, tension.id
        assert len(tension.questions) >= 3, tension.id
        assert tension.positions.keys() <= set(framework_ids()), tension.id
        assert tension.indicators, tension.id
