from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from peerkit.errors import ExitCode, InputError
from peerkit.model.crosswalk import Crosswalk, SourceOutline, Themes
from peerkit.model.framework import Framework
from peerkit.model.plan import Barriers
from peerkit.source import file_formats
from peerkit.source.file_formats import IN_YAML
from peerkit.source.yaml.yaml_file import BrokenFileError, Reading, claims_a_format, is_ours, read_bytes, read_file, read_text
from support.files import FRAMEWORK, changed

Place = tuple[int, int, int, int]
OTHERS = {
    Themes: "format: peerkit/themes/1\nthemes:\n  - {id: power, title: Power, definition: Who decides.}\n",
    Crosswalk: "format: peerkit/crosswalk/1\nlinks:\n  - {from: a/b, to: c/d, relation: equal, why: The same.}\n",
    Barriers: "format: peerkit/barriers/1\nthemes:\n  - {id: power, barriers: [{barrier: Few decide., remedy: Rotate.}]}\n",
    SourceOutline: "format: peerkit/source/1\nsections:\n  - {id: s1, title: One, statements: [{id: s1.1, gist: People plan.}]}\n",
}


def read(text: str | bytes) -> Reading:
    return read_text(text, "small.yaml")


def faults(text: str) -> list[tuple[str, Place, str, str]]:
    """Return kind, place, message and hint of everything wrong with a file."""
    reading = read(text)
    return [(one.kind, reading.document.place(one.problem), one.problem.message, one.problem.hint) for one in reading.faults]


def test_a_file_without_a_fault_is_a_framework() -> None:
    reading = read(FRAMEWORK)
    assert isinstance(reading.noun, Framework)
    assert (reading.file, reading.faults, reading.noun.id, list(reading.noun.by_id)) == (
        "small.yaml",
        (),
        "small",
        ["plan", "learn", "share"],
    )


