"""What is asked, step by step, while it is written down what a workshop agrees on. Each step returns what is then to be saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, cast

from peerkit.cli.prompting import outcome_words as words
from peerkit.cli.prompting.interface import Option, Prompter
from peerkit.cli.prompting.keys import people_of
from peerkit.cli.prompting.section_words import PEOPLE_ACCEPTED, VIEWS, answers_to_choose
from peerkit.model.agenda import Agenda, Topic
from peerkit.model.answers import Action, Agreed, Dissent, Outcome
from peerkit.model.report import MOST_ACTIONS
from peerkit.model.scale import Importance

Way = Literal["on", "back", "stop", "stay", "over"]
"""Where to go after a step: to the next one, the one before, out, to the same again, or past all of its group."""
_CLEAR: Final = "-"
_TYPED_WAYS: Final[dict[str, Way]] = {"b": "back", "q": "stop"}
_CHOSEN_WAYS: Final[dict[str, Way]] = {"skip": "on", "on": "on", "back": "back", "stop": "stop", "over": "over"}
_ELSE: Final = "other"


@dataclass(frozen=True, slots=True)
class TopicStep:
    """Asks about a question: the agreed level, the views that differ, or how much it matters."""

    what: Literal["level", "views", "importance"]
    topic: Topic

    @property
    def group(self) -> str:
        """The address of the question."""
        return self.topic.address


@dataclass(frozen=True, slots=True)
class ActionStep:
    """Asks about an action, counted from 0: one of its lines, or, without `line`, which question it is about and whether it is kept."""

    number: int
    line: str = ""

    @property
    def group(self) -> str:
        """All of an action."""
        return f"action {self.number}"


@dataclass(frozen=True, slots=True)
class LastStep:
    """Asks for another question that was talked about, for what is outside the group's control, or when they look again."""

    group: Literal["more", "outside", "recheck"]


OutcomeStep = TopicStep | ActionStep | LastStep


@dataclass(frozen=True, slots=True)
class StepResult:
    """What a step leaves behind: the outcome, where to go, and a question that is to be asked about as well."""

    outcome: Outcome
    way: Way = "on"
    more: Topic | None = None


