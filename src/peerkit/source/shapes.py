"""What a list or a mapping looks like, written out with the value that stands in its place: what a hint shows."""

from __future__ import annotations

import re
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, Final, Literal, get_args, get_origin

from peerkit.model.constraints import file_key
from peerkit.model.finding import Path
from peerkit.source.model_types import bare, type_at
from peerkit.source.yaml_words import shortened

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


def hint(noun: type[Any], path: Path, value: Any) -> str | None:
    """Return how to write what should stand at `path` of a `noun`, in the place of `value`; None where that takes no showing."""
    kind = type_at(noun, path)
    if get_origin(kind) is tuple:
        return _list_hint(bare(get_args(kind)[0]), str(path[-1]), value)
    if get_origin(kind) is dict or is_dataclass(kind):
        if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            return "Write its keys without '- ' before them."
        before = f"{path[-1]}: " if path and isinstance(path[-1], str) else ""
        return f"Write {before}{_mapping(kind, path, value)}." if path else None
    return None


def entry(noun: type[Any], value: Any) -> str:
    """Return an entry of a list of `noun`s with all it needs, made of a text or of the first key and value of a mapping."""
    needed = _needed(noun)
    if len(needed) > _MOST_KEYS:
        return f"{{{', '.join(f'{file_key(one.name)}: …' for one in needed)}}}"
    given = _given(noun, needed, value)
    return f"{{{', '.join(f'{name}: {given.get(name, _example(name))}' for name in (file_key(one.name) for one in needed))}}}"


def _list_hint(inner: Any, key: str, value: Any) -> str:
    if not is_dataclass(inner):
        return f"Write {key}: [{_scalars(inner, value)}]."
    assert isinstance(inner, type)
    if isinstance(value, dict) and value.keys() & {file_key(one.name) for one in fields(inner)}:
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


def _needed(noun: type[Any]) -> list[Field[Any]]:
    """Return the attributes that have no default; all of them where there are few, and most have one."""
    own = list(fields(noun))
    needed = [one for one in own if one.default is MISSING and one.default_factory is MISSING]
    return needed if len(needed) > 1 else own


def _given(noun: type[Any], needed: list[Field[Any]], value: Any) -> dict[str, str]:
    """Return what is known of an entry's keys."""
    names = [file_key(one.name) for one in needed]
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
