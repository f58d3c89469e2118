"""Folders with the answers of a team to the small framework."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from peerkit.model.answers import Assessment, FrameworkRef
from peerkit.model.framework import Framework
from peerkit.source.json import assessment_file
from peerkit.source.yaml.yaml_file import read_file
from support.teams import Rows, assessments, roles_of

ROLES: Final = roles_of(("peer-worker", 5), ("staff", 5))
ROWS: Final = {"plan": "12233 33444", "learn": "22333 11344", "share": "33333 11234"}


def people_of(folder: Path, rows: Rows = ROWS, **keys: Any) -> list[Assessment]:
    """Return ten people who answered the small framework, which lies in a folder of frameworks."""
    framework, reading = read_file(folder / "frameworks" / "small.yaml", Framework)
    made = assessments(framework, ROLES, rows, **keys)
    reference = FrameworkRef(id="small", version=framework.version, digest=reading.digest)
    return [replace(one, frameworks=(reference,)) for one in made]


def save(people: Sequence[Assessment], folder: Path) -> Path:
    """Write the files of some people into a folder, and return it."""
    folder.mkdir(exist_ok=True)
    for one in people:
        assessment_file.write(folder / f"lantern.{one.id}.peerkit.json", one)
    return folder


def files_in(team: Path) -> list[Path]:
    """Return the files of answers in a folder, by name."""
    return sorted(team.glob("*.peerkit.json"))
