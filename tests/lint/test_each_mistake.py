"""One file for each kind of mistake that lint is there for: exactly one rule speaks, of all rules there are, and only once."""

from __future__ import annotations

import pytest

from peerkit.lint import runner
from peerkit.lint.rule import every_rule
from peerkit.source.catalog import SourceText
from support.linting import THEMES_TOP, codes, lint
from support.rule_cases import crashing
from support.rule_examples import INDICATOR, raw, with_the_rest

THEMES = frozenset({"shared-power"})
OUTLINE = """\
format: peerkit/source/1
sections:
  - {id: door, title: Door, statements: [{id: door.1, gist: People are greeted.}, {id: door.2, gist: People come back.}]}
"""
DOCUMENT = SourceText("sources/example.yaml", OUTLINE.encode(), beside=True)
COVERED = "not_assessed: [{covers: [door.2], why: It needs a count.}]\n"
YES_NO = "facts: [{id: groups, ask: Are there groups?, kind: yes-no, default: true}]\n"
CHOICE = 'facts: [{id: size, ask: How many people?, kind: choice, options: ["1-2", "3-9"], default: "3-9"}]\n'
LINK = "{from: carers/hello, to: youth/hello, relation: %s, why: Both ask about it.}"
NEIGHBOURS = {
    f"{name}.yaml": with_the_rest(
        f"id: {name}\nsections: [{{id: s, title: S, indicators: [{{id: hello, {{}}}}, {{id: bye, {{}}}}]}}]\n".replace(
            "{}", "ask: We greet., why: W., signposts: {0: a, 2: b, 4: c}, look_for: [a], next_steps: [{from: 0, do: a}], covers: [x.1]"
        )
    )
    for name in ("carers", "youth")
}


def indicators(*descriptions: str) -> str:
    """Return a section with indicators of these keys; what else an indicator needs is added."""
    lines = []
    for number, described in enumerate(descriptions):
        given = {part.partition(":")[0].strip() for part in described.split("; ")}
        told = [*filter(None, described.split("; ")), *(f"{key}: {value!r}" for key, value in rest(number).items() if key not in given)]
        lines.append(f"      - {{{', '.join(told)}}}\n")
    return "sections:\n  - id: arriving\n    title: Arriving\n    indicators:\n" + "".join(lines)


def rest(number: int) -> dict[str, object]:
    """Return what the indicator of a number needs."""
    return {"id": f"greeting-{number}", **INDICATOR, "ask": f"We {('greet', 'feed', 'call', 'seat')[number % 4]} people."}


