from __future__ import annotations

import pytest
import yaml

from peerkit.model.finding import Path, Span
from peerkit.source.yaml import document
from peerkit.source.yaml.document import parse
from support.documents import Place, faults, hints

KEY_HINT = "Write a word as key; a text with brackets needs quotes."
DEEP_HINT = "Check the brackets and the indentation."

# Faults: kind, place, message and hint.

SYNTAX: list[tuple[str, Place, str, str]] = [
    ("a: b: c\n", (1, 5, 1, 6), "there is a second ': ' on this line", 'Put the text in quotes: a: "b: c".'),
    (
        "a: b\n c: d\n",
        (2, 3, 2, 4),
        "a ':' is not expected here",
        "Check the indentation of this line and the one above, or put the text in quotes.",
    ),
    (
        "a: 1\nb\nc: 2\n",
        (2, 1, 2, 2),
        "this line has no ':'",
        "Put ': ' behind b if that is a key; indent the line more, if the text above goes on here.",
    ),
    ('a: "b\nc: d\n', (1, 4, 1, 5), "a quote that opens here is never closed", "Close the text with the same quote it begins with."),
    ("a: 'b\n", (1, 4, 1, 5), "a quote that opens here is never closed", "Close the text with the same quote it begins with."),
    (
        "a:\n  - b\n - c\n",
        (3, 2, 3, 3),
        "this line does not fit the lines around it",
        "Let it start in column 3, as the entry in line 2 does.",
    ),
    (
        "a: 1\n- b\n",
        (2, 1, 2, 2),
        "this line does not fit the lines around it",
        "Check the indentation: keys that belong together start in the same column.",
    ),
    (
        "a: [b, c\n",
        (1, 4, 1, 5),
        "a bracket that opens here is never closed",
        "Close it with ] or }, and put commas between its entries.",
    ),
    (
        "a: {b: 1\nc: 2\n",
        (1, 4, 1, 5),
        "a bracket that opens here is never closed",
        "Close it with ] or }, and put commas between its entries.",
    ),
    ("a: @b\n", (1, 4, 1, 5), "this character cannot start a text", "Put the text in quotes."),
    ("a: `b`\n", (1, 4, 1, 5), "this character cannot start a text", "Put the text in quotes."),
    ("a: %b\n", (1, 4, 1, 5), "this character cannot start a text", "Put the text in quotes."),
    ("a: &\n", (1, 5, 1, 5), "a name is missing after & or *", "Put the text in quotes."),
    ("a: *\n", (1, 5, 1, 5), "a name is missing after & or *", "Put the text in quotes."),
    ("a: !x!y z\n", (1, 4, 1, 5), "a text cannot start with '!'", "Put the text in quotes."),
    (
        "a: - b\n",
        (1, 4, 1, 5),
        "a list cannot start here",
        "If a is one text, delete the '- '; if it is a list, put each '- ' on a line of its own below the key.",
    ),
    (
        "s:\n  - id: a\n    list:\n        ask: b\n        why: c\n\n      - id: d\n        ask: e\n",
        (4, 9, 4, 10),
        "the first entry of this list has no '- '",
        "Write '- ' before ask, in column 7, as before the entry in line 7.",
    ),
    (
        "a: |x\n  b\n",
        (1, 5, 1, 6),
        "the text block after | or > is not indented as it should be",
        "Indent its lines by two spaces more than the key.",
    ),
    (
        "a: 1\n...\nb: 2\n",
        (3, 1, 3, 2),
        "something stands behind the end of the document",
        "Check the indentation of this line: everything belongs to one mapping.",
    ),
    (
        "[a, b]: c\n",
        (1, 1, 1, 7),
        "a list or mapping stands where a key should be",
        "Write a word as key; a text with brackets needs quotes.",
    ),
    (
        "? {a: b}\n: c\n",
        (1, 3, 1, 9),
        "a list or mapping stands where a key should be",
        "Write a word as key; a text with brackets needs quotes.",
    ),
    (
        'a: "\\U00110000"\n',
        (1, 7, 1, 8),
        "the code after this backslash is no character",
        "Write the character itself, or correct its code.",
    ),
]


@pytest.mark.usefixtures("both_loaders")
@pytest.mark.parametrize(("text", "place", "message", "hint"), SYNTAX, ids=[row[0] for row in SYNTAX])
def test_a_syntax_error_says_what_is_wrong_where_and_what_to_do(text: str, place: Place, message: str, hint: str) -> None:
    assert faults(text) == [("syntax", place, message)]
    assert hints(text) == [hint]


