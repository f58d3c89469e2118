from __future__ import annotations

import pytest

from peerkit.lint.rule import every_rule
from peerkit.source.catalog import SourceText
from support.linting import BAD_THEME, GOOD_THEME, THEMES_TOP, codes, framework_file, lint, places, themes_file

IGNORE = "# peerkit: ignore PK105 old links"


def at_the_end(theme: str, comment: str) -> str:
    return theme.replace("\n", f" {comment}\n")


@pytest.mark.parametrize(
    "lines",
    [
        (f"  {IGNORE}\n", BAD_THEME),
        (f"{IGNORE}\n", BAD_THEME),
        (f"                    {IGNORE}\n", BAD_THEME),
        (at_the_end(BAD_THEME, IGNORE),),
        (at_the_end(BAD_THEME, "#peerkit:ignore PK105 old links"),),
        (at_the_end(BAD_THEME, "#  peerkit:  ignore  PK105  old links"),),
    ],
)
def test_a_comment_silences_the_finding_at_its_line_or_below_it(lines: tuple[str, ...]) -> None:
    assert codes(lint([themes_file(*lines)])) == []


@pytest.mark.parametrize(
    "lines",
    [
        (BAD_THEME, f"  {IGNORE}\n"),
        (f"  {IGNORE}\n", "\n", BAD_THEME),
        (at_the_end(GOOD_THEME, IGNORE), BAD_THEME),
        ("  # peerkit: ignore PK104 another code\n", BAD_THEME),
        ("  # peerkit: ignores PK105 another word\n", BAD_THEME),
        ("  # see peerkit: ignore PK105 not at the start\n", BAD_THEME),
        ("  # Peerkit: Ignore PK105 capitals\n", BAD_THEME),
    ],
)
def test_a_comment_elsewhere_or_about_something_else_silences_nothing(lines: tuple[str, ...]) -> None:
    assert "PK105" in codes(lint([themes_file(*lines)]))


def test_a_comment_silences_every_finding_of_its_code_on_the_line_and_no_other_code() -> None:
    twice = "  - {id: A, title: 1, definition: D.}\n"
    assert codes(lint([themes_file(f"  {IGNORE}\n", twice)])) == ["PK104"]


def test_comments_one_below_the_other_all_speak_of_the_line_after_them() -> None:
    twice = "  - {id: A, title: 1, definition: D.}\n"
    lines = (f"  {IGNORE}\n", "  # peerkit: ignore PK104 numbers are fine\n", twice)
    assert codes(lint([themes_file(*lines)])) == []


def test_a_finding_over_several_lines_is_silenced_at_its_first_or_its_last() -> None:
    def framework(above: str, end: str) -> SourceText:
        return framework_file(f'{above}source: "a\n  b"{end}\n')

    assert codes(lint([framework("", "")])) == ["PK104"]
    assert codes(lint([framework("# peerkit: ignore PK104 a\n", "")])) == []
    assert codes(lint([framework("", " # peerkit: ignore PK104 a")])) == []


@pytest.mark.parametrize(
    "definition",
    [
        f'"D. {IGNORE}"',
        f"'D. {IGNORE}'",
        f"|\n      {IGNORE}",
        f">\n      D.\n      {IGNORE}",
        f'"D.\n      {IGNORE}"',
        "a#peerkit:ignore",
    ],
)
def test_a_hash_inside_a_text_is_no_comment(definition: str) -> None:
    file = themes_file(f"  - id: shared-power\n    title: A\n    definition: {definition}\n", BAD_THEME)
    assert [code for _, _, _, code in places(lint([file]))] == ["PK105"]


def test_a_comment_after_a_text_block_or_on_the_line_where_it_opens_is_one() -> None:
    opening = "format: peerkit/themes/1\nthemes:\n  - id: shared-power\n    title: 1\n    definition: |"
    file = SourceText("themes.yaml", f"{opening} # peerkit: ignore PK104 a\n      D.\n  {IGNORE}\n{BAD_THEME}".encode())
    assert places(lint([file])) == [("themes.yaml", 4, 12, "PK104")]
    closing = f"{THEMES_TOP}  - id: A\n    title: B\n    definition: >- # a\n      D.\n"
    assert codes(lint([SourceText("themes.yaml", closing.replace("id: A", f"id: A {IGNORE}").encode())])) == []


def test_a_file_that_cannot_be_read_cannot_be_silenced() -> None:
    file = framework_file("# peerkit: ignore PK009 a\nlanguage: no\n")
    assert codes(lint([file])) == ["PK009"]


def test_a_comment_about_a_rule_that_was_not_selected_is_let_be() -> None:
    file = themes_file(f"  {IGNORE}\n", GOOD_THEME)
    assert codes(lint([file])) == ["PK903"]
    assert codes(lint([file], select=["PK104", "PK903"])) == []
    assert codes(lint([file], ignore=["PK105"])) == []


