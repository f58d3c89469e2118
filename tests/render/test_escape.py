from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from peerkit.render.escape import json_text, markdown, one_line

MARKS = st.text("\\`*_{}[]<>()#+-.!|~&:=$^\"'@ ahtpw1/\n", max_size=40)
TEXTS = st.one_of(MARKS, st.text(st.characters(codec="utf-8"), max_size=40))
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(source: str) -> list[tuple[str, str]]:
    """Return what a page shows, as the kinds and contents of the tokens in its only block."""
    blocks = PARSER.parse(source)
    assert [block.type for block in blocks] == [f"{blocks[0].type}", "inline", f"{blocks[-1].type}"]
    return [(token.type, token.content) for token in blocks[1].children or [] if token.content or token.type != "text"]


@given(TEXTS.filter(lambda text: one_line(text) != ""))
def test_a_text_is_one_paragraph_of_its_own_characters(text: str) -> None:
    assert shown(markdown(text)) == [("text", one_line(text))]


@given(TEXTS.filter(lambda text: one_line(text) != ""))
def test_a_text_in_a_heading_is_a_heading_of_its_own_characters(text: str) -> None:
    assert shown(f"# {markdown(text)}") == [("text", one_line(text))]


@given(TEXTS)
def test_a_text_in_a_table_stays_in_its_cell(text: str) -> None:
    tokens = PARSER.parse(f"| a | b |\n| --- | --- |\n| {markdown(text)} | end |")

    cells = [token for token in tokens if token.type == "inline"][2:]
    assert ["".join(child.content for child in cell.children or []) for cell in cells] == [one_line(text), "end"]
    assert {child.type for cell in cells for child in cell.children or []} <= {"text"}


@pytest.mark.parametrize(
    "text",
    [
        "We don't do this at 10:30 (yet), says the team: 3-9 people; why?",
        "It is Ana's idea & ours. Peer-led, at last!",
        "Te reo Māori, 50% done = half.",
    ],
)
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert markdown(text) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. first", r"1\. first"),
        ("- item", r"\- item"),
        ("see https://example.org", r"see https\://example.org"),
        ("www.example.org", r"www\.example.org"),
        ("<script>", r"\<script\>"),
        ("fish &amp; chips", r"fish \&amp; chips"),
        ("a :heart: b", r"a \:heart: b"),
    ],
)
def test_what_markdown_would_act_on_is_escaped(text: str, escaped: str) -> None:
    assert markdown(text) == escaped


@given(st.text(max_size=40))
def test_json_for_a_terminal_holds_the_same_data_and_nothing_unseen(text: str) -> None:
    written = json_text(json.dumps({"a": text}, ensure_ascii=False, indent=2))

    assert json.loads(written) == {"a": text}
    assert all(line == one_line(line) or line.startswith("  ") for line in written.splitlines())
    written.encode("utf-8")


UNSEEN = [
    "\u200b",
    "\u200e",
    "\u2060",
    "\u2063",
    "\ufeff",
    "\xad",
    "\u034f",
    "\u180e",
    "\u3164",
    "\u206a",
    "\ufe0f",
    "\ufe00",
    "\u200d",
    "\u200c",
]


@pytest.mark.parametrize("character", [*UNSEEN, "\U000e0041", "\U000e0101", "\U0001d173"], ids=lambda character: f"U+{ord(character):04X}")
def test_what_cannot_be_seen_is_shown_by_its_code(character: str) -> None:
    number = ord(character)
    code = f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
    for before, after in (("Tern", " Point"), ("Tern Point", ""), ("", "Tern Point"), ("Te", "rn Point")):
        assert one_line(f"{before}{character}{after}") == f"{before}{code}{after}"


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d👩\u200d👧",
        "🏳\ufe0f\u200d🌈",
        "👩🏽\u200d⚕\ufe0f",
        "❤\ufe0f and ☎\ufe0e and ‼\ufe0f and \u2139\ufe0f",
        "1\ufe0f\u20e3",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "\u0645\u06cc\u200c\u062e\u0648",
        "क्\u200dष and क्\u200cष",
        "അവന്\u200d",
        "葛\U000e0100",
        "ᠠ\u180b",
    ],
)
def test_what_a_picture_or_a_script_needs_stays(text: str) -> None:
    assert one_line(text) == text
    assert json_text(text) == text


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_json_with_codes_in_it_says_the_same(text: str) -> None:
    written = json.dumps([text, "\U000e0041\u200b\U0001d173"], ensure_ascii=False)
    assert json.loads(json_text(written)) == json.loads(written)
