"""The steps of writing down what a workshop agrees on. Each asks one thing, and returns what is then to be saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, cast

from peerkit.cli.prompting import outcome_words as words
from peerkit.cli.prompting.interface import Option, Prompter
from peerkit.cli.prompting.keys import people_of
from peerkit.cli.prompting.section_words import PEOPLE_ACCEPTED, VIEWS, answers_to_choose
from peerkit.model.agenda import MOST_ACTIONS, Agenda, Topic
from peerkit.model.answers import Action, Agreed, Dissent, Outcome
from peerkit.model.scale import Importance

Move = Literal["on", "back", "stop", "stay", "over"]
"""Where to go after a step: to the next one, the one before, out, to the same again, or past all of its kind."""
_CLEAR: Final = "-"
_MOVES: Final[dict[str, Move]] = {"b": "back", "q": "stop"}
_ELSE: Final = "other"


@dataclass(frozen=True, slots=True)
class Said:
    """What a step leaves behind: the outcome, where to go, and a question that is to be asked about as well."""

    outcome: Outcome
    move: Move = "on"
    more: Topic | None = None


Ask = Callable[[Prompter, Outcome], Said | None]
"""Asks, and returns what was said; None where there is nothing to ask."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step, and what kind it is of: the address of a question, or the number of an action."""

    kind: str
    ask: Ask


def about(topic: Topic, number: Callable[[], tuple[int, int]], agenda: Agenda) -> list[Step]:
    """Return the steps about a question: the agreed level, the views that differ, how much it matters. `number` is its place."""

    def level(prompter: Prompter, outcome: Outcome) -> Said:
        agreed = outcome.agreed.get(topic.address)
        default = str(agreed.level) if agreed else "skip"
        said = prompter.choose(words.ask_level(topic, *number(), agenda), words.levels(said=agreed is not None), default, first=0)
        if said in ("skip", "back", "stop"):
            return Said(outcome, _move(said))
        if said == "none":
            return Said(replace(outcome, agreed={key: one for key, one in outcome.agreed.items() if key != topic.address}))
        kept = replace(agreed, level=int(said)) if agreed else Agreed(level=int(said))
        return Said(replace(outcome, agreed={**outcome.agreed, topic.address: kept}))

    def views(prompter: Prompter, outcome: Outcome) -> Said | None:
        agreed = outcome.agreed.get(topic.address)
        return None if agreed is None else _views(prompter, outcome, topic, agreed)

    def weigh(prompter: Prompter, outcome: Outcome) -> Said:
        before = outcome.importance.get(topic.address)
        said = prompter.choose(f"{topic.result.asked} {words.ASK_IMPORTANCE}", words.weights(said=before is not None), before or "skip")
        if said in ("skip", "back", "stop"):
            return Said(outcome, _move(said))
        return Said(replace(outcome, importance={**outcome.importance, topic.address: cast("Importance", said)}))

    return [Step(topic.address, one) for one in (level, views, weigh)]


def actions(asked: Sequence[Topic]) -> list[Step]:
    """Return the steps about up to three actions; `asked` are the questions that one can be about, those talked about first."""
    by_address = {one.address: one for one in asked}
    steps = []
    for number in range(MOST_ACTIONS):
        steps.append(Step(f"action {number}", _action(number, by_address)))
        steps += [Step(f"action {number}", _field(number, name, by_address)) for name in words.FIELDS]
    return steps


def outside(prompter: Prompter, outcome: Outcome) -> Said:
    """Ask for one thing outside the group's control, and again until nothing more comes."""
    written = outcome.outside_our_control
    text = prompter.write(words.ask_outside(written), keep=True)
    if text in _MOVES:
        return Said(outcome, _MOVES[text])
    if not text:
        return Said(outcome)
    return Said(replace(outcome, outside_our_control=written[:-1] if text == _CLEAR else (*written, text)), "stay")


def recheck(prompter: Prompter, outcome: Outcome) -> Said:
    """Ask when the group looks again."""
    text = prompter.write(words.ASK_RECHECK, current=outcome.recheck)
    return Said(outcome, _MOVES[text]) if text in _MOVES else Said(replace(outcome, recheck=_cleared(text)))


def more(prompter: Prompter, outcome: Outcome, left: Sequence[Topic]) -> Said | None:
    """Ask whether a question was talked about that found no time on the agenda; None where there is none."""
    if not left:
        return None
    options = [Option("on", words.NO_MORE), *(Option(topic.address, topic.result.asked) for topic in left), words.BACK, words.STOP]
    said = prompter.choose(words.ASK_MORE, options, "on", first=0)
    topic = next((one for one in left if one.address == said), None)
    return Said(outcome, "stay", topic) if topic else Said(outcome, _move(said))


