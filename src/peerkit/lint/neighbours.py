"""What lies together in a folder, as far as it has been read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Final

from peerkit.lint.contents import ends
from peerkit.lint.rule import SOURCES_FOLDER, Folder, Member
from peerkit.model.crosswalk import Crosswalk, SourceOutline, Themes
from peerkit.model.framework import Framework
from peerkit.source.yaml.yaml_file import Reading

THEMES_FILES: Final = ("themes.yaml", "themes.yml")
BUILT_IN: Final = "built-in"
"""The folder to name for frameworks that come with peerkit; nothing in them is ever reported."""
BuiltinIndicators = Callable[[str], frozenset[str] | None]
"""Gives the ids of the indicators of a framework that comes with peerkit; None where none has that name."""


def comes_first(file: str) -> bool:
    """Whether other files of the folder are held up against this one, so that it has to be read before them."""
    return _is_themes(file) or PurePath(file).parent.name == SOURCES_FOLDER


class Neighbours:
    """The files of a run by their folders. The outlines in `sources` belong to the folder above."""

    def __init__(self, builtin_themes: frozenset[str] | None, builtin_indicators: BuiltinIndicators | None = None) -> None:
        self._builtin_themes = builtin_themes
        self._builtin_indicators = builtin_indicators or (lambda _name: None)
        self._themes: dict[PurePath, frozenset[str] | None] = {}
        self._outlines: dict[PurePath, dict[str, SourceOutline]] = {}
        self._members: dict[PurePath, list[Member]] = {}

    def add(self, reading: Reading) -> None:
        """Keep what other files of its folder have to know of a file."""
        folder, name = _folder_of(reading.file), PurePath(reading.file)
        if _is_themes(reading.file):
            themes = reading.noun
            self._themes[folder] = frozenset(theme.id for theme in themes.themes) if isinstance(themes, Themes) else None
        if isinstance(reading.noun, SourceOutline) and name.parent.name == SOURCES_FOLDER:
            self._outlines.setdefault(folder, {})[name.stem] = reading.noun
        self._members.setdefault(folder, []).append(_member(reading))

    def folder(self, file: str) -> Folder:
        """Return what a file is checked against; the files that come first must have been added."""
        folder = _folder_of(file)
        return Folder(self._themes.get(folder, self._builtin_themes), self._outlines.get(folder, {}))

    def by_folder(self) -> Iterable[Sequence[Member]]:
        """Return what is kept of the files of each folder, by file name; behind them the built-in frameworks that a crosswalk names."""
        return [[*sorted(members, key=lambda member: member.file), *self._built_in(members)] for members in self._members.values()]

    def _built_in(self, members: Sequence[Member]) -> Iterator[Member]:
        """Yield the frameworks that come with peerkit, that links and tensions of a folder point to, and that the folder does not have."""
        here = {member.id for member in members} | {PurePath(member.file).stem for member in members if not member.is_outline}
        named = {name for member in members if member.crosswalk for _, name, _ in ends(member.crosswalk)}
        for name in sorted(named - here):
            indicators = self._builtin_indicators(name)
            if indicators is not None:
                yield Member(file=f"{BUILT_IN}/{name}.yaml", id=name, indicators=indicators)


def _folder_of(file: str) -> PurePath:
    folder = PurePath(file).parent
    return folder.parent if folder.name == SOURCES_FOLDER else folder


def _is_themes(file: str) -> bool:
    return PurePath(file).name in THEMES_FILES


def _member(reading: Reading) -> Member:
    noun = reading.noun or reading.draft
    if PurePath(reading.file).parent.name == SOURCES_FOLDER and not isinstance(noun, Framework):
        return Member(file=reading.file, is_outline=True)
    if isinstance(noun, Crosswalk):
        is_right = not reading.is_doubtful("links") and not reading.is_doubtful("tensions")
        return Member(file=reading.file, crosswalk=noun if is_right else None)
    if not isinstance(noun, Framework) or reading.is_doubtful("id"):
        return Member(file=reading.file)
    safety = frozenset(indicator.id for _, indicator in noun.indicators() if indicator.safety)
    return Member(
        file=reading.file,
        id=noun.id,
        indicators=None if reading.is_doubtful("sections.indicators.id") else frozenset(noun.by_id),
        safety=None if reading.is_doubtful("sections.indicators.safety") else safety,
        facts=() if reading.is_doubtful("facts") else noun.facts,
    )
