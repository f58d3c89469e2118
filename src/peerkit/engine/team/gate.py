"""The gate between people's answers and everything that is shown of a team."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from peerkit.engine.interview.scope import indicators_in_scope, sections_in_scope
from peerkit.engine.team.cells import AskedRow, Gate, show_section, split
from peerkit.engine.team.membership import Team
from peerkit.errors import UsageError
from peerkit.model.answers import Answer, Assessment, Given, Written
from peerkit.model.framework import Framework, Section
from peerkit.model.scale import LEAST_GROUP, ROLES, SMALLEST_GROUP, Role
from peerkit.model.team import Memory, Shown, TeamFrameworkView, TeamView

NOTHING = Memory()
_KEY_BYTES = 16


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody who answered a framework: two keys that change when the levels do and when the comments do, and what they said."""

    key: str
    comments_key: str
    role: Role
    assessment: Assessment


def protect(
    team: Team,
    before: Memory = NOTHING,
    *,
    minimum: int = SMALLEST_GROUP,
    tied: AbstractSet[str] = frozenset(),
    comments: bool = False,
    replaces_earlier: bool = False,
) -> tuple[TeamView, Memory]:
    """Return all that may be shown of a team, and whose answers that counts together.

    `before` is what earlier reports of the round counted together, all in one. The second value is what this report adds; it must be
    kept before the view is shown to anybody. `tied` holds the addresses of questions that ask the same as one about safety, of whichever
    framework. `comments` asks for what people wrote.

    Raises:
        UsageError: when `minimum` is under 3.

    """
    if minimum < LEAST_GROUP:
        raise UsageError(
            f"a group of {minimum} cannot be protected", f"The minimum group is {SMALLEST_GROUP}, and may be lowered to {LEAST_GROUP}."
        )
    people = [_person(assessment) for assessment in team.assessments]
    gate = Gate(before, minimum, _same_answers(team.assessments), tied)
    frameworks = tuple(_framework_view(framework, people, gate, comments=comments) for framework in team.frameworks)
    first = team.assessments[0]
    view = TeamView(
        program=min(assessment.program for assessment in team.assessments),
        set=first.set,
        facts=dict(team.facts),
        minimum=minimum,
        respondents=_heads(person for person in people if person.assessment.answers or person.assessment.written),
        frameworks=frameworks,
        comments_wanted=comments,
        replaces_earlier=replaces_earlier,
        goals={
            scope: goal
            for scope, goal in first.goals.items()
            if all(assessment.goals.get(scope) == goal for assessment in team.assessments)
        },
        governance=first.governance if all(assessment.governance == first.governance for assessment in team.assessments) else None,
        support=first.support if all(assessment.support == first.support for assessment in team.assessments) else "",
    )
    return view, Memory(rows=gate.now)


def protect_sides(
    teams: Sequence[Team], before: Sequence[Memory], *, minimum: int = SMALLEST_GROUP, tied: AbstractSet[str] = frozenset()
) -> tuple[tuple[TeamView, Memory], ...]:
    """Return for each of several teams all that may be shown of it beside the others, and what must be remembered of it from now on.

    `before` holds for each what its earlier reports counted together. Somebody may be in several teams, so each is protected as if
    those before it had been reported already. Which come before hangs on the teams, the older first, not on the order they are given in.
    `tied` is as for `protect`.

    Raises:
        UsageError: when `minimum` is under 3.

    """
    people = [frozenset(_person(assessment).key for assessment in team.assessments) for team in teams]
    shown = sum(before, NOTHING)
    views: dict[int, TeamView] = {}
    for number in sorted(range(len(teams)), key=lambda index: _age(teams[index])):
        views[number], now = protect(teams[number], before[number] + _about(shown, people[number]), minimum=minimum, tied=tied)
        shown += now
    return tuple((views[number], before[number] + _about(shown, people[number])) for number in range(len(teams)))


def _age(team: Team) -> tuple[str, list[str], list[str]]:
    """Return what puts teams in an order: the day of the last answers, then who they are and what they answered."""
    return (
        max(assessment.updated for assessment in team.assessments),
        sorted(assessment.id for assessment in team.assessments),
        sorted(_person(assessment).key for assessment in team.assessments),
    )


def _about(memory: Memory, people: frozenset[str]) -> Memory:
    """Return what a memory holds about some people, about those who were counted together with them, and so on.

    NOTE: what it holds about others can be held against nothing here; in another team's memory it would only hide more.
    """
    near = _counted_with(memory, people)
    return _kept(memory, lambda part: not near.isdisjoint(part.people))


def about_others(memory: Memory, team: Team) -> Memory:
    """Return what a memory holds about people who were never counted together with somebody of a team, such as those of another round."""
    people = map(_person, team.assessments)
    near = _counted_with(memory, frozenset(key for person in people for key in (person.key, person.comments_key)))
    return _kept(memory, lambda part: near.isdisjoint(part.people))


