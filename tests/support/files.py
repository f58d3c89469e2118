"""A small framework file as text, to change one thing in, and what stands in a text once it is a file."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

Noun = TypeVar("Noun")

FRAMEWORK: Final = """\
format: peerkit/framework/1
id: small
version: 1.0.0
title: A small framework
goal: 3
facts:
  - {id: practitioners, ask: Do professionals work here?, kind: yes-no, default: true}
  - {id: team-size, ask: How many people?, kind: choice, options: ["1-2", "3-9"], default: "3-9"}
sections:
  - id: care
    title: Care
    indicators:
      - id: plan
        ask: We plan together.
        core: true
        weight: 1
        why: Else nobody knows.
        signposts: {0: Nobody plans., 2: Some plan., 4: All plan.}
        look_for: [A plan]
        next_steps:
          - {from: 0, do: Begin.}
          - {from: 2, do: Go on.}
        covers: [s1.1]
      - id: learn
        ask: We learn together.
        why: Else nobody grows.
        signposts: {0: Nobody learns., 2: Some learn., 4: All learn.}
        look_for: [A note]
        next_steps:
          - {from: 0, do: Begin.}
        covers: [s1.2]
  - id: power
    title: Power
    indicators:
      - id: share
        ask: We share decisions.
        why: Else few decide.
        signposts: {0: One decides., 2: Some decide., 4: All decide.}
        look_for: [Minutes]
        next_steps:
          - {from: 0, do: Begin.}
        covers: [s2.1]
"""
"""A framework without a fault."""


def changed(*changes: tuple[str, str], text: str = FRAMEWORK) -> str:
    """Return the text with the first occurrence of each old part replaced; each must be there."""
    for old, new in changes:
        assert old in text, f"{old!r} is not in the text"
        text = text.replace(old, new, 1)
    return text


def read_from(read: Callable[[Path], Noun], content: str | bytes, name: str = "x") -> Noun:
    """Return what a reader of files makes of a file with this content, which it knows by `name` alone."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        path = Path(name)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(path)
