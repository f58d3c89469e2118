"""`peerkit sheet`: an answer sheet to print or send round."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from peerkit.cli import options
from peerkit.cli.results.destination import Destination
from peerkit.errors import FileName, UsageError
from peerkit.render.products import formats

if TYPE_CHECKING:
    from peerkit.cli.assess.new_assessment import InterviewOptions
    from peerkit.model.sheet import BlankSheet

Large = Annotated[bool, typer.Option("--large", help="Big letters and room to write.")]


def command(
    named: Annotated[str | None, typer.Argument(metavar="FRAMEWORK", help="Its id; with --from, the one that is in FILE.")] = None,
    chosen_set: options.ChosenSet = None,
    sections: options.Sections = None,
    role: options.ChosenRole = None,
    program: options.Program = None,
    mode: options.ChosenMode = None,
    facts: options.Facts = None,
    prepared: options.Prepared = None,
    large: Large = False,
    form: Annotated[str | None, options.format_option(formats("sheet"), "markdown")] = None,
    output: options.Output = None,
    overwrite: options.Overwrite = False,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Write an answer sheet to print, or to fill in (csv).

    Example: peerkit sheet tacsi --set quick --role peer-worker --format html --output sheet.html
    """
    from peerkit.cli.assess.new_assessment import InterviewOptions

    destination = Destination(asked=form, otherwise="markdown", output=output, overwrite=overwrite, plain=plain)
    destination.check("sheet")
    wanted = InterviewOptions(
        frameworks=[named] if named else (),
        program=options.as_text(program),
        role=role,
        chosen_set=chosen_set,
        sections=sections or (),
        facts=facts or (),
        folder=frameworks,
        mode=mode,
        prepared=prepared,
    )
    destination.deliver("sheet", _blank_sheet(named, wanted, destination.form, large=large), shared=True)


def _blank_sheet(name: str | None, wanted: InterviewOptions, form: str, *, large: bool) -> BlankSheet:
    """Return the blank sheet that asks what `assess` would ask with the same options."""
    from peerkit.cli.assess.new_assessment import make_draft, nothing_to_ask
    from peerkit.engine.interview.sheet import blank_sheet

    if name is None and wanted.prepared is None:
        raise UsageError("which framework?", "Name one, as in `peerkit sheet tacsi`; `peerkit frameworks` lists them.")
    draft = make_draft(wanted if wanted.prepared is None else replace(wanted, frameworks=()))
    assessment = replace(draft.assessment, program="") if "program" in draft.open else draft.assessment
    asked = [framework for framework in draft.frameworks if wanted.prepared is None or name in (None, framework.id)]
    there = ", ".join(framework.id for framework in draft.frameworks)
    if len(asked) > 1:
        raise UsageError("which framework?", f"A sheet is about one of these: {there}.")
    if not asked:
        raise UsageError(f"{wanted.prepared} is not about {name}", f"It is about {there}.")
    sheet = blank_sheet(asked[0], assessment, _command_to_read_it(wanted, form), large=large)
    if not sheet.sections:
        raise nothing_to_ask(asked[:1], assessment)
    return sheet


def _command_to_read_it(wanted: InterviewOptions, form: str) -> str:
    """Return the command that reads a filled sheet back: the same options, and how the answers come."""
    from peerkit.cli.printed_command import command_line, shell_here

    pairs: list[tuple[str, str | None]] = [
        ("--from", FileName(wanted.prepared) if wanted.prepared else None),
        ("--set", wanted.chosen_set),
        ("--role", wanted.role),
        ("--mode", wanted.mode),
        *(("--section", section) for section in wanted.sections),
        *(("--fact", fact) for fact in wanted.facts),
        ("--frameworks", FileName(wanted.folder) if wanted.folder else None),
    ]
    given = [part for name, value in pairs if value is not None for part in (name, value)]
    named = () if wanted.prepared else wanted.frameworks
    return command_line(["assess", *named, *given, *(["--answers", "FILE"] if form == "csv" else ["--enter"])], shell_here())
