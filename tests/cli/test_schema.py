from __future__ import annotations

import json
from pathlib import Path

import pytest

from peerkit.source.file_formats import SCHEMAS, schema
from support.commandline import peerkit


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_format_has_a_schema(name: str) -> None:
    ended = peerkit("schema", name)
    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out) == schema(name)


def test_the_framework_is_the_default() -> None:
    assert peerkit("schema").out == peerkit("schema", "framework").out


def test_a_schema_can_be_written_to_a_file(folder: Path) -> None:
    ended = peerkit("schema", "themes", "--output", "themes.schema.json")
    assert (ended.code, ended.out, ended.err) == (0, "", "Written to themes.schema.json\n")
    assert (folder / "themes.schema.json").read_text() == peerkit("schema", "themes").out


def test_an_unknown_format_is_wrong_usage() -> None:
    error, hint = '"zzz" is no value for the format', f"Choose from {', '.join(SCHEMAS)}."
    assert peerkit("schema", "zzz").failed == (2, error, hint)