@pytest.mark.skipif(document.LOADER is yaml.SafeLoader, reason="libyaml is missing here, and its own words with it")
@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('a: "\\q"\n', (1, 5, 1, 6), "after a backslash, this character means nothing"),
        ('a: "\\ud800"\n', (1, 7, 1, 8), "the code after this backslash is no character"),
        ("%x y\na: b\n", (1, 3, 1, 4), "a line cannot start with '%'"),
    ],
)
def test_libyaml_says_exactly_where(text: str, place: Place, message: str) -> None:
    assert faults(text) == [("syntax", place, message)]


@pytest.mark.usefixtures("both_loaders")
def test_half_a_character_is_a_fault_in_keys_and_values() -> None:
    assert {kind for kind, _, _ in faults('"\\ud800": 1\na: "\\udfff"\n')} == {"syntax"}


ANCHOR_HINT = "Write the value out, so that a reader sees it; a text that starts with * needs quotes."
BEHAVIOUR: list[tuple[str, str, Place, str, str]] = [
    ("a: *b\n", "anchor", (1, 4, 1, 6), "the alias *b stands for something else", ANCHOR_HINT),
    ("*b : a\n", "anchor", (1, 1, 1, 3), "the alias *b stands for something else", ANCHOR_HINT),
    (
        "a: &b c\n",
        "anchor",
        (1, 4, 1, 6),
        "the anchor &b names a value",
        "Delete it and write the value out where it is needed; a text that starts with & needs quotes.",
    ),
    (
        "&b 1: c\n",
        "anchor",
        (1, 1, 1, 3),
        "the anchor &b names a value",
        "Delete it and write the value out where it is needed; a text that starts with & needs quotes.",
    ),
    ("<<: {a: 1}\n", "anchor", (1, 1, 1, 3), "the merge key << pulls in other keys", "Write the keys out, so that a reader sees them."),
    ("<<: [*a, *b]\n", "anchor", (1, 1, 1, 3), "the merge key << pulls in other keys", "Write the keys out, so that a reader sees them."),
    ("a: !b c\n", "tag", (1, 4, 1, 5), "the tag !b changes what the value is", "Delete it; a text that starts with ! needs quotes."),
    (
        "a: !!str 1\n",
        "tag",
        (1, 4, 1, 5),
        "the tag tag:yaml.org,2002:str changes what the value is",
        "Delete it; a text that starts with ! needs quotes.",
    ),
    (
        "a: 1\n---\nb: 2\n",
        "several-documents",
        (2, 1, 2, 4),
        "a second document starts here",
        "Keep one document in a file: delete the '---', or move the rest to a file of its own.",
    ),
    ("a: 1\nb: 2\na: 3\n", "duplicate-key", (3, 1, 3, 2), "the key a is here twice (first in line 1)", "Keep one of them."),
    ("a: {b: 1, 'b': 2}\n", "duplicate-key", (1, 11, 1, 14), "the key b is here twice (first in line 1)", "Keep one of them."),
    ('on: 1\n"on": 2\n', "duplicate-key", (2, 1, 2, 5), "the key on is here twice (first in line 1)", "Keep one of them."),
    (
        "a:\n  - no\n",
        "ambiguous-word",
        (2, 5, 2, 7),
        "YAML would turn no into something else",
        'Put it in quotes if it is a text: "no"; or write false.',
    ),
    (
        "a: yes\n",
        "ambiguous-word",
        (1, 4, 1, 7),
        "YAML would turn yes into something else",
        'Put it in quotes if it is a text: "yes"; or write true.',
    ),
    (
        "a: ~\n",
        "ambiguous-word",
        (1, 4, 1, 5),
        "YAML would turn ~ into something else",
        'Put it in quotes if it is a text: "~"; or leave the key out.',
    ),
    (
        "a: 2023-02-01\n",
        "ambiguous-word",
        (1, 4, 1, 14),
        "YAML would turn 2023-02-01 into something else",
        'Put it in quotes if it is a text: "2023-02-01".',
    ),
    ("a:\t1\n", "tab", (1, 3, 1, 4), "a tab", "Use spaces; in a text, write \\t inside double quotes."),
    ("a:\n\t\t\tb: 1\n", "tab", (2, 1, 2, 4), "a tab", "Use spaces; in a text, write \\t inside double quotes."),
    ("a: b\x00c\n", "control-character", (1, 5, 1, 6), "a character that cannot be seen (U+0000)", "Delete it."),
    ("a: b\u202ec\n", "control-character", (1, 5, 1, 6), "a character that cannot be seen (U+202E)", "Delete it."),
    ("a: 1\rb: 2\n", "control-character", (1, 5, 1, 6), "a character that cannot be seen (U+000D)", "Delete it."),
    ("a: 1\x85b: 2\n", "control-character", (1, 5, 1, 6), "a character that cannot be seen (U+0085)", "Delete it."),
    ("a: b\ufeff\n", "control-character", (1, 5, 1, 6), "a character that cannot be seen (U+FEFF)", "Delete it."),
    (
        "a: " + "[" * 30,
        "too-deep",
        (1, 23, 1, 24),
        "lists and mappings are more than 20 deep here",
        "Check the brackets and the indentation.",
    ),
]


