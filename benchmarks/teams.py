"""How long the report of a large team takes, and how much memory: a whole process, from the files to the page.

Seconds are of processor time, so that whatever else the machine does is not measured; the process hardly waits for anything.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from benchmarks.figure import Figure
from peerkit.engine.interview.questions import questions_of
from peerkit.model.answers import Answer, Assessment, FrameworkRef
from peerkit.model.scale import Role
from peerkit.source import catalog
from peerkit.source.json import assessment_file

SIZES: Final = (250, 500, 1_000, 2_000)
ANSWERS: Final = 100
FRAMEWORKS: Final = ("mind", "ppsa", "tacsi", "w3")
ROLES: Final[tuple[Role, ...]] = ("peer-worker", "participant", "staff", "leader")
LONGEST: Final = 4.0
"""Seconds for a thousand files."""
MOST_MEMORY: Final = 300.0
"""Megabytes for a thousand files."""
STEEPEST: Final = 2.5
"""How many times as long twice as many files may take."""
_KIBIBYTE: Final = 1_024


@dataclass(frozen=True)
class Run:
    """What a report took: seconds of processor time, and megabytes."""

    seconds: float
    megabytes: float


def figures() -> list[Figure]:
    """Return seconds and megabytes of a team's report by the number of its files, and how steeply the time grows."""
    with tempfile.TemporaryDirectory() as folder:
        runs = {size: _run(_team(size, Path(folder) / str(size))) for size in SIZES}
    longest = {size: LONGEST * size / 1_000 for size in SIZES}
    return [
        *(
            Figure(f"report of {size} files of {ANSWERS} answers", run.seconds, max(LONGEST, longest[size]), "s")
            for size, run in runs.items()
        ),
        Figure("memory for 1000 files", runs[1_000].megabytes, MOST_MEMORY, "MB"),
        Figure("2000 files against 1000", runs[2_000].seconds / runs[1_000].seconds, STEEPEST, "times"),
    ]


def _team(size: int, folder: Path) -> Path:
    """Write the files of a team of `size` people into a folder."""
    folder.mkdir()
    chance = random.Random(size)
    found = [catalog.load(name) for name in FRAMEWORKS]
    references = tuple(FrameworkRef(id=one.framework.id, version=one.framework.version, digest=one.digest) for one in found)
    for number in range(size):
        empty = Assessment(
            format="peerkit/assessment/1",
            id=f"{number:06x}",
            program="A large program",
            role=chance.choice(ROLES),
            set="full",
            frameworks=references,
            started="2026-11-21",
            updated="2026-11-21",
        )
        asked = questions_of([one.framework for one in found], empty)[:ANSWERS]
        answers = {one.address: Answer(ask=one.ask, answer=chance.choice((0, 1, 2, 2, 3, 3, 4, "dont-know"))) for one in asked}
        (folder / f"{empty.id}.peerkit.json").write_text(assessment_file.dump(replace(empty, answers=answers)), encoding="utf-8")
    return folder


def _run(folder: Path) -> Run:
    command = [sys.executable, "-m", "peerkit", "report", str(folder), "--format", "html", "--output", str(folder / "report.html")]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _KIBIBYTE)
