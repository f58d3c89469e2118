"""A file with many mistakes: all of them in one run, and each of them once."""

from __future__ import annotations

import pytest

from peerkit.source.catalog import SourceText
from support.linting import codes, framework_file, lint
from support.rule_examples import raw

THEMES = frozenset({"shared-power"})
OUTLINE = b"format: peerkit/source/1\nsections: [{id: door, title: Door, statements: [{id: door.1, gist: A.}, {id: door.2, gist: B.}]}]\n"
MANY = """\
format: peerkit/framework/1
id: many
version: 1.0
title: No
titel: Many mistakes
goal: 9
limits: It was written for one town.
language: en
language: english
source: {rights: Ours.}
facts:
  - {id: groups, ask: Are there groups?, kind: yes-no, default: true}
  - {id: groups, ask: Are there more groups?, kind: yes-no, default: on}
glossary: &words
  - {word: peer, means: !!str Someone who has been there.}
not_assessed: *words
sections:
  - id: arriving
    title: Arriving
    needs_voices: [participants]
    indicators:
      - id: greeting
        ask: We always greet people at the door.
        core: yes
        weight: 0
        why: Addicts are sent away elsewhere.
        signposts: {0: Nobody is there., 2: A peer is there., 4: A peer is there.}
        look_for: [A rota.]
        next_steps: [{from: 0, do: Ask.}]
        covers: [door.11]
        themes: [shared-pwoer]
        only_if: {group: true}
      - id: First_Visit
        ask: 12:30
        why: "It<TAB>helps."
        signposts: {0: a, 2: b, 4: c}
        look_for: [A rota.]
        next_steps: [{from: 0, do: Ask.}]
        covers: []
  - id: leaving
    title: Leaving
    indicators: []
  - id: greeting
    title: Left
    indicators: []
"""


def found(text: str) -> list[tuple[int, int, str]]:
    """Return line, column and code of each finding."""
    outline = SourceText("sources/many.yaml", OUTLINE, beside=True)
    result = lint([SourceText("many.yaml", raw(text)), outline], builtin_themes=THEMES)
    return [(one.span.line, one.span.column, one.code) for one in result.findings]


def test_mistakes_of_every_family_are_found_in_one_run_and_each_of_them_once() -> None:
    assert found(MANY) == [
        (3, 10, "PK009"),
        (4, 8, "PK009"),
        (5, 1, "PK102"),
        (6, 7, "PK203"),
        (7, 9, "PK104"),
        (9, 1, "PK006"),
        (13, 10, "PK101"),
        (13, 70, "PK009"),
        (14, 11, "PK007"),
        (15, 25, "PK008"),
        (16, 15, "PK007"),
        (20, 20, "PK108"),
        (23, 17, "PK305"),
        (24, 15, "PK009"),
        (26, 14, "PK309"),
        (27, 66, "PK202"),
        (31, 18, "PK107"),
        (33, 13, "PK105"),
        (33, 13, "PK401"),
        (34, 14, "PK009"),
        (35, 17, "PK002"),
        (42, 5, "PK106"),
        (43, 9, "PK101"),
        (45, 5, "PK106"),
    ]