@pytest.mark.usefixtures("both_loaders")
@pytest.mark.parametrize(("text", "kind", "place", "message", "hint"), BEHAVIOUR, ids=[repr(row[0][:20]) for row in BEHAVIOUR])
def test_what_a_reader_might_misunderstand_is_a_fault(text: str, kind: str, place: Place, message: str, hint: str) -> None:
    assert faults(text) == [(kind, place, message)]
    assert hints(text) == [hint]


@pytest.mark.usefixtures("both_loaders")
def test_all_faults_are_collected_in_one_pass_in_the_order_of_the_text() -> None:
    text = "a: yes\na: &b 12:30\nc: [!x y, *b]\nd: {e: 1, e: 2}\n"
    assert [(kind, place[:2]) for kind, place, _ in faults(text)] == [
        ("ambiguous-word", (1, 4)),
        ("anchor", (2, 4)),
        ("ambiguous-word", (2, 4)),
        ("duplicate-key", (2, 1)),
        ("tag", (3, 5)),
        ("anchor", (3, 11)),
        ("duplicate-key", (4, 11)),
    ]


def test_the_first_of_two_equal_keys_is_kept() -> None:
    assert parse("a: 1\na: 2\n").data == {"a": 1}


def test_at_most_twenty_characters_out_of_place_are_listed_and_it_is_said_that_there_are_more() -> None:
    assert [message for _, _, message in faults("a:\tb\n" * 50)] == [
        *["a tab"] * 20,
        "another tab, or character that cannot be seen; what else is wrong with the file is not told",
    ]
    assert len(faults("\t\n" * 20 + "a: b\n")) == 20


def test_a_long_word_is_shortened_where_it_is_quoted() -> None:
    [(_, place, message)] = faults("a: " + "1" * 10_000)
    assert (place, message) == ((1, 4, 1, 10_004), f"YAML would turn {'1' * 39}… into something else")


# Encodings, line ends, positions.


def test_a_text_that_is_not_utf8_shows_the_first_wrong_byte() -> None:
    read = parse("a: 1\nb: é".encode() + b"\xff!\n")
    [fault] = read.faults
    assert (fault.kind, read.place(fault.problem)) == ("not-utf8", (2, 5, 2, 6))
    assert (fault.problem.message, fault.problem.hint) == ("the file is not written in UTF-8 (byte 0xff here)", "Save it as UTF-8.")
    assert read.line(2) == "b: é\ufffd!"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1"])
def test_another_encoding_is_a_fault_and_never_an_exception(encoding: str) -> None:
    assert [kind for kind, _, _ in faults("título: é\n".encode(encoding))] == ["not-utf8"]


def test_half_a_character_in_a_text_is_a_fault_and_never_an_exception() -> None:
    assert faults("a: \ud800\n")[0][:2] == ("not-utf8", (1, 4, 1, 5))


@pytest.mark.usefixtures("both_loaders")
@pytest.mark.parametrize("text", ["\ufeffa: 1\nb: no\n", "a: 1\r\nb: no\r\n", "\ufeffa: 1\r\nb: no\r\n"])
def test_a_byte_order_mark_and_windows_line_ends_move_nothing(text: str) -> None:
    assert (parse(text).data, faults(text)[0][1]) == ({"a": 1, "b": None}, (2, 4, 2, 6))
    assert parse(text.encode()).line(2) == "b: no"


def test_a_byte_order_mark_is_left_out_of_the_place_of_a_wrong_byte() -> None:
    read = parse(b"\xef\xbb\xbfa: \xff")
    assert read.place(read.faults[0].problem) == (1, 4, 1, 5)


@pytest.mark.usefixtures("both_loaders")
def test_columns_count_code_points() -> None:
    assert faults("a: ['😀é', no]\n")[0][1] == (1, 11, 1, 13)


def test_bytes_and_text_read_alike() -> None:
    assert parse("a: é 😀\n").data == parse("a: é 😀\n".encode()).data == {"a": "é 😀"}


@pytest.mark.usefixtures("both_loaders")
@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n# comment\n...\n", "\ufeff"])
def test_a_file_without_content_is_nothing_and_no_fault(text: str) -> None:
    assert (parse(text).data, faults(text)) == (None, [])


@pytest.mark.usefixtures("both_loaders")
def test_a_text_block_keeps_hashes_and_blank_lines() -> None:
    text = "a: |\n  # not a comment\n\n  x: yes # nor this\nb: >-\n  folded\n  words\nc: true\n"
    assert parse(text).data == {"a": "# not a comment\n\nx: yes # nor this\n", "b": "folded words", "c": True}
    assert faults(text) == []