MISTAKES: list[tuple[str, str, str]] = [
    ("not UTF-8", "title: Caf<E9>\n", "PK001"),
    ("a tab", "title:<TAB>A\n", "PK002"),
    ("NUL", "title: A<U+0000>\n", "PK003"),
    ("a control character", "title: A<U+001B>[31m\n", "PK003"),
    ("a character that turns the text round", "title: A<U+202E>\n", "PK003"),
    ("a syntax error", "title: A: b\n", "PK004"),
    ("a duplicate key", "title: A\ntitle: B\n", "PK006"),
    ("an anchor", "title: &a A\n", "PK007"),
    ("an alias", "title: *a\n", "PK007"),
    ("a merge key", "source: {<<: {rights: Ours.}}\n", "PK007"),
    ("a tag", "title: !!str A\n", "PK008"),
    *((f"the word {word}", f"title: {word}\n", "PK009") for word in ("No", "on", "12:30", "010", "2023-02-01", "~", "1.5")),
    ("too large", "summary: <2000001 a>\n", "PK010"),
    ("too deep", f"limits: {'[' * 21}a{']' * 21}\n", "PK011"),
    ("an unknown key", "titel: A\ntitle: A\n", "PK102"),
    ("a misspelt key", "short_titel: A\n", "PK102"),
    ("a missing key", "glossary: [{word: peer}]\n", "PK103"),
    ("a wrong type", "title: 7\n", "PK104"),
    ("a bad id", "id: Bad_Id\n", "PK105"),
    ("an id of two indicators", indicators("id: a", "id: a"), "PK101"),
    ("an id of a section and an indicator", indicators("id: arriving"), "PK101"),
    ("an empty section", "sections: [{id: a, title: A, indicators: []}]\n", "PK106"),
    ("no sections", "sections: []\n", "PK106"),
    ("an unknown theme", indicators("themes: [shared-pwoer]"), "PK107"),
    ("an unknown role", indicators("ask_as: {staf: We greet all people.}"), "PK108"),
    ("an unknown voice", indicators("voices: [staf]"), "PK108"),
    ("a format of another version", "format: peerkit/framework/9\n", "PK109"),
    ("a file name that is not the id", "id: another\n", "PK110"),
    ("a value that is none of those it can be", "version: first\n", "PK111"),
    ("a language that is no code", "language: English\n", "PK112"),
    ("nothing to look for", indicators("look_for: []"), "PK113"),
    ("no step", indicators("next_steps: []"), "PK113"),
    ("two steps from one level", indicators("next_steps: [{from: 0, do: Ask.}, {from: 0, do: Plan.}]"), "PK114"),
    ("an entry that is there twice", indicators("voices: [staff, leader, staff]"), "PK114"),
    ("weights of a section that are all zero", indicators("weight: 0", "weight: 0"), "PK201"),
    ("a missing signpost", indicators("signposts: {0: a, 4: b}"), "PK202"),
    ("equal signposts", indicators("signposts: {0: a, 2: b, 4: b}"), "PK202"),
    ("a goal below 1", "goal: 0\n", "PK203"),
    ("a goal above 4", indicators("goal: 5"), "PK203"),
    ("one core indicator in a section", indicators("core: true", ""), "PK204"),
    ("an indicator that nobody is asked", indicators("voices: []"), "PK111"),
    ("a wording that nobody sees", indicators("voices: [staff]; ask_as: {leader: We greet all people.}"), "PK206"),
    (
        "a voice that is needed and never asked",
        indicators("voices: [staff]").replace("  - id", "  - needs_voices: [leader]\n    id"),
        "PK206",
    ),
    ("a core indicator with a condition", YES_NO + indicators("core: true; only_if: {groups: true}", "core: true"), "PK207"),
    ("core questions that leave participants out", indicators(*["core: true; voices: [staff]"] * 2, "voices: [participant]"), "PK209"),
    ("a question that is too long", indicators(f"ask: We greet people{' and dogs' * 9}."), "PK301"),
    (
        "texts that are hard to read",
        indicators(f"why: {'Organisational responsiveness determines participation considerably. ' * 12}"),
        "PK302",
    ),
    ("a double-barrelled question", indicators("ask: We train and supervise new peers."), "PK303"),
    ("a negative question", indicators("ask: Nobody waits alone."), "PK304"),
    ("a double negative", indicators("ask: Nobody is without a key."), "PK304"),
    ("an absolute word", indicators("ask: We always greet people."), "PK305"),
    ("an absolute phrase with a negative", indicators("ask: We greet people without exception."), "PK305"),
    ("a hedge", indicators("ask: We greet people where possible."), "PK305"),
    ("a leading opening", indicators('ask: "Surely, we greet people."'), "PK306"),
    ("a leading tag", indicators('ask: "We greet people, don\'t we?"'), "PK306"),
    ("an agree or disagree wording", indicators("ask: How far do you agree that we greet people?"), "PK307"),
    ("jargon", indicators("ask: We utilise the kitchen."), "PK308"),
    ("an acronym that nobody explains", indicators("ask: We greet AOD peers."), "PK308"),
    ("a stigmatising word", indicators("why: Addicts are sent away."), "PK309"),
    ("two questions nearly the same", indicators("ask: We train new peers before work.", "ask: New peers train before work."), "PK310"),
    ("a missing macron", indicators("ask: We greet their whanau."), "PK311"),
    ("curly and straight quotes", indicators("ask: We greet each other's dogs.; why: A peer<U+2019>s dog."), "PK312"),
    ("a comment that cuts a text", "title: The house #3\n", "PK313"),
    ("a question in the place of a statement", indicators("ask: Do we greet people?"), "PK314"),
    ("curly quotes around a text", indicators("ask: <U+201C>We greet people.<U+201D>"), "PK315"),
    ("a quote that was left", indicators('why: It helps people."'), "PK315"),
    ("a character of no width", indicators("ask: We gr<U+200B>eet people."), "PK316"),
    ("a character of no width, as a code", indicators(r'ask: "We gr\u200beet people."'), "PK316"),
    ("a character that turns the text round, as a code", 'title: "A\\u202eB"\n', "PK316"),
    ("a text that is still to be written", indicators("why: tbd"), "PK317"),
    ("a paper for a practice", indicators('signposts: {0: a, 2: b, 4: "There is a policy."}'), "PK318"),
    ("opposites", indicators('signposts: {0: "Nobody or everybody greets.", 2: b, 4: c}'), "PK319"),
    ("one picture twice", indicators('signposts: {0: a, 2: "Some days peers greet people.", 4: "Most days peers greet people."}'), "PK320"),
    ("an indicator without a source", indicators("covers: []", ""), "PK401"),
    ("an unknown statement", indicators("covers: [door.1, door.7]"), "PK402"),
    ("an excuse without a reason", "not_assessed: [{covers: [door.2]}]\n", "PK404"),
    ("a statement that is covered and excused", "not_assessed: [{covers: [door.1, door.2], why: It needs a count.}]\n", "PK407"),
    ("missing rights", "source: {publisher: A}\n", "PK405"),
    ("missing limits", "limits: []\n", "PK405"),
    ("a condition on an unknown fact", YES_NO + "small_team: {groups: true, grups: true}\n", "PK501"),
    ("a condition on an unknown value", CHOICE + "small_team: {size: 1 to 2}\n", "PK502"),
    ("a condition that is never true", CHOICE + "small_team: {size: []}\n", "PK503"),
    ("a condition that is always true", CHOICE + 'small_team: {size: ["1-2", "3-9"]}\n', "PK503"),
    ("a fact that is never asked", YES_NO, "PK505"),
    ("an ignore without a reason", "goal: 7 # peerkit: ignore PK203\n", "PK902"),
    ("an ignore that silences nothing", "goal: 3 # peerkit: ignore PK203 we aim high\n", "PK903"),
]


