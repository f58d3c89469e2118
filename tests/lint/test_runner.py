from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from peerkit.lint import runner
from peerkit.lint.rule import Folder, Member, Subject, every_rule
from peerkit.lint.runner import faults_found
from peerkit.model.finding import Finding, Problem, Span
from peerkit.source.catalog import SourceText
from peerkit.source.yaml.yaml_file import read_text
from support.linting import BAD_THEME, GOOD_THEME, codes, framework_file, lint, places, themes_file
from support.rule_cases import crashing

FRAMEWORKS = Path(__file__).parents[2] / "frameworks"
INDICATOR_WITH_THEME = """sections:
  - id: arriving
    title: Arriving
    indicators:
      - {id: greeting, themes: [belonging], <REST>}
"""


def test_a_finding_carries_the_rule_the_place_and_the_line_of_text() -> None:
    result = lint([framework_file("goal: 5\n")])
    assert result.findings == (
        Finding(
            code="PK203",
            name="goal-range",
            severity="error",
            message="5 is out of range for goal",
            hint="Write a level from 1 to 4.",
            file="example.yaml",
            span=Span(1, 7, 1, 8),
            source_line="goal: 5",
        ),
    )


def test_findings_come_by_file_then_line_then_column_then_code() -> None:
    files = [
        framework_file("version: 1\ngoal: 5\n", "b/example.yaml"),
        themes_file("  - {id: A, title: 1, definition: D.}\n", file="a/themes.yaml"),
        framework_file("title: 1\n", "B/other.yaml"),
    ]
    assert places(lint(files)) == [
        ("B/other.yaml", 1, 8, "PK104"),
        ("B/other.yaml", 3, 5, "PK110"),
        ("a/themes.yaml", 3, 10, "PK105"),
        ("a/themes.yaml", 3, 20, "PK104"),
        ("b/example.yaml", 1, 10, "PK104"),
        ("b/example.yaml", 2, 7, "PK203"),
    ]


def test_the_order_of_the_files_changes_nothing() -> None:
    files = [framework_file("goal: 5\n"), themes_file(BAD_THEME)]
    assert lint(files) == lint(files[::-1])


def test_a_file_that_cannot_be_read_gives_only_that() -> None:
    assert codes(lint([SourceText("example.yaml", b"titel: a\ngoal: 9\nlanguage: a: b\n")])) == ["PK004"]


def test_a_format_that_is_not_known_gives_only_that() -> None:
    assert codes(lint([SourceText("x.yaml", b"format: peerkit/framework/2\nid: example\ntitel: b\n")])) == ["PK109"]


def test_files_of_a_folder_that_claim_no_format_are_passed_over_and_not_counted() -> None:
    foreign = SourceText("docker-compose.yaml", b"services: [*oops\n", explicit=False)
    result = lint([foreign, themes_file(GOOD_THEME, explicit=False)])
    assert (result.files, result.findings) == (1, ())


OURS = {
    "a framework": "id: a\nsections:\n  - id: b\n    indicators:\n      - id: c\n        signposts: {0: d}\n",
    "a framework in quotes": '"sections": [{"id": "b", "indicators": [{"id": "c", "signposts": {"0": "d"}}]}]\n',
    "an outline": "sections:\n  - {id: a, title: A, statements: [{id: a1, gist: People come.}]}\n",
    "themes": "themes:\n  - id: a\n    title: A\n    definition: What it is.\n",
    "a crosswalk": "links:\n  - {from: a/b, to: c/d, relation: equal, why: They are.}\n",
    "tensions": "tensions:\n  - id: a\n    title: A\n    positions: {b: c}\n    questions: [d]\n",
}
FOREIGN = {
    "a menu": "sections:\n  - title: Home\n    items: [a, b]\n",
    "a site's themes": "themes:\n  dark: {colour: black}\n",
    "links of a page": "links:\n  - {title: Home, url: a}\n",
    "a format of its own": "format: 2\nsections:\n  - {id: a, gist: b}\n",
    "keys further in": "site:\n  sections:\n    - {gist: a}\n",
    "nothing": "",
}


