"""A timed agenda from a team's report, or from the report of one file: what to talk about, in which order, and for how long.

Safety matters come first, by priority; they take half of the questions that find time, and more where nothing else is left. Then what is
seen differently, by D · w: D is how far views differ in levels, w the weight of the question. Of a team D is the mean distance from the
median, or half of what lies between two groups' medians, if that is more; of a group that answered together it is the distance of the
farthest view that was written down beside the answer. Split views, and groups or views two levels apart, stand before all others, and
what is half a level below its goal behind them. What is tied stands by priority, then in file order. What everyone sees alike and at its
goal is no topic: it is a strength. Proposed as actions are those of the first steps of a plan that are talked about before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate, zip_longest
from math import ceil
from typing import Final

from peerkit.engine.first_steps import first_steps
from peerkit.engine.interview.questions import closeness
from peerkit.engine.team.team_results import WIDE_APART, between_groups, distance
from peerkit.errors import UsageError
from peerkit.model.agenda import LONGEST, SHORTEST, Agenda, AgendaPart, PartKind, Reason, Topic
from peerkit.model.crosswalk import Tension
from peerkit.model.framework import Framework
from peerkit.model.report import Report, TeamReport
from peerkit.model.result import Result

STRENGTHS_SHOWN: Final = 5
FIND_OUT_SHOWN: Final = 5
SLIGHT: Final = Fraction(1, 2)
"""Levels up to which a gap is slight."""
_SEEN_APART: Final = ("split", "apart")
_TALKED_ABOUT: Final[tuple[Reason, ...]] = ("split", "apart", "differing", "spread", "gap", "unclear", "question")


def agenda_for(report: Report | TeamReport, minutes: int, tensions: Sequence[Tension] = ()) -> Agenda:
    """Return the agenda that a report makes, of one file of answers or of a team.

    What was passed by, does not apply, or is asked of too few, is nobody's topic.

    Raises:
        UsageError: when the minutes are too few or too many.

    """
    asked = (result for result in report.indicators() if result.lane is not None)
    topics = tuple(Topic(result=result, reason=_reason(result), apart=_apart(result)) for result in asked)
    return _agenda(report, topics, minutes, tensions)


def agenda_of_questions(report: Report, minutes: int, tensions: Sequence[Tension] = ()) -> Agenda:
    """Return the agenda of questions that nobody has answered: one of each section, then a second of each, those about safety first.

    `report` holds what is asked. See `agenda_for`.
    """
    sections = (section for framework in report.frameworks for section in framework.sections)
    columns = [sorted(section.indicators, key=lambda result: not result.indicator.safety) for section in sections]
    in_turn = (result for row in zip_longest(*columns) for result in row if result is not None)
    topics = tuple(Topic(result=result, reason="question") for result in in_turn)
    names = " and ".join(framework.framework.name for framework in report.frameworks)
    return replace(_agenda(report, topics, minutes, tensions), made="questions", program=names)


def _agenda(report: Report | TeamReport, topics: Sequence[Topic], minutes: int, tensions: Sequence[Tension]) -> Agenda:
    if not SHORTEST <= minutes <= LONGEST:
        hint = "With less time, hand the report round. With more, make one agenda for each half day."
        raise UsageError(f"an agenda is for {SHORTEST} to {LONGEST} minutes, and {minutes} are asked for", hint)
    results, frameworks = tuple(report.indicators()), tuple(part.framework for part in report.frameworks)
    by_address = {topic.address: topic for topic in topics}
    steps = [by_address[result.address] for result in first_steps(report)]
    safety = sorted((topic for topic in topics if topic.reason == "safety"), key=lambda topic: -_priority(topic))
    others = sorted((topic for topic in topics if topic.reason in _TALKED_ABOUT), key=_rank)
    unknown = [topic for reason in ("unknown", "hidden") for topic in topics if topic.reason == reason]
    order = slots(minutes, len(safety) + len(others), find_out=bool(unknown))
    talked = _talked(safety, others, steps, sum(slot.kind == "talk" for slot in order))
    find_out = unknown[:FIND_OUT_SHOWN] if any(slot.kind == "find-out" for slot in order) else []
    strengths = [topic for result in report.strengths if (topic := by_address[result.address]).reason == "strength"]
    return Agenda(
        program=report.source.program,
        date=report.date,
        minutes=minutes,
        made="team" if isinstance(report, TeamReport) else "group" if report.assessment.mode == "consensus" else "person",
        respondents=report.respondents,
        frameworks=frameworks,
        parts=tuple(_parts(order, talked, cards_for(talked, tensions, frameworks))),
        strengths=tuple(strengths[:STRENGTHS_SHOWN]),
        find_out=tuple(find_out),
        spare=tuple(topic for topic in (*safety, *others, *unknown) if topic not in talked and topic not in find_out),
        proposals=tuple(topic for topic in steps if topic in talked),
        governance=report.source.governance,
        minimum=report.view.minimum if isinstance(report, TeamReport) else None,
        asked=len(results),
        hidden=sum(result.hidden is not None for result in results),
        in_words=sum(any(cell.alike for cell in (*result.groups, *result.cells)) for result in results),
    )


def _talked(safety: Sequence[Topic], others: Sequence[Topic], steps: Sequence[Topic], talks: int) -> list[Topic]:
    """Return what is talked about, in its order; the first steps take up to half of it, in the place of the last of the others."""
    first = min(len(safety), max(ceil(talks / 2), talks - len(others)))
    chosen = [*safety[:first], *others[: talks - first]]
    missing = [topic for topic in steps if topic not in chosen]
    room = max(0, talks // 2 - (len(steps) - len(missing)))
    given_up = [topic for topic in reversed(chosen) if topic not in safety and topic not in steps]
    for topic, last in zip(missing[:room], given_up, strict=False):
        chosen[chosen.index(last)] = topic
    return [topic for topic in (*safety, *others) if topic in chosen]


def _parts(order: Sequence[Slot], topics: Sequence[Topic], cards: Sequence[Tension | None]) -> Iterator[AgendaPart]:
    waiting = iter(zip(topics, cards, strict=True))
    for slot, start in zip(order, starts(order), strict=True):
        topic, tension = next(waiting) if slot.kind == "talk" else (None, None)
        yield AgendaPart(kind=slot.kind, start=start, minutes=slot.minutes, topic=topic, tension=tension)


def _rank(topic: Topic) -> tuple[int, Fraction, Fraction]:
    wide = topic.reason in _SEEN_APART or (topic.reason == "differing" and topic.apart >= WIDE_APART)
    slight = topic.reason == "gap" and (topic.result.gap_low or 0) <= SLIGHT
    return 0 if wide else 2 if slight else 1, -topic.apart * topic.result.indicator.weight, -_priority(topic)


def _priority(topic: Topic) -> Fraction:
    return topic.result.priority or Fraction(0)


def _reason(result: Result) -> Reason:
    if result.hidden is not None:
        return "hidden"
    if result.lane == "safety":
        return "safety"
    if result.lane == "find-out":
        return "unknown"
    if result.agreement == "split":
        return "split"
    if between_groups(result.groups) >= WIDE_APART:
        return "apart"
    if result.dissent or result.state == "no-agreement":
        return "differing"
    if result.agreement == "spread":
        return "spread"
    if result.lane == "unclear":
        return "unclear"
    return "gap" if result.gap_low else "strength"


def _apart(result: Result) -> Fraction:
    """Return how far people differ, in levels; of a group how far the farthest view is from the answer, one level where it names none.

    Where a group did not agree it is how far its views are from each other, two levels at least.
    """
    level = result.level
    if result.state == "no-agreement":
        said = [view.answer for view in result.dissent if isinstance(view.answer, int)]
        return max(Fraction(max(said) - min(said) if said else 0), Fraction(WIDE_APART))
    views = [abs(view.answer - level) if isinstance(view.answer, int) else 1 for view in result.dissent] if level is not None else []
    return max(distance(result), Fraction(max(views, default=0)))


NAMED: Final = Fraction(2)
"""How well a card fits a question that it names."""
CLOSE: Final = Fraction(1, 2)
"""A question that is not named has to share more than this part of its themes with one that is."""


def cards_for(topics: Sequence[Topic], tensions: Sequence[Tension], frameworks: Sequence[Framework]) -> tuple[Tension | None, ...]:
    """Return the card for each question, None where none fits; each card goes with one question, the earliest of those it fits best.

    A card fits a question that it names. Where it speaks of the question's framework, it also fits one that shares more than half of
    its themes with a question that the card names; a card that speaks of the framework and of nothing near fits none. All that are
    named come first; of two that fit alike, the card that stands first in the crosswalk.
    """
    by_address = {
        f"{framework.id}/{indicator.id}": frozenset(indicator.themes) for framework in frameworks for _, indicator in framework.indicators()
    }
    pairs = [
        (-found, place, number)
        for place, topic in enumerate(topics)
        for number, tension in enumerate(tensions)
        if (found := fit(topic, tension, by_address)) > CLOSE
    ]
    chosen: dict[int, int] = {}
    for _, place, number in sorted(pairs):
        if place not in chosen and number not in chosen.values():
            chosen[place] = number
    return tuple(tensions[chosen[place]] if place in chosen else None for place in range(len(topics)))


def fit(topic: Topic, tension: Tension, themes: Mapping[str, frozenset[str]]) -> Fraction:
    """Return how well a card fits a question: `NAMED`, or the largest share of themes with one that it names, from 0 to 1.

    `themes` holds those of each question, by address.
    """
    if topic.address in tension.indicators:
        return NAMED
    if topic.result.hidden is not None or topic.result.framework.id not in tension.positions:
        return Fraction(0)
    own = frozenset(topic.result.indicator.themes)
    return max((closeness(own, themes[address]) for address in tension.indicators if address in themes), default=Fraction(0))


TALK: Final = 8
"""Minutes that a question needs; as many questions are talked about as find these."""
LONGEST_TALK: Final = 20
BEFORE_A_PAUSE: Final = 90
"""Minutes that people sit at most before there is a pause."""
PAUSE: Final = 10
LONGEST_OPEN: Final = 60
_FIND_OUT_FROM: Final = 40
"""Minutes from which finding out has a part of its own."""
_SHORTEST_OPEN: Final = 5
_SHARES: Final[dict[PartKind, tuple[int, int, int]]] = {
    "opening": (12, 3, 10),
    "strengths": (12, 2, 10),
    "find-out": (15, 3, 10),
    "vote": (20, 2, 10),
    "actions": (6, 5, 25),
    "close": (20, 1, 5),
}
"""Of each part: what part of the whole it takes, as a divisor, and its fewest and most minutes."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A part's kind and minutes."""

    kind: PartKind
    minutes: int


