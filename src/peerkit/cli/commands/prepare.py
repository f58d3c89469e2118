"""`peerkit prepare`: a file without answers that everyone in a team starts from."""

from __future__ import annotations

from typing import Annotated

import typer

from peerkit.cli import options

Named = Annotated[list[str] | None, typer.Argument(metavar="[FRAMEWORK]...", help="Ids; none asks which.", show_default=False)]
Goals = Annotated[
    list[str] | None,
    typer.Option("--goal", metavar="LEVEL|ID=LEVEL", help="The level to aim at, 1 to 4: everywhere, or in one place.", show_default=False),
]
Authority = Annotated[str | None, typer.Option("--authority", metavar="TEXT", help="Who decides about the answers.", show_default=False)]
MaySee = Annotated[str | None, typer.Option("--may-see", metavar="TEXT", help="Who may see the answers.", show_default=False)]
Until = Annotated[str | None, typer.Option("--until", metavar="TEXT", help="Until when they are kept.", show_default=False)]
Kept = Annotated[str | None, typer.Option("--kept", metavar="TEXT", help="Where they are kept.", show_default=False)]
Support = Annotated[str | None, typer.Option("--support", metavar="TEXT", help="Whom people can talk to.", show_default=False)]


def command(
    named: Named = None,
    chosen_set: options.ChosenSet = None,
    sections: options.Sections = None,
    program: options.Program = None,
    facts: options.Facts = None,
    goals: Goals = None,
    authority: Authority = None,
    may_see: MaySee = None,
    until: Until = None,
    kept: Kept = None,
    support: Support = None,
    file: options.File = None,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Prepare a file that everyone in a team starts from, so that all are asked alike.

    Example: peerkit prepare tacsi --program "Lantern Street Peers" --may-see "the people who answer" --file team.peerkit.json
    """
    from peerkit.cli.assess.new_assessment import InterviewOptions
    from peerkit.cli.assess.prepared_file import PreparedOptions, prepare
    from peerkit.cli.prompting.prompters import prompter

    text = options.as_text
    wanted = InterviewOptions(
        frameworks=named or (),
        program=text(program),
        chosen_set=chosen_set,
        sections=sections or (),
        facts=facts or (),
        folder=frameworks,
    )
    agreed = PreparedOptions(goals or (), text(authority), text(may_see), text(until), text(kept), text(support))
    prepare(wanted, agreed, prompter(plain=plain), file)