@pytest.mark.parametrize("text", OURS.values(), ids=OURS)
def test_a_file_of_a_folder_that_looks_like_ours_and_names_no_format_is_checked(text: str) -> None:
    result = lint([SourceText("x.yaml", text.encode(), explicit=False)])
    assert (result.files, places(result)) == (1, [("x.yaml", 1, 1, "PK103")])


@pytest.mark.parametrize("form", ["peerkit-framework-1", "Peerkit/framework/1", '"peerkit"'])
def test_a_file_of_a_folder_with_a_misspelt_format_is_checked(form: str) -> None:
    result = lint([SourceText("x.yaml", f"format: {form}\nid: x\n".encode(), explicit=False)])
    assert (result.files, codes(result)) == (1, ["PK109"])


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_a_foreign_file_of_a_folder_is_passed_over(text: str) -> None:
    assert lint([SourceText("x.yaml", text.encode(), explicit=False)]).files == 0


CROSSWALK = """format: peerkit/crosswalk/1
links:
  - {from: example/greeting, to: mind/met, relation: equal, why: Both ask about it.}
  - {from: example/greeting, to: mind/mett, relation: subset, why: It asks for less.}
  - {from: example/greeting, to: mnd/met, relation: subset, why: It asks for less.}
"""


def test_ends_that_the_folder_does_not_have_are_looked_up_in_the_built_in_frameworks() -> None:
    asked: list[str] = []

    def builtin(name: str) -> frozenset[str] | None:
        asked.append(name)
        return {"mind": frozenset({"met"}), "example": frozenset({"other"})}.get(name)

    result = lint([framework_file(), SourceText("crosswalk.yaml", CROSSWALK.encode())], builtin_indicators=builtin)
    assert [(one.span.line, one.code, one.message, one.hint) for one in result.findings] == [
        (4, "PK506", "mind has no indicator mett", "Did you mean met?"),
        (5, "PK506", "there is no framework mnd in this folder", "Did you mean mind?"),
    ]
    assert asked == ["mind", "mnd"]


def test_a_framework_of_the_folder_that_cannot_be_read_stands_before_the_built_in_one() -> None:
    broken = SourceText("mind.yaml", b"format: peerkit/framework/1\nid: [\n")
    crosswalk = CROSSWALK.rpartition("  - ")[0]
    files = [framework_file(), broken, SourceText("crosswalk.yaml", crosswalk.encode())]
    assert codes(lint(files, builtin_indicators=lambda _name: frozenset({"met"}))) == ["PK004"]


def test_a_file_that_is_named_is_checked_whatever_it_claims() -> None:
    result = lint([SourceText("docker-compose.yaml", b"services: []\n")])
    assert (result.files, codes(result)) == (1, ["PK103"])


def test_a_file_that_is_given_twice_is_checked_once() -> None:
    result = lint([themes_file(BAD_THEME), themes_file(BAD_THEME, explicit=False)])
    assert (result.files, codes(result)) == (1, ["PK105"])


def test_without_any_themes_nothing_is_said_of_themes() -> None:
    assert codes(lint([framework_file(INDICATOR_WITH_THEME)])) == []


def test_built_in_themes_hold_where_the_folder_has_none() -> None:
    elsewhere = themes_file(GOOD_THEME.replace("shared-power", "belonging"), file="b/themes.yaml")
    files = [framework_file(INDICATOR_WITH_THEME, "a/example.yaml"), elsewhere]
    assert places(lint(files, builtin_themes=frozenset({"co-design"}))) == [("a/example.yaml", 5, 33, "PK107")]


def test_a_themes_file_beside_is_looked_at_and_not_reported() -> None:
    beside = replace(themes_file(BAD_THEME, GOOD_THEME, file="a/themes.yaml"), beside=True)
    framework = framework_file(INDICATOR_WITH_THEME, "a/example.yaml")
    result = lint([framework, beside], builtin_themes=frozenset({"co-design"}))
    assert (result.files, result.findings) == (1, ())


def test_a_file_that_is_both_linted_and_beside_is_linted() -> None:
    result = lint([themes_file(BAD_THEME), replace(themes_file(BAD_THEME), beside=True)])
    assert (result.files, codes(result)) == (1, ["PK105"])


