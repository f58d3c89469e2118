"""Fill an assessment from an answer sheet: all of it, or, where that is asked for, the rows that are understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from peerkit.cli import console
from peerkit.engine.interview import scope
from peerkit.engine.interview.sheet import codes_of
from peerkit.errors import InputError
from peerkit.model.answers import Answer, Assessment
from peerkit.model.framework import Framework
from peerkit.source.sheets import filled_sheet


def filled(assessment: Assessment, frameworks: Sequence[Framework], sheet: Path, *, partial: bool) -> Assessment:
    """Return an assessment with the answers of a sheet, in the order of the questions; every problem of the sheet is shown.

    Raises:
        InputError: when the sheet is of another version of a framework, or a row is not understood and not `partial`.

    """
    known = filled_sheet.Known(
        asked=tuple(address for framework in frameworks for address in scope.answerable(framework, assessment)),
        codes=codes_of(frameworks),
        versions={framework.id: framework.version for framework in frameworks},
    )
    understood = filled_sheet.read(sheet, known)
    for problem in understood.problems:
        console.note(f"{sheet}, {problem.where}: {problem.message}. {problem.hint}")
    if understood.problems and not partial:
        count = len(understood.problems)
        rows = "1 row of it is not understood" if count == 1 else f"{count} rows of it are not understood"
        raise InputError(f"{sheet} was not read: {rows}, and nothing was saved", "Mend them, or save the others with --partial.")
    rows_of = {row.address: row for row in understood.rows}
    indicators = {f"{framework.id}/{name}": pair for framework in frameworks for name, (_, pair) in framework.by_id.items()}
    answers = {
        address: Answer(ask=scope.wording(indicators[address], assessment), answer=rows_of[address].answer, note=rows_of[address].note)
        for address in known.asked
        if address in rows_of
    }
    return replace(assessment, answers=answers)
