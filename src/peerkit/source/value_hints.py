"""What a hint shows: how to write what should stand at a place, with the value that stands there written out in it."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any, Final, Literal, get_args, get_origin
from unicodedata import normalize

from peerkit.model.constraints import LONGEST_ID, SEEN_PATTERN, Address, Id, Matches, Scope, StatementId, file_key
from peerkit.model.finding import Fault, Path
from peerkit.source.structure import bare, limited_type_at, mappings, needed, type_at
from peerkit.source.yaml.document_words import FALSE_WORDS, NO_WORDS, TRUE_WORDS, shortened

_WORD: Final = re.compile(r"[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$")
_MOST_KEYS: Final = 4
"""Entries with more keys than this are too long to be written on one line."""
_EXAMPLES: Final[dict[str, str]] = {
    "id": "an-id",
    "kind": "yes-no",
    "default": "true",
    "from": "0",
    "relation": "subset",
    "positions": '{a-framework: "…"}',
    "questions": '["…"]',
    "covers": "[A1]",
    "version": "1.0.0",
}
_MAPPINGS: Final[dict[str, str]] = {
    "signposts": '{0: "…", 2: "…", 4: "…"}',
    "only_if": "{a-fact: true}",
    "small_team": "{a-fact: true}",
    "ask_as": '{participant: "…"}',
    "positions": '{a-framework: "…"}',
}
"""By key, the mappings whose keys are not those of the model."""
_CONDITIONS: Final = ("only_if", "small_team")


def _pattern_of(kind: Any) -> str:
    pattern: str = get_args(kind)[1].pattern
    return pattern


ID_PATTERNS = {_pattern_of(kind) for kind in (Id, Address, Scope, StatementId)}
_PATTERN_HINTS = {
    r"^[0-9]+\.[0-9]+\.[0-9]+$": "Write three whole numbers, like 1.0.0.",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "Write a day like 2026-11-21.",
    SEEN_PATTERN: "Write something, or leave the key out if it may be absent.",
}


def hint(noun: type[Any], path: Path, value: Any) -> str | None:
    """Return how to write what should stand at `path` of a `noun`, in the place of `value`; None where that takes no showing."""
    kind = type_at(noun, path)
    if get_origin(kind) is tuple:
        return _list_hint(bare(get_args(kind)[0]), str(path[-1]), value)
    if get_origin(kind) is dict or is_dataclass(kind):
        if isinstance(value, list) and value and all(isinstance(entry, dict) for entry in value):
            return "Write its keys without '- ' before them."
        before = f"{path[-1]}: " if path and isinstance(path[-1], str) else ""
        return f"Write {before}{_mapping(kind, path, value)}." if path else None
    return None


def entry(noun: type[Any], value: Any) -> str:
    """Return an entry of a list of `noun`s with all it needs, made of a text or of the first key and value of a mapping."""
    names = _shown(noun)
    if len(names) > _MOST_KEYS:
        return f"{{{', '.join(f'{name}: …' for name in names)}}}"
    given = _given(noun, names, value)
    return f"{{{', '.join(f'{name}: {given.get(name, _example(name))}' for name in names)}}}"


def pattern_hint(pattern: str, value: str, *, in_list: bool = False) -> str:
    """Return how to write a text that does not match `pattern`, one of the model's; `in_list` where it is an entry of a list."""
    if pattern not in ID_PATTERNS:
        return _PATTERN_HINTS.get(pattern, "Look at the documentation of the format.")
    if pattern == _pattern_of(Address):
        return "Write the id of a framework, a slash and the id of an indicator: like mind/paid-roles."
    if pattern == _pattern_of(StatementId):
        return "Use letters and digits, with single points or hyphens between them: like A1 or p2.3."
    parts = value.split()
    if in_list and len(parts) > 1 and all(Matches(pattern).admits(part) for part in parts):
        return f"Put a comma between the ids: {shortened(', '.join(parts))}."
    ascii_only = normalize("NFKD", value).encode("ascii", "ignore").decode().casefold()
    near = "-".join(re.findall(r"[a-z0-9]+", ascii_only))
    such = near if near and Matches(pattern, LONGEST_ID).admits(near) else "planned-co-design"
    return f"Use small letters, digits and single hyphens, at most {LONGEST_ID} characters: like {such}."


