"""`peerkit assess`: the interview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerkit.cli import options
from peerkit.errors import FileName, UsageError

if TYPE_CHECKING:
    from peerkit.cli.assess.new_assessment import InterviewOptions
    from peerkit.cli.assess.sheet_answers import PaperSheet, SheetFile
    from peerkit.cli.prompting.interface import Prompter

Resume = Annotated[
    Path | None, options.optional("--resume", "FILE", "Go on where this file left off; without FILE, the only one here, or asks which.")
]
Answers = Annotated[Path | None, options.optional("--answers", "SHEET", "Read a filled answer sheet.")]
Partial = Annotated[bool, typer.Option("--partial", help="With --answers: save the rows that are understood.")]
Enter = Annotated[bool, typer.Option("--enter", help="Type a paper sheet in, a line for each question.")]
Large = Annotated[bool, typer.Option("--large", help="For a projector: only the question and its levels, with space between.")]
SheetVersion = Annotated[str | None, options.optional("--sheet-version", "X.Y.Z", "With --enter: the version printed on the sheet.")]


def command(
    named: options.Named = None,
    chosen_set: options.ChosenSet = None,
    sections: options.Sections = None,
    role: options.ChosenRole = None,
    program: options.Program = None,
    mode: options.ChosenMode = None,
    room: options.Room = None,
    facts: options.Facts = None,
    file: options.File = None,
    prepared: options.Prepared = None,
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
    """Answer the questions of a framework; each is saved at once.

    Example: peerkit assess tacsi --set quick --program "Lantern Street Peers"
    """
    from peerkit.cli.assess import start
    from peerkit.cli.assess.new_assessment import InterviewOptions
    from peerkit.cli.assess.sheet_answers import PaperSheet
    from peerkit.cli.prompting.prompters import prompter

    before = _to_go_on_with(named or (), resume, frameworks, plain)
    wanted = InterviewOptions(
        frameworks=(named or ()) if resume or before is None else (),
        program=options.as_text(program),
        role=role,
        chosen_set=chosen_set,
        sections=sections or (),
        facts=facts or (),
        folder=frameworks,
        mode=mode,
        room=room or (),
        prepared=prepared,
    )
    sheet = _sheet(answers, partial, enter, sheet_version, large)
    asks = sheet.lines if isinstance(sheet, PaperSheet) else prompter(plain=plain, large=large)
    if before is None:
        return _begin(wanted, asks, file, sheet)
    if answers or file or replace(wanted, chosen_set=None, folder=None) != InterviewOptions():
        raise UsageError("--resume goes on with what stands in the file", "Give it with --set full at most, or start anew without it.")
    return start.resume(before, chosen_set, frameworks, asks, sheet if isinstance(sheet, PaperSheet) else None)


def _to_go_on_with(named: Sequence[str], resume: Path | None, folder: Path | None, plain: bool) -> Path | None:
    """Return the file of answers that is named, also in place of a framework, or the one that is meant; None where a new one is begun."""
    from peerkit.cli.results.assessments_here import meant

    if resume is not None:
        return meant([], folder, plain=plain)[0] if resume == Path() else resume
    answers = next((name for name in named if name.endswith(".json")), None)
    if answers is not None and len(named) > 1:
        raise UsageError("one file of answers can be gone on with at a time", "Name it alone:", ("assess", FileName(answers)))
    path = Path(named[0]) if len(named) == 1 else Path()
    return path if path.suffix == ".json" or (path.is_file() and path.suffix not in (".yaml", ".yml")) else None


def _begin(wanted: InterviewOptions, asks: Prompter, file: Path | None, sheet: SheetFile | PaperSheet | None) -> None:
    """Begin a new file or, where nothing at all is said, go on with what the person chooses of what was begun here."""
    from peerkit.cli import guide
    from peerkit.cli.assess import start
    from peerkit.cli.assess.new_assessment import InterviewOptions

    says_nothing = file is None and sheet is None and replace(wanted, folder=None) == InterviewOptions()
    before = guide.to_go_on_with(asks) if says_nothing else None
    if before is None:
        start.start(wanted, asks, file, sheet)
    else:
        start.resume(before, None, wanted.folder, asks)


def _sheet(answers: Path | None, partial: bool, enter: bool, version: str | None, large: bool) -> SheetFile | PaperSheet | None:
    """Return the sheet that the answers come on, None where they are asked for."""
    from peerkit.cli.assess.sheet_answers import PaperSheet, SheetFile
    from peerkit.cli.prompting.prompters import line_prompter

    if partial and answers is None:
        raise UsageError("--partial goes with --answers", "Name the sheet: --answers sheet.csv --partial")
    if version is not None and not enter:
        raise UsageError("--sheet-version goes with --enter", "A filled file says its version itself: --answers sheet.csv")
    if enter and answers is not None:
        raise UsageError("--enter and --answers are two ways to the same", "Type a paper sheet in, or name a filled file; not both.")
    if enter:
        return PaperSheet(line_prompter(large=large), version)
    return SheetFile(answers, partial) if answers else None
