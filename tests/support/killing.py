"""Kills peerkit while it saves, and looks at what is left. `python -m support.killing 300`, in `tests`, does it 300 times."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from peerkit.source.json import assessment_file, storage
from support.scenarios import FRAMEWORKS

QUESTIONS: Final = ("greeting", "showing", "pace", "money", "conflict")
PROMPT: Final = b"Answer: "
LONGEST_SAVE: Final = 0.004
"""Seconds within which an answer is saved, most of the time: the kill comes somewhere in them."""
LONGEST_START: Final = 0.4
"""Seconds within which the first question is put, most of the time."""
_DRAFT = re.compile(r"\.answers\.peerkit\.json\.[0-9a-f]{8}\.tmp")


@dataclass(frozen=True)
class Killed:
    """One run: the answers typed, how many questions were put before the kill, and the folder that is left."""

    typed: tuple[int, ...]
    put: int
    folder: Path

    @property
    def file(self) -> Path:
        """The file of answers."""
        return self.folder / "answers.peerkit.json"

    def saved(self) -> dict[str, object]:
        """Return the answers in the file, none where there is no file yet."""
        if not self.file.exists():
            return {}
        return {address.partition("/")[2]: answer.answer for address, answer in assessment_file.read(self.file).answers.items()}

    def drafts(self) -> list[str]:
        """Return the half-written files that are left."""
        return [path.name for path in self.folder.iterdir() if _DRAFT.fullmatch(path.name)]


def kill_one(folder: Path, chance: random.Random) -> Killed:
    """Start an interview in `folder`, answer some questions one by one, and kill it at a moment that `chance` picks."""
    wanted = chance.randrange(len(QUESTIONS) + 1)
    command = [sys.executable, "-m", "peerkit", "assess", "house", "--set", "full", "--role", "staff", "--file", "answers.peerkit.json"]
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PEERKIT_FRAMEWORKS": str(FRAMEWORKS)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    heard, typed = b"", []
    with process.stdin as keyboard, process.stdout as screen:
        if wanted == 0:
            time.sleep(chance.uniform(0, LONGEST_START))
        for number in range(1, wanted + 1):
            while heard.count(PROMPT) < number:
                heard += os.read(screen.fileno(), 65536)
            typed.append(chance.randrange(5))
            os.write(keyboard.fileno(), b"%d\n" % typed[-1])
        time.sleep(chance.uniform(0, LONGEST_SAVE))
        process.kill()
        process.wait()
        heard += screen.read()
    return Killed(tuple(typed), heard.count(PROMPT), folder)


def look_into(killed: Killed) -> None:
    """Check what a kill left: every answer whose next question was put, at most the one on the screen beside it, and nothing in the way.

    Raises:
        AssertionError: when an answer is missing or wrong, or something stops who goes on with the file.

    """
    saved, given = killed.saved(), dict(zip(QUESTIONS, killed.typed, strict=False))
    assert saved.items() <= given.items(), (saved, killed)
    assert len(saved) >= min(killed.put - 1, len(killed.typed)), (saved, killed)
    assert len(killed.drafts()) <= 1, killed.drafts()
    with storage.only_writer(killed.file, warn=print):
        assert killed.drafts() == []
        assert killed.saved() == saved
    assert [path.name for path in killed.folder.iterdir() if path != killed.file] == []


def main(runs: int, seed: int = 0) -> list[Killed]:
    """Kill `runs` interviews, look into what each left, and return them. See `look_into` for the errors."""
    chance, done = random.Random(seed), []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            killed = kill_one(Path(folder), chance)
            look_into(killed)
            done.append(killed)
    return done


if __name__ == "__main__":
    finished = main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
    print(f"{len(finished)} runs killed; {sum(len(one.typed) for one in finished)} answers typed, none lost")  # noqa: T201