class OutcomeQuestions:
    """The steps, and the questions that were talked about so far; `before` is what is written down when it begins."""

    def __init__(self, prompter: Prompter, agenda: Agenda, before: Outcome) -> None:
        self.prompter = prompter
        self.agenda = agenda
        self.talked = list(agenda.topics)
        self.talked += [topic for topic in self._left() if is_said(topic, before)]
        self.topics = {topic.address: topic for topic in (*self.talked, *self._left())}

    def steps(self) -> list[OutcomeStep]:
        """Return all steps, in their order."""
        about = [step for topic in self.talked for step in self.about(topic)]
        actions = [ActionStep(number, line) for number in range(MOST_ACTIONS) for line in ("", *words.FIELDS)]
        return [*about, LastStep("more"), *actions, LastStep("outside"), LastStep("recheck")]

    def about(self, topic: Topic) -> list[TopicStep]:
        """Return the steps about a question."""
        return [TopicStep("level", topic), TopicStep("views", topic), TopicStep("importance", topic)]

    def ask(self, step: OutcomeStep, outcome: Outcome) -> StepResult | None:
        """Take a step; None where there is nothing to ask. See `Prompter` for what it raises."""
        match step:
            case TopicStep(what="level"):
                return self._level(step.topic, outcome)
            case TopicStep(what="views"):
                return self._views(step.topic, outcome)
            case TopicStep():
                return self._importance(step.topic, outcome)
            case ActionStep(line=""):
                return self._action(step.number, outcome)
            case ActionStep():
                return self._line(step.number, step.line, outcome)
            case LastStep("more"):
                return self._more(outcome)
            case LastStep("outside"):
                return self._outside(outcome)
        return self._recheck(outcome)

    def _level(self, topic: Topic, outcome: Outcome) -> StepResult:
        agreed = outcome.agreed.get(topic.address)
        default = "skip" if agreed is None else "none" if agreed.level is None else str(agreed.level)
        question = words.ask_level(topic, self.talked.index(topic) + 1, len(self.talked), self.agenda)
        chosen = self.prompter.choose(question, words.levels(said=agreed is not None), default, first=0)
        if chosen in _CHOSEN_WAYS:
            return StepResult(outcome, _CHOSEN_WAYS[chosen])
        dissent = agreed.dissent if agreed else ()
        if chosen == "none":
            return _with_agreed(outcome, topic, Agreed(level=None, agreement="none", dissent=dissent))
        return _with_agreed(outcome, topic, Agreed(level=int(chosen), dissent=dissent))

    def _views(self, topic: Topic, outcome: Outcome) -> StepResult | None:
        agreed = outcome.agreed.get(topic.address)
        if agreed is None:
            return None
        chosen = self.prompter.choose(words.ask_views(topic, agreed), words.ways_with_views(agreed), "on")
        if chosen in _CHOSEN_WAYS:
            return StepResult(outcome, _CHOSEN_WAYS[chosen])
        if chosen == "remove":
            return _with_agreed(outcome, topic, replace(agreed, dissent=agreed.dissent[:-1]), "stay")
        view = self._view()
        if not isinstance(view, Dissent):
            return StepResult(outcome, view)
        return _with_agreed(outcome, topic, replace(agreed, dissent=(*agreed.dissent, view)), "stay")

    def _view(self) -> Dissent | Way:
        """Return a view that differs; where the person goes back on the way, stay with the question."""
        chosen = self.prompter.choose(words.ASK_VIEW, [*answers_to_choose(), words.BACK, words.STOP], first=0)
        if chosen not in VIEWS:
            return "stay" if chosen == "back" else "stop"
        question = words.ASK_PEOPLE
        while (people := people_of(text := self.prompter.write(question, fallback="1"))) is None:
            if text in _TYPED_WAYS:
                return "stay" if text == "b" else "stop"
            question = f"{words.ASK_PEOPLE} {PEOPLE_ACCEPTED}"
        why = self.prompter.write(words.ASK_WHY, keep=True)
        if why in _TYPED_WAYS:
            return "stay" if why == "b" else "stop"
        return Dissent(answer=VIEWS[chosen], people=people, why=_cleared(why))

    def _importance(self, topic: Topic, outcome: Outcome) -> StepResult:
        before = outcome.importance.get(topic.address)
        chosen = self.prompter.choose(
            f"{topic.result.asked} {words.ASK_IMPORTANCE}", words.weights(said=before is not None), before or "skip"
        )
        if chosen in _CHOSEN_WAYS:
            return StepResult(outcome, _CHOSEN_WAYS[chosen])
        return StepResult(replace(outcome, importance={**outcome.importance, topic.address: cast("Importance", chosen)}))

    def _more(self, outcome: Outcome) -> StepResult | None:
        """Ask whether a question was talked about that found no time on the agenda; None where there is none."""
        left = {topic.address: topic for topic in self._left()}
        if not left:
            return None
        listed = (Option(address, topic.result.asked) for address, topic in left.items())
        chosen = self.prompter.choose(words.ASK_MORE, [Option("on", words.NO_MORE), *listed, words.BACK, words.STOP], "on", first=0)
        if chosen not in left:
            return StepResult(outcome, _CHOSEN_WAYS[chosen])
        self.talked.append(left[chosen])
        return StepResult(outcome, "stay", left[chosen])

    def _left(self) -> list[Topic]:
        """Return the questions that were not talked about."""
        return [topic for topic in (*self.agenda.spare, *self.agenda.find_out) if topic not in self.talked]

    def _action(self, number: int, outcome: Outcome) -> StepResult | None:
        """Ask which question an action is about, or whether it is kept."""
        if number > len(outcome.actions):
            return None
        if number < len(outcome.actions):
            return self._kept(number, outcome)
        none = Option("over", words.NO_MORE_ACTIONS if number else words.NO_ACTION)
        listed = (Option(address, topic.result.asked) for address, topic in self.topics.items())
        options = [none, *listed, Option(_ELSE, words.ELSE), words.BACK, words.STOP]
        chosen = self.prompter.choose(words.ask_about(number), options, "over", first=0)
        if chosen in _CHOSEN_WAYS:
            return StepResult(outcome, _CHOSEN_WAYS[chosen])
        action = Action(id=_free_id(outcome) if chosen == _ELSE else chosen)
        return StepResult(replace(outcome, actions=(*outcome.actions, action)))

    def _kept(self, number: int, outcome: Outcome) -> StepResult:
        action = outcome.actions[number]
        chosen = self.prompter.choose(words.ask_kept(number, action, self._asked(action)), words.ways_with_action(), "keep")
        if chosen == "remove":
            return StepResult(replace(outcome, actions=(*outcome.actions[:number], *outcome.actions[number + 1 :])), "stay")
        return StepResult(outcome, "over" if chosen == "keep" else "on" if chosen == "change" else _CHOSEN_WAYS[chosen])

    def _line(self, number: int, line: str, outcome: Outcome) -> StepResult | None:
        if number >= len(outcome.actions):
            return None
        action = outcome.actions[number]
        topic = self.topics.get(action.id) if line == "first_step" else None
        suggested = topic.result.next_step if topic else None
        question = words.ask_field(line, self._asked(action), suggested or "")
        text = self.prompter.write(question, current=getattr(action, line), keep=True)
        if text in _TYPED_WAYS:
            return StepResult(outcome, _TYPED_WAYS[text])
        changed = replace(action, **{line: _cleared(text)})
        return StepResult(replace(outcome, actions=(*outcome.actions[:number], changed, *outcome.actions[number + 1 :])))

    def _asked(self, action: Action) -> str:
        topic = self.topics.get(action.id)
        return topic.result.asked if topic else words.ELSE if action.id.startswith(f"{_ELSE}-") else action.id

    def _outside(self, outcome: Outcome) -> StepResult:
        """Ask for one thing outside the group's control, and again until nothing more comes."""
        written = outcome.outside_our_control
        text = self.prompter.write(words.ask_outside(written), keep=True)
        if not text or text in _TYPED_WAYS:
            return StepResult(outcome, _TYPED_WAYS.get(text, "on"))
        return StepResult(replace(outcome, outside_our_control=written[:-1] if text == _CLEAR else (*written, text)), "stay")

    def _recheck(self, outcome: Outcome) -> StepResult:
        """Ask when the group looks again."""
        text = self.prompter.write(words.ASK_RECHECK, current=outcome.recheck)
        return StepResult(outcome, _TYPED_WAYS[text]) if text in _TYPED_WAYS else StepResult(replace(outcome, recheck=_cleared(text)))


def is_said(topic: Topic, outcome: Outcome) -> bool:
    """Whether anything is written down about a question."""
    return topic.address in outcome.agreed or topic.address in outcome.importance


def _with_agreed(outcome: Outcome, topic: Topic, agreed: Agreed, way: Way = "on") -> StepResult:
    return StepResult(replace(outcome, agreed={**outcome.agreed, topic.address: agreed}), way)


def _free_id(outcome: Outcome) -> str:
    """Return an id for an action that is about no question."""
    taken = {action.id for action in outcome.actions}
    return next(name for number in range(1, MOST_ACTIONS + 1) if (name := f"{_ELSE}-{number}") not in taken)


def _cleared(text: str) -> str:
    return "" if text == _CLEAR else text
