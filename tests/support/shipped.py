"""The frameworks of this repository, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from peerkit.model.crosswalk import SourceOutline, Themes
from peerkit.model.framework import Framework
from peerkit.source.yaml.yaml_file import claims_a_format, read_file

FOLDER: Final = Path(__file__).parents[2] / "frameworks"


def framework_ids() -> list[str]:
    """Return the ids of the frameworks that are there, by file name."""
    return [file.stem for file in sorted(FOLDER.glob("*.yaml")) if is_framework(file)]


def is_framework(file: Path) -> bool:
    """Whether a file says that it is a framework; broken ones do so too."""
    raw = file.read_bytes()
    return claims_a_format(raw) and b"format: peerkit/framework/1" in raw


@cache
def shipped(name: str) -> Framework:
    """Return the framework `name`."""
    return read_file(FOLDER / f"{name}.yaml", Framework)[0]


@cache
def outline(name: str) -> SourceOutline:
    """Return the outline of the source document of the framework `name`."""
    return read_file(FOLDER / "sources" / f"{name}.yaml", SourceOutline)[0]


@cache
def theme_ids() -> frozenset[str]:
    """Return the ids of all themes."""
    return frozenset(theme.id for theme in read_file(FOLDER / "themes.yaml", Themes)[0].themes)
