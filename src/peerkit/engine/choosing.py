"""The questions that a group names for its plan: ids, with or without the framework, to what can be raised."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from peerkit.errors import UsageError, did_you_mean
from peerkit.model.outcome import Action, Outcome
from peerkit.model.planning import Candidate, Effort, Situation

_NUMBERS = {1: "one action", 2: "two actions", 3: "three actions"}


def efforts_of(now: Situation, wanted: Mapping[str, Effort]) -> dict[str, Effort]:
    """Return how much work each action takes, by address.

    Raises:
        UsageError: when an id names no question, more than one, or one that nobody rated.

    """
    return {find(now, name).address: effort for name, effort in wanted.items()}


def picked(now: Situation, names: Sequence[str], most: int) -> tuple[Candidate, ...]:
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
    by_address = {one.address: one for one in now.candidates}
    for address in chosen:
        if not by_address[address].steps:
            raise UsageError(f"{address} is at Built in, and there is no level above it", "Keep it as a strength, and pick another.")
    return tuple(by_address[address] for address in chosen)


def find(now: Situation, name: str) -> Candidate:
    """Return the question called `name`, an id with or without the framework.

    Raises:
        UsageError: when there is none, more than one, or nobody rated it.

    """
    found = _matching(now, name)
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            f'there is more than one question called "{name}"', f"Write the framework too: {_either([one.address for one in found])}."
        )
    raise _not_there(now, name)


def _matching(now: Situation, name: str) -> list[Candidate]:
    """Return the rated questions that `name` may mean."""
    return [one for one in now.candidates if _is_called(one.address, name)]


def recorded(now: Situation, outcome: Outcome | None) -> list[tuple[Action, Candidate | None]]:
    """Return the actions of a workshop, each with the rated question it is about; None where there is none or it may be several."""
    by_name: defaultdict[str, list[Candidate]] = defaultdict(list)
    for one in now.candidates:
        by_name[one.address].append(one)
        by_name[one.indicator.id].append(one)
    found = ((action, by_name.get(action.id, [])) for action in (outcome.actions if outcome else ()))
    return [(action, about[0] if len(about) == 1 else None) for action, about in found]


def _not_there(now: Situation, name: str) -> UsageError:
    unrated = [address for address in now.unrated if _is_called(address, name)]
    if unrated:
        why = "has no level yet, so it cannot go one up"
        return UsageError(f"{unrated[0]} {why}", "Find out first who could tell; `peerkit assess --resume FILE` asks it again.")
    sections = [section for section in _sections(now) if _is_called(section, name)]
    if sections:
        inside = [one.address for one in now.candidates if one.steps and f"{one.framework.id}/{one.section.id}" == sections[0]]
        hint = f"Pick a question in it: {_either(inside)}." if inside else "No question in it can go one level up."
        return UsageError(f'"{name}" is a section, and an action is about one question', hint)
    if any(_is_called(address, name) for address in _everything(now)):
        return UsageError(f'"{name}" was not asked here', "A plan is made from what was answered; the report says what was asked.")
    framework, _, short = name.rpartition("/")
    known = [one.indicator.id for one in now.candidates if framework in ("", one.framework.id)]
    otherwise = "The ids stand in `peerkit report FILE --format csv`."
    return UsageError(f'there is no question called "{name}" in these answers', did_you_mean(short, known, otherwise))


def _is_called(address: str, name: str) -> bool:
    return name in (address, address.partition("/")[2])


def _sections(now: Situation) -> Iterator[str]:
    yield from (f"{one.framework.id}/{section.id}" for one in now.frameworks for section in one.framework.sections)


def _everything(now: Situation) -> Iterator[str]:
    yield from (f"{one.framework.id}/{name}" for one in now.frameworks for name in one.framework.by_id)


def _either(names: Sequence[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
