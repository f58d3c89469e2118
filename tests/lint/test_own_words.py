"""What a framework tells lint: its field, and words beside those of the lists."""

from __future__ import annotations

import pytest

from peerkit.source.yaml.yaml_file import read_text
from support.linting import codes, framework_file, lint

ADDED = "lint: {add: {PK309: [{word: punters, instead: guests, why: makes customers of people}]}}\n"
ALLOWED = "lint: {allow: {PK308: [baseline, HOK], PK309: [Non-compliant]}}\n"
SUMMARY = "summary: The baseline of HOK counts non-compliant people.\n"


def test_a_word_of_their_own_is_spoken_of_with_their_reason() -> None:
    [found] = lint([framework_file(ADDED + "summary: For our punters.\n")]).findings
    assert (found.code, found.severity, found.message, found.hint) == (
        "PK309",
        "warning",
        '"punters" makes customers of people',
        "Write: guests.",
    )


def test_what_stands_under_lint_is_no_text_of_the_framework() -> None:
    assert codes(lint([framework_file(ADDED)])) == []


def test_a_word_that_is_allowed_is_let_be_in_small_and_capital_letters() -> None:
    assert codes(lint([framework_file(SUMMARY)])) == ["PK308", "PK308", "PK309"]
    assert codes(lint([framework_file(ALLOWED + SUMMARY)])) == []


@pytest.mark.parametrize(("field", "severity"), [("peer-work", "warning"), ("other", "info")])
def test_in_another_field_words_of_peer_work_are_remarks(field: str, severity: str) -> None:
    result = lint([framework_file(f"lint: {{field: {field}}}\n{SUMMARY}title: We utilise it\n")])
    assert {finding.severity for finding in result.findings if finding.code in ("PK308", "PK309")} == {severity}


def test_in_another_field_other_rules_stay_as_they_are() -> None:
    result = lint([framework_file("lint: {field: other}\ngoal: 7\n")])
    assert [(finding.code, finding.severity) for finding in result.findings] == [("PK203", "error")]


@pytest.mark.parametrize("told", ["{field: tennis}", "{add: {PK301: []}}", "{allow: {PK309: never}}", "{words: []}"])
def test_what_is_told_wrongly_is_found(told: str) -> None:
    [code] = codes(lint([framework_file(f"lint: {told}\n")]))
    assert code in ("PK102", "PK104", "PK111")


def test_what_is_told_to_lint_changes_no_digest() -> None:
    digests = {read_text(framework_file(part).raw, "x.yaml").digest for part in ("", ADDED, ALLOWED, "# a comment\n")}
    assert len(digests) == 1
    assert read_text(framework_file("goal: 2\n").raw, "x.yaml").digest not in digests
