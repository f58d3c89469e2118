"""Show what is wrong with a framework's file the way `lint` shows it."""

from __future__ import annotations

from peerkit.cli import console
from peerkit.source.reading import Reading


def show_faults(reading: Reading) -> None:
    """Write the faults of a reading to standard error."""
    for fault in reading.faults:
        place = reading.document.place(fault.problem)
        console.remark(f"{reading.file}:{place.line}:{place.column}: {fault.problem.message}")
        console.remark(f"  {fault.problem.hint}")