@pytest.mark.parametrize(("noun", "text"), OTHERS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_each_format_is_read_as_what_it_holds(noun: type[object], text: str) -> None:
    assert isinstance(read(text).noun, noun)


def test_every_format_is_tried_here() -> None:
    assert {form.load() for form in IN_YAML.values()} == {Framework, *OTHERS}


# Faults.

ID_HINT = "Use small letters, digits and single hyphens, at most 64 characters: like planned-co-design."
KNOWN = "peerkit/framework/1, peerkit/themes/1, peerkit/crosswalk/1, peerkit/source/1, peerkit/barriers/1"


@pytest.mark.parametrize(
    ("change", "kind", "place", "message", "hint"),
    [
        (("core: true", "cor: true"), "unknown-key", (15, 9, 15, 12), "the key cor is not known here", "Did you mean core or covers?"),
        (
            ("        why: Else few decide.\n", ""),
            "missing-key",
            (35, 9, 35, 18),
            "the key why is missing in the entry share of indicators",
            "Add why: with its value.",
        ),
        (("title: A small framework\n", ""), "missing-key", (1, 1, 1, 28), "the key title is missing", "Add title: with its value."),
        (
            ("core: true", "core: 1"),
            "wrong-type",
            (15, 15, 15, 16),
            "core should be true or false, and is a number",
            "Write true or false here.",
        ),
        (("We plan together.", "7"), "wrong-type", (14, 14, 14, 15), "ask should be a text, and is a number", "Put the text in quotes."),
        (("[A plan]", "A plan"), "wrong-type", (19, 19, 19, 25), "look_for should be a list, and is a text", 'Write look_for: ["A plan"].'),
        (
            ("version: 1.0.0", "version: 1.0"),
            "ambiguous-word",
            (3, 10, 3, 13),
            "YAML would turn 1.0 into something else",
            "Write three whole numbers, like 1.0.0.",
        ),
        (
            ("version: 1.0.0", 'version: "1.0"'),
            "wrong-value",
            (3, 10, 3, 15),
            '"1.0" is no good value for version',
            "Write three whole numbers, like 1.0.0.",
        ),
        (
            ("id: plan", "id: Plan It"),
            "bad-id",
            (13, 13, 13, 20),
            '"Plan It" cannot be an id',
            ID_HINT.replace("planned-co-design", "plan-it"),
        ),
        (("goal: 3", "goal: 5"), "goal-range", (5, 7, 5, 8), "5 is out of range for goal", "Write a level from 1 to 4."),
        (("weight: 1", "weight: -1"), "wrong-value", (16, 17, 16, 19), "-1 is out of range for weight", "Write a number of at least 0."),
        (("core: true", "voices: [peer]"), "unknown-role", (15, 18, 15, 22), '"peer" is no role', "Did you mean peer-worker or leader?"),
        (
            ("title: Care", 'title: " "'),
            "wrong-value",
            (11, 12, 11, 15),
            "title is empty",
            "Write something, or leave the key out if it may be absent.",
        ),
        (
            ("title: Care", 'title: "\\x1c"'),
            "wrong-value",
            (11, 12, 11, 18),
            "title is empty",
            "Write something, or leave the key out if it may be absent.",
        ),
        (
            ("4: All plan.", "5: All plan."),
            "wrong-value",
            (18, 54, 18, 55),
            '"5" is no good value for signposts',
            "Write one of 0, 1, 2, 3, 4.",
        ),
        (
            ("id: share", "id: plan"),
            "duplicate-id",
            (35, 13, 35, 17),
            "the id plan is used twice",
            "Give this one another id; the first is the indicator number 1 of section number 1.",
        ),
        (
            ("core: true", "core: yes"),
            "ambiguous-word",
            (15, 15, 15, 18),
            "YAML would turn yes into something else",
            "Write true.",
        ),
        (
            ("framework/1", "framework/2"),
            "unsupported-format",
            (1, 9, 1, 28),
            "the format peerkit/framework/2 is not known",
            "Did you mean peerkit/framework/1 or peerkit/crosswalk/1 or peerkit/themes/1?",
        ),
        (
            ("format: peerkit/framework/1", "format: openapi"),
            "unsupported-format",
            (1, 9, 1, 16),
            "the format openapi is not known",
            f"This version reads {KNOWN}.",
        ),
        (
            ("format: peerkit/framework/1", "format: 1"),
            "wrong-type",
            (1, 9, 1, 10),
            "format should be a text, and is a number",
            "Start with format: peerkit/framework/1.",
        ),
        (
            ("format: peerkit/framework/1", "format: [a]"),
            "wrong-type",
            (1, 9, 1, 12),
            "format should be a text, and is a list",
            "Start with format: peerkit/framework/1.",
        ),
        (
            ("format: peerkit/framework/1", "format:"),
            "wrong-type",
            (1, 8, 1, 8),
            "format should be a text, and is nothing",
            "Start with format: peerkit/framework/1.",
        ),
        (
            ("format: peerkit/framework/1\n", ""),
            "missing-key",
            (1, 1, 1, 10),
            "the key format is missing",
            "Start with format: peerkit/framework/1.",
        ),
    ],
    ids=lambda value: value[1].strip() or "gone" if isinstance(value, tuple) and len(value) == 2 else None,
)
def test_a_fault_has_its_kind_place_message_and_hint(change: tuple[str, str], kind: str, place: Place, message: str, hint: str) -> None:
    assert faults(changed(change)) == [(kind, place, message, hint)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("# nothing\n", "the file is empty"),
        ("- a\n", "the file holds a list, and should hold keys and values"),
        ("words\n", "the file holds a text, and should hold keys and values"),
        ("12\n", "the file holds a number, and should hold keys and values"),
        ("true\n", "the file holds true or false, and should hold keys and values"),
    ],
)
def test_a_file_that_is_no_mapping_says_what_it_is(text: str, message: str) -> None:
    reading = read(text)
    assert [(one.kind, one.problem.message, one.problem.hint) for one in reading.faults] == [
        ("wrong-type", message, "Start with format: peerkit/framework/1.")
    ]
    assert (reading.noun, reading.data) == (None, {})


def test_a_list_without_entries_is_an_empty_section() -> None:
    [(kind, place, message, _)] = faults("format: peerkit/framework/1\nid: a\nversion: 1.0.0\ntitle: A\nsections: []\n")
    assert (kind, place, message) == ("empty-section", (5, 1, 5, 9), "sections has no entry")