def _counted_with(memory: Memory, people: frozenset[str]) -> set[str]:
    near = set(people)
    sets = {part.people for shown in memory.rows.values() for part in shown}
    while found := {together for together in sets if not near.isdisjoint(together)}:
        near.update(*found)
        sets -= found
    return near


def _kept(memory: Memory, is_kept: Callable[[Shown], bool]) -> Memory:
    kept = {row: tuple(part for part in shown if is_kept(part)) for row, shown in memory.rows.items()}
    return Memory(rows={row: shown for row, shown in kept.items() if shown})


def _person(assessment: Assessment) -> _Person:
    levels = sorted((address, answer.answer) for address, answer in assessment.answers.items())
    beside: dict[str, Answer | Written] = {**assessment.answers, **assessment.written}
    notes = sorted((address, words.note) for address, words in beside.items() if words.note)
    return _Person(_digest(assessment.id, levels), _digest(assessment.id, notes), assessment.role or "not-said", assessment)


def _digest(*data: object) -> str:
    return hashlib.sha256(json.dumps(data).encode()).hexdigest()[: 2 * _KEY_BYTES]


def _same_answers(assessments: Iterable[Assessment]) -> dict[str, frozenset[str]]:
    """Return for each row whose answer somebody gave by answering another all rows that are so tied together."""
    tied: dict[str, frozenset[str]] = {}
    pairs = {(address, answer.via) for assessment in assessments for address, answer in assessment.answers.items() if answer.via}
    for address, source in pairs:
        together = tied.get(address, frozenset([address])) | tied.get(source, frozenset([source]))
        tied |= dict.fromkeys(together, together)
    return tied


def _heads(people: Iterable[_Person]) -> dict[Role, int]:
    heads = Counter(person.role for person in people)
    return {role: heads[role] for role in ROLES if role in heads}


def _framework_view(framework: Framework, everybody: Sequence[_Person], gate: Gate, *, comments: bool) -> TeamFrameworkView:
    asked = {role: _asked(framework, person) for role, person in {person.role: person.assessment for person in everybody}.items()}
    people = [person for person in everybody if any(_said(person, framework, name) for name in asked[person.role])]
    heads = _heads(people)
    sections = [
        show_section(section, rows, heads, gate) for section in framework.sections if (rows := _rows(framework, section, people, asked))
    ]
    written, writers = _comments(framework, people, asked, gate) if comments else ((), 0)
    return TeamFrameworkView(framework=framework, respondents=heads, sections=tuple(sections), comments=written, writers=writers)


def _asked(framework: Framework, assessment: Assessment) -> frozenset[str]:
    """Return the ids of what is asked of somebody; it is the same for everyone of a role."""
    return frozenset(
        indicator.id
        for section in sections_in_scope(framework, assessment)
        for indicator in indicators_in_scope(framework, section, assessment)
    )


def _rows(framework: Framework, section: Section, people: Sequence[_Person], asked: Mapping[Role, frozenset[str]]) -> list[AskedRow]:
    rows: list[AskedRow] = []
    for indicator in section.indicators:
        address = f"{framework.id}/{indicator.id}"
        given: dict[Role, dict[str, Given | None]] = {}
        for person in people:
            if indicator.id in asked[person.role]:
                given.setdefault(person.role, {})[person.key] = (
                    answer.answer if (answer := person.assessment.answers.get(address)) else None
                )
        if given:
            rows.append(AskedRow(address, indicator, given))
    return rows


def _comments(
    framework: Framework, people: Sequence[_Person], asked: Mapping[Role, frozenset[str]], gate: Gate
) -> tuple[tuple[str, ...], int]:
    """Return what people wrote, without who and where, in an order that hangs on the words alone; and how many wrote.

    There must be enough people who wrote, also among those by whom this report differs from an earlier one.
    """
    written = {
        person.comments_key: [said.note for name in asked[person.role] if (said := _said(person, framework, name)) and said.note.strip()]
        for person in people
    }
    writers = frozenset(key for key, notes in written.items() if notes)
    pieces = split([*(part.people for part in gate.shown_for(framework.id)), writers])
    if not writers or any(len(piece) < gate.minimum for piece in pieces.values()):
        return (), len(writers)
    gate.remember(framework.id, Shown(people=writers, ratings=len(writers)))
    return tuple(sorted((note for key in writers for note in written[key]), key=_digest)), len(writers)


def _said(person: _Person, framework: Framework, name: str) -> Answer | Written | None:
    """Return what somebody answered to a question, or wrote to it without an answer."""
    address = f"{framework.id}/{name}"
    return person.assessment.answers.get(address) or person.assessment.written.get(address)
