"""`peerkit prepare`: a file without answers that everyone in a team starts from."""

from __future__ import annotations

from typing import Annotated

from peerkit.cli import options

Goals = Annotated[
    list[str] | None, options.optional("--goal", "LEVEL|ID=LEVEL", "The level to aim at, 1 to 4: everywhere, or in one place.")
]
Authority = Annotated[str | None, options.optional("--authority", "TEXT", "Who decides about the answers.")]
MaySee = Annotated[str | None, options.optional("--may-see", "TEXT", "Who may see the answers.")]
Until = Annotated[str | None, options.optional("--until", "TEXT", "Until when they are kept.")]
Kept = Annotated[str | None, options.optional("--kept", "TEXT", "Where they are kept.")]
Support = Annotated[str | None, options.optional("--support", "TEXT", "Whom people can talk to.")]
People = Annotated[list[str] | None, options.optional("--people", "ROLE=N", "How many will answer; says what a report could show.")]


def command(
    named: options.Named = None,
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
    people: People = None,
    file: options.File = None,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Prepare a file that everyone in a team starts from. So all are asked alike.

    It says what each role is asked and, where you say how many will answer, what a report of so many people could show.

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
    agreed = PreparedOptions(goals or (), text(authority), text(may_see), text(until), text(kept), text(support), people or ())
    prepare(wanted, agreed, prompter(plain=plain), file)
