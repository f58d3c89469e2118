"""What to write for a word that YAML readers do not agree on, at a key of which we know what it takes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any, Final, Literal, get_args, get_origin

from peerkit.model.constraints import Matches
from peerkit.model.finding import Fault, Path
from peerkit.source.model_types import bare, limited_type_at
from peerkit.source.structure_words import pattern_hint
from peerkit.source.yaml_words import FALSE_WORDS, NO_WORDS, TRUE_WORDS

_CONDITIONS: Final = ("only_if", "small_team")


def fitted(fault: Fault, word: str, noun: type[Any], data: Any) -> Fault:
    """Return a fault about an ambiguous `word` with a hint that offers only what can stand at its place in a `noun`."""
    hint = _hint(fault.problem.path, word, noun, data)
    return replace(fault, problem=replace(fault.problem, hint=hint)) if hint else fault


def _hint(path: Path, word: str, noun: type[Any], data: Any) -> str | None:
    kind = limited_type_at(noun, path)
    plain = bare(kind)
    if plain is int:
        return "Write a whole number, in plain digits."
    if get_origin(plain) is Literal:
        return f"Write one of {', '.join(get_args(plain))}."
    takes = {bool: "yes-no", str: "choice"}.get(plain) or _kind_of_fact(path, data)
    if takes == "yes-no":
        folded = word.casefold()
        return f"Write {'true' if folded in TRUE_WORDS else 'false' if folded in FALSE_WORDS else 'true or false'}."
    if takes != "choice" or word.casefold() in NO_WORDS:
        return None
    limits = [one for one in get_args(kind)[1:] if isinstance(one, Matches)]
    return next((pattern_hint(one.pattern, word) for one in limits if not one.admits(word)), f'Put it in quotes: "{word}".')


def _kind_of_fact(path: Path, data: Any) -> str | None:
    """Return the kind of the fact whose value stands at `path`; None where nobody knows it."""
    facts = data.get("facts") if isinstance(data, dict) else None
    entries = [one if isinstance(one, dict) else {} for one in facts] if isinstance(facts, list) else []
    if path[:1] == ("facts",) and path[-1] == "default":
        found = next((one for place, one in enumerate(entries) if place == path[1]), {})
    else:
        name = next((after for key, after in pairwise(path) if key in _CONDITIONS), None)
        found = next((one for one in entries if name is not None and one.get("id") == name), {})
    kind = found.get("kind")
    return kind if isinstance(kind, str) else None
