from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from peerkit.errors import InputError
from peerkit.model.constraints import LONGEST_NOTE
from peerkit.source.sheets import filled_sheet
from peerkit.source.sheets.filled_sheet import ACCEPTED, FilledSheet, Known, SheetProblem, SheetRow

ADDRESSES = ("small/plan", "small/learn", "other/plan", "other/share")


def read(folder: Path, text: str | bytes, name: str = "sheet.csv") -> FilledSheet:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return filled_sheet.read(path, Known(asked=ADDRESSES))


def answers(sheet: FilledSheet) -> list[tuple[str, object]]:
    assert sheet.problems == ()
    return [(row.address, row.answer) for row in sheet.rows]


def test_a_row_holds_its_place_its_address_its_answer_and_its_note(tmp_path: Path) -> None:
    sheet = read(tmp_path, "id,answer,note\nlearn,3,  we do \nother/plan,?,\n")
    assert sheet == FilledSheet(
        rows=(SheetRow("row 2", "small/learn", 3, "we do"), SheetRow("row 3", "other/plan", "dont-know", "")),
        problems=(),
    )


def test_a_row_without_an_answer_is_passed_over_whatever_its_id(tmp_path: Path) -> None:
    assert read(tmp_path, "id,answer\nlearn,\nnobody,  \n,\n\nshare\n") == FilledSheet((), ())


def test_an_id_that_two_frameworks_have_needs_the_framework(tmp_path: Path) -> None:
    [problem] = read(tmp_path, "id,answer\nplan,3\n").problems
    assert (problem.where, problem.message) == ("row 2", 'no question asked here has the id "plan"')
    assert answers(read(tmp_path, "id,answer\nsmall/plan,3\nother/plan,1\n")) == [("small/plan", 3), ("other/plan", 1)]


def test_question_mark_and_hyphen_are_words_in_csv_only(tmp_path: Path) -> None:
    assert answers(read(tmp_path, "id,answer\nlearn,?\nshare,-\n")) == [("small/learn", "dont-know"), ("other/share", "skipped")]
    [problem] = read(tmp_path, '[{"id": "learn", "answer": "?"}]', "sheet.json").problems
    assert problem == SheetProblem("entry 1", '"?" is no answer to small/learn', f"Accepted are {ACCEPTED}.")


@pytest.mark.parametrize("answer", [True, False, 3.5, [3], {"level": 3}, 10**30])
def test_a_value_of_another_type_is_no_answer(tmp_path: Path, answer: object) -> None:
    [problem] = read(tmp_path, json.dumps([{"id": "learn", "answer": answer}]), "sheet.json").problems
    assert problem.where == "entry 1"
    assert problem.message.endswith("is no answer to small/learn")


def test_what_is_no_answer_and_no_id_is_told_in_short(tmp_path: Path) -> None:
    problems = read(tmp_path, f"id,answer\nlearn,{'3' * 100_000}\n{'k' * 100_000},3\n").problems
    assert [len(problem.message) < 200 for problem in problems] == [True, True]


@pytest.mark.parametrize("answer", [None, ""])
def test_nothing_is_no_answer_in_json_and_yaml_too(tmp_path: Path, answer: object) -> None:
    assert read(tmp_path, json.dumps([{"id": "learn", "answer": answer}, {"id": "share"}]), "sheet.json") == FilledSheet((), ())
    assert read(tmp_path, "- id: learn\n  answer:\n", "sheet.yaml") == FilledSheet((), ())


def test_a_note_that_is_too_long_is_a_problem_with_its_row(tmp_path: Path) -> None:
    assert read(tmp_path, f"id,answer,note\nlearn,3,{'x' * LONGEST_NOTE}\n").problems == ()
    [problem] = read(tmp_path, f"id,answer,note\nlearn,3,{'x' * (LONGEST_NOTE + 1)}\n").problems
    assert problem == SheetProblem("row 2", "the note has 20,001 characters", "At most 20,000 are kept.")


