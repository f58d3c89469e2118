"""Turns the short examples of rule docstrings and case files into whole files."""

from __future__ import annotations

import json
import re
from itertools import product
from typing import Any

from peerkit.source.yaml.document import parse

INDICATOR: dict[str, Any] = {
    "ask": "We greet people at the door.",
    "why": "It helps people to come back.",
    "signposts": {"0": "Nobody is there.", "2": "Some days.", "4": "Every day."},
    "look_for": ["A rota for the door."],
    "next_steps": [{"from": 0, "do": "Ask who would like to."}],
    "covers": ["door.1"],
}
SECTION: dict[str, Any] = {"id": "arriving", "title": "Arriving"}
FRAMEWORK: dict[str, Any] = {
    "format": "peerkit/framework/1",
    "id": "example",
    "version": "1.0.0",
    "title": "An example",
    "source": {"rights": "The paper is the association's, the questions are our own words."},
    "limits": ["It was written for one town."],
}
VERBS = ("greet", "seat", "feed", "call", "visit", "follow")
PLACES = ("the door", "work", "home", "school", "table", "court")
REPEATED = 100_001
_REST = ", ".join(f"{key}: {json.dumps(value)}" for key, value in INDICATOR.items())


def raw(text: str) -> bytes:
    """Return the bytes of a text in which short forms stand for what cannot be seen or is too long.

    <E9> is a byte, <U+202E> a character, <TAB> a tab, <65 a> a character so many times, <REST> what an indicator needs beside its id;
    `# and so on` at the end repeats the line above it; `# and 9 more like it` does so with other numbers in the place of -1.
    """
    text = re.sub(r"(?m)^(.*)-1\b(.*)\n *# and ([0-9]+) more like it", _numbered, text)
    above, *more = re.split(r"\n *# and so on.*\n?$", text)
    if more:
        first, _, repeated = above.rpartition("\n")
        text = f"{first}\n" + f"{repeated}\n" * REPEATED
    text = text.replace("<TAB>", "\t").replace("<REST>", _REST)
    text = re.sub(r"<([0-9]+) (.)>", lambda match: int(match[1]) * match[2], text)
    text = re.sub(r"<U\+([0-9A-F]{4})>", lambda match: chr(int(match[1], 16)), text)
    pieces = re.split(r"<([0-9A-F]{2})>", text)
    return b"".join(bytes.fromhex(piece) if place % 2 else piece.encode() for place, piece in enumerate(pieces))


def _numbered(match: re.Match[str]) -> str:
    return "\n".join(f"{match[1]}-{number}{match[2]}" for number in range(1, int(match[3]) + 2))


def with_the_rest(part: str) -> str:
    """Return the start of a framework file with the keys it lacks after it, so that its positions stay."""
    base = {**FRAMEWORK, "sections": [{**SECTION, "indicators": [{"id": "greeting", **INDICATOR}]}]}
    return part + "".join(f"{key}: {json.dumps(value)}\n" for key, value in base.items() if not re.search(rf"^{key}:", part, re.MULTILINE))


def documented(example: str) -> list[tuple[str, bytes]]:
    """Return the names and contents of the files that a docstring's example is part of; the first is the one it is about.

    A comment that is the name of a file starts a file. One that names a format is a whole file. What cannot be read stays as it is,
    with what a framework needs before it where some of it can be read.
    """
    first, *others = re.split(r"^# (\S+\.yaml)\n", example, flags=re.MULTILINE)
    named = ["example.yaml", first, *others] if first else others
    return [(name, _whole(part)) for name, part in zip(named[::2], named[1::2], strict=True)]


def _whole(part: str) -> bytes:
    content = raw(part)
    document = parse(content)
    if document.is_unreadable or "format" in document.data:
        return content
    return raw(with_the_rest(part).removeprefix(part)) + content if document.faults else json.dumps(_filled(document.data)).encode()


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    sections = [{**SECTION, "indicators": [{"id": "greeting"}], **section} for section in data.get("sections", [{}])]
    asks = (f"We {verb} people at {place}." for place, verb in product(PLACES, VERBS))
    for section in sections:
        section["indicators"] = [{**INDICATOR, "ask": next(asks), **indicator} for indicator in section["indicators"]]
    return {**FRAMEWORK, **data, "sections": sections}
