"""What holds for every framework of this repository, whoever wrote it."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from peerkit.engine.interview.scope import holds, indicators_in_scope, is_asked_of, is_in_set, questions_in_scope
from peerkit.model.framework import FactValue, Framework, Indicator, Section
from peerkit.model.scale import VOICES, WHO_USE_IT, Voice
from support.building import make_assessment
from support.readability import grade, plain_text, words
from support.shipped import FOLDER, framework_ids, outline, shipped, theme_ids

FRAMEWORKS = framework_ids()
SIZES = {
    "tacsi": (34, 42, 14, 16),
    "ppsa": (36, 46, 16, 20),
    "mind": (55, 70, 20, 24),
    "working-together": (42, 52, 14, 20),
    "w3": (18, 24, 10, 10),
}
"""Fewest and most indicators of the full and of the quick set."""
ANY_SIZE = (1, 100, 1, 25)
PARTICIPANTS = {"mind": (8, 16), "w3": (6, 14)}
"""Fewest and most questions of a participant's quick set, where they differ from these."""
USUAL_FOR_PARTICIPANTS = (8, 14)
MOST_FACTS = 7
EASY_GRADE = 6.0
MOST_SECTIONS = {"ppsa": 10, "mind": 12}
IN_THE_WORK: set[Voice] = {"peer-worker", "staff", "leader", "partner"}
HARDEST_GRADE = 8.0
FEWEST_WORDS = 60
HARDER_FOR_A_REASON: dict[str, str] = {}
"""Indicators (framework/indicator) that may be harder to read, each with the reason."""

pytestmark = pytest.mark.parametrize("name", FRAMEWORKS)


def voices(indicator: Indicator) -> set[Voice]:
    return set(indicator.voices or VOICES)


def indicators(name: str) -> list[Indicator]:
    return [indicator for _, indicator in shipped(name).indicators()]


def test_a_file_is_called_like_its_framework(name: str) -> None:
    assert shipped(name).id == name


def test_the_sizes_are_as_agreed(name: str) -> None:
    fewest, most, fewest_core, most_core = SIZES.get(name, ANY_SIZE)
    assert fewest <= len(indicators(name)) <= most
    assert fewest_core <= sum(indicator.core for indicator in indicators(name)) <= most_core
    assert len(shipped(name).sections) <= MOST_SECTIONS.get(name, 12)


# Wording.


def test_every_indicator_reads_at_grade_8_or_less(name: str) -> None:
    hard = {f"{name}/{one.id}": grade(plain_text(one, shipped(name))) for one in indicators(name)}
    assert {address: found for address, found in hard.items() if found > HARDEST_GRADE and address not in HARDER_FOR_A_REASON} == {}


def test_no_exception_is_left_over(name: str) -> None:
    own = {address for address in HARDER_FOR_A_REASON if address.startswith(f"{name}/")}
    hard = {f"{name}/{one.id}" for one in indicators(name) if grade(plain_text(one, shipped(name))) > HARDEST_GRADE}
    assert own <= hard


def test_every_indicator_has_text_enough_for_a_grade(name: str) -> None:
    counted = {one.id: len(words(plain_text(one, shipped(name)))) for one in indicators(name)}
    assert {indicator: count for indicator, count in counted.items() if count < FEWEST_WORDS} == {}


def test_what_is_asked_has_at_most_20_words(name: str) -> None:
    asked = {text: len(words(text)) for one in indicators(name) for text in (one.ask, *one.ask_as.values())}
    assert {text: count for text, count in asked.items() if count > 20} == {}


def test_no_two_questions_share_most_of_their_words(name: str) -> None:
    asked = [(one.id, set(words(one.ask))) for one in indicators(name)]
    shares = {(a, b): len(x & y) / len(x | y) for (a, x), (b, y) in combinations(asked, 2)}
    assert {pair: round(share, 2) for pair, share in shares.items() if share > 0.6} == {}


def test_signposts_0_2_and_4_are_there_and_all_differ(name: str) -> None:
    wrong = [
        one.id
        for one in indicators(name)
        if not {"0", "2", "4"} <= set(one.signposts) or len(set(one.signposts.values())) < len(one.signposts)
    ]
    assert wrong == []


def test_there_is_a_next_step_for_the_start_and_one_for_the_middle(name: str) -> None:
    starts = {one.id: {step.from_ for step in one.next_steps} for one in indicators(name)}
    assert [indicator for indicator, found in starts.items() if not found & {0, 1} or not found & {2, 3}] == []


def test_there_are_two_to_four_things_to_look_for(name: str) -> None:
    assert [one.id for one in indicators(name) if not 2 <= len(one.look_for) <= 4] == []


# Who is asked what.


def test_a_section_has_two_core_indicators_or_none(name: str) -> None:
    core = {section.id: sum(indicator.core for indicator in section.indicators) for section in shipped(name).sections}
    assert [section for section, count in core.items() if count == 1] == []


def test_core_indicators_are_asked_of_every_working_role_whatever_the_facts(name: str) -> None:
    assert [one.id for one in indicators(name) if one.core and (one.only_if or not voices(one) >= IN_THE_WORK)] == []


def test_who_uses_the_program_is_asked_in_words_of_their_own(name: str) -> None:
    wrong = [(one.id, role) for one in indicators(name) for role in WHO_USE_IT if role in voices(one) and role not in one.ask_as]
    assert wrong == []


def test_no_words_are_kept_for_a_role_that_is_not_asked(name: str) -> None:
    assert [(one.id, role) for one in indicators(name) for role in one.ask_as if role not in voices(one)] == []


