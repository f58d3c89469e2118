"""Which few actions to take, and where the scores stand once they are done.

An action counts as one level up; which come first is said in `peerkit.engine.first_steps`. What comes of the actions is a report of the
raised answers: no score is computed here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import chain, islice, zip_longest
from typing import Final

from peerkit.engine.first_steps import (
    UNSAID,
    Recorded,
    Situation,
    in_weakest,
    proposed,
    recorded_actions,
    situation_of,
    value,
    with_twins,
    written_down,
)
from peerkit.engine.one_level_up import Answers, raised
from peerkit.errors import UsageError, did_you_mean
from peerkit.model.answers import Assessment
from peerkit.model.plan import Barrier, Choice, Effort, Outlook, Plan, PlannedAction, PlanWishes, Protection, SmallSteps
from peerkit.model.report import Report, TeamReport
from peerkit.model.result import FrameworkResult, Result
from peerkit.model.scale import HIGHEST, VOICES, Voice

MOST_BARRIERS: Final = 3
"""Barriers that an action is shown with."""


def plan_for(answers: Answers, report_of: Callable[[Answers], Report | TeamReport], wishes: PlanWishes) -> Plan:
    """Return the plan for one file of answers, or for a team's view: the group's picks, else what a workshop recorded, else proposals.

    `report_of` makes the report of such answers. The importance that a workshop agreed on goes before the file's.

    Raises:
        UsageError: when a pick or an effort names no question that can be raised, or there are more picks than actions.

    """
    outcome = wishes.outcome
    if outcome is not None and isinstance(answers, Assessment):
        answers = replace(answers, importance={**answers.importance, **outcome.importance})
    now = situation_of(report_of(answers))
    efforts = {find(now, name).address: effort for name, effort in wishes.efforts.items()}
    recorded = recorded_actions(now, outcome)
    choice, chosen = _chosen(now, efforts, recorded, wishes)
    reached = {address for result in chosen for address in with_twins(result, now)}
    then = report_of(raised(answers, reached))
    return Plan(
        program=now.report.source.program,
        date=now.report.date,
        choice=choice,
        actions=tuple(_planned(result, now, efforts, recorded, wishes) for result in chosen),
        outlooks=tuple(
            Outlook(now=before, then=after, small_steps=small_steps(before, now))
            for before, after in zip(now.report.frameworks, then.frameworks, strict=True)
        ),
        left_out=tuple(result for result in now.candidates if result.lane == "safety" and result.address not in reached),
        others=tuple(action for action, about in recorded if about not in chosen),
        outside_our_control=tuple(text for text in outcome.outside_our_control if text.strip()) if outcome else (),
        recheck=outcome.recheck.strip() if outcome else "",
        recorded_on=outcome.date if outcome else None,
        governance=now.report.source.governance,
        protection=_protection(now.report) if isinstance(now.report, TeamReport) else None,
    )


def _protection(report: TeamReport) -> Protection:
    hidden = [result.hidden is not None for result in report.indicators()]
    return Protection(minimum=report.view.minimum, questions=len(hidden), hidden=sum(hidden))


def small_steps(framework: FrameworkResult, now: Situation) -> SmallSteps | None:
    """Return the fewest levels that bring the weakest section to its goal, a score of at least 100 · goal / 4.

    None where no section is the weakest, or where its score is an interval: then nobody knows what is missing.

    Levels that add more go first: no other choice of as many adds as much, since a further level of a question never adds more than the
    one before. Among equals the lowest answer goes first, then file order.
    """
    weakest = framework.section(framework.weakest)
    if weakest is None or weakest.score.value is None:
        return None
    here = [result for result in weakest.indicators if result.is_rated]
    levels = (
        (-points, (result.low or 0) + number, order)
        for order, result in enumerate(here)
        for number, points in enumerate(now.steps[result.address])
    )
    missing = Fraction(100 * weakest.goal, HIGHEST) - weakest.score.value
    taken = [0] * len(here)
    for negative, _, order in sorted(levels):
        if missing <= 0:
            break
        missing += negative
        taken[order] += 1
    return SmallSteps(weakest=weakest, raises=tuple((result, number) for result, number in zip(here, taken, strict=True) if number))


def _chosen(now: Situation, efforts: Mapping[str, Effort], recorded: Recorded, wishes: PlanWishes) -> tuple[Choice, tuple[Result, ...]]:
    if wishes.picks:
        return "picked", picked(now, wishes.picks, wishes.most)
    if taken := written_down(now, recorded, wishes.most):
        return "recorded", taken
    return "proposed", proposed(now, efforts, wishes.most)


def _planned(result: Result, now: Situation, efforts: Mapping[str, Effort], recorded: Recorded, wishes: PlanWishes) -> PlannedAction:
    return PlannedAction(
        result=result,
        effort=efforts.get(result.address, UNSAID),
        gain=now.gain(result),
        value=value(result, now, efforts),
        in_weakest=in_weakest(result, now),
        first_step=result.next_step,
        barriers=_barriers(result.indicator.themes, wishes.barriers),
        twins=now.twins.get(result.address, ()),
        unheard=unheard(result, _heard(result, now)),
        agreed=wishes.outcome.agreed.get(result.address) if wishes.outcome else None,
        recorded=tuple(action for action, about in recorded if about == result),
    )


def _heard(result: Result, now: Situation) -> frozenset[str]:
    """Return the roles that answered the framework of a question."""
    heads = next(part.respondents for part in now.report.frameworks if part.framework.id == result.framework.id) or now.report.respondents
    return frozenset(role for role, people in heads.items() if people)


def unheard(result: Result, heard: Collection[str]) -> tuple[Voice, ...]:
    """Return who could tell more about a question: the roles it is asked of that were not heard, those the section needs first."""
    voices, needed = result.indicator.voices, result.section.needs_voices
    could_tell = [voice for voice in VOICES if (voices is None or voice in voices) and voice not in heard]
    return tuple(sorted(could_tell, key=lambda voice: voice not in needed))


def _barriers(themes: Sequence[str], barriers: Mapping[str, tuple[Barrier, ...]]) -> tuple[Barrier, ...]:
    """Return the first barrier of each theme, then the second ones, up to three in all."""
    in_turn = chain.from_iterable(zip_longest(*(barriers.get(theme, ()) for theme in themes)))
    return tuple(islice((barrier for barrier in in_turn if barrier is not None), MOST_BARRIERS))


_NUMBERS = {1: "one action", 2: "two actions", 3: "three actions"}


def picked(now: Situation, names: Sequence[str], most: int) -> tuple[Result, ...]:
    """Return the questions of these names, in the order they were picked, each once.

    Raises:
        UsageError: when a name is none that can be raised, or there are more than `most`.

    """
    chosen = tuple(dict.fromkeys(find(now, name).address for name in names))
    if len(chosen) > most:
        raise UsageError(
            f"this plan holds {_NUMBERS[most]}, and you picked {len(chosen)}",
            "Pick what matters most now. The rest can wait until you look again.",
        )
    by_address = {result.address: result for result in now.candidates}
    for address in chosen:
        if not now.steps[address]:
            raise UsageError(f"{address} is at Built in, and there is no level above it", "Keep it as a strength, and pick another.")
    return tuple(by_address[address] for address in chosen)


def find(now: Situation, name: str) -> Result:
    """Return the question called `name`, an id with or without the framework.

    Raises:
        UsageError: when there is none, more than one, or nobody rated it.

    """
    found = [result for result in now.candidates if _is_called(result.address, name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            f'there is more than one question called "{name}"', f"Write the framework too: {_either([result.address for result in found])}."
        )
    raise _no_candidate(now, name)


def _no_candidate(now: Situation, name: str) -> UsageError:
    unrated = [result.address for result in now.report.indicators() if not result.is_rated and _is_called(result.address, name)]
    if unrated:
        why = "has no level yet, so it cannot go one up"
        return UsageError(f"{unrated[0]} {why}", "Find out first who could tell; going on with the file asks it again.")
    frameworks = [part.framework for part in now.report.frameworks]
    parts = (f"{framework.id}/{section.id}" for framework in frameworks for section in framework.sections)
    sections = [part for part in parts if _is_called(part, name)]
    if sections:
        able = [result for result in now.candidates if now.steps[result.address]]
        inside = [result.address for result in able if f"{result.framework.id}/{result.section.id}" == sections[0]]
        hint = f"Pick a question in it: {_either(inside)}." if inside else "No question in it can go one level up."
        return UsageError(f'"{name}" is a section, and an action is about one question', hint)
    if any(_is_called(f"{framework.id}/{indicator}", name) for framework in frameworks for indicator in framework.by_id):
        return UsageError(f'"{name}" was not asked here', "A plan is made from what was answered; the report says what was asked.")
    before, _, short = name.rpartition("/")
    known = [result.indicator.id for result in now.candidates if before in ("", result.framework.id)]
    otherwise = "The ids stand in the report as CSV."
    return UsageError(f'there is no question called "{name}" in these answers', did_you_mean(short, known, otherwise))


def _is_called(address: str, name: str) -> bool:
    return name in (address, address.partition("/")[2])


def _either(names: Sequence[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