@pytest.mark.usefixtures("both_loaders")
def test_a_tab_inside_a_text_block_is_a_fault_at_its_place() -> None:
    assert faults("a: |\n  # x\ty\n") == [("tab", (2, 6, 2, 7), "a tab")]


PLACES = """\
format: x
sections:
  - id: one   # a comment
    title: "two words"
    notes: |
      first
      second


    last: {a: [1, 22], b: yes it is}
"""


@pytest.mark.usefixtures("both_loaders")
@pytest.mark.parametrize(
    ("path", "at_key", "place"),
    [
        ((), False, (1, 1, 1, 10)),
        (("format",), False, (1, 9, 1, 10)),
        (("format",), True, (1, 1, 1, 7)),
        (("sections",), False, (3, 3, 3, 26)),
        (("sections",), True, (2, 1, 2, 9)),
        (("sections", 0), False, (3, 5, 3, 26)),
        (("sections", 0), True, (3, 5, 3, 26)),
        (("sections", 0, "id"), False, (3, 9, 3, 12)),
        (("sections", 0, "title"), False, (4, 12, 4, 23)),
        (("sections", 0, "notes"), True, (5, 5, 5, 10)),
        (("sections", 0, "last"), False, (10, 11, 10, 37)),
        (("sections", 0, "last", "a", 1), False, (10, 19, 10, 21)),
        (("sections", 0, "last", "b"), False, (10, 27, 10, 36)),
        (("sections", 0, "gone"), False, (3, 5, 3, 26)),
        (("sections", 0, "gone"), True, (3, 5, 3, 26)),
        (("sections", 7, "id"), False, (3, 3, 3, 26)),
        (("gone", "further"), False, (1, 1, 1, 10)),
        (("format", "inside"), False, (1, 9, 1, 10)),
    ],
)
def test_a_path_leads_to_its_value_its_key_or_the_nearest_thing_above(path: Path, at_key: bool, place: Place) -> None:
    assert parse(PLACES).span(path, at_key=at_key) == place


@pytest.mark.usefixtures("both_loaders")
def test_a_text_block_ends_with_its_last_line() -> None:
    span = parse(PLACES).span(("sections", 0, "notes"))
    assert (span.line, span.column) == (5, 12)
    assert span.end_line in (7, 9)


@pytest.mark.usefixtures("both_loaders")
def test_nothing_behind_the_end_of_the_text_stands_at_its_end() -> None:
    read = parse("a: 1\n? bc")
    assert (read.data, read.span(("bc",))) == ({"a": 1, "bc": None}, (2, 5, 2, 5))


def test_nothing_stands_at_the_start() -> None:
    assert parse("").span(("a", 1)) == (1, 1, 1, 1)


@pytest.mark.parametrize(("number", "line"), [(1, "a: 1"), (2, "b: 2"), (3, ""), (0, ""), (-1, ""), (99, "")])
def test_a_line_is_found_by_its_number(number: int, line: str) -> None:
    assert parse("a: 1\r\nb: 2\r\n").line(number) == line


TEXT = "format: peerkit/framework/1\nid: door\ntitle: whānau\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text", [TEXT, TEXT.replace("\n", "\r\n"), "a: b\n", TEXT.replace("ā", "a") * 100], ids=["short", "crlf", "tiny", "long"]
)
def test_utf_16_without_a_mark_is_one_fault_that_names_it(text: str, encoding: str) -> None:
    [fault] = parse(text.encode(encoding)).faults
    words = ("the file is not written in UTF-8, and looks like UTF-16", "Save it as UTF-8.")
    assert (fault.kind, fault.problem.message, fault.problem.hint) == ("not-utf8", *words)


@pytest.mark.parametrize(("character", "code"), [("\x00", "U+0000"), ("\u202e", "U+202E"), ("\x1b", "U+001B")])
def test_a_run_of_a_character_that_cannot_be_seen_is_one_fault(character: str, code: str) -> None:
    [fault] = parse(f"a: b{character * 1_200}c\n").faults
    assert (fault.problem.message, fault.problem.span) == (f"a character that cannot be seen ({code}, 1,200 times)", Span(1, 5, 1, 1205))


def test_a_file_of_one_character_that_cannot_be_seen_is_one_fault() -> None:
    assert len([fault for fault in parse(b"\0" * 5_000).faults if fault.kind == "control-character"]) == 1


def test_lines_that_end_in_a_carriage_return_alone_are_one_fault() -> None:
    [fault] = parse(TEXT.replace("\n", "\r")).faults
    assert fault.problem.message == "the lines of the file end in a carriage return alone (U+000D)"
    assert (fault.kind, fault.problem.span) == ("control-character", Span(1, 28, 1, 29))
