from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.model.finding import Finding
from peerkit.render.context import RenderContext
from peerkit.render.escape import visible
from peerkit.render.findings import LintReport
from peerkit.render.findings.text import render
from peerkit.render.layout import cell_width
from support.linting import make_finding


def drawn(finding: Finding, width: int = 60) -> str:
    return render(LintReport([finding], 1, RenderContext(width=width)))


def in_words(finding: Finding, width: int = 60) -> str:
    return render(LintReport([finding], 1, RenderContext(width=width, plain=True)))


def lines(text: str) -> str:
    return dedent(text).lstrip("\n")


def test_a_finding_is_drawn_with_its_line_carets_and_a_hint() -> None:
    finding = make_finding("  - id: First_Visit", 9, 20, line=12, message='"First_Visit" cannot be an id', file="frameworks/x.yaml")
    assert drawn(finding) == lines(
        """
        error[PK105] bad-id: "First_Visit" cannot be an id
          --> frameworks/x.yaml:12:9
           |
        12 |   - id: First_Visit
           |         ^^^^^^^^^^^
           = hint: Mend it.

        1 error in 1 file
        """
    )


def test_in_plain_words_nothing_is_drawn() -> None:
    finding = make_finding("  - id: First_Visit", 9, 20, line=12, message='"First_Visit" cannot be an id', file="frameworks/x.yaml")
    assert in_words(finding) == lines(
        """
        error PK105 bad-id: "First_Visit" cannot be an id
        at frameworks/x.yaml:12:9
        hint: Mend it.

        1 error in 1 file
        """
    )


def test_long_words_wrap_under_themselves() -> None:
    finding = make_finding(message="a message that is longer than the line has room for", hint="A hint that is longer than the line, too.")
    assert drawn(finding, 40) == lines(
        """
        error[PK105] bad-id: a message that
            is longer than the line has room for
         --> x.yaml:2:5
          |
        2 | id: A
          |     ^
          = hint: A hint that is longer than
                the line, too.

        1 error in 1 file
        """
    )


@pytest.mark.parametrize(
    ("source_line", "column", "end_column", "excerpt", "carets"),
    [
        ("abc", 1, 4, "abc", "^^^"),
        ("abc", 2, 2, "abc", " ^"),
        ("abc", 4, 5, "abc", "   ^"),
        ("abc", 9, 9, "abc", "   ^"),
        ("同伴: 支持", 5, 7, "同伴: 支持", "      ^^^^"),
        ("é🙂: a", 5, 6, "é🙂: a", "     ^"),
        ("a\u0301b: c", 5, 6, "a\u0301b: c", "   ^"),
        ("a\tb", 2, 3, "a\\x09b", " ^^^^"),
        ("\x1b[31m: red", 8, 11, "\\x1b[31m: red", "          ^^^"),
        ("a\u202eb: c", 2, 3, "a\\u202eb: c", " ^^^^^^"),
        ("\x9b2J\x00", 4, 5, "\\x9b2J\\x00", "      ^^^^"),
        ("::error::[red]", 1, 3, "::error::[red]", "^^"),
        ("a ##[error] b", 3, 4, "a \\x23#[error] b", "  ^^^^"),
    ],
)
def test_carets_stand_under_the_place_whatever_is_on_the_line(
    source_line: str, column: int, end_column: int, excerpt: str, carets: str
) -> None:
    shown = drawn(make_finding(source_line, column, end_column)).splitlines()
    assert shown[3:5] == [f"2 | {excerpt}", f"  | {carets}"]


def test_a_place_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    finding = make_finding('source: "a', 9, 5)
    finding = Finding(**{name: getattr(finding, name) for name in finding.__slots__} | {"span": finding.span._replace(end_line=3)})
    assert drawn(finding).splitlines()[3:5] == ['2 | source: "a', "  |         ^^"]


