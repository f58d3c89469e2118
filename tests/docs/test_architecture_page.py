"""The page on architecture names what is there, and its walks go where they say."""

from __future__ import annotations

import ast
import re
import sys
import threading
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any, Final

import pytest

import peerkit as package
from support.commandline import CHECKOUT, peerkit
from support.format_pages import EXAMPLES
from support.terminals import Size, in_process

SOURCE: Final = Path(package.__file__).parent
TEXT: Final = (CHECKOUT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED: Final = re.compile(r"`([\w/]+\.py)`(?:\s`([\w.]+)`)?")
EXAMPLE: Final = CHECKOUT / "examples/lantern-street/lantern-street-peers.tacsi.peerkit.json"
LONGEST: Final = 200
Step = tuple[str, str]


@cache
def defined(module: str) -> dict[str, str]:
    """Return the functions and classes of a module with their source; a method as `Class.method`."""
    text = (SOURCE / module).read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for node in ast.parse(text).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found[node.name] = ast.get_source_segment(text, node) or ""
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{inner.name}": "" for inner in node.body if isinstance(inner, ast.FunctionDef)}
    return found


def walk(heading: str) -> list[Step]:
    """Return the functions that the steps under a heading name, each with its module."""
    part = re.search(rf"^## {heading}.*?\n(.*?)(?=^##|\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert part is not None
    steps = re.search(r"^1\. .*?(?=\n\n[A-Z])", part[1] + "\n\nEnd", re.MULTILINE | re.DOTALL)
    assert steps is not None
    return [(module, name) for module, name in NAMED.findall(steps[0]) if name]


def test_every_path_is_there() -> None:
    inside = set(re.findall(r"`((?:cli|lint|render|engine|source|model)/[\w/.]*)", TEXT))
    to_write = {"lint/rules/pkNNN_name.py", "cli/commands/name.py"}
    assert len(inside) > 40
    assert [path for path in sorted(inside - to_write) if not (SOURCE / path).exists()] == []
    assert [path for path in re.findall(r"`(tests/[\w/.]+)`", TEXT) if "NNN" not in path and not (CHECKOUT / path).exists()] == []


@pytest.mark.parametrize(("module", "name"), sorted({(module, name) for module, name in NAMED.findall(TEXT) if name}))
def test_every_function_is_there(module: str, name: str) -> None:
    assert name in defined(module)


def test_every_noun_is_where_the_page_says() -> None:
    rows = re.findall(r"^\| (`[A-Z].*?) \| `(model/\w+\.py)` \|", TEXT, re.MULTILINE)
    assert len(rows) == 10
    assert [(noun, module) for nouns, module in rows for noun in re.findall(r"`(\w+)`", nouns) if noun not in defined(module)] == []


def watching(steps: Sequence[Step]) -> tuple[list[Step], Callable[[FrameType, str, Any], None]]:
    """Return a list that fills with those of the steps that are taken, in the order of their first call, and what fills it."""
    wanted = {(module, name.rpartition(".")[2]): (module, name) for module, name in steps}
    names = {name for _, name in wanted}
    taken: list[Step] = []

    def watch(frame: FrameType, event: str, _argument: Any) -> None:
        if event == "call" and frame.f_code.co_name in names:
            file = frame.f_code.co_filename
            step = wanted.get((file.removeprefix(f"{SOURCE}/"), frame.f_code.co_name))
            if step is not None and step not in taken:
                taken.append(step)

    return taken, watch


@pytest.mark.long
def test_each_step_to_the_file_is_taken(tmp_path: Path) -> None:
    steps = [(module, name) for module, name in walk("The walk of an answer") if module != "engine/interview/moves.py"]
    taken, watch = watching(steps)
    threading.setprofile(watch)
    try:
        arguments = ["assess", "door", "--frameworks", str(EXAMPLES), "--set", "quick", "--program", "P", "--role", "staff"]
        with in_process(arguments, Size(80, 24), tmp_path) as terminal:
            terminal.read("Enter to go on")
            terminal.see("question 1 of 2")
            terminal.press("3")
            terminal.see("question 2 of 2")
            terminal.press("q")
            terminal.end()
    finally:
        threading.setprofile(None)
    assert len(steps) > 10
    assert [step for step in steps if step not in taken] == []


@pytest.mark.long
def test_the_steps_to_the_page_are_taken_in_that_order(tmp_path: Path) -> None:
    steps = walk("From the file to the page")
    taken, watch = watching(steps)
    sys.setprofile(watch)
    try:
        ended = peerkit("report", EXAMPLE, "--format", "html", "--output", tmp_path / "report.html")
    finally:
        sys.setprofile(None)
    assert ended.code == 0
    assert len(steps) > 10
    assert taken == steps


def test_the_page_is_short() -> None:
    assert len(TEXT.splitlines()) <= LONGEST
