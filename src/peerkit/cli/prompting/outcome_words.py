"""What is said while it is written down what a workshop agrees on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from peerkit.cli.printed_command import printed
from peerkit.cli.prompting import section_words
from peerkit.cli.prompting.interface import Option
from peerkit.cli.prompting.section_words import view_label
from peerkit.cli.prompting.words import SAVED
from peerkit.errors import FileName
from peerkit.model.agenda import Agenda, Topic
from peerkit.model.answers import Action, Agreed, Outcome
from peerkit.model.report import MOST_ACTIONS
from peerkit.model.scale import LEVEL_LABELS, LEVELS, Importance
from peerkit.render.pages import agenda as agenda_page

WELCOME: Final = (
    "What you agree on is written down question by question, and each answer is saved at once. Leave out whatever you like.",
    "Nothing is averaged away: an agreed level never takes the place of the answers. Reports show both, and the views that differ.",
    "Write roles rather than names, such as a peer worker on the evening shift. Whoever reads this later may not have been in the room.",
    "Everywhere: b goes back, q saves and stops. Where you write: Enter leaves it as it is, - empties it.",
)
BACK: Final = Option("back", "Back", "b")
STOP: Final = Option("stop", "Save and stop", "q")
LEAVE_OPEN, AS_IT_IS = "Leave it open", "Leave it as it is"
NO_AGREEMENT: Final = Option("none", "We do not agree: reports say so, and go on showing how each sees it", "n")
ASK_LEVEL: Final = "Which level do you agree on?"
ASK_VIEWS: Final = "Does anybody see it otherwise? Write it down in their words."
NO_VIEW, NO_MORE_VIEWS, ADD_VIEW, REMOVE_VIEW = "Nobody does", "No more, go on", "Write down a view that differs", "Remove the last one"
ASK_VIEW: Final = "What would they answer?"
ASK_PEOPLE: Final = "How many people see it so?"
ASK_WHY: Final = "In a few words, why?"
ASK_IMPORTANCE: Final = "How much does it matter to you?"
IMPORTANCE: Final[dict[Importance, str]] = {"high": "It matters most", "medium": "It matters", "low": "It can wait"}
ASK_MORE: Final = "Did you talk about another question?"
NO_MORE: Final = "No, go on to the actions"
NO_ACTION, NO_MORE_ACTIONS = "No action", "No more actions"
ELSE: Final = "Something else"
KEEP, CHANGE, REMOVE = "Keep it", "Change it", "Take it out"
FIELDS: Final = {
    "what": "What will you do?",
    "who": "Who does it? A role is enough.",
    "by": "By when?",
    "first_step": "What is the first step?",
    "sign": "How will you know that it worked?",
    "help": "What help do you need, and from whom?",
    "ask_also": "Who else should be asked?",
}
ASK_RECHECK: Final = "On which day do you look again? Such as 2027-05-01."
NOTHING_SAVED: Final = "Nothing was written down, and there is no file."


def ask_level(topic: Topic, number: int, of: int, agenda: Agenda) -> str:
    """Return the question for a level, with who sees it how before it."""
    place = f"Question {number} of {of}. {agenda_page.place(topic, agenda)}"
    seen = (f"{label}: {text}" for label, text in agenda_page.seen(topic))
    return "\n\n".join((place, agenda_page.reason(topic), *seen, f"{topic.result.asked} {ASK_LEVEL}"))


def levels(*, said: bool) -> list[Option]:
    """Return what can be agreed on, and how to go on; `said` where there is something already."""
    return [*(Option(str(level), LEVEL_LABELS[level]) for level in LEVELS), NO_AGREEMENT, *_ways_on(said=said)]


def ask_views(topic: Topic, agreed: Agreed) -> str:
    """Return the question for views that differ, below those that are written down; without agreement, how each sees it."""
    if agreed.level is None:
        return section_words.ask_apart(topic.result.asked, agreed.dissent)
    return "\n\n".join((*(f"Seen differently: {view_label(view)}" for view in agreed.dissent), f"{topic.result.asked} {ASK_VIEWS}"))


def ways_with_views(agreed: Agreed) -> list[Option]:
    """Return what can be done about views that differ."""
    no_more = section_words.NO_MORE_VIEWS if agreed.level is None else NO_MORE_VIEWS if agreed.dissent else NO_VIEW
    remove = [Option("remove", REMOVE_VIEW)] if agreed.dissent else []
    return [Option("on", no_more), Option("add", ADD_VIEW), *remove, BACK, STOP]


def weights(*, said: bool) -> list[Option]:
    """Return how much a question can matter, and how to go on; `said` where there is something already."""
    return [*(Option(name, label) for name, label in IMPORTANCE.items()), *_ways_on(said=said)]


def ask_about(number: int) -> str:
    """Return the question what an action is about; actions are counted from 0."""
    return f"Action {number + 1} of up to {MOST_ACTIONS}. Which question is it about?"


def ask_kept(number: int, action: Action, ask: str) -> str:
    """Return the question what becomes of an action that is written down."""
    return f"Action {number + 1}: {action.what or ask}"


def ways_with_action() -> list[Option]:
    """Return what can be done about an action that is written down."""
    return [Option("keep", KEEP), Option("change", CHANGE), Option("remove", REMOVE), BACK, STOP]


def ask_field(name: str, ask: str, suggested: str) -> str:
    """Return the question for a line of an action; the first step has one that the framework suggests."""
    example = f"\nThe framework suggests: {suggested}" if suggested else ""
    return f"{ask}\n{FIELDS[name]}{example}"


def ask_outside(written: Sequence[str]) -> str:
    """Return the question what is outside the group's control; each line is one thing, until an empty one."""
    if not written:
        return "What is outside your control, and with whom do you raise it? One thing a line; Enter goes on."
    return f"What else is outside your control? Enter goes on. Written down last, and taken out with -: {written[-1]}"


def ending(outcome: Outcome, path: str, files: Sequence[str], again: str, *, stopped: bool) -> str:
    """Return what is said in the end: where it is saved, how much it is, and what shows it; `files` are the words that name the answers."""
    seen = (*files, "--outcome", FileName(path))
    apart = sum(agreed.level is None for agreed in outcome.agreed.values())
    lines = [
        f"{SAVED}{path}",
        f"{_counted(len(outcome.agreed) - apart, 'agreed level')}, {f'{apart} without agreement, ' if apart else ''}"
        f"{_counted(len(outcome.actions), 'action')}.",
        f"{'Go on later' if stopped else 'Change something'}: {again}",
        f"See it beside the answers: {printed('report', *seen)}",
        f"See what the actions change: {printed('plan', *seen)}",
    ]
    return "\n".join(lines)


def _ways_on(*, said: bool) -> tuple[Option, ...]:
    return Option("skip", AS_IT_IS if said else LEAVE_OPEN, "s"), BACK, STOP


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
