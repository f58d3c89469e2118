"""`peerkit rule`: what lint looks for, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from peerkit.cli import console, options
from peerkit.errors import UsageError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerkit.model.finding import RuleNote

Code = Annotated[str | None, typer.Argument(metavar="[CODE]", help="A rule's code or name; none lists all rules.", show_default=False)]


def command(code: Code = None, plain: options.Plain = False, debug: options.Debug = False) -> None:
    """List the rules of lint by family, or explain one of them with an example.

    Example: peerkit rule PK101
    """
    from peerkit.lint.notes import notes
    from peerkit.render.rule_page import render_list, render_rule

    context = console.here(plain=plain)
    console.say(render_list(notes(), context) if code is None else render_rule(_named(code, notes()), context))


def _named(word: str, rules: Sequence[RuleNote]) -> RuleNote:
    for rule in rules:
        if word.casefold() in (rule.code.casefold(), rule.name):
            return rule
    known = [name for rule in rules for name in (rule.code, rule.name)]
    raise UsageError(f'there is no rule "{word}"', did_you_mean(word, known, "`peerkit rule` lists them."))
