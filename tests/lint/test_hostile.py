"""Files that are meant to keep a computer busy: told off, in little memory, and without an end of findings."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from peerkit.lint.runner import lint
from peerkit.source.catalog import SourceText
from support.hostile_files import REFUSED, SEARCHED
from support.linting import framework_file
from support.telling import telling

QUICK = ("an alias bomb", "a text of 10 MB", "brackets 10,000 deep", "anchors", "one key again and again")
QUICK_IN_WORDS = ("listed words in many texts", "capitals", "infinitives")

STATUS = Path("/proc/self/status")
LINT = f"""
import sys
from peerkit.cli.app import run
code = run(["lint", sys.argv[1], "--format", "json", "--output", sys.argv[2]])
print(next(line.split()[1] for line in open({str(STATUS)!r}) if line.startswith("VmHWM")))
sys.exit(code)
"""


@pytest.mark.parametrize("name", telling((*QUICK, *QUICK_IN_WORDS), SEARCHED))
def test_a_hostile_file_is_told_off_shortly(name: str) -> None:
    result = lint([SourceText("x.yaml", SEARCHED[name].encode())], builtin_themes=frozenset({"shared-power"}))
    assert 0 < len(result.findings) < 4_000
    assert max(len(finding.message) + len(finding.hint) for finding in result.findings) < 1_000
    assert {finding.code for finding in result.findings} & {"PK901"} == set()


@pytest.mark.skipif(not STATUS.exists(), reason="this system does not say how much memory a process took at most")
@pytest.mark.parametrize("name", telling(["an alias bomb"], REFUSED))
def test_a_file_that_is_refused_takes_little_memory(name: str, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(REFUSED[name], encoding="utf-8")
    command = [sys.executable, "-c", LINT, str(tmp_path / "x.yaml"), str(tmp_path / "found.json")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 1, ended.stderr
    assert json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))["findings"]
    assert int(ended.stdout) < 150_000, "kilobytes"


@pytest.mark.parametrize("name", telling(["ambiguous words"], ["numbers for texts", "ambiguous words", "facts of one id", "unknown keys"]))
def test_a_file_with_more_mistakes_than_are_told_says_so(name: str) -> None:
    messages = [finding.message for finding in lint([SourceText("x.yaml", SEARCHED[name].encode())]).findings]
    assert "the file has more than 1,000 mistakes" in messages


def last_of(code: str, part: str, file: str = "example.yaml") -> tuple[int, str]:
    """Return how many findings of a code there are, and what the last one says."""
    messages = [finding.message for finding in lint([framework_file(part, file)], select=[code]).findings if finding.code == code]
    return len(messages), messages[-1]


def test_a_rule_that_finds_very_much_says_where_it_stops() -> None:
    told, last = last_of("PK309", f"limits: [{'an addict, ' * 1_001}]\n")
    assert (told, last.partition("; ")[2]) == (1_001, "this and what follows of its kind makes more than 1,000, and is not told")
    assert last_of("PK309", f"limits: [{'an addict, ' * 1_000}]\n") == (1_000, '"addict" makes one condition the whole person')


def test_of_very_many_acronyms_it_is_said_how_many_are_not_told() -> None:
    names = [f"ZQ{number}" for number in range(103)]
    assert last_of("PK308", f"summary: We ask {' or '.join(names)}.\n") == (
        100,
        f'nobody explains the acronym "{names[99]}"; 3 more are not told',
    )


def test_of_very_many_questions_it_is_said_which_are_not_compared() -> None:
    asked = "".join(f"      - {{id: q{number}, ask: Word{number} thing{number} is here{number}., <REST>}}\n" for number in range(501))
    part = f"sections:\n  - id: s\n    title: S\n    indicators:\n{asked}"
    assert last_of("PK310", part) == (1, "only the 500 questions before this one are held against each other")


def test_of_very_many_circles_it_is_said_that_there_are_more() -> None:
    links = [f"{{from: a/{number}, to: b/{number}, relation: subset, why: W.}}" for number in range(21)]
    links += [f"{{from: b/{number}, to: c/{number}, relation: subset, why: W.}}" for number in range(21)]
    links += [f"{{from: c/{number}, to: a/{number}, relation: subset, why: W.}}" for number in range(21)]
    raw = f"format: peerkit/crosswalk/1\nlinks: [{', '.join(links)}]\n".encode()
    messages = [finding.message for finding in lint([SourceText("crosswalk.yaml", raw)], select=["PK508"]).findings]
    assert len(messages) == 21
    assert "subsets lead round in a circle: the 20 that are told are not all" in messages