def test_several_mistakes_are_all_found_and_none_is_told_twice() -> None:
    text = changed(
        ("core: true", "cor: true"),
        ("weight: 1", "weight: x"),
        ("goal: 3", "goal: 0"),
        ("        why: Else nobody grows.\n", ""),
        ("id: share", "id: plan"),
        ("kind: yes-no, default: true", "kind: yes-no, default: often"),
        ("title: Power\n", "titel: Power\n"),
    )
    assert sorted((kind, message) for kind, _, message, _ in faults(text)) == [
        ("duplicate-id", "the id plan is used twice"),
        ("goal-range", "0 is out of range for goal"),
        ("missing-key", "the key why is missing in the entry learn of indicators"),
        ("unknown-key", "the key cor is not known here"),
        ("unknown-key", "the key titel is not known here"),
        ("wrong-type", "weight should be a whole number, and is a text"),
        ("wrong-value", "the default of a yes-no fact should be true or false"),
    ]


def test_a_file_that_is_unclear_in_places_is_held_against_the_model_in_all_others() -> None:
    text = changed(("core: true", "core: yes"), ("title: Power\n", "titel: Power\n"))
    assert [kind for kind, _, _, _ in faults(text)] == ["ambiguous-word", "unknown-key"]
    assert read(text).noun is None


def test_a_file_that_cannot_be_read_to_its_end_is_not_held_against_the_model() -> None:
    text = changed(("core: true", "core: yes"), ("title: Power\n", "titel: Power: here\n"))
    assert [kind for kind, _, _, _ in faults(text)] == ["ambiguous-word", "syntax"]
    assert (read(text).draft, read(text).data) == (None, {})


@pytest.mark.parametrize(
    ("changes", "doubtful"),
    [
        ([], []),
        ([("core: true", "core: yes")], ["sections.indicators.core"]),
        ([("core: true", "cor: true")], ["sections.indicators.core", "sections.indicators.covers"]),
        ([("        why: Else nobody knows.\n", "")], ["sections.indicators.why"]),
        ([("[A plan]", "[1]")], ["sections.indicators.look_for"]),
        ([("0: Nobody plans.", "7: Nobody plans.")], ["sections.indicators.signposts.7"]),
        ([("goal: 3", "goal: 3\ngoal: 4")], ["goal"]),
        ([("id: learn", "id: plan")], ["sections.indicators.id"]),
        ([("title: Care", "title: Ca\u202ere")], []),
        ([("id: care", "id: ca\u202ere")], ["sections.id"]),
    ],
)
def test_a_reading_says_which_keys_are_doubtful(changes: list[tuple[str, str]], doubtful: list[str]) -> None:
    assert sorted(read(changed(*changes)).doubtful) == doubtful


@pytest.mark.parametrize(
    ("doubtful", "key", "expected"),
    [
        ("facts", "facts.id", True),
        ("facts.id", "facts", True),
        ("facts.id", "facts.id", True),
        ("facts.id", "facts.idea", False),
        ("facts.id", "facts.ask", False),
        ("", "facts", True),
    ],
)
def test_a_key_is_doubtful_with_those_above_and_below_it(doubtful: str, key: str, expected: bool) -> None:
    reading = replace(read(FRAMEWORK), doubtful=frozenset({doubtful}))
    assert reading.is_doubtful(key) == expected


@pytest.mark.parametrize(
    "change", [("sections:", "sections: 7\nother:"), ("  - id: care", "  - 7\n  - id: care"), ("facts:", "facts: {}\nother:")]
)
def test_a_value_of_another_kind_breaks_no_check(change: tuple[str, str]) -> None:
    assert {"wrong-type"} <= {kind for kind, _, _, _ in faults(changed(change))}


def test_a_framework_with_a_fault_is_no_noun() -> None:
    assert read(changed(("id: share", "id: plan"))).noun is None


# Digest.


@pytest.mark.parametrize(
    "text",
    [
        "# a comment\n" + FRAMEWORK,
        FRAMEWORK.replace("\n", "\r\n"),
        "\ufeff" + FRAMEWORK,
        changed(("title: Care", "title:   'Care'   # why")),
        changed(
            (
                "{0: Nobody plans., 2: Some plan., 4: All plan.}",
                "\n          4: All plan.\n          0: Nobody plans.\n          2: Some plan.",
            )
        ),
        changed(("goal: 3\n", ""), ("id: small\n", "goal: 3\nid: small\n")),
        changed(("[A plan]", "\n          - >-\n            A\n            plan")),
    ],
    ids=["comment", "line ends", "byte order mark", "quotes", "layout", "order of keys", "folding"],
)
def test_comments_layout_and_the_order_of_keys_leave_the_digest_alone(text: str) -> None:
    assert read(text).digest == read(FRAMEWORK).digest