SECTION = "sections:\n  - id: arriving\n    title: Arriving\n    indicators:\n      - {id: greeting, <REST>}\n"


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("title: No\n", ["PK009"]),
        ("goal: 010\n", ["PK009"]),
        ("id: off\n", ["PK009"]),
        ("language: no\n", ["PK009"]),
        ("format: no\n", ["PK009"]),
        ("limits: [on, off]\n", ["PK009", "PK009"]),
        ("source: {rights: null}\n", ["PK009"]),
        ("goal: 3\ngoal: nine\n", ["PK006"]),
        ("goal: 3\ngoal: 9\n", ["PK006"]),
        ("goal: 9\ngoal: 3\n", ["PK203", "PK006"]),
        ("title: a\ntitle: {b: no}\n", ["PK006", "PK009"]),
        ("title: *there\n", ["PK007"]),
        ("title: &there A\n", ["PK007"]),
        ("goal: !!int '3'\n", ["PK008"]),
        ("goal: !!str 3\n", ["PK008"]),
        ("source: {<<: {rights: Ours.}}\n", ["PK007"]),
        ('title: "\\ud800"\n', ["PK004"]),
        ("title: <U+202E>A\n", ["PK003"]),
        ("id: exam<U+202E>ple\n", ["PK003"]),
        ("ti<U+202E>tle: A\n", ["PK003"]),
        ("goal:<TAB>3\n", ["PK002"]),
        ("go<TAB>al: 3\n", ["PK002"]),
        ("source:\n<TAB>rights: Ours.\n", ["PK002"]),
        ("source:\n  rights: Ours.\n<TAB>publisher: A\n", ["PK002"]),
        ("title: <U+001B>[31mred\n", ["PK003"]),
        (SECTION.replace("greeting,", "greeting, weight: no,"), ["PK009"]),
        (SECTION.replace("greeting,", "greeting, wieght: 0,"), ["PK102"]),
        (SECTION.replace("greeting,", "greeting, core: True,"), ["PK009"]),
        (SECTION.replace("greeting,", "greeting, only_if: {groups: yes},"), ["PK009"]),
        (SECTION.replace("id: greeting", "id: No"), ["PK009"]),
        (SECTION.replace("title: Arriving", "titel: Arriving"), ["PK102"]),
        (SECTION.replace("indicators:", "indicatros:"), ["PK102"]),
        (SECTION.replace("greeting,", "greeting, voices: [no],"), ["PK009"]),
        (SECTION.replace("greeting,", "greeting, themes: [no],"), ["PK009"]),
        (SECTION.replace("- {id: greeting, <REST>}", "- no"), ["PK009"]),
        (
            "facts: [{id: groups, ask: Groups?, kind: choice, options: [yes, no], default: yes}]\nsmall_team: {groups: 'no'}\n",
            ["PK009"] * 3,
        ),
        ("facts: [{id: groups, ask: Groups?, kind: yes-no, default: True}]\nsmall_team: {groups: true}\n", ["PK009"]),
        ("facts: [{id: no, ask: Groups?, kind: yes-no, default: true}]\nsmall_team: {groups: true}\n", ["PK009"]),
        ("not_assessed: [{covers: [door.2], why: no}]\n", ["PK009"]),
    ],
)
def test_one_mistake_gives_one_finding(part: str, expected: list[str]) -> None:
    assert codes(lint([framework_file(part)])) == expected


def test_a_mistake_hides_those_of_other_rules_only_where_they_rest_on_it() -> None:
    weight = SECTION.replace("greeting,", "greeting, weight: 0, covers: [],")
    assert codes(lint([framework_file(f"titel: A\n{weight}".replace("<REST>", rest()))])) == ["PK102", "PK201", "PK401"]
    assert codes(lint([framework_file(f"{weight}".replace("<REST>", rest()).replace("weight: 0", "weight: 00"))])) == ["PK401", "PK009"]


def rest() -> str:
    """Return what an indicator needs, without `covers`."""
    return (
        "ask: We greet people at the door., why: It helps., signposts: {0: a, 2: b, 4: c}, look_for: [a], next_steps: [{from: 0, do: Ask.}]"
    )


def test_a_text_with_very_many_characters_out_of_place_is_taken_for_another_kind_of_file() -> None:
    result = lint([SourceText("x.yaml", b"format: peerkit/framework/1\nid: x\n" + b"a\x01" * 40)])
    assert codes(result) == ["PK003"] * 21


def test_a_comment_silences_a_rule_in_a_file_with_reading_faults() -> None:
    part = "title: No\ngoal: 9 # peerkit: ignore PK203 an example\nshort_title: A<TAB>b\n"
    assert codes(lint([framework_file(part)])) == ["PK009", "PK002"]
