"""`peerkit assess`: the interview."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerkit.cli import options, wish_options
from peerkit.cli.prompters import prompter

if TYPE_CHECKING:
    from peerkit.cli.prompting.interface import Prompter

Named = Annotated[list[str] | None, typer.Argument(metavar="[FRAMEWORK]...", help="Ids; none asks which.", show_default=False)]
Resume = Annotated[Path | None, typer.Option("--resume", metavar="FILE", help="Go on where this file left off.", show_default=False)]
Answers = Annotated[Path | None, typer.Option("--answers", metavar="SHEET", help="Read a filled answer sheet.", show_default=False)]
Partial = Annotated[bool, typer.Option("--partial", help="With --answers: save the rows that are understood.")]
Enter = Annotated[bool, typer.Option("--enter", help="Type a paper sheet in, a line for each question.")]
Large = Annotated[bool, typer.Option("--large", help="For a projector: only the question and its levels, with space between.")]
SheetVersion = Annotated[
    str | None, typer.Option("--sheet-version", metavar="X.Y.Z", help="With --enter: the version printed on the sheet.", show_default=False)
]


def command(
    named: Named = None,
    chosen_set: wish_options.ChosenSet = None,
    sections: wish_options.Sections = None,
    role: wish_options.ChosenRole = None,
    program: wish_options.Program = None,
    mode: wish_options.ChosenMode = None,
    room: wish_options.Room = None,
    facts: wish_options.Facts = None,
    file: wish_options.File = None,
    prepared: wish_options.Prepared = None,
    answers: Answers = None,
    partial: Partial = False,
    enter: Enter = False,
    large: Large = False,
    sheet_version: SheetVersion = None,
    resume: Resume = None,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Answer the questions of one or more frameworks; each answer is saved at once.

    Example: peerkit assess tacsi --set quick --program "Lantern Street Peers"
    """
    from peerkit.cli.assess.new_assessment import Wishes
    from peerkit.cli.assess.start import Sheets, begin_or_go_on

    name = wish_options.as_text(program)
    wishes = Wishes(named or (), name, role, chosen_set, sections or (), facts or (), frameworks, mode, room or (), prepared)
    sheets = Sheets(answers, partial, enter, sheet_version)
    begin_or_go_on(wishes, _prompter(plain or enter, large), file, resume, sheets)


def _prompter(plain: bool, large: bool) -> Prompter:
    return prompter(plain=plain, large=large)
