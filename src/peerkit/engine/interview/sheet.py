"""Answer sheets: the short codes of a framework's questions, and the blank sheet of an assessment.

A section's code is a letter, A for the first of the file; a question's is the letter of its section and its place in it: B3. Codes
depend on the framework alone, so the same question has the same code on the sheet of every role and of every set.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from peerkit.engine.interview import scope
from peerkit.model.answers import Assessment
from peerkit.model.framework import Framework
from peerkit.model.scale import meanings, stem
from peerkit.model.sheet import BlankSheet, SheetQuestion, SheetSection

_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def section_code(number: int) -> str:
    """Return the code of the section at place `number`, counted from 0: A to Z, then AA, AB and so on."""
    before, letter = divmod(number, len(_LETTERS))
    return (section_code(before - 1) if before else "") + _LETTERS[letter]


def codes_of(frameworks: Iterable[Framework]) -> dict[str, str]:
    """Return the code of every question of some frameworks, by address; the same code can stand in each of them."""
    return {
        f"{framework.id}/{indicator.id}": f"{section_code(place)}{number}"
        for framework in frameworks
        for place, section in enumerate(framework.sections)
        for number, indicator in enumerate(section.indicators, start=1)
    }


def blank_sheet(framework: Framework, assessment: Assessment, command: str, *, large: bool = False) -> BlankSheet:
    """Return the sheet that asks what the assessment asks; a section of which nothing is asked is not on it."""
    known = codes_of([framework])
    places = {section.id: section_code(place) for place, section in enumerate(framework.sections)}
    asked: dict[str, list[SheetQuestion]] = {}
    for section, indicator in scope.questions_in_scope(framework, assessment):
        address = f"{framework.id}/{indicator.id}"
        asked.setdefault(section.id, []).append(SheetQuestion(known[address], address, scope.wording(indicator, assessment)))
    return BlankSheet(
        framework,
        assessment,
        stem(assessment.role_asked),
        meanings(assessment.role_asked, small_team=scope.is_small_team(framework, assessment)),
        tuple(SheetSection(places[section.id], section, tuple(asked[section.id])) for section in framework.sections if section.id in asked),
        command,
        large,
    )