def test_a_second_answer_to_a_question_is_a_problem_even_if_it_is_the_same(tmp_path: Path) -> None:
    sheet = read(tmp_path, "id,answer\nlearn,3\nsmall/learn,3\n")
    assert sheet.problems == (SheetProblem("row 3", "small/learn was answered before, in row 2", "Keep one of the two."),)


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@given(st.sampled_from([",", ";", "\t"]), st.booleans(), CELLS, st.sampled_from(["\n", "\r\n"]), st.permutations(["id", "answer", "note"]))
def test_whatever_a_spreadsheet_writes_is_read_as_it_was_meant(
    tmp_path_factory: pytest.TempPathFactory, delimiter: str, mark: bool, note: str, line_end: str, columns: list[str]
) -> None:
    stream = io.StringIO(newline="")
    # NOTE: Python's writer leaves a carriage return unquoted where the lines do not end in one.
    writer = csv.DictWriter(stream, columns, delimiter=delimiter, lineterminator=line_end, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerow({"id": "learn", "answer": "Mostly", "note": note})
    text = stream.getvalue()
    sheet = read(tmp_path_factory.getbasetemp(), text.encode("utf-8-sig" if mark else "utf-8"))
    assert sheet == FilledSheet((SheetRow("row 2", "small/learn", 3, note.strip()),), ())


@given(st.binary(max_size=200), st.sampled_from(["csv", "yaml", "json"]))
def test_any_bytes_are_a_sheet_or_an_input_error(tmp_path_factory: pytest.TempPathFactory, raw: bytes, suffix: str) -> None:
    try:
        sheet = read(tmp_path_factory.getbasetemp(), raw, f"sheet.{suffix}")
    except InputError:
        return
    assert all(row.address in ADDRESSES for row in sheet.rows)


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("lead", ["", "sep={}{}", '"sep={}"{}', "SEP={}{}", "\ufeffsep={}{}", "sep={}{}\ufeff", "\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_spreadsheet_may_end_its_lines_and_part_its_cells_as_it_likes(
    tmp_path: Path, end: str, delimiter: str, lead: str, encoding: str
) -> None:
    rows = (("id", "answer", "note"), ("learn", "3", "we do"), ("other/plan", "?", ""))
    text = lead.format(delimiter, end) + "".join(f"{delimiter.join(row)}{end}" for row in rows)
    sheet = read(tmp_path, text.encode(encoding))
    assert sheet == FilledSheet((SheetRow("row 2", "small/learn", 3, "we do"), SheetRow("row 3", "other/plan", "dont-know", "")), ())


@pytest.mark.parametrize("space", ["\xa0", "\u2009", "\u202f", "\u3000", "\t", "\u200b", "\ufeff", " "], ids=ascii)
@pytest.mark.parametrize("word", ["Built in", "4", "4.0", "4 - Built in"])
def test_a_space_of_any_kind_around_a_cell_or_in_an_answer_changes_nothing(tmp_path: Path, word: str, space: str) -> None:
    around = "{0}{1}{0}".format
    inside = word.replace(" ", space) if space not in ("\u200b", "\ufeff") else word
    header = ";".join(around(space, name) for name in ("Id", "Answer", "Note"))
    text = f"{header}\n{around(space, 'Small/Learn')};{around(space, inside)};{around(space, 'a note')}\n"
    assert read(tmp_path, text) == FilledSheet((SheetRow("row 2", "small/learn", 4, "a note"),), ())


def test_a_decimal_of_a_spreadsheet_is_its_level_in_every_kind_of_sheet(tmp_path: Path) -> None:
    for text, name in (("id;answer\nlearn;3,0\n", "s.csv"), ('[{"id": "learn", "answer": 3.0}]', "s.json")):
        assert answers(read(tmp_path, text, name)) == [("small/learn", 3)]


def test_the_same_rows_are_read_from_yaml_and_json(tmp_path: Path) -> None:
    rows = [
        {"id": "learn", "answer": 3, "note": "we do"},
        {"id": "other/plan", "answer": "Does not apply"},
        {"id": "share", "answer": "na"},
    ]
    expected = [("small/learn", 3), ("other/plan", "not-applicable"), ("other/share", "not-applicable")]
    for data in (rows, {"answers": rows}):
        assert answers(read(tmp_path, json.dumps(data), "sheet.json")) == expected
        assert answers(read(tmp_path, yaml.safe_dump(data), "sheet.yaml")) == expected


@pytest.mark.parametrize("text", ["3", '"x"', "", '{"answers": {}}', '{"learn": 3}', "[1]", '[["learn", 3]]'])
def test_another_shape_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match="holds no list of answers"):
        read(tmp_path, text, "sheet.yaml")
    with pytest.raises(InputError, match="holds no list of answers"):
        read(tmp_path, text or "null", "sheet.json")
