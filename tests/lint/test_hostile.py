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
from support.telling import telling

QUICK = ("an alias bomb", "a text of 10 MB", "brackets 10,000 deep", "anchors", "one key again and again", "listed words in many texts")

STATUS = Path("/proc/self/status")
LINT = f"""
import sys
from peerkit.cli.app import run
code = run(["lint", sys.argv[1], "--format", "json", "--output", sys.argv[2]])
print(next(line.split()[1] for line in open({str(STATUS)!r}) if line.startswith("VmHWM")))
sys.exit(code)
"""


@pytest.mark.parametrize("name", telling(QUICK, SEARCHED))
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
