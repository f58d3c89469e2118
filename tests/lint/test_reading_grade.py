from __future__ import annotations

import pytest
import textstat  # type: ignore[import-untyped]

from peerkit.lint.reading_grade import Grade, grade, hardest_words, longest_sentence, sentences, syllables
from support.readability import plain_text
from support.shipped import framework_ids, shipped

CLOSE = 0.5
"""School grades."""
SYLLABLES = {
    1: "a the we peer work asked help talked played makes year friend league lives through don't peers' 2023",
    2: "people being table tables centre places reaches wanted settled worker colleague quiet trial giant prior client our going patient"
    " something someone lifelong homeless technique useful solely hour careful middle handled studied rhythm statement unit's",
    3: "family idea area carrier serious settlement element everyone recover violence anyone period reliant criticism fluently excitement"
    " whoever diary created efficient orient mānuka",
    4: "experience appreciate society reliable everybody recovery variety reality supervisor entitlement",
    5: "university continuity organisation anniversary orientation whanaungatanga",
    6: "responsibility reliability",
    7: "individuality confidentiality whakawhanaungatanga",
}


@pytest.mark.parametrize(("word", "count"), [(word, count) for count, words in SYLLABLES.items() for word in words.split()])
def test_the_syllables_of_a_word_are_counted(word: str, count: int) -> None:
    assert syllables(word) == syllables(word.upper()) == count


@pytest.mark.parametrize("word", ["", "-", "\U0001f642", "e", "'s", "1"])
def test_everything_has_a_syllable(word: str) -> None:
    assert syllables(word) == 1


@pytest.mark.parametrize("name", framework_ids())
def test_the_grades_of_the_shipped_texts_are_those_of_textstat(name: str) -> None:
    for _, indicator in shipped(name).indicators():
        text = plain_text(indicator, shipped(name))
        ours = grade([text])
        assert ours.flesch_kincaid == pytest.approx(textstat.flesch_kincaid_grade(text), abs=CLOSE), indicator.id
        assert ours.automated_readability == pytest.approx(textstat.automated_readability_index(text), abs=CLOSE), indicator.id


def test_a_grade_follows_the_published_formulas() -> None:
    # 9 words in 2 sentences, 11 syllables, 38 characters with the full stops.
    found = grade(["We welcome new people here.", "They find a chair."])
    assert found.words == 9
    assert found.flesch_kincaid == pytest.approx(0.39 * 9 / 2 + 11.8 * 11 / 9 - 15.59)
    assert found.automated_readability == pytest.approx(4.71 * 38 / 9 + 0.5 * 9 / 2 - 21.43)
    assert found.highest == max(found.flesch_kincaid, found.automated_readability)


def test_explained_words_count_as_short_ones() -> None:
    texts = ["Whanaungatanga helps people.", "We learn what WHANAUNGATANGA means."]
    assert grade(texts, {"whanaungatanga"}) == grade(["It helps people.", "We learn what it means."])
    assert grade(texts).highest > grade(texts, {"whanaungatanga"}).highest


@pytest.mark.parametrize("texts", [[], [""], ["...", "!"]])
def test_without_words_there_is_no_grade(texts: list[str]) -> None:
    assert grade(texts) == Grade(0.0, 0.0, 0)
    assert hardest_words(texts) == []
    assert longest_sentence(texts) == ("", 0)


def test_a_text_ends_a_sentence_and_so_does_a_stop_before_a_space() -> None:
    texts = ['"Do come in!" they say', "It costs 1.50 a day. Or less? No."]
    assert sentences(texts) == ['"Do come in!', "they say", "It costs 1.50 a day.", "Or less?", "No."]


def test_fragments_make_no_text_easier() -> None:
    assert grade(["We ask people what they need. Not yet. No."]).flesch_kincaid > grade(["We ask people what they need."]).flesch_kincaid


def test_the_words_that_add_most_syllables_are_named() -> None:
    texts = ["The organisation of supervision", "Supervision and orientation for everyone, or a responsibility"]
    assert hardest_words(texts) == ["responsibility", "supervision", "organisation"]
    assert hardest_words(texts, {"supervision"}) == ["responsibility", "organisation", "orientation"]


def test_the_longest_sentence_is_the_first_of_those_with_most_words() -> None:
    assert longest_sentence(["We ask. We greet people.", "They sit down."]) == ("We greet people.", 3)
