"""Show what is wrong with a framework's file the way `lint` shows it."""

from __future__ import annotations

from peerkit.cli import console
from peerkit.source.yaml.yaml_file import Reading


def show_faults(reading: Reading) -> None:
    """Write what keeps a file from being used to standard error."""
    from peerkit.lint.runner import faults_found
    from peerkit.render.findings.text import render

    result = faults_found(reading)
    console.remark(render(result.findings, result.files, console.here(plain=True)))
