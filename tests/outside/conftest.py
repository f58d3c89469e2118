"""Programs that are not Python. What the machine lacks is named, and fails; nothing is skipped."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import pytest

from peerkit.source.file_formats import schema

HERE: Final = Path(__file__).parent
Validate = Callable[[str, Sequence[object]], list[list[str]]]


def program(name: str) -> str:
    """Return the path of a program that the machine must have."""
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"this machine has no {name}; install Node 20 or later with npm (on Debian: nodejs and npm)", pytrace=False)
    return found


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Return the folder of the Node packages, which are installed once and again when the lock file changes."""
    program("node")
    npm = program("npm")
    folder, lock = HERE / "node_modules", HERE / "package-lock.json"
    installed = folder / ".package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        ended = subprocess.run([npm, "ci", "--ignore-scripts"], cwd=HERE, capture_output=True, text=True, timeout=300, check=False)
        if ended.returncode:
            pytest.fail(f"npm could not install what {lock.name} names:\n{ended.stderr}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def ajv(node_modules: Path) -> Validate:
    """Return what asks Ajv, in strict mode, what is wrong with each document by one of our schemas."""

    def validate(name: str, documents: Sequence[object]) -> list[list[str]]:
        asked = json.dumps({"schema": schema(name), "documents": list(documents)})
        command = [program("node"), str(node_modules.parent / "validate.mjs")]
        ended = subprocess.run(command, input=asked, capture_output=True, text=True, timeout=60, check=False)
        assert ended.returncode == 0, ended.stderr
        found: list[list[Any]] = json.loads(ended.stdout)
        return found

    return validate