def test_outlines_in_sources_belong_to_the_folder_above() -> None:
    seen: list[tuple[str, str, list[str]]] = []

    class Looking:
        RULE = crashing("").RULE

        @staticmethod
        def check(subject: Subject) -> Iterator[Problem]:
            seen.append(("alone", subject.reading.file, list(subject.folder.outlines)))
            return iter(())

    class Comparing:
        RULE = crashing("").RULE

        @staticmethod
        def check_folder(members: Sequence[Member]) -> Iterator[tuple[str, Problem]]:
            seen.append(("together", "", [member.file for member in members]))
            return iter(())

    outline = SourceText("f/sources/example.yaml", b"format: peerkit/source/1\nsections: []\n", beside=True)
    files = [framework_file(file="g/example.yaml"), framework_file(file="f/example.yaml")]
    lint([*files, outline], rules=[Looking, Comparing])
    assert seen == [
        ("alone", "g/example.yaml", []),
        ("alone", "f/example.yaml", ["example"]),
        ("together", "", ["f/example.yaml", "f/sources/example.yaml"]),
        ("together", "", ["g/example.yaml"]),
    ]


def test_a_rule_that_crashes_is_reported_even_if_only_that_rule_was_selected() -> None:
    rules = (*every_rule(), crashing("oh"))
    result = lint([themes_file(GOOD_THEME)], select=["PK399"], rules=rules)
    assert codes(result) == ["PK901"]
    assert result.findings[0].span == Span(1, 1, 1, 1)


def test_a_rule_about_folders_that_crashes_is_reported_once_in_each_folder() -> None:
    class Crashing:
        RULE = crashing("").RULE

        @staticmethod
        def check_folder(members: Sequence[Member]) -> Iterator[tuple[str, Problem]]:
            raise ValueError("oh")

    files = [themes_file(GOOD_THEME, file=f"{folder}/themes.yaml") for folder in "ab"]
    beside = [replace(framework_file(file=f"{folder}/example.yaml"), beside=True) for folder in "ca"]
    result = lint([*files, *beside], rules=(*every_rule(), Crashing))
    assert [(one.file, one.code, one.message) for one in result.findings] == [
        (f"{folder}/themes.yaml", "PK901", "the rule PK399 crashing stopped with ValueError: oh") for folder in "ab"
    ]


def test_a_comment_about_a_rule_that_crashed_is_not_called_unused() -> None:
    file = themes_file(GOOD_THEME.replace("\n", " # peerkit: ignore PK399 because\n"))
    assert codes(lint([file], rules=(*every_rule(), crashing("oh")))) == ["PK901"]


def test_a_rule_sees_the_framework_of_a_file_with_faults_as_far_as_it_goes() -> None:
    good, broken, other = framework_file(), framework_file("goal: 5\n"), themes_file(GOOD_THEME)
    readings = [read_text(one.raw, one.file) for one in (good, broken, other)]
    subjects = [Subject(reading, Folder(), reading.faults) for reading in readings]
    assert [subject.framework and subject.framework.id for subject in subjects] == ["example", "example", None]
    assert [[path for path, _ in subject.indicator_data()] for subject in subjects] == [
        [("sections", 0, "indicators", 0)],
        [("sections", 0, "indicators", 0)],
        [],
    ]


def test_lint_finds_nothing_in_what_comes_with_peerkit() -> None:
    files = [SourceText(path.relative_to(FRAMEWORKS.parent).as_posix(), path.read_bytes()) for path in sorted(FRAMEWORKS.rglob("*.yaml"))]
    assert runner.lint(files).findings == ()


@pytest.mark.parametrize("raw", [b"title: Caf\xe9\n", b"# " + b"a" * 2_000_001, b"a: b: c\n", b"format: peerkit/themes/1\n"])
def test_what_keeps_a_file_from_being_used_is_shown_as_lint_shows_it(raw: bytes) -> None:
    assert faults_found(read_text(raw, "x.yaml")) == lint([SourceText("x.yaml", raw)])


def test_a_comment_does_not_hide_what_keeps_a_file_from_being_used() -> None:
    file = themes_file(BAD_THEME.replace("\n", " # peerkit: ignore PK105 old links\n"))
    assert codes(lint([file])) == []
    assert codes(faults_found(read_text(file.raw, file.file))) == ["PK105"]


def test_a_file_without_faults_has_nothing_to_show() -> None:
    assert faults_found(read_text(framework_file().raw, "another-name.yaml")).findings == ()
