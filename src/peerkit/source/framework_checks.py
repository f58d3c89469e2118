"""What the types of the model cannot say about a framework: ids are used once, and facts have a value to fall back on.

The checks run on raw data, so that a file with other mistakes is checked all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peerkit.model.finding import Fault, Path, Problem
from peerkit.source.yaml_words import shortened


def check_framework(data: dict[str, Any]) -> Iterator[Fault]:
    """Yield the faults of a framework's raw data that no single value shows."""
    yield from _duplicate_ids(data)
    for position, fact in enumerate(_mappings(data.get("facts"))):
        yield from _fact(fact, ("facts", position))


def _duplicate_ids(data: dict[str, Any]) -> Iterator[Fault]:
    """Sections and indicators share one namespace; facts have their own."""
    for name_space in (_section_ids(data), _fact_ids(data)):
        first: dict[str, Path] = {}
        for identifier, path in name_space:
            if identifier in first:
                message = f"the id {shortened(identifier)} is used twice"
                hint = f"Give this one another id; the first is the {_described(first[identifier])}."
                yield Fault("duplicate-id", Problem(message=message, hint=hint, path=(*path, "id")))
            first.setdefault(identifier, path)


def _described(path: Path) -> str:
    positions = [part + 1 for part in path if isinstance(part, int)]
    if path[0] == "facts":
        return f"fact number {positions[0]}"
    return f"section number {positions[0]}" if len(positions) == 1 else f"indicator number {positions[1]} of section number {positions[0]}"


def _section_ids(data: dict[str, Any]) -> Iterator[tuple[str, Path]]:
    for position, section in enumerate(_mappings(data.get("sections"))):
        if isinstance(section.get("id"), str):
            yield section["id"], ("sections", position)
        for inner, indicator in enumerate(_mappings(section.get("indicators"))):
            if isinstance(indicator.get("id"), str):
                yield indicator["id"], ("sections", position, "indicators", inner)


def _fact_ids(data: dict[str, Any]) -> Iterator[tuple[str, Path]]:
    for position, fact in enumerate(_mappings(data.get("facts"))):
        if isinstance(fact.get("id"), str):
            yield fact["id"], ("facts", position)


def _fact(fact: dict[str, Any], path: Path) -> Iterator[Fault]:
    kind, options, default = fact.get("kind"), fact.get("options", []), fact.get("default")
    if kind == "yes-no" and isinstance(default, str):
        message, hint = "the default of a yes-no fact should be true or false", "Write true or false, without quotes."
        yield Fault("wrong-value", Problem(message=message, hint=hint, path=(*path, "default")))
    if kind == "choice" and isinstance(options, list):
        if len(options) < 2:
            message, hint = "a fact of kind choice needs at least two options", "Add options: with the answers to choose from."
            yield Fault("wrong-value", Problem(message=message, hint=hint, path=(*path, "options") if options else path))
        elif isinstance(default, bool | str) and default not in options and all(isinstance(option, str) for option in options):
            shown = shortened(str(default).lower() if isinstance(default, bool) else default)
            message, hint = f"the default {shown} is none of the options", f"Write one of {shortened(', '.join(options))}."
            yield Fault("wrong-value", Problem(message=message, hint=hint, path=(*path, "default")))


def _mappings(value: Any) -> list[dict[str, Any]]:
    """Return the entries of a list, with an empty mapping in the place of whatever is none, so that positions stay right."""
    entries = value if isinstance(value, list) else []
    return [entry if isinstance(entry, dict) else {} for entry in entries]
