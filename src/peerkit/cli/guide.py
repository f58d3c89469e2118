"""What a person can do who typed `peerkit` alone: begin, go on, see a result, prepare a team, look at an example."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from peerkit.cli import console
from peerkit.cli.prompting import words
from peerkit.cli.prompting.interface import Option, Prompter
from peerkit.errors import InputError

if TYPE_CHECKING:
    from peerkit.model.kept_answers import KeptAnswers

_MOST_FILES: Final = 4
"""Files that are offered to go on with, and results to see."""


def guide(prompter: Prompter, *, plain: bool, show_help: Callable[[], None]) -> None:
    """Ask what a person wants to do, and do it. See the commands for what they raise."""
    ways = list(_ways(plain=plain, show_help=show_help))
    options = [Option(str(number), label) for number, (label, _) in enumerate(ways)]
    with prompter.session():
        chosen = prompter.choose(words.ASK_WHAT_TO_DO, [*options, Option("", words.NOTHING_NOW, "q")])
    if chosen:
        ways[int(chosen)][1]()


def to_go_on_with(prompter: Prompter) -> Path | None:
    """Ask whether to go on with what was begun in this folder; None where a new file is begun, unasked where nothing was."""
    if not prompter.interactive:
        return None
    options = [Option(kept.file, f"Go on with {_told(kept)}") for kept in _here() if kept.state == "begun"][:_MOST_FILES]
    if not options:
        return None
    with prompter.session():
        chosen = prompter.choose(words.ASK_TO_GO_ON, [*options, Option("", words.START_ANEW)])
    return Path(chosen) if chosen else None


def _here() -> list[KeptAnswers]:
    """Return the answers in this folder itself, newest first; none where it cannot be looked into, which keeps nobody from beginning."""
    from peerkit.cli.results.assessments_here import in_this_folder

    try:
        return in_this_folder(None)
    except InputError:
        return []


def _ways(*, plain: bool, show_help: Callable[[], None]) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what can be done, each with how it is said."""
    from peerkit.cli.assess.new_assessment import InterviewOptions
    from peerkit.cli.assess.start import start
    from peerkit.cli.commands import assess, demo, prepare, report
    from peerkit.cli.prompting.prompters import prompter

    here = _here()
    for kept in [kept for kept in here if kept.state == "begun"][:_MOST_FILES]:
        yield f"Go on with {_told(kept)}", partial(assess.command, resume=Path(kept.file), plain=plain)
    for kept in [kept for kept in here if kept.state != "prepared" and kept.answered][:_MOST_FILES]:
        yield f"See the result of {_told(kept)}", partial(report.command, [Path(kept.file)], plain=plain)
    yield words.START, lambda: start(InterviewOptions(), prompter(plain=plain), None, None)
    yield words.PREPARE, partial(prepare.command, plain=plain)
    yield words.LOOK_AT_AN_EXAMPLE, partial(demo.command, plain=plain)
    yield words.ALL_COMMANDS, show_help


def _told(kept: KeptAnswers) -> str:
    from peerkit.render.pages.assessments import how_far

    return f"{kept.program} ({how_far(kept)}, {_ago(kept.updated)}; {kept.file})"


def _ago(day: str) -> str:
    """Return how long ago a day was; the day itself where it is none that the clock can tell."""
    try:
        days = (datetime.date.fromisoformat(console.today()) - datetime.date.fromisoformat(day)).days
    except ValueError:
        return day
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago" if days > 0 else day)
