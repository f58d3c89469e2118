"""One fault for a slip that leaves a whole entry wrong: `- A1: text`, or one key in the place of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from peerkit.errors import near_names
from peerkit.model.finding import Fault, Problem
from peerkit.source import shapes
from peerkit.source.model_types import type_at
from peerkit.source.yaml_words import shortened

_Place = tuple[Any, ...]
Detail = Mapping[str, Any]


class Slips:
    """The slips in one file, by what pydantic says about it; see `faults`."""

    def __init__(self, details: Sequence[Detail]) -> None:
        self._unknown: dict[_Place, list[Detail]] = {}
        self._missing: dict[_Place, list[Detail]] = {}
        for detail in details:
            kinds = {"unexpected_keyword_argument": self._unknown, "missing": self._missing}
            if (kind := kinds.get(detail["type"])) is not None:
                kind.setdefault(tuple(detail["loc"][:-1]), []).append(detail)
        both = [place for place in self._unknown if place in self._missing and not self._is_misspelt(place)]
        self._strange = [place for place in both if self._has_no_key_of_its_own(place)]
        self._swapped = [
            place for place in both if place not in self._strange and len(self._unknown[place]) == 1 == len(self._missing[place])
        ]
        self._told = {*self._strange, *self._swapped}

    def covers(self, detail: Detail) -> bool:
        """Whether a detail is about one of the slips, so that nothing more is to be said of it."""
        return detail["type"] in ("unexpected_keyword_argument", "missing") and tuple(detail["loc"][:-1]) in self._told

    def faults(self, noun: type[Any]) -> Iterator[Fault]:
        """Yield one fault for each slip; entries of one list that are all written in the same wrong way are one."""
        lists: dict[_Place, list[_Place]] = {}
        for place in self._strange:
            lists.setdefault(place[:-1], []).append(place)
        for entries in lists.values():
            yield self._strange_entries(noun, entries)
        for place in self._swapped:
            yield self._swapped_key(place)

    def _is_misspelt(self, place: _Place) -> bool:
        missing = self._names(self._missing, place)
        return any(near_names(key, missing) for key in self._names(self._unknown, place))

    def _has_no_key_of_its_own(self, place: _Place) -> bool:
        mapping = self._missing[place][0]["input"]
        is_entry = bool(place) and isinstance(place[-1], int)
        return is_entry and isinstance(mapping, dict) and len(mapping) == len(self._unknown[place])

    def _strange_entries(self, noun: type[Any], entries: list[_Place]) -> Fault:
        first = entries[0]
        key = self._names(self._unknown, first)[0]
        others = len(entries) - 1
        also = f", nor are those of {others} more {'entry' if others == 1 else 'entries'} of {first[-2]}" if others else ""
        shown = shapes.entry(type_at(noun, first), self._missing[first][0]["input"])
        message = f"the key {shortened(key)} is not known here{also}"
        problem = Problem(message=message, hint=f"Write - {shown}.", path=(*first, key), at_key=True)
        return Fault("unknown-key", problem, meant=tuple(self._names(self._missing, first)))

    def _swapped_key(self, place: _Place) -> Fault:
        [key], [name] = self._names(self._unknown, place), self._names(self._missing, place)
        message = f"the key {shortened(key)} is not known here, and {name} is missing"
        hint = f"Write {name} in the place of {shortened(key)}, or add {name}: with its value."
        return Fault("unknown-key", Problem(message=message, hint=hint, path=(*place, key), at_key=True), meant=(name,))

    @staticmethod
    def _names(details: dict[_Place, list[Detail]], place: _Place) -> list[str]:
        return [str(detail["loc"][-1]) for detail in details[place]]