@pytest.mark.parametrize("role", VOICES)
def test_the_quick_set_has_at_most_25_questions(name: str, role: Voice) -> None:
    quick, full = (questions_in_scope(shipped(name), make_assessment(role=role, set=chosen)) for chosen in ("quick", "full"))
    assert len(quick) <= 25
    assert bool(quick) == bool(full)


def test_participants_are_asked_as_many_core_questions_as_agreed(name: str) -> None:
    fewest, most = PARTICIPANTS.get(name, USUAL_FOR_PARTICIPANTS)
    assert fewest <= sum(one.core and is_asked_of(one, "participant") for one in indicators(name)) <= most


def test_participants_are_asked_every_core_question_of_a_section_or_none(name: str) -> None:
    mixed = [
        section.id
        for section in shipped(name).sections
        if len({is_asked_of(one, "participant") for one in section.indicators if one.core}) > 1
    ]
    assert mixed == []


def test_a_section_needs_the_voice_of_participants_where_they_are_asked_its_core(name: str) -> None:
    wrong = [
        section.id
        for section in shipped(name).sections
        if ("participant" in section.needs_voices) != any(one.core and is_asked_of(one, "participant") for one in section.indicators)
    ]
    assert wrong == []


def test_what_participants_are_asked_reads_at_grade_6_or_less(name: str) -> None:
    hard = {text: found for text in enough_to_grade(shipped(name)) if (found := grade(text)) > EASY_GRADE}
    assert hard == {}


def enough_to_grade(framework: Framework) -> list[str]:
    """Return what participants are asked in the quick set, section by section, each with its neighbours up to 60 words."""
    asked = [
        text
        for section in framework.sections
        if (text := " ".join(one.ask_as["participant"] for one in section.indicators if one.core and is_asked_of(one, "participant")))
    ]
    texts: list[str] = []
    for text in asked:
        if texts and len(words(texts[-1])) < FEWEST_WORDS:
            texts[-1] = f"{texts[-1]} {text}"
        else:
            texts.append(text)
    if len(texts) > 1 and len(words(texts[-1])) < FEWEST_WORDS:
        last = texts.pop()
        texts[-1] = f"{texts[-1]} {last}"
    return texts


def test_every_section_is_reached_by_every_role_that_is_asked_anything_in_it(name: str) -> None:
    framework = shipped(name)
    asked = [
        (section, role) for section in framework.sections for role in VOICES if any(is_asked_of(one, role) for one in section.indicators)
    ]
    assert [(section.id, role) for section, role in asked if not reached(framework, section, role)] == []


def reached(framework: Framework, section: Section, role: Voice) -> bool:
    """Whether the full set with the facts as they are by default asks a role something in a section."""
    return bool(indicators_in_scope(framework, section, make_assessment(role=role, set="full")))


def test_every_indicator_is_reached_under_some_facts(name: str) -> None:
    framework = shipped(name)
    settings = list(every_setting(framework))
    unreached = [
        one.id
        for one in indicators(name)
        if not any(is_asked_of(one, role) and is_in_set(one, "full") for role in VOICES)
        or not any(holds(one.only_if, setting) for setting in settings)
    ]
    assert unreached == []


def every_setting(framework: Framework) -> list[dict[str, FactValue]]:
    """Return every combination of the framework's facts."""
    names = [fact.id for fact in framework.facts]
    return [dict(zip(names, values, strict=True)) for values in product(*(fact.values for fact in framework.facts))]


# The source document.


def statements(name: str) -> set[str]:
    return {statement.id for section in outline(name).sections for statement in section.statements}


def covered(name: str) -> set[str]:
    return {statement for one in indicators(name) for statement in one.covers}


def excused(name: str) -> set[str]:
    return {statement for exclusion in shipped(name).not_assessed for statement in exclusion.covers}


def test_every_framework_has_the_outline_of_its_source(name: str) -> None:
    assert (FOLDER / "sources" / f"{name}.yaml").is_file()


def test_what_is_covered_or_excused_stands_in_the_source(name: str) -> None:
    assert (covered(name) | excused(name)) - statements(name) == set()


def test_every_statement_of_the_source_is_covered_or_excused(name: str) -> None:
    assert statements(name) - covered(name) - excused(name) == set()


def test_every_indicator_covers_something(name: str) -> None:
    assert [one.id for one in indicators(name) if not one.covers] == []


def test_an_excuse_has_a_reason_and_is_needed(name: str) -> None:
    assert [exclusion.covers for exclusion in shipped(name).not_assessed if not exclusion.why] == []
    assert excused(name) & covered(name) == set()


def test_every_indicator_has_themes_that_are_known(name: str) -> None:
    assert [one.id for one in indicators(name) if not one.themes] == []
    assert {theme for one in indicators(name) for theme in one.themes} - theme_ids() == set()


def test_only_facts_of_the_framework_are_asked_for(name: str) -> None:
    known = {fact.id: fact.values for fact in shipped(name).facts}
    wanted = [shipped(name).small_team, *(one.only_if for one in indicators(name))]
    assert [
        (fact, value)
        for condition in wanted
        for fact, values in condition.items()
        for value in (values if isinstance(values, tuple) else (values,))
        if value not in known.get(fact, ())
    ] == []


def test_a_framework_asks_for_seven_facts_at_most_and_needs_each(name: str) -> None:
    facts = {fact.id for fact in shipped(name).facts}
    needed = {fact for condition in (shipped(name).small_team, *(one.only_if for one in indicators(name))) for fact in condition}
    assert len(facts) <= MOST_FACTS
    assert facts == needed
