from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.lint import lexicon
from peerkit.lint.framework_texts import Texts, Wording, plain, words
from peerkit.lint.lexicon import Lexicon, ListEntry
from peerkit.source.yaml.document import parse

SOURCES = Path(__file__).parents[2] / "docs" / "word-lists.md"
NAMES = sorted(path.stem for path in lexicon.FOLDER.iterdir())
KEYS = {"words", "instead", "reason", "source", "not_before"}
WITH_A_BETTER_WORD = {"deficit", "jargon", "macrons"}
LIST = Lexicon(
    (
        ListEntry(words=("agree",), reason="one", source="s"),
        ListEntry(words=("agree or disagree", "yes/no"), reason="two", source="s"),
    )
)


def entries(name: str) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = parse((lexicon.FOLDER / f"{name}.yaml").read_bytes()).data
    return data


def found(text: str, words_of: Lexicon = LIST) -> list[tuple[str, int, str]]:
    return [(hit.found, hit.start, hit.entry.reason) for hit in words_of.hits(Texts([Wording(("ask",), text)]))]


def test_the_lists_are_those_that_the_rules_read() -> None:
    assert NAMES == ["absolutes", "acronyms", "agreement", "deficit", "hedges", "jargon", "leading", "macrons", "placeholders"]


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_yaml_without_faults(name: str) -> None:
    assert parse((lexicon.FOLDER / f"{name}.yaml").read_bytes()).faults == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_entry_has_words_and_a_reason(name: str) -> None:
    for entry in entries(name):
        assert entry.keys() <= KEYS
        assert entry["words"]
        texts = [*entry["words"], *entry.get("not_before", ()), *(entry[key] for key in ("reason", "source", "instead") if key in entry)]
        assert all(isinstance(text, str) and text.strip() == text != "" for text in texts), entry
        assert "reason" in entry
        assert not entry["reason"].endswith(".")


def test_every_source_is_listed_with_where_to_find_it_and_none_is_listed_that_is_not_used() -> None:
    listed = re.findall(r"^\| (?!source|---)(.+?) \| .+ \|$", SOURCES.read_text(encoding="utf-8"), re.MULTILINE)
    used = {entry["source"] for name in NAMES for entry in entries(name) if "source" in entry}
    assert listed == sorted(used, key=str.casefold)


def test_words_about_people_are_mostly_those_that_published_guidance_names() -> None:
    with_source = [entry for entry in entries("deficit") if "source" in entry]
    assert len(with_source) / len(entries("deficit")) > 0.8
    assert all("source" in entry for entry in entries("macrons"))