def test_in_a_file_with_faults_a_comment_is_not_called_unused_since_not_all_was_checked() -> None:
    file = framework_file("titel: a\nlanguage: en # peerkit: ignore PK203 a\n")
    assert codes(lint([file])) == ["PK102"]


def test_a_comment_about_a_code_that_there_is_not_names_near_codes() -> None:
    file = themes_file(at_the_end(GOOD_THEME, "# peerkit: ignore PK1O5 old links"))
    rules = [module for module in every_rule() if module.RULE.code in ("PK105", "PK903")]
    finding = lint([file], rules=rules).findings[0]
    assert finding.message == "this comment ignores PK1O5, and there is no such rule"
    assert finding.hint == "Did you mean PK105?"


def test_a_comment_without_a_reason_silences_and_is_itself_found() -> None:
    file = themes_file(at_the_end(BAD_THEME, "# peerkit: ignore PK105"))
    result = lint([file])
    assert codes(result) == ["PK902"]
    assert result.findings[0].severity == "warning"


def test_columns_of_a_comment_count_code_points() -> None:
    theme = "  - {id: shared-power, title: 同伴🙂, definition: D.}\n"
    assert places(lint([themes_file(at_the_end(theme, IGNORE))])) == [("themes.yaml", 3, 52, "PK903")]


def test_thousands_of_comments_above_a_line_silence_one_finding_on_it() -> None:
    result = lint([themes_file(f"  {IGNORE}\n" * 3_000, BAD_THEME * 200)])
    assert len(result.findings) == 199


def test_a_code_of_any_length_is_shown_short() -> None:
    finding = lint([themes_file(at_the_end(GOOD_THEME, f"# peerkit: ignore {'X' * 100_000} a"))]).findings[0]
    assert finding.message == f"this comment ignores {'X' * 39}…, and there is no such rule"


@pytest.mark.parametrize("at", ["above", "where it starts", "where it ends"])
def test_what_is_found_inside_a_long_text_is_silenced_where_the_text_starts_or_ends(at: str) -> None:
    comment = "# peerkit: ignore PK309 the word of the document"
    above, start, end = (comment if at == place else "" for place in ("above", "where it starts", "where it ends"))
    text = '"We help\n  addicts\n  here."' if at != "where it starts" else "|\n  We help\n  addicts\n  here."
    opening, rest = text.split("\n", 1)
    part = f"{above}\nsummary: {opening} {start}\n{rest} {end}\n"
    assert codes(lint([framework_file(part)])) == []
    assert codes(lint([framework_file(part.replace(comment, ""))])) == ["PK309"]


def test_one_comment_silences_several_codes_with_one_reason() -> None:
    twice = "  - {id: A, title: 1, definition: D.}\n"
    for codes_told in ("PK105, PK104", "PK104,PK105", "PK105 , PK104,", "PK105, PK104, because"):
        assert codes(lint([themes_file(f"  # peerkit: ignore {codes_told} old links\n", twice)])) == []
    assert codes(lint([themes_file("  # peerkit: ignore PK105, PK104\n", twice)])) == ["PK902", "PK902"]


def test_each_code_of_a_comment_is_called_unused_by_itself() -> None:
    found = lint([themes_file("  # peerkit: ignore PK105, PK1O4 old links\n", BAD_THEME)]).findings
    assert [finding.message for finding in found] == ["this comment ignores PK1O4, and there is no such rule"]


@pytest.mark.parametrize("comment", ["# peerkit: ignore-file PK105 old links", "#peerkit:ignore-file  PK105, PK104 old links"])
def test_a_comment_about_the_whole_file_silences_a_code_wherever_it_stands(comment: str) -> None:
    themes = BAD_THEME + BAD_THEME.replace("title: Shared power", "title: 1").replace("Shared_Power", "Other_Power")
    for lines in ((f"{comment}\n", themes), (themes, f"{comment}\n"), (at_the_end(BAD_THEME, comment), themes)):
        assert codes(lint([themes_file(*lines)])) == ([] if "PK104" in comment else ["PK104"])


def test_a_comment_about_the_whole_file_wants_a_reason_and_a_use() -> None:
    comment = "# peerkit: ignore-file PK105"
    assert codes(lint([themes_file(f"{comment}\n", BAD_THEME)])) == ["PK902"]
    [found] = lint([themes_file(f"{comment} old links\n", GOOD_THEME)]).findings
    assert found.message == "this comment ignores PK105, which finds nothing in this file"


def test_what_is_silenced_is_counted() -> None:
    assert lint([themes_file(at_the_end(BAD_THEME, IGNORE), BAD_THEME)]).silenced == 1