@pytest.mark.parametrize(
    ("source_line", "column", "end_column", "excerpt", "carets"),
    [
        ("a" * 37, 1, 2, "a" * 33 + "...", "^"),
        ("a" * 36, 36, 37, "a" * 36, " " * 35 + "^"),
        ("a" * 500 + "bcd" + "a" * 500, 501, 504, "...aaaaaaaaaaaabcdaaaaaaaaaaaaaaa...", "               ^^^"),
        ("a" * 500 + "bcd", 501, 504, "...aaaaaaaaaaaabcd", "               ^^^"),
        ("同" * 500 + "b" + "伴" * 500, 501, 502, "...同同同同同同b伴伴伴伴伴伴伴伴...", "               ^"),
        ("a" * 100, 1, 101, "a" * 33 + "...", "^" * 33),
        ("a" * 1_000_000, 999_999, 1_000_000, "...aaaaaaaaaaaaaa", "               ^"),
    ],
)
def test_a_long_line_is_cut_around_the_place(source_line: str, column: int, end_column: int, excerpt: str, carets: str) -> None:
    shown = drawn(make_finding(source_line, column, end_column), 40).splitlines()
    assert shown[3:5] == [f"2 | {excerpt}", f"  | {carets}"]


def test_a_line_without_anything_on_it_is_not_drawn() -> None:
    assert drawn(make_finding("  ", 1, 1, line=1)) == lines(
        """
        error[PK105] bad-id: it is wrong
         --> x.yaml:1:1
          = hint: Mend it.

        1 error in 1 file
        """
    )


@pytest.mark.parametrize("shown", [drawn, in_words])
def test_nothing_from_a_file_is_a_command_to_the_terminal_or_a_build_server(shown: object) -> None:
    nasty = "::error::a\x1b[31m\n::set-output name=x::y\r##[error]\u202e[red]"
    finding = make_finding(nasty, 1, 5, message=nasty, hint=nasty, file=nasty)
    for width in (20, 40, 80):
        text = shown(finding, width)  # type: ignore[operator]
        assert not set("\x1b\r\u202e") & set(text)
        assert "##[" not in text
        assert not any(line.lstrip().startswith("::") for line in text.splitlines())


@pytest.mark.parametrize(
    ("severities", "files", "count"),
    [
        ("", 5, "5 files, nothing to mend"),
        ("", 1, "1 file, nothing to mend"),
        ("e", 1, "1 error in 1 file"),
        ("eew", 5, "2 errors, 1 warning in 5 files"),
        ("ww", 2, "2 warnings in 2 files"),
        ("iwe", 2, "1 error, 1 warning, 1 info in 2 files"),
        ("ii", 2, "2 infos in 2 files"),
    ],
)
def test_the_last_line_counts(severities: str, files: int, count: str) -> None:
    names = {"e": "error", "w": "warning", "i": "info"}
    findings = [make_finding(severity=names[letter]) for letter in severities]  # type: ignore[arg-type]
    assert render(LintReport(findings, files)).splitlines()[-1] == count


def test_findings_keep_the_order_they_come_in() -> None:
    findings = [make_finding(message="second"), make_finding(message="first")]
    titles = [line for line in render(LintReport(findings, 1)).splitlines() if line.startswith("error")]
    assert titles == ["error[PK105] bad-id: second", "error[PK105] bad-id: first"]


@given(
    st.text(alphabet="ab:#[]同🙂é\x1b\u202e", max_size=90),
    st.integers(1, 95),
    st.integers(0, 95),
    st.integers(30, 90),
    st.integers(1, 99_999),
)
def test_every_line_but_the_path_fits_and_the_carets_start_under_the_place(
    text: str, column: int, length: int, width: int, line: int
) -> None:
    finding = make_finding(f"a{text}", column, column + length, line=line, message=f"a{text}", hint=f"a{text}")
    shown = drawn(finding, width).split("\n")
    assert all(cell_width(one) <= width for one in shown if "--> x.yaml" not in one)
    gutter = len(str(line)) + 3
    row = next(place for place, one in enumerate(shown) if one.startswith(f"{line} | "))
    excerpt, carets = shown[row][gutter:], shown[row + 1][gutter:]
    under = excerpt
    while cell_width(excerpt) - cell_width(under) < carets.index("^"):
        under = under[1:]
    place = f"a{text}"[column - 1 : column]
    assert under.startswith(("\\x23", visible(place)))
