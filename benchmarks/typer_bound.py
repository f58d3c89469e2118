"""Whether pyproject must still keep typer below its newest version: what a command with a number loads there, and how long it takes.

Both versions are installed in throw-away folders and started in turn. Without a package registry in reach, the figure is not known.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from functools import partial
from importlib import metadata
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.startup import environment, medians

COMMAND = """
import sys, typer
def command(number: int = 1) -> None: ...
app = typer.Typer(add_completion=False)
app.command()(command)
app([], standalone_mode=False)
print("pydantic" in sys.modules)
"""
_PATIENCE = 120.0
"""Seconds that a registry may take to send one version."""


def figures() -> list[Figure]:
    """Return how many times as long a command takes to start with the newest typer as with ours, and what that says of the bound."""
    with tempfile.TemporaryDirectory() as place:
        ours, newest = Path(place) / "ours", Path(place) / "newest"
        if not (_installed(_wanted(), ours) and _installed("typer", newest)):
            return [Figure("the newest typer, a command's start", None, None, "", "no registry in reach")]
        taken = medians({folder.name: partial(_ran, folder) for folder in (ours, newest)})
        name = f"typer {_version(newest)}, a command's start"
        return [Figure(name, taken[newest.name] / taken[ours.name], None, f"x {_version(ours)}", _said(ours, newest))]


def _wanted() -> str:
    """Return typer as pyproject asks for it."""
    [wanted] = (line for line in metadata.requires("peerkit") or () if re.match(r"typer\b", line))
    return wanted


def _installed(wanted: str, folder: Path) -> bool:
    """Install a version of typer, and pydantic for it to load if it likes; return whether a registry was in reach."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1", "--target", str(folder)]
    try:
        return subprocess.run([*command, wanted, "pydantic"], capture_output=True, timeout=_PATIENCE, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def _ran(folder: Path) -> str:
    """Run a command on the typer of a folder, with no other library in reach, and return what it printed."""
    # NOTE: -S keeps out the libraries of this environment, and with them our own typer.
    alone = environment() | {"PYTHONPATH": str(folder)}
    return subprocess.run([sys.executable, "-S", "-c", COMMAND], env=alone, capture_output=True, text=True, check=True).stdout


def _version(folder: Path) -> str:
    [found] = metadata.distributions(name="typer", path=[str(folder)])
    return found.version


def _said(ours: Path, newest: Path) -> str:
    if _version(newest) == _version(ours):
        return "no newer version is there"
    if _ran(newest).strip() == "True":
        return "it loads pydantic: the bound is needed"
    return "it loads no pydantic: the bound is needed NO MORE"
