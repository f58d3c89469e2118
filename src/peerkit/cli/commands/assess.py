"""`peerkit assess`: the interview."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerkit.cli import console, options
from peerkit.errors import UsageError
from peerkit.model.scale import ROLES, SETS

if TYPE_CHECKING:
    from peerkit.cli.prompting.interface import Prompter

Named = Annotated[list[str] | None, typer.Argument(metavar="[FRAMEWORK]...", help="Ids; none asks which.", show_default=False)]
Resume = Annotated[Path | None, typer.Option("--resume", metavar="FILE", help="Go on where this file left off.", show_default=False)]
ChosenSet = Annotated[
    str | None,
    typer.Option("--set", metavar="|".join(SETS), help="How much to ask.", show_default=False, callback=options.one_of("--set", SETS)),
]
ChosenRole = Annotated[
    str | None,
    typer.Option("--role", metavar="|".join(ROLES), help="Who answers.", show_default=False, callback=options.one_of("--role", ROLES)),
]
Sections = Annotated[list[str] | None, typer.Option("--section", metavar="ID", help="Keep to these sections.", show_default=False)]
Program = Annotated[str | None, typer.Option("--program", metavar="NAME", help="What the program is called.", show_default=False)]
Facts = Annotated[list[str] | None, typer.Option("--fact", metavar="ID=VALUE", help="A fact about the program.", show_default=False)]
File = Annotated[Path | None, typer.Option("--file", metavar="PATH", help="Save to this file.", show_default=False)]
Answers = Annotated[Path | None, typer.Option("--answers", metavar="SHEET", help="Read a filled answer sheet.", show_default=False)]


def command(
    named: Named = None,
    chosen_set: ChosenSet = None,
    sections: Sections = None,
    role: ChosenRole = None,
    program: Program = None,
    facts: Facts = None,
    file: File = None,
    answers: Answers = None,
    partial: Annotated[bool, typer.Option("--partial", help="With --answers: save the rows that are understood.")] = False,
    resume: Resume = None,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Answer the questions of one or more frameworks; each answer is saved at once.

    Example: peerkit assess tacsi --set quick --program "Lantern Street Peers"
    """
    import secrets

    from peerkit.cli.resuming import resume_interview
    from peerkit.cli.starting import Wishes, start_interview

    prompter = _prompter(plain)
    if resume is not None:
        others = (named, sections, role, program, facts, file, answers)
        if any(other for other in others):
            raise UsageError("--resume goes on with what stands in the file", "Give it with --set full at most, or start anew without it.")
        resume_interview(resume, chosen_set, frameworks, prompter)
        return
    if partial and answers is None:
        raise UsageError("--partial goes with --answers", "Name the sheet: --answers sheet.csv --partial")
    wishes = Wishes(named or (), _name(program), role, chosen_set, sections or (), facts or (), frameworks)
    start_interview(wishes, prompter, file, answers, partial=partial, short_id=secrets.token_hex(3))


def _name(given: str | None) -> str | None:
    """Return a name as a file can hold it, None for an empty one; bytes of an argument that are no text get marks in their place."""
    return os.fsencode(given).decode("utf-8", "replace").strip() or None if given else None


def _prompter(plain: bool) -> Prompter:
    here = console.here(plain=plain)
    if console.is_terminal() and not here.plain:
        from peerkit.cli.prompting.terminal import TerminalPrompter

        return TerminalPrompter(colour=here.colour)
    from peerkit.cli.prompting.lines import LinePrompter

    return LinePrompter(interactive=console.is_terminal(), width=here.width)
