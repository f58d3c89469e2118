from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from peerkit.lint.rule import every_rule
from peerkit.lint.runner import lint
from peerkit.render import findings as formats
from peerkit.render.context import RenderContext
from peerkit.render.findings import LintReport
from peerkit.source.catalog import SourceText
from peerkit.source.yaml.yaml_file import read_text
from support.strategies import costly

FOLDER = Path(__file__).parents[2] / "frameworks"
TACSI = (FOLDER / "tacsi.yaml").read_bytes()
FILES = [path.name for path in sorted(FOLDER.glob("*.yaml"))]
NAMES = {module.RULE.name for module in every_rule()}
PIECES = [
    *"\n\n:-#&*!|>[]{},'\"%@`?~ \t\\",
    ": ",
    "\n  ",
    "\n- ",
    " # ",
    "---\n",
    "format",
    "peerkit/framework/1",
    "<<",
    "é",
    "🙂",
    "\x1b",
    "no",
    "1e3",
]
ODD_VALUES: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.text(max_size=9),
    st.just([]),
    st.just({}),
    st.just([[{"a": 1}]]),
)


@cache
def shipped_data(file: str) -> Any:
    return yaml.load((FOLDER / file).read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def shipped_paths(file: str) -> list[tuple[Any, ...]]:
    return paths(shipped_data(file))


@cache
def neighbours(file: str) -> list[SourceText]:
    """Return what a shipped file is checked against: the outline of a framework's document, the frameworks for a crosswalk."""
    outline = FOLDER / "sources" / file
    others = [path for path in sorted(FOLDER.glob("*.yaml")) if path.name != file] if file == "crosswalk.yaml" else [FOLDER / "w3.yaml"]
    beside = [*others, *([outline] if outline.exists() else [])]
    return [SourceText(path.relative_to(FOLDER).as_posix(), path.read_bytes(), explicit=False, beside=True) for path in beside]


def paths(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [found for key, value in inner for found in ((*path, key), *paths(value, (*path, key)))]


def check(raw: bytes, file: str = "tacsi.yaml", beside: Sequence[SourceText] = ()) -> None:
    """Lint a file and hold what was found to what is promised of every file."""
    reading = read_text(raw, file)
    result = lint([SourceText(file, raw), *beside])
    assert {fault.kind for fault in reading.faults} <= NAMES
    assert (reading.noun is None) == bool(reading.faults)
    assert reading.noun is not None or result.findings
    lines = reading.document.lines
    for finding in result.findings:
        line, column, end_line, end_column = finding.span
        assert 1 <= line <= end_line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
        assert (line, column) <= (end_line, end_column)
        assert end_column <= len(lines[end_line - 1]) + 2
        assert finding.code != "PK901", finding.message
    for name in formats.FORMATS:
        text = formats.load(name).render(LintReport(result.findings, result.files, RenderContext(width=40)))
        assert text.endswith("\n")
        assert "\x1b" not in text


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=30).map("".join))
def test_no_text_breaks_the_linter(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))
    check(f"format: peerkit/framework/1\n{text}".encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=60))
def test_no_bytes_break_the_linter(raw: bytes) -> None:
    check(raw)


@costly(3)
@given(st.lists(st.tuples(st.integers(0, len(TACSI) - 1), st.integers(0, 255)), min_size=1, max_size=3))
def test_a_framework_with_flipped_bytes_does_not_break_the_linter(flips: list[tuple[int, int]]) -> None:
    raw = bytearray(TACSI)
    for place, byte in flips:
        raw[place] = byte
    check(bytes(raw))


@costly(3)
@given(st.integers(0, len(TACSI)), st.integers(0, 200), st.booleans())
def test_a_framework_with_a_stretch_missing_or_twice_does_not_break_the_linter(start: int, length: int, twice: bool) -> None:
    stretch = TACSI[start : start + length]
    check(TACSI[:start] + (stretch * 2 if twice else b"") + TACSI[start + length :])


@costly(3)
@given(st.data())
def test_a_shipped_file_with_a_node_deleted_retyped_duplicated_or_moved_does_not_break_the_linter(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(FILES))
    mutated = copy.deepcopy(shipped_data(file))
    *above, last = data.draw(st.sampled_from(shipped_paths(file)))
    parent = mutated
    for part in above:
        parent = parent[part]
    match data.draw(st.sampled_from(["delete", "retype", "duplicate", "move", "rename"])):
        case "delete":
            del parent[last]
        case "retype":
            parent[last] = data.draw(ODD_VALUES)
        case "duplicate" if isinstance(parent, list):
            parent.insert(last, parent[last])
        case "move":
            mutated[data.draw(st.sampled_from(["facts", "sections", "links", "unheard-of"]))] = parent.pop(last)
        case _ if isinstance(parent, dict):
            parent[f"{last}{data.draw(st.text(max_size=2))}"] = parent.pop(last)
    check(json.dumps(mutated, ensure_ascii=False, indent=1, default=str).encode("utf-8", "surrogatepass"), file, neighbours(file))