@pytest.mark.parametrize("name", sorted(WITH_A_BETTER_WORD))
def test_every_entry_has_a_better_word_that_is_not_in_the_list_itself(name: str) -> None:
    for entry in entries(name):
        assert entry["instead"]
        assert found(entry["instead"], lexicon.load(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_in_a_list_twice(name: str) -> None:
    counts = Counter(word.lower() for entry in entries(name) for word in entry["words"])
    assert [word for word, count in counts.items() if count > 1] == []


def test_no_word_is_both_jargon_and_a_deficit_word() -> None:
    jargon, deficit = ({word.lower() for entry in entries(name) for word in entry["words"]} for name in ("jargon", "deficit"))
    assert jargon & deficit == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_list_is_found_in_a_text(name: str) -> None:
    for entry in lexicon.load(name).entries:
        for word in entry.words:
            assert found(f"So, {word.capitalize()}.", lexicon.load(name)) == [(word.capitalize(), 4, entry.reason)]


def test_a_word_with_macrons_is_the_same_word_without_them() -> None:
    for entry in lexicon.load("macrons").entries:
        assert entry.words[0] == "".join(one for one in unicodedata.normalize("NFD", entry.instead) if not unicodedata.combining(one))
        assert entry.words[0] != entry.instead


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We agree.", [("agree", 3, "one")]),
        ("Agree or Disagree?", [("Agree or Disagree", 0, "two")]),
        ("Agree, or disagree", [("Agree", 0, "one")]),
        ("agree or\n disagree", [("agree or\n disagree", 0, "two")]),
        ("yes/no, yes / no", [("yes/no", 0, "two")]),
        ("We agree. They agree.", [("agree", 3, "one")]),
        ("They agree; agree or disagree", [("agree", 5, "one"), ("agree or disagree", 12, "two")]),
        ("'agree'", [("agree", 1, "one")]),
        ("\u0130\u0130 agree's", [("agree", 3, "one")]),
        ("\U0001f642 agree", [("agree", 2, "one")]),
        ("agreed, disagree, dis-agree, agree-able, o'agree, agree_", []),
        ("", []),
    ],
)
def test_words_are_found_whole_once_for_each_text_and_the_longest_phrase_counts(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert found(text) == expected


def test_texts_are_looked_at_one_by_one() -> None:
    hits = LIST.hits(Texts([Wording((0,), "agree or"), Wording((1,), "disagree"), Wording((2,), "agree")]))
    assert [(hit.wording.path, hit.found) for hit in hits] == [((0,), "agree"), ((2,), "agree")]


def found_slowly(texts: list[str]) -> list[tuple[int, int, int]]:
    """Return text, start and end of each hit, by a pattern that takes all phrases at once."""
    phrases = sorted(LIST.by_phrase, key=len, reverse=True)
    either = "|".join(r"[\s/]+".join(map(re.escape, phrase.split())) for phrase in phrases)
    pattern = re.compile(rf"(?<!\w)(?<!\w['-])(?:{either})(?:(?='s(?!\w|['-]\w))|(?!\w|['-]\w))")
    hits = []
    for number, text in enumerate(texts):
        seen = set()
        for match in pattern.finditer(plain(text)):
            phrase = " ".join(match.group().replace("/", " ").split())
            if phrase not in seen:
                hits.append((number, *match.span()))
            seen.add(phrase)
    return hits


PIECES = st.sampled_from(
    ["agree", "Agree", "or", "disagree", "yes", "no", "yes/no", " ", "  ", "\n", "/", "-", "'", "\u2019", "s", "\0", "\u0130", "é"]
)


@given(st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=4))
def test_looking_through_all_texts_at_once_finds_what_a_pattern_finds_in_each(texts: list[str]) -> None:
    together = Texts(Wording((number,), text) for number, text in enumerate(texts))
    assert [(hit.wording.path[0], hit.start, hit.end) for hit in LIST.hits(together)] == found_slowly(texts)


@given(st.lists(st.text(max_size=4), min_size=1, max_size=4))
def test_every_place_belongs_to_the_text_it_stands_in(texts: list[str]) -> None:
    together = Texts(Wording((number,), text) for number, text in enumerate(texts))
    places = [(number, start) for number, text in enumerate(texts) for start in range(len(text) + 1)]
    assert [(wording.path[0], start) for wording, start in map(together.at, range(len(together.joined) + 1))] == places


@pytest.mark.parametrize("text", ['say "agree" here', "'agree'", "\u201cagree\u201d", "\u2018agree\u2019"])
def test_a_word_in_quotes_is_spoken_of(text: str) -> None:
    (hit,) = LIST.hits(Texts([Wording((), text)]))
    assert hit.is_quoted


@pytest.mark.parametrize("text", ['"We agree"', "agree", '"agree on it"'])
def test_a_word_in_a_quoted_sentence_is_used(text: str) -> None:
    (hit,) = LIST.hits(Texts([Wording((), text)]))
    assert not hit.is_quoted


def test_loading_the_rules_reads_no_list() -> None:
    script = "from peerkit.lint import lexicon, rule; rule.every_rule(); print(lexicon.load.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "0\n"


def test_an_apostrophe_or_a_hyphen_joins_a_word() -> None:
    assert words("We don't. Peers\u2019 first-time visitor\u2019s _x_ 3-9 whānau!") == [
        *("We", "don't", "Peers", "first-time", "visitor\u2019s", "x", "3-9", "whānau")
    ]


def test_a_word_that_speaks_of_something_else_before_another_word_is_let_be() -> None:
    listed = Lexicon((ListEntry(words=("baseline",), reason="one", not_before=("runner",)),))
    assert found("A baseline runner, a Baseline  runner and the baseline of it.", listed) == [("Baseline", 21, "one")]
    assert found("Baseline\nrunner. Baseline", listed) == [("Baseline", 17, "one")]