def fitted(fault: Fault, word: str, noun: type[Any], data: Any) -> Fault:
    """Return a fault about an ambiguous `word` with a hint that offers only what can stand at its place in a `noun`."""
    hint = _word_hint(fault.problem.path, word, noun, data)
    return replace(fault, problem=replace(fault.problem, hint=hint)) if hint else fault


def _list_hint(inner: Any, key: str, value: Any) -> str:
    if not is_dataclass(inner):
        return f"Write {key}: [{_scalars(inner, value)}]."
    assert isinstance(inner, type)
    if isinstance(value, dict) and value.keys() & {file_key(attribute.name) for attribute in fields(inner)}:
        return "It is a list: put '- ' before the first key of each entry."
    return f"Write a list with an entry such as - {entry(inner, value)}."


def _scalars(inner: Any, value: Any) -> str:
    """Return the entries of a list of texts, of what stands in its place."""
    parts = value.split(", ") if isinstance(value, str) else []
    if get_origin(inner) is Literal:
        known = get_args(inner)
        return ", ".join(parts if parts and set(parts) <= set(known) else known[:2])
    if parts and all(_WORD.match(part) for part in parts):
        return shortened(", ".join(parts))
    return _text(value) if isinstance(value, str | int) else '"…"'


def _mapping(kind: Any, path: Path, value: Any) -> str:
    if is_dataclass(kind) and isinstance(kind, type):
        return entry(kind, value)
    key = str(path[-1])
    shape = _MAPPINGS.get(key, "{…}")
    if not isinstance(value, str):
        return shape
    if "a-fact" in shape:
        return shape.replace("a-fact", value) if _WORD.match(value) else shape
    return shape.replace('"…"', _text(value)) if shape.count("…") == 1 else shape


def _shown(noun: type[Any]) -> list[str]:
    """Return the keys that an entry is shown with: those it needs; all of them where it needs one at most."""
    required = needed(noun)
    return [file_key(attribute.name) for attribute in (required if len(required) > 1 else fields(noun))]


def _given(noun: type[Any], names: list[str], value: Any) -> dict[str, str]:
    """Return what is known of an entry's keys."""
    if isinstance(value, dict):
        first, text = next(iter(value.items()), ("", None))
        texts = [name for name in names[1:] if name not in _EXAMPLES]
        return {names[0]: _value(names[0], first), **({texts[0]: _text(text)} if isinstance(text, str) and texts else {})}
    if not isinstance(value, str):
        return {}
    if _WORD.match(value) and names[0] in ("id", "covers"):
        return {names[0]: _value(names[0], value)}
    texts = [name for name in names if type_at(noun, (name,)) is str and name != "id"]
    return {texts[0]: _text(value)} if texts else {}


def _value(name: str, value: str) -> str:
    return f"[{value}]" if name == "covers" else _text(value)


def _example(name: str) -> str:
    return _EXAMPLES.get(name, '"…"')


def _text(value: object) -> str:
    """Return a text as it can be written anywhere in YAML."""
    text = shortened(str(value).strip()).replace("\n", " ")
    return text if _WORD.match(text) and not text.isdigit() else f"'{text}'" if '"' in text and "'" not in text else f'"{text}"'


def _word_hint(path: Path, word: str, noun: type[Any], data: Any) -> str | None:
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
    limits = [limit for limit in get_args(kind)[1:] if isinstance(limit, Matches)]
    return next((pattern_hint(limit.pattern, word) for limit in limits if not limit.admits(word)), f'Put it in quotes: "{word}".')


def _kind_of_fact(path: Path, data: Any) -> str | None:
    """Return the kind of the fact whose value stands at `path`; None where nobody knows it."""
    entries = mappings(data.get("facts")) if isinstance(data, dict) else []
    if path[:1] == ("facts",) and path[-1] == "default":
        found = next((fact for place, fact in enumerate(entries) if place == path[1]), {})
    else:
        name = next((after for key, after in pairwise(path) if key in _CONDITIONS), None)
        found = next((fact for fact in entries if name is not None and fact.get("id") == name), {})
    kind = found.get("kind")
    return kind if isinstance(kind, str) else None