def _views(prompter: Prompter, outcome: Outcome, topic: Topic, agreed: Agreed) -> Said:
    said = prompter.choose(words.ask_views(topic, agreed.dissent), words.ways_with_views(agreed.dissent), "on")
    if said in ("on", "back", "stop"):
        return Said(outcome, _move(said))
    if said == "remove":
        dissent = agreed.dissent[:-1]
    else:
        view = _view(prompter)
        if not isinstance(view, Dissent):
            return Said(outcome, view)
        dissent = (*agreed.dissent, view)
    return Said(replace(outcome, agreed={**outcome.agreed, topic.address: replace(agreed, dissent=dissent)}), "stay")


def _view(prompter: Prompter) -> Dissent | Move:
    """Return a view that differs; where the person goes back on the way, stay with the question."""
    chosen = prompter.choose(words.ASK_VIEW, [*answers_to_choose(), words.BACK, words.STOP], first=0)
    if chosen in ("back", "stop"):
        return "stay" if chosen == "back" else "stop"
    question = words.ASK_PEOPLE
    while (people := people_of(text := prompter.write(question, fallback="1"))) is None:
        if text in _MOVES:
            return "stay" if text == "b" else "stop"
        question = f"{words.ASK_PEOPLE} {PEOPLE_ACCEPTED}"
    why = prompter.write(words.ASK_WHY, keep=True)
    if why in _MOVES:
        return "stay" if why == "b" else "stop"
    return Dissent(answer=VIEWS[chosen], people=people, why=_cleared(why))


def _action(number: int, asked: dict[str, Topic]) -> Ask:
    """Return what asks which question an action is about, or whether it is kept."""

    def ask(prompter: Prompter, outcome: Outcome) -> Said | None:
        if number > len(outcome.actions):
            return None
        if number < len(outcome.actions):
            return _kept(prompter, outcome, number, asked)
        none = Option("over", words.NO_MORE_ACTIONS if number else words.NO_ACTION)
        listed = (Option(address, topic.result.asked) for address, topic in asked.items())
        options = [none, *listed, Option(_ELSE, words.ELSE), words.BACK, words.STOP]
        said = prompter.choose(words.ask_about(number), options, "over", first=0)
        if said in ("over", "back", "stop"):
            return Said(outcome, _move(said))
        action = Action(id=_free_id(outcome) if said == _ELSE else said)
        return Said(replace(outcome, actions=(*outcome.actions, action)))

    return ask


def _kept(prompter: Prompter, outcome: Outcome, number: int, asked: dict[str, Topic]) -> Said:
    action = outcome.actions[number]
    said = prompter.choose(words.ask_kept(number, action, _ask_of(action, asked)), words.ways_with_action(), "keep")
    if said == "remove":
        return Said(replace(outcome, actions=(*outcome.actions[:number], *outcome.actions[number + 1 :])), "stay")
    return Said(outcome, "over" if said == "keep" else "on" if said == "change" else _move(said))


def _field(number: int, name: str, asked: dict[str, Topic]) -> Ask:
    """Return what asks for one line of an action."""

    def ask(prompter: Prompter, outcome: Outcome) -> Said | None:
        if number >= len(outcome.actions):
            return None
        action = outcome.actions[number]
        suggested = _suggested(asked.get(action.id)) if name == "first_step" else ""
        question = words.ask_field(name, _ask_of(action, asked), suggested)
        text = prompter.write(question, current=getattr(action, name), keep=True)
        if text in _MOVES:
            return Said(outcome, _MOVES[text])
        changed = replace(action, **{name: _cleared(text)})
        return Said(replace(outcome, actions=(*outcome.actions[:number], changed, *outcome.actions[number + 1 :])))

    return ask


def _ask_of(action: Action, asked: dict[str, Topic]) -> str:
    topic = asked.get(action.id)
    return topic.result.asked if topic else words.ELSE if action.id.startswith(f"{_ELSE}-") else action.id


def _suggested(topic: Topic | None) -> str:
    if topic is None or topic.result.standing is None:
        return ""
    return topic.result.indicator.next_step(int(topic.result.standing)) or ""


def _free_id(outcome: Outcome) -> str:
    """Return an id for an action that is about no question."""
    taken = {one.id for one in outcome.actions}
    return next(name for number in range(1, MOST_ACTIONS + 1) if (name := f"{_ELSE}-{number}") not in taken)


def _cleared(text: str) -> str:
    return "" if text == _CLEAR else text


def _move(said: str) -> Move:
    moves: dict[str, Move] = {"back": "back", "stop": "stop", "over": "over"}
    return moves.get(said, "on")
