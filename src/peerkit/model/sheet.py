"""The sheet to print: its questions in the words of whoever fills it, and no answers."""

from __future__ import annotations

from dataclasses import dataclass

from peerkit.model.answers import Assessment
from peerkit.model.framework import Framework, Section


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """One question in the words of whoever fills the sheet; `code` is what people type for it, `address` its place in a file."""

    code: str
    address: str
    ask: str


@dataclass(frozen=True, slots=True)
class SheetSection:
    """A section with its code and those of its questions that are asked."""

    code: str
    section: Section
    questions: tuple[SheetQuestion, ...]


@dataclass(frozen=True, slots=True)
class BlankSheet:
    """A sheet without answers. `assessment` says whom it is for and who will see it; `command` reads a filled one back.

    `large` asks for big letters and room to write, where a format can have them.
    """

    framework: Framework
    assessment: Assessment
    stem: str
    meanings: tuple[str, ...]
    sections: tuple[SheetSection, ...]
    command: str
    large: bool = False

    @property
    def edition(self) -> str:
        """The framework's id and version, which a filled sheet is checked by."""
        return f"{self.framework.id} {self.framework.version}"
