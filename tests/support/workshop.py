"""The files of the worked workshop: fourteen invented people of one invented program, in two rounds a year apart.

They are made from one table of answers for each round, with a column for each person.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from peerkit.engine.interview.questions import questions_of
from peerkit.model.answers import Answer, Assessment, FrameworkRef, Governance
from peerkit.model.scale import AnswerWord, Role
from peerkit.model.typed_text import answer_of
from peerkit.source import catalog
from peerkit.source.json import assessment_file

ROOT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = ROOT / "examples" / "tern-point"
PROGRAM: Final = "Tern Point Peers"
ROUNDS: Final = {"2025-11": "2025-11-18", "2026-11": "2026-11-17"}
"""The folder of each round, and the day on which it was answered."""
ROLES: Final[dict[str, Role]] = {"p": "peer-worker", "u": "participant", "s": "staff", "l": "leader"}
"""What the first letter of a column says."""
GOVERNANCE: Final = Governance(
    authority="the peer workers' meeting of Tern Point",
    may_see="the people who answered, and whoever they choose to show it to",
    until="two years after the round",
    kept="on the laptop of the peer network in the next town, which no manager of Tern Point opens",
)


def files() -> Iterator[tuple[Path, str]]:
    """Yield the path and the text of every file of both rounds."""
    for folder in ROUNDS:
        table = _table(folder)
        people = [column for column in table[0] if column != "id"]
        for person in people:
            made = _assessment(folder, person, [(row["id"], row[person]) for row in table if row[person]])
            yield FOLDER / folder / assessment_file.default_name(PROGRAM, ["tacsi"], made.id), assessment_file.dump(made)


def _table(folder: str) -> list[dict[str, str]]:
    with (FOLDER / f"answers.{folder}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _assessment(folder: str, person: str, answers: list[tuple[str, str]]) -> Assessment:
    found = catalog.load("tacsi", ROOT / "frameworks")
    empty = Assessment(
        format="peerkit/assessment/1",
        id=hashlib.sha256(f"{folder} {person}".encode()).hexdigest()[:6],
        program=PROGRAM,
        role=ROLES[person[0]],
        set="quick",
        facts={"practitioners": True, "team-size": "10+"},
        frameworks=(FrameworkRef(id="tacsi", version=found.framework.version, digest=found.digest),),
        started=ROUNDS[folder],
        updated=ROUNDS[folder],
        governance=GOVERNANCE,
    )
    asked = {question.address: question.ask for question in questions_of([found.framework], empty)}
    given = {address: answer_of(written) for address, written in answers}
    assert given.keys() == asked.keys(), f"{person} was asked other questions: {sorted(given.keys() ^ asked.keys())}"
    return replace(empty, answers={address: Answer(ask=ask, answer=_known(given[address])) for address, ask in asked.items()})


def _known(answer: int | AnswerWord | None) -> int | AnswerWord:
    assert answer is not None
    return answer
