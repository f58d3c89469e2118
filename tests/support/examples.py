"""The assessment files of the examples, made from the sheets of the first reader."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from peerkit.engine.interview.scope import wording
from peerkit.model.answers import Answer, Assessment, FrameworkRef
from peerkit.model.framework import FactValue
from peerkit.source import catalog
from peerkit.source.json import assessment_file
from peerkit.source.sheets import filled_sheet

ROOT: Final = Path(__file__).resolve().parents[2]
EXAMPLES: Final = ROOT / "examples"
DAY: Final = "2026-11-22"
ALL: Final = ("tacsi", "ppsa", "mind", "working-together", "w3")
SETS: Final = {"tacsi": ("tacsi",), "five": ALL}
"""The files of each program: the name behind the program's, and the frameworks that are answered in it."""


@dataclass(frozen=True, slots=True)
class Example:
    """An invented program: its folder, its name, and the facts that its description gives."""

    folder: str
    program: str
    facts: dict[str, FactValue]
    id: str


_SAME: Final[dict[str, FactValue]] = {"groups": True, "notes": True, "tasks": True, "outside": True, "youth": False}
PROGRAMS: Final = (
    Example(
        "lantern-street",
        "Lantern Street Peers",
        {"practitioners": True, "team-size": "3-9", "host-organisation": False, "partners": True, "union": False, **_SAME},
        "5a17e0",
    ),
    Example(
        "harbour-bridge",
        "Harbour Bridge Outreach",
        {"practitioners": True, "team-size": "3-9", "host-organisation": True, "partners": False, "union": False, **_SAME},
        "0b71d9",
    ),
    Example(
        "new-leaf",
        "New Leaf Survivors Circle",
        {"practitioners": False, "team-size": "1-2", "host-organisation": True, "partners": False, "union": False, **_SAME},
        "9e3f24",
    ),
)


def sheet(example: Example, reader: str, framework: str) -> Path:
    """Return the path of a reader's sheet."""
    return EXAMPLES / example.folder / "sheets" / f"{reader}.{framework}.csv"


def answers_of(path: Path) -> dict[str, str]:
    """Return the answers of a sheet as they are written, by the address of the question."""
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["id"]: row["answer"].strip() for row in csv.DictReader(stream)}


def made(example: Example, frameworks: tuple[str, ...]) -> Assessment:
    """Return the assessment that the first reader's sheets make."""
    found = [catalog.load(name, ROOT / "frameworks") for name in frameworks]
    used = {fact.id for one in found for fact in one.framework.facts}
    empty = Assessment(
        format="peerkit/assessment/1",
        id=example.id,
        program=example.program,
        role="peer-worker",
        set="full",
        facts={name: value for name, value in example.facts.items() if name in used},
        frameworks=tuple(FrameworkRef(id=one.framework.id, version=one.framework.version, digest=one.digest) for one in found),
        started=DAY,
        updated=DAY,
    )
    answers: dict[str, Answer] = {}
    for one in found:
        addresses = {f"{one.framework.id}/{indicator.id}": indicator for _, indicator in one.framework.indicators()}
        read = filled_sheet.read(sheet(example, "a", one.framework.id), filled_sheet.Known(asked=addresses))
        assert not read.problems, read.problems
        for row in read.rows:
            assert row.answer is not None
            answers[row.address] = Answer(ask=wording(addresses[row.address], empty), answer=row.answer, note=row.note)
    return replace(empty, answers=answers)


def files() -> Iterator[tuple[Path, str]]:
    """Yield the path and the text of every assessment file of the examples."""
    for example in PROGRAMS:
        for name, frameworks in SETS.items():
            slug = assessment_file.slug(example.program)
            yield EXAMPLES / example.folder / f"{slug}.{name}{assessment_file.SUFFIX}", assessment_file.dump(made(example, frameworks))
