"""`peerkit rule`: what lint looks for, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from peerkit.cli import options
from peerkit.cli.results.destination import Destination
from peerkit.errors import UsageError, did_you_mean
from peerkit.render.products import formats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerkit.model.lint_figures import RuleNote

Code = Annotated[str | None, typer.Argument(metavar="[CODE]", help="A rule's code or name; none lists all rules.", show_default=False)]


def command(
    code: Code = None,
    form: Annotated[str | None, options.format_option(formats("rule"))] = None,
    output: options.Output = None,
    overwrite: options.Overwrite = False,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """List the rules of lint, or explain one with an example.

    Example: peerkit rule PK101
    """
    from peerkit.lint.rule import notes

    destination = Destination(asked=form, output=output, overwrite=overwrite, plain=plain)
    destination.check("rule")
    if code is None:
        destination.deliver("rules", notes(), shared=True)
    else:
        destination.deliver("rule", _named(code, notes()), shared=True)


def _named(word: str, rules: Sequence[RuleNote]) -> RuleNote:
    for rule in rules:
        if word.casefold() in (rule.code.casefold(), rule.name):
            return rule
    known = [name for rule in rules for name in (rule.code, rule.name)]
    raise UsageError(f'there is no rule "{word}"', did_you_mean(word, known, "`peerkit rule` lists them."))
