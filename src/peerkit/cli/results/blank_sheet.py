"""Make an answer sheet from the options of `peerkit sheet`."""

from __future__ import annotations

from dataclasses import replace

from peerkit.cli.assess.new_assessment import Wishes, draft
from peerkit.cli.printed_command import command_line, shell_here
from peerkit.engine.interview.sheet import blank_sheet
from peerkit.errors import FileName, UsageError
from peerkit.model.answers import BlankSheet

_ANY_ID = "0000"
"""Nothing is saved, so nothing is named by it."""


def make_sheet(wishes: Wishes, form: str, *, large: bool) -> BlankSheet:
    """Return the blank sheet that asks what `assess` would ask with the same options.

    Raises:
        UsageError: when the options do not fit together, or there is nothing to ask.
        InputError: when the framework or the prepared file cannot be used.

    """
    drafted = draft(wishes if wishes.prepared is None else replace(wishes, frameworks=()), None, _ANY_ID)
    assessment = replace(drafted.assessment, program="") if "program" in drafted.open else drafted.assessment
    [name] = wishes.frameworks
    framework = next((drawn for drawn in drafted.frameworks if wishes.prepared is None or drawn.id == name), None)
    if framework is None:
        there = ", ".join(drawn.id for drawn in drafted.frameworks)
        raise UsageError(f"{wishes.prepared} is not about {name}", f"It is about {there}.")
    sheet = blank_sheet(framework, assessment, _command(wishes, form), large=large)
    if not sheet.sections:
        raise UsageError("there is nothing to ask this role in these sections", "Leave --section out, or choose another --role.")
    return sheet


def _command(wishes: Wishes, form: str) -> str:
    """Return the command that reads a filled sheet back: the same options, and how the answers come."""
    options: list[tuple[str, str | None]] = [
        ("--from", FileName(wishes.prepared) if wishes.prepared else None),
        ("--set", wishes.chosen_set),
        ("--role", wishes.role),
        ("--mode", wishes.mode),
        *(("--section", section) for section in wishes.sections),
        *(("--fact", fact) for fact in wishes.facts),
        ("--frameworks", FileName(wishes.folder) if wishes.folder else None),
    ]
    given = [part for name, value in options if value is not None for part in (name, value)]
    named = () if wishes.prepared else wishes.frameworks
    return command_line(["assess", *named, *given, *(["--answers", "FILE"] if form == "csv" else ["--enter"])], shell_here())
