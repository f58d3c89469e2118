from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.model.scale import ANSWER_LABELS, LEVEL_LABELS, PersonWord
from peerkit.model.typed_text import answer_of, answer_of_a_group, leading_answer, sign_in_csv, whole_number

KEYS: dict[str, PersonWord] = {"d": "dont-know", "n": "not-applicable", "s": "skipped"}
LEVEL_FORMS = (
    "{0}", "{0}.0", "{0}.00", "{0},0", "{1}", "{0} - {1}", "{0} \u2013 {1}", "{0}: {1}", "{0}. {1}", "{0}) {1}", "{0} {1}", "{0} ({1})",
   "{0}={1}",     "{0}.0 - {1}", "{1} ({0})", "{1} - {0}",
)  # fmt: skip
WORDS = {
    **{form.format(level, label): level for level, label in enumerate(LEVEL_LABELS) for form in LEVEL_FORMS},
    **{label: word for word, label in ANSWER_LABELS.items() if word != "no-agreement"},
    **dict.fromkeys(
        ["Built-in", "built\u2011in", "built\xa0in", "4 - Built-in", "4\u2014built\u2010in", "bu\xadilt in", "\ufeff4\u200b"], 4
    ),
    **dict.fromkeys(["na", "n/a", "n.a.", "not-applicable", "not applicable", "does not apply", "doesn\u2019t apply"], "not-applicable"),
    **dict.fromkeys(
        [
            "dk",
            "dont-know",
            "don't know",
            "don\u2019t know",
            "don\xb4t know",
            "don`t know",
            "dont know",
            "I don't know",
            "not sure",
            "Not\xa0sure",
        ],
        "dont-know",
    ),
    **dict.fromkeys(["skip", "skipped"], "skipped"),
}


@pytest.mark.parametrize(("word", "answer"), WORDS.items(), ids=ascii)
@pytest.mark.parametrize(
    "change", [str, str.upper, str.lower, "  {}\t".format, "\xa0{}\xa0".format], ids=["", "upper", "lower", "spaces", "nbsp"]
)
def test_a_word_stands_for_its_answer_in_any_case(word: str, answer: object, change: object) -> None:
    assert callable(change)
    assert answer_of(change(word)) == answer


@pytest.mark.parametrize(
    "word",
    ["5", "-1", "3.5", "03", "4.01", "three", "yes", "true", "?", "-", "not", "0 1", "\u0663", "", "3 - Partly", "Mostly (2)", "3 -", "- 3",
     "n",
     "d",      "s", "9" * 5_000, "3" + " " * 30_000 + "x", "mostly not"],
    ids=lambda word: ascii(word)[:12],
)  # fmt: skip
def test_any_other_word_stands_for_none(word: str) -> None:
    assert answer_of(word) is None


@given(st.text())
def test_no_word_at_all_is_an_exception(word: str) -> None:
    assert answer_of(word) in (None, *range(5), "not-applicable", "dont-know", "skipped")
    found = leading_answer(word, KEYS)
    assert found is None or word.rstrip().endswith(found[1].rstrip())


@pytest.mark.parametrize(
    ("sign", "answer"), [("?", "dont-know"), (" - ", "skipped"), ("\u2013", "skipped"), ("", None), ("--", None), ("3", None)]
)
def test_a_sign_stands_for_an_answer_in_a_spreadsheet(sign: str, answer: object) -> None:
    assert sign_in_csv(sign) == answer


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("3 since May", (3, "since May")),
        ("3.0  since May", (3, "since May")),
        ("3 mostly on Mondays", (3, "mostly on Mondays")),
        ("3 - Mostly since May", (3, "since May")),
        ("3: mostly since May", (3, "since May")),
        ("3 Mostly", (3, "")),
        ("not yet we plan to", (0, "we plan to")),
        ("not sure who does", ("dont-know", "who does")),
        ("I don't know who does", ("dont-know", "who does")),
        ("does not apply no kitchen", ("not-applicable", "no kitchen")),
        ("n.a. no kitchen", ("not-applicable", "no kitchen")),
        ("N no kitchen", ("not-applicable", "no kitchen")),
        ("built-in 2 people", (4, "2 people")),
        ("maybe 3", None),
        ("", None),
    ],
)
def test_a_line_begins_with_an_answer_and_the_rest_is_kept(line: str, found: object) -> None:
    assert leading_answer(line, KEYS) == found


@pytest.mark.parametrize(("text", "number"), [("0", 0), (" 7 ", 7), ("007", 7), ("120", 120), ("0" * 6_000 + "3", 3)])
def test_plain_digits_are_a_number(text: str, number: int) -> None:
    assert whole_number(text, 120) == number


@pytest.mark.parametrize("text", ["", " ", "121", "-1", "+1", "1.0", "1_0", "1 0", "²", "٣", "\uff13", "9" * 5_000, "0x1"])
def test_anything_else_is_none(text: str) -> None:
    assert whole_number(text, 120) is None


@given(st.text(), st.integers(0, 10**20))
def test_any_text_is_a_number_up_to_the_most_or_none(text: str, most: int) -> None:
    number = whole_number(text, most)
    assert number is None or 0 <= number <= most


@pytest.mark.parametrize("word", ["no agreement", "No-Agreement", "We do not agree", "we don\u2019t agree"])
def test_only_a_group_can_say_that_it_does_not_agree(word: str) -> None:
    assert answer_of(word) is None
    assert answer_of_a_group(word) == "no-agreement"
    assert answer_of_a_group("3 - Mostly") == 3
