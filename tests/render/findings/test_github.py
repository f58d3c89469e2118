from __future__ import annotations

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.model.finding import Finding, Severity, Span
from peerkit.render.findings import LintReport
from peerkit.render.findings.github import render
from support.linting import make_finding
from support.statistics import FIGURES

COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>.*?)::(?P<message>.*)")


def command(finding: Finding, *folders: str) -> str:
    """Return the one command of a finding."""
    line, count, end = render(LintReport([finding], 1, folders=folders)).split("\n")
    assert (count.split()[0], end) == ("1", "")
    return line


def understood(line: str) -> tuple[str, dict[str, str], str]:
    """Return the name, properties and message of a command as GitHub's runner understands it."""
    match = COMMAND.fullmatch(line)
    assert match is not None, line
    properties = dict(one.split("=", 1) for one in match["properties"].split(","))
    return match["name"], {name: decoded(value) for name, value in properties.items()}, decoded(match["message"])


def decoded(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_a_finding_is_a_command_with_its_place() -> None:
    finding = make_finding("  - id: First_Visit", 9, 20, line=12, message='"First_Visit" cannot be an id', file="frameworks/x.yaml")
    assert render(LintReport([finding], 5)) == (
        "::error file=frameworks/x.yaml,line=12,col=9,endLine=12,endColumn=20,title=PK105 bad-id::"
        '"First_Visit" cannot be an id%0AMend it.\n'
        "1 error in 5 files\n"
    )


@pytest.mark.parametrize(("severity", "name"), [("error", "error"), ("warning", "warning"), ("info", "notice")])
def test_every_severity_has_its_command(severity: Severity, name: str) -> None:
    assert understood(command(make_finding(severity=severity)))[0] == name


def test_a_place_over_several_lines_has_no_columns_since_github_would_drop_it() -> None:
    finding = make_finding()
    wide = Finding(**{name: getattr(finding, name) for name in finding.__slots__} | {"span": Span(2, 5, 4, 1)})
    assert understood(command(wide))[1] == {"file": "x.yaml", "line": "2", "endLine": "4", "title": "PK105 bad-id"}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("100%", "100%25"),
        ("a\nb", "a%0Ab"),
        ("a\r\nb", "a%0D%0Ab"),
        ("%0A::error::x", "%250A::error::x"),
        ("\n::error::x", "%0A::error::x"),
        ("a: b, c", "a: b, c"),
        ("\x1b[31mred\x9b", "\\x1b[31mred\\x9b"),
        ("\u202egnp\u2028", "\\u202egnp\\u2028"),
    ],
)
def test_what_github_would_act_on_in_a_message_is_escaped(text: str, written: str) -> None:
    assert command(make_finding(message=text)).endswith(f"::{written}%0AMend it.")


@pytest.mark.parametrize(
    ("file", "written"),
    [
        ("a,b:c%.yaml", "a%2Cb%3Ac%25.yaml"),
        ("a\nb.yaml", "a%0Ab.yaml"),
        ("a::error::b.yaml", "a%3A%3Aerror%3A%3Ab.yaml"),
        ("a,line=1::x", "a%2Cline=1%3A%3Ax"),
        ("caf\udce9.yaml", "caf\\udce9.yaml"),
    ],
)
def test_what_github_would_act_on_in_a_file_name_is_escaped(file: str, written: str) -> None:
    assert command(make_finding(file=file)).startswith(f"::error file={written},line=2,")


@pytest.mark.parametrize(
    ("file", "folders", "told"),
    [
        ("f/x.yaml", ["/repository"], "f/x.yaml"),
        ("/repository/f/x.yaml", ["/repository"], "f/x.yaml"),
        ("x.yaml", ["/repository", "/repository/f"], "f/x.yaml"),
        ("../x.yaml", ["/repository", "/repository/f"], "x.yaml"),
        ("./x.yaml", ["/elsewhere", "/repository/"], "x.yaml"),
        ("/other/x.yaml", ["/repository"], "/other/x.yaml"),
        ("/repository-2/x.yaml", ["/repository"], "/repository-2/x.yaml"),
        ("-", ["/repository"], "-"),
        ("f//x.yaml", [], "f/x.yaml"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="the paths are written as on other systems")
def test_a_file_is_told_from_the_folder_of_the_repository(file: str, folders: list[str], told: str) -> None:
    assert understood(command(make_finding(file=file), *folders))[1]["file"] == told


@given(st.text(alphabet="ab:,=%#[]0AD \r\n🙂", max_size=40), st.text(alphabet="ab:,=%#[]0AD\r\n🙂", min_size=1, max_size=40))
def test_github_reads_the_words_that_were_written(message: str, file: str) -> None:
    name, properties, told = understood(command(make_finding(message=message, file=f"x{file}")))
    assert (name, properties["file"], told) == ("error", f"x{file}", f"{message}\nMend it.")


@given(st.lists(st.text(alphabet="a:#%[] \r\n\x1b\u2028\x85", max_size=20), min_size=1, max_size=4))
def test_each_finding_is_one_line_whatever_it_says(texts: list[str]) -> None:
    findings = [make_finding(message=text, hint=text, file=f"x{text}", source_line=text) for text in texts]
    assert len(render(LintReport(findings, 1)).splitlines()) == len(texts) + 1


def test_the_last_line_and_the_statistics_are_no_commands() -> None:
    text = render(LintReport([], 2, statistics=FIGURES))
    assert text.startswith("2 files, nothing to mend\n\n")
    assert "peer-worker" in text
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in text.splitlines())