def slots(minutes: int, topics: int, *, find_out: bool) -> tuple[Slot, ...]:
    """Return the parts of a workshop of so many minutes (20 or more), in order; `topics` is how many questions could be talked about.

    The opening, strengths, vote, actions and close take their share. What is left goes to the questions, at least `TALK` minutes each,
    the first ones a minute more where it does not come out even. Minutes that no question takes are open, or go to the actions where
    they are few.
    """
    finding = find_out and minutes >= _FIND_OUT_FROM
    fixed = {kind: _share(kind, minutes) for kind in _SHARES if kind != "find-out" or finding}
    pauses = (minutes - 1) // BEFORE_A_PAUSE
    left = minutes - sum(fixed.values()) - pauses * PAUSE
    talks = _talks(left, topics)
    rest = left - sum(talks)
    opened = [Slot("open", length) for length in _evenly(rest, ceil(rest / LONGEST_OPEN))] if rest >= _SHORTEST_OPEN else []
    fixed["actions"] += 0 if opened else rest
    middle = [
        Slot("strengths", fixed["strengths"]),
        *(Slot("talk", length) for length in talks),
        *([Slot("find-out", fixed["find-out"])] if finding else []),
        *opened,
    ]
    first, last = Slot("opening", fixed["opening"]), [Slot(kind, fixed[kind]) for kind in ("vote", "actions", "close")]
    return (first, *_with_pauses(middle, fixed["opening"], minutes, pauses), *last)