@pytest.mark.parametrize(("part", "expected"), [row[1:] for row in MISTAKES], ids=[row[0] for row in MISTAKES])
def test_a_mistake_is_found_by_one_rule(part: str, expected: str) -> None:
    text = with_the_rest(part if "not_assessed:" in part else COVERED + part)
    result = lint([SourceText("example.yaml", raw(text)), DOCUMENT], builtin_themes=THEMES)
    assert codes(result) == expected.split()


def test_too_many_entries_are_found_by_one_rule() -> None:
    text = with_the_rest("").replace("limits: [", f"limits: [{'a, ' * 100_000}", 1)
    assert codes(lint([SourceText("example.yaml", text.encode())])) == ["PK010"]


def test_a_second_document_is_found_by_one_rule() -> None:
    assert codes(lint([SourceText("example.yaml", raw(with_the_rest("") + "---\ntitle: B\n"))])) == ["PK005"]


def test_an_outline_that_belongs_to_no_framework_is_found_by_one_rule() -> None:
    files = [SourceText("example.yaml", raw(with_the_rest(""))), SourceText("sources/quiet.yaml", OUTLINE.encode())]
    assert codes(lint(files)) == ["PK406"]


def test_a_statement_that_is_neither_covered_nor_excused_is_found_by_one_rule() -> None:
    assert codes(lint([SourceText("example.yaml", raw(with_the_rest(""))), DOCUMENT])) == ["PK403"]


def test_a_quick_set_that_is_too_long_is_found_by_one_rule() -> None:
    words = [f"{first}{second}" for first in "bdfghk" for second in ("aking", "older", "unted", "istle", "ember")]
    part = indicators(*(f"id: i-{number}; core: true; ask: We {word} at {word}s." for number, word in enumerate(words)))
    assert codes(lint([SourceText("example.yaml", raw(with_the_rest(part)))])) == ["PK205"]


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([LINK % "equal", LINK.replace("youth/hello", "youth/helo") % "equal"], "PK506"),
        ([LINK % "equal", LINK.replace("youth/hello", "elders/hello") % "equal"], "PK506"),
        ([LINK % "equal", LINK % "subset"], "PK507"),
        ([LINK % "equal", LINK % "equal"], "PK507"),
        (
            [
                "{from: carers/hello, to: youth/hello, relation: subset, why: A.}",
                "{from: youth/hello, to: carers/bye, relation: subset, why: A.}",
                "{from: carers/bye, to: carers/hello, relation: subset, why: A.}",
            ],
            "PK508",
        ),
    ],
    ids=["an unknown indicator", "an unknown framework", "a contradiction", "a repetition", "a circle"],
)
def test_a_mistake_in_a_crosswalk_is_found_by_one_rule(links: list[str], expected: str) -> None:
    text = "format: peerkit/crosswalk/1\nlinks:\n" + "".join(f"  - {link}\n" for link in links)
    neighbours = [SourceText(name, raw(content), beside=True) for name, content in NEIGHBOURS.items()]
    assert codes(lint([SourceText("crosswalk.yaml", text.encode()), *neighbours])) == [expected]


def test_a_fact_of_two_meanings_is_found_by_one_rule() -> None:
    part = YES_NO + "small_team: {groups: true}\n"
    files = [SourceText("example.yaml", raw(with_the_rest(part)))]
    neighbour = raw(with_the_rest("id: another\n" + part.replace("Are there groups?", "Does it rain?")))
    assert codes(lint([*files, SourceText("another.yaml", neighbour, beside=True)])) == ["PK504"]


def test_a_rule_that_crashes_is_found_by_one_rule() -> None:
    result = lint([SourceText("themes.yaml", f"{THEMES_TOP}  []\n".encode())], rules=(*every_rule(), crashing("oh")))
    assert codes(result) == ["PK901"]


def test_a_framework_without_a_core_question_is_found_by_one_rule() -> None:
    assert codes(runner.lint([SourceText("example.yaml", raw(with_the_rest("")))])) == ["PK208"]


def test_every_rule_is_tried_here() -> None:
    elsewhere = {"PK005", "PK205", "PK208", "PK403", "PK406", "PK504", "PK506", "PK507", "PK508", "PK509", "PK901"}
    tried = {code for _, _, expected in MISTAKES for code in expected.split()} | elsewhere
    assert tried == {module.RULE.code for module in every_rule()}
