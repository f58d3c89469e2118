from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from peerkit.source.yaml.document import parse
from support.documents import faults
from support.words import AMBIGUOUS

PLAIN: dict[str, object] = {
    "true": True,
    "false": False,
    "0": 0,
    "3": 3,
    "-7": -7,
    "1000000": 1_000_000,
    "9" * 18: int("9" * 18),
    "1.0.0": "1.0.0",
    "3-9": "3-9",
    "10+": "10+",
    "1-2": "1-2",
    "2023-02": "2023-02",
    "tRue": "tRue",
    "yes it is": "yes it is",
    "nobody": "nobody",
    "0x": "0x",
    "12:75": "12:75",
    "1:2:x": "1:2:x",
    "--": "--",
    ".": ".",
    "...x": "...x",
    "<": "<",
    "<<<": "<<<",
    "==": "==",
    "é": "é",
    "whānau": "whānau",
}


@pytest.mark.usefixtures("both_loaders")
@pytest.mark.parametrize("word", AMBIGUOUS)
def test_a_word_that_yaml_turns_into_something_else_is_a_fault(word: str) -> None:
    assert [(kind, place[:2]) for kind, place, _ in faults(f"a: {word}\n")] == [("ambiguous-word", (1, 4))]


@pytest.mark.parametrize("word", AMBIGUOUS)
@pytest.mark.parametrize("quote", ["'", '"'])
def test_in_quotes_any_word_is_a_text(word: str, quote: str) -> None:
    assert (parse(f"a: {quote}{word}{quote}\n").data, faults(f"a: {quote}{word}{quote}\n")) == ({"a": word}, [])


@pytest.mark.parametrize("word", [*AMBIGUOUS, *PLAIN])
def test_as_a_key_any_word_is_a_text(word: str) -> None:
    if word != "<<":
        assert (parse(f"{word}: 1\n").data, faults(f"{word}: 1\n")) == ({word: 1}, [])


@pytest.mark.usefixtures("both_loaders")
@pytest.mark.parametrize(("word", "value"), PLAIN.items(), ids=PLAIN)
def test_a_word_with_one_meaning_has_it(word: str, value: object) -> None:
    data = parse(f"a: {word}\n").data
    assert (data, type(data["a"]), faults(f"a: {word}\n")) == ({"a": value}, type(value), [])


@pytest.mark.parametrize("text", ["a:\n", "a: \n", "a: # nothing\n", "{a: }\n", "{a}\n"])
def test_a_key_without_a_value_has_none(text: str) -> None:
    assert (parse(text).data, faults(text)) == ({"a": None}, [])


def test_a_dash_alone_is_no_value() -> None:
    assert [kind for kind, _, _ in faults("a: -\n")] == ["syntax"]


WORDS = st.one_of(
    st.text("0123456789+-._:eExXobyYnNtTrRuUfFaAlLsSiI~=<Z ", max_size=12),
    st.from_regex(r"[-+]?[0-9]{1,4}([-:._eE+][0-9]{0,3}){0,3}", fullmatch=True),
    st.sampled_from(AMBIGUOUS),
)


@given(st.lists(WORDS, min_size=1, max_size=5))
def test_what_is_read_without_a_fault_is_what_every_yaml_reader_reads(words: list[str]) -> None:
    text = "".join(f"- {word}\n" for word in words)
    read = parse(text)
    if not read.faults:
        assert typed(read.data) == typed(yaml.safe_load(text))


def typed(value: Any) -> Any:
    """Return data with the type of every value, so that True is not 1; keys aside, which are all text here."""
    if isinstance(value, dict):
        return [typed(inner) for inner in value.values()]
    return [typed(inner) for inner in value] if isinstance(value, list) else (type(value).__name__, value)
