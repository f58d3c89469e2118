from __future__ import annotations

import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from peerkit.errors import ExitCode
from support.commandline import peerkit, place


def test_each_point_stands_with_the_questions_about_it() -> None:
    ended = peerkit("trace", "tacsi")
    assert ended.code == ExitCode.DONE
    lines = ended.out.split("\n")
    assert lines[0] == "Source document: Foundational patterns for peer-to-peer responses"
    assert lines[1].startswith("109 points: ")
    where = next(number for number, line in enumerate(lines) if line.startswith("1. f1.1 "))
    assert "Asked by: tacsi/planned-co-design" in lines[where : where + 4]


@pytest.mark.parametrize("name", ["tacsi", "ppsa", "mind", "working-together", "w3"])
def test_no_point_of_a_shipped_document_is_left_out_without_a_reason(name: str) -> None:
    data = json.loads(peerkit("trace", name, "--format", "json").out)
    points = [point for section in data["sections"] for point in section["points"]]
    assert [point["id"] for point in points if not point["indicators"] and not point["excuse"]] == []
    assert data["unknown"] == []


def test_the_markdown_is_lists_under_headings() -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(peerkit("trace", "w3", "--format", "markdown").out)
    assert sum(token.type == "heading_open" for token in tokens) >= 5
    assert not any(token.type in ("html_block", "link_open") for token in tokens)


def test_a_framework_that_is_not_there_gets_near_names() -> None:
    ended = peerkit("trace", "tacsy")
    assert (ended.code, ended.err) == (ExitCode.USAGE, 'error: there is no framework called "tacsy"\nhint: Did you mean tacsi?\n')


def test_a_framework_without_an_outline_says_so(tmp_path: Path) -> None:
    ended = peerkit("trace", place(tmp_path))
    assert ended.code == ExitCode.INPUT
    assert "has no outline" in ended.err
