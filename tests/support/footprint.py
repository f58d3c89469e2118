"""How much memory an interview takes, and how soon its first question is there."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter

from peerkit.cli.prompting.section_words import KEEP_SECTION
from support.latency import FRAMEWORKS, LAST_WORDS, OPTIONS, SIZE, go_to_the_first_question
from support.terminals import end_process, real, spawned


def memory_of_a_run(answers: int) -> float:
    """Return the most MiB that an interview over all frameworks has held at a time, after so many answers; known on Linux only."""
    with tempfile.TemporaryDirectory() as folder, real(["assess", *FRAMEWORKS, *OPTIONS], SIZE, Path(folder)) as terminal:
        go_to_the_first_question(terminal)
        for number in range(2, answers + 2):
            terminal.press("3")
            next_one = f"question {number} of"
            terminal.wait_until(lambda wanted=next_one: terminal.shows(wanted) or terminal.shows(KEEP_SECTION.label), next_one)  # type: ignore[misc]
            if terminal.shows(KEEP_SECTION.label):
                terminal.press("1")
                terminal.see(next_one)
            terminal.see(LAST_WORDS)
        status = Path(f"/proc/{terminal.child.pid}/status").read_text(encoding="utf-8")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) / 1024


def seconds_to_the_first_question(arguments: Sequence[str], folder: Path, variables: Mapping[str, str]) -> float:
    """Return the seconds from the start of a process to its first question on a terminal, drawn whole."""
    began = perf_counter()
    child = spawned(["-m", "peerkit", *arguments], SIZE, folder, variables)
    written = b""
    while LAST_WORDS.encode() not in written:
        written += os.read(child.child_fd, 65_536)
    seconds = perf_counter() - began
    end_process(child)
    return seconds