@pytest.mark.parametrize(
    "change",
    [
        ("We plan together.", "We plan together"),
        ("weight: 1", "weight: 2"),
        ("        weight: 1\n", ""),
        ("core: true", "core: false"),
        ("version: 1.0.0", "version: 1.0.1"),
        ('options: ["1-2", "3-9"]', 'options: ["3-9", "1-2"]'),
        ("[A plan]", "[A plan, A plan]"),
        ("Care", "Cāre"),
    ],
)
def test_any_other_change_changes_the_digest(change: tuple[str, str]) -> None:
    assert read(changed(change)).digest != read(FRAMEWORK).digest


def test_a_digest_is_a_sha256_that_stays_what_it_is_between_versions() -> None:
    digest = read("format: peerkit/themes/1\nthemes: []\n").digest
    assert digest == "sha256:3a150e7efd167baf4ea993061bf4dda3e6063e31f68e6260d96f1de643fe8da5"


# Files.


def test_a_file_is_read_as_its_noun(tmp_path: Path) -> None:
    file = tmp_path / "small.yaml"
    file.write_text(FRAMEWORK, encoding="utf-8")
    framework, reading = read_file(file, Framework)
    assert (framework, reading.file) == (reading.noun, str(file))


def test_a_file_of_another_format_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "themes.yaml"
    file.write_text(OTHERS[Themes], encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_file(file, Framework)
    assert (caught.value.message, caught.value.hint) == (
        f"{file} is a peerkit/themes/1 file, and not a framework",
        "Give the file of a framework.",
    )


@pytest.mark.parametrize(("text", "count"), [(changed(("core: true", "cor: true")), "1 mistake"), ("a:\tb\n\t\n", "2 mistakes")])
def test_a_broken_file_is_an_error_that_carries_its_faults(tmp_path: Path, text: str, count: str) -> None:
    file = tmp_path / "small.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BrokenFileError, match=re.escape(f"{file} cannot be used: {count} in it")) as caught:
        read_file(file, Framework)
    assert (caught.value.hint, caught.value.command) == ("Mend what is named above. It is shown again by:", ("lint", str(file)))
    assert (caught.value.exit_code, len(caught.value.reading.faults)) == (ExitCode.INPUT, int(count[0]))


@pytest.mark.parametrize(("name", "why"), [("gone.yaml", "No such file or directory"), (".", "Is a directory")])
def test_a_file_that_cannot_be_opened_is_an_error_with_its_reason(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(tmp_path / name)
    assert caught.value.message == f"{tmp_path / name} cannot be read: {why}"
    assert caught.value.hint == "Check the path and its permissions."


def test_no_more_of_a_huge_file_is_read_than_shows_that_it_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "huge.yaml"
    with file.open("wb") as stream:
        stream.truncate(1_000_000_000)
    raw = read_bytes(file)
    assert len(raw) == file_formats.LARGEST_YAML + 1
    assert [one.kind for one in read(raw).faults] == ["too-large"]


# Which files are peerkit's.


@pytest.mark.parametrize(
    "raw",
    [
        b"format: peerkit/framework/1\n",
        b"# comment\nid: a\nformat:   peerkit/themes/9\n",
        b"\xef\xbb\xbfformat: peerkit/framework/1\n",
        b"id: a\r\nformat: peerkit/framework/1\r\n",
        b"\"format\": 'peerkit/source/1'\n",
        b"format: peerkit/nonsense\n\tbroken: [\n",
    ],
)
def test_a_file_claims_a_format_with_a_key_of_its_own(raw: bytes) -> None:
    assert claims_a_format(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"format: openapi\n",
        b"# format: peerkit/framework/1\n",
        b"a:\n  format: peerkit/framework/1\n",
        b"text: about format: peerkit/x\n",
        b"\x00\xff",
    ],
)
def test_another_file_claims_none(raw: bytes) -> None:
    assert not claims_a_format(raw)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_for_peerkit_is_known_however_it_was_saved(end: str, encoding: str) -> None:
    assert is_ours(f"# Ours{end}format: peerkit/framework/1{end}id: door{end}".encode(encoding))
    assert not is_ours(f"# Theirs{end}name: door{end}".encode(encoding))