def starts(parts: Sequence[Slot]) -> tuple[int, ...]:
    """Return how many minutes after the start each part begins."""
    return tuple(accumulate((part.minutes for part in parts[:-1]), initial=0))


def _share(kind: PartKind, minutes: int) -> int:
    divisor, fewest, most = _SHARES[kind]
    return max(fewest, min(most, minutes // divisor))


def _talks(left: int, topics: int) -> list[int]:
    """Return the minutes of each question that is talked about."""
    return [min(LONGEST_TALK, length) for length in _evenly(left, min(topics, max(1, left // TALK)))]


def _evenly(whole: int, number: int) -> list[int]:
    """Return `whole` in so many parts, the first ones a minute longer where it does not come out even."""
    return [whole // number + (place < whole % number) for place in range(number)]


def _with_pauses(middle: Sequence[Slot], before: int, minutes: int, pauses: int) -> list[Slot]:
    """Return the parts with as many pauses among them, each after the part whose end is nearest to an even share of the time."""
    ends = list(accumulate((slot.minutes for slot in middle), initial=before))[1:]
    after: set[int] = set()
    for number in range(1, pauses + 1):
        wanted = minutes * number // (pauses + 1) - (number - 1) * PAUSE
        free = [place for place in range(len(middle)) if place not in after]
        after.add(min(free, key=lambda place: (abs(ends[place] - wanted), place)))
    found: list[Slot] = []
    for place, slot in enumerate(middle):
        found += [slot, Slot("pause", PAUSE)] if place in after else [slot]
    return found
