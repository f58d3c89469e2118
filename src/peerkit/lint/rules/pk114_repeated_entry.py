"""A list says the same twice.

Why:
    The second entry adds nothing, and one of the two was most likely meant to be something else. Of two steps from the same level
    only the last is ever shown.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            next_steps:
              - {from: 0, do: Ask who would like to greet people.}
              - {from: 0, do: Make a rota.}

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            next_steps:
              - {from: 0, do: Ask who would like to greet people.}
              - {from: 2, do: Make a rota.}
"""

from typing import Any

from peerkit.lint.framework_texts import essence
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Path, Problem
from peerkit.source.yaml.document_words import shortened

RULE = Rule(__name__, __doc__, "warning")
_TOLD_BY: dict[object, str] = {"next_steps": "from", "glossary": "word"}
"""By the key of a list of mappings, which key of its entries may not be the same twice; ids have a rule of their own."""


def check(subject: Subject) -> Problems:
    """Yield the entries of lists that are there before, in small or capital letters."""
    yield from _inside(subject.reading.data, ())


def _inside(value: Any, path: Path) -> Problems:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _inside(inner, (*path, key))
    if not isinstance(value, list):
        return
    first: dict[str, int] = {}
    own = _TOLD_BY.get(path[-1])
    for position, entry in enumerate(value):
        told = entry.get(own) if isinstance(entry, dict) else entry
        if isinstance(told, str | int) and first.setdefault(essence(str(told)), position) != position:
            yield _problem(shortened(told), first[essence(str(told))], (*path, position, own) if own else (*path, position), own)
        yield from _inside(entry, (*path, position))


def _problem(told: str, earlier: int, path: Path, own: str | None) -> Problem:
    if own == "from":
        message = f"there is a step from level {told} before this one, and only the last of them is shown"
        return Problem(message=message, hint="Give one of them another level, or make one step of both.", path=path)
    return Problem(
        message=f'"{told}" stands in this list already, as entry {earlier + 1}', hint="Delete it, or write what was meant.", path=path
    )
