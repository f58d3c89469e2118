"""A sheet that was exported, filled and read back gives the same file as answering on screen, in every form that can be filled."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.model.scale import AnswerWord
from support.commandline import ASKED, contents, peerkit, place
from support.strategies import costly

Filled = dict[str, tuple[int | AnswerWord, str]]
QUESTIONS: Final = {"plan": "A1", "learn": "A2", "share": "B1"}
OPTIONS: Final = ("small", "--role", "staff", "--program", "Lantern")
KEYS: Final[dict[int | AnswerWord, str]] = {"dont-know": "d", "not-applicable": "n", "skipped": "s"}
IN_CSV: Final[dict[int | AnswerWord, str]] = {"dont-know": "?", "not-applicable": "na", "skipped": "-"}

NOTES = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), max_size=40).map(str.strip).filter(lambda note: note != "-")
"""On a screen a hyphen alone takes a note away."""
ANSWERS = st.one_of(st.integers(0, 4), st.sampled_from(tuple(KEYS)))
FILLED = st.fixed_dictionaries({}, optional={name: st.tuples(ANSWERS, NOTES) for name in QUESTIONS})


def on_screen(folder: Path, filled: Filled) -> str:
    """Return what is typed to answer the questions on a plain screen, one after the other."""
    lines = []
    for name in QUESTIONS:
        if name in filled:
            answer, note = filled[name]
            lines += [f"g {name}", *([f"m {note}"] if note else []), KEYS.get(answer, str(answer))]
    return "".join(f"{line}\n" for line in [*lines, "q"])


def typed_in(folder: Path, filled: Filled) -> str:
    """Return what is typed for a sheet of paper."""
    lines = [" ".join((KEYS.get(filled[name][0], str(filled[name][0])), filled[name][1])) if name in filled else "" for name in QUESTIONS]
    return "".join(f"{line}\n" for line in ["1.0.0", *lines])


def spreadsheet(delimiter: str) -> Callable[[Path, Filled], Path]:
    """Return how a sheet is exported, and filled in a spreadsheet that writes this between its cells."""

    def fill(folder: Path, filled: Filled) -> Path:
        path = folder / "sheet.csv"
        assert peerkit("sheet", *OPTIONS, "--format", "csv", "--output", path).code == 0
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
        for row in rows:
            name = row["id"].partition("/")[2]
            if name in filled:
                row |= {"answer": IN_CSV.get(filled[name][0], str(filled[name][0])), "note": filled[name][1]}
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
            writer.writeheader()
            writer.writerows(rows)
        return path

    return fill


def listed(name: str, write: Callable[[Any], str]) -> Callable[[Path, Filled], Path]:
    """Return how the answers are written as a list, with the codes of the sheet."""

    def fill(folder: Path, filled: Filled) -> Path:
        rows = [
            {"code": QUESTIONS[one], "answer": answer, "note": note, "framework": "small 1.0.0"} for one, (answer, note) in filled.items()
        ]
        path = folder / name
        path.write_text(write(rows), encoding="utf-8")
        return path

    return fill


FORMS: Final[dict[str, Callable[[Path, Filled], Path]]] = {
    "csv": spreadsheet(","),
    "csv with semicolons": spreadsheet(";"),
    "json": listed("sheet.json", json.dumps),
    "yaml": listed("sheet.yaml", lambda rows: "".join(f"- {json.dumps(row, ensure_ascii=False)}\n" for row in rows) or "[]\n"),
}


def saved(folder: Path, *options: object, typed: str = "") -> str:
    """Return the file that a run leaves, without its id."""
    file = folder / "x.peerkit.json"
    file.unlink(missing_ok=True)
    ended = peerkit("assess", *OPTIONS, *options, "--file", file, typed=typed)
    assert ended.code == 0, ended.err
    data = contents(file)
    assert data.pop("id")
    return json.dumps(data, indent=1)


@contextlib.contextmanager
def somewhere() -> Any:
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        place(Path(name) / "frameworks", ASKED)
        yield Path(name)


@pytest.mark.parametrize("form", FORMS)
@costly(3)
@given(filled=FILLED)
def test_a_filled_sheet_gives_the_file_of_the_screen(form: str, filled: Filled) -> None:
    with somewhere() as folder:
        assert saved(folder, "--answers", FORMS[form](folder, filled)) == saved(folder, typed=on_screen(folder, filled))


@costly(2)
@given(filled=FILLED)
def test_a_sheet_of_paper_gives_the_file_of_the_screen(filled: Filled) -> None:
    with somewhere() as folder:
        assert saved(folder, "--enter", typed=typed_in(folder, filled)) == saved(folder, typed=on_screen(folder, filled))
