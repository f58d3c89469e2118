from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.commandline import ASKED, Ended, answered, contents, peerkit, place

ACCEPTED = "Accepted are 0 to 4, Not yet, Starting, Partly, Mostly, Built in, na, dk, skip, or nothing."


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    return place(folder / "frameworks")


def read(folder: Path, name: str, text: str | bytes, *options: str) -> tuple[Ended, Path]:
    """Write a sheet and read it with `assess`; return how that ended and the file of answers."""
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    file = folder / "x.peerkit.json"
    return peerkit("assess", "small", "--answers", name, "--file", file, *options), file


SHEETS = {
    "commas.csv": "id,answer,note\nplan,3,we do\nsmall/learn,?,\nshare,-,\n",
    "semicolons.csv": "\ufeffID;Answer;Note\r\nplan;Mostly;we do\r\nsmall/learn;DK;\r\nshare;skip;\r\n",
    "tabs.csv": "\ufeffid\tanswer\tnote\r\nplan\t3\twe do\r\nlearn\tdon't know\t\r\nshare\tskipped\t\r\n",
    "quoted.CSV": '"note","id","answer","who"\n"we do"," plan "," 3 ","Jo"\n,learn,dont know,\n,share,-,\n',
    "list.yaml": '- {id: plan, answer: 3, note: we do}\n- {id: small/learn, answer: dk}\n- id: share\n  answer: "skip"\n',
    "mapping.yml": "answers:\n- {id: plan, answer: mostly, note: we do}\n- {id: learn, answer: dont-know}\n- {id: share, answer: skip}\n",
    "list.json": (
        '[{"id": "plan", "answer": "3", "note": "we do"}, {"id": "learn", "answer": "dk"}, {"id": "share", "answer": "Skip", "note": null}]'
    ),
    "mapping.json": (
        '{"answers": [{"id": "plan", "answer": 3, "note": "we do"}, {"id": "learn", "answer": "DON\u2019T KNOW"},'
        ' {"id": "small/share", "answer": " skip "}]}'
    ),
}


@pytest.mark.parametrize("name", SHEETS)
def test_the_same_answers_are_read_from_every_kind_of_sheet(folder: Path, name: str) -> None:
    ended, file = read(folder, name, SHEETS[name])
    assert (ended.code, ended.err) == (0, "")
    assert answered(file) == {"small/plan": 3, "small/learn": "dont-know", "small/share": "skipped"}
    assert contents(file)["answers"]["small/plan"] == {"ask": "We plan together.", "answer": 3, "note": "we do"}


def test_no_question_is_asked_and_what_is_open_is_told(folder: Path) -> None:
    ended, file = read(folder, "one.csv", "id,answer\nplan,4\nlearn,\n,\n", "--program", "Lantern", "--role", "staff")
    saved = contents(file)
    assert (saved["program"], saved["role"], answered(file)) == ("Lantern", "staff", {"small/plan": 4})
    assert "\n1 of 3 questions are answered.\n" in ended.out
    assert peerkit("assess", "--resume", file, typed="2\n2\n").code == 0
    assert answered(file) == {"small/plan": 4, "small/learn": 2, "small/share": 2}


def test_every_problem_is_named_in_one_go_with_its_row_what_is_accepted_once_and_nothing_is_saved(folder: Path) -> None:
    sheet = "id,answer,note\nplann,3,\nplan,5,\nlearn,3,\nsmall/learn,2,\nshare,maybe [red],\nzzz,1,\n"
    ended, file = read(folder, "sheet.csv", sheet)
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.splitlines() == [
        'sheet.csv, row 2: no question asked here has the id "plann". Did you mean plan or learn?',
        f'sheet.csv, row 3: "5" is no answer to small/plan. {ACCEPTED}',
        "sheet.csv, row 5: small/learn was answered before, in row 4. Keep one of the two.",
        'sheet.csv, row 6: "maybe [red]" is no answer to small/share.',
        'sheet.csv, row 7: no question asked here has the id "zzz". The ids stand in `peerkit show FRAMEWORK`.',
        "error: sheet.csv was not read: 5 rows of it are not understood, and nothing was saved",
        "hint: Mend them, or save the others with --partial.",
    ]
    assert sorted(path.name for path in folder.iterdir()) == ["frameworks", "sheet.csv"]
    assert not file.exists()


def test_partial_saves_the_rows_that_are_understood_and_names_the_others(folder: Path) -> None:
    ended, file = read(folder, "sheet.csv", "id,answer\nplan,3\nlearn,often\n", "--partial")
    assert (ended.code, answered(file)) == (0, {"small/plan": 3})
    assert ended.err == f'sheet.csv, row 3: "often" is no answer to small/learn. {ACCEPTED}\n'


def test_a_single_problem_is_one_row(folder: Path) -> None:
    ended, _ = read(folder, "sheet.csv", "id,answer\nplan,x\n")
    assert ended.told[0] == "sheet.csv was not read: 1 row of it is not understood, and nothing was saved"


@pytest.mark.parametrize(("options", "name"), [(["--role", "participant"], "learn"), (["--section", "care"], "share")])
def test_a_question_that_is_not_asked_here_has_no_answer(folder: Path, options: list[str], name: str) -> None:
    ended, _ = read(folder, "sheet.csv", f"id,answer\n{name},3\n", *options)
    assert ended.err.startswith(f"sheet.csv, row 2: {name} is not asked in this set, of this role, or in these sections. ")


@pytest.mark.parametrize(
    ("name", "text", "error", "hint"),
    [
        ("s.txt", "plan 3", "s.txt is no answer sheet", "A sheet ends in .csv, .yaml or .json."),
        ("s.csv", "", "s.csv has no columns id and answer", "Write id,answer,note in its first line."),
        ("s.csv", "question,level\nplan,3\n", "s.csv has no columns id and answer", "Write id,answer,note in its first line."),
        ("s.csv", b"id,answer\ncaf\xe9,3\n", "s.csv is not written in UTF-8", "In the spreadsheet, save it as CSV UTF-8."),
        (
            "s.csv",
            'id,answer\n"plan,3\n',
            "s.csv is no readable CSV: unexpected end of data",
            "Save it again as CSV from the spreadsheet.",
        ),
        (
            "s.yaml",
            "- id: plan\n  answer: yes\n",
            "s.yaml:2:11 cannot be read: YAML would turn yes into something else",
            'Put it in quotes if it is a text: "yes"; or write true.',
        ),
        (
            "s.yaml",
            "plan: 3\n",
            "s.yaml holds no list of answers",
            "Write a list whose entries have id, answer and, if you like, note.",
        ),
        (
            "s.json",
            '[{"id": "plan", "answer": 3',
            "s.json cannot be read: it breaks off or is damaged at line 1, column 28",
            "Check where it comes from.",
        ),
        (
            "s.json",
            '[{"id": "plan", "answr": 3}]',
            "s.json, entry 1: the key answr is not known",
            "The keys are id, answer, note, code, framework.",
        ),
    ],
)
def test_a_sheet_that_cannot_be_read_at_all_is_an_error_and_nothing_is_saved(
    folder: Path, name: str, text: str | bytes, error: str, hint: str
) -> None:
    ended, file = read(folder, name, text)
    assert ended.failed == (3, error, hint)
    assert not file.exists()


def test_a_sheet_that_is_not_there(folder: Path) -> None:
    assert peerkit("assess", "small", "--answers", "gone.csv").failed == (3, "gone.csv is not there", "Check the path.")


def test_a_row_of_another_set_is_told_which_set_to_ask(folder: Path) -> None:
    ended, _ = read(folder, "sheet.csv", "id,answer\nlearn,3\n", "--role", "participant")
    assert "--set full" in ended.err


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("id,answer,note\nplan,3,one, two, three\n", "row 2: there is more in this row than the sheet has columns"),
        ("id,answer,note\n,,only a note\n", "row 2: this row has a note and no id"),
        ("id,answer,note\nplan,,a note\nplan,3,\n", "row 3: small/plan was written to before, in row 2"),
        ("id,answer,note\nplan,3,\nplan,,a note\n", "row 3: small/plan was answered before, in row 2"),
    ],
)
def test_no_word_of_a_sheet_is_dropped_in_silence(folder: Path, text: str, problem: str) -> None:
    ended, _ = read(folder, "sheet.csv", text)
    assert ended.code == 3
    assert ended.err.startswith(f"sheet.csv, {problem}. ")


@pytest.mark.parametrize("rows", ["plan,,We talk about it.\nlearn,3,\n", "learn,3,\nplan, ,We talk about it.\n"])
def test_a_note_without_an_answer_is_kept_beside_its_question(folder: Path, rows: str) -> None:
    ended, file = read(folder, "sheet.csv", f"id,answer,note\n{rows}")
    assert (ended.code, ended.err, answered(file)) == (0, "", {"small/learn": 3})
    assert json.loads(file.read_text(encoding="utf-8"))["written"] == {"small/plan": {"note": "We talk about it."}}


def test_two_columns_of_one_name_are_refused(folder: Path) -> None:
    ended, _ = read(folder, "sheet.csv", "id,answer,answer\nplan,1,2\n")
    assert ended.told == ("sheet.csv has two columns answer", "Keep one of them.")


def test_a_row_may_have_the_code_of_its_question_in_place_of_the_id(folder: Path) -> None:
    ended, file = read(folder, "sheet.csv", "code,answer\na1,3\nA2,dk\nB1,\n")
    assert (ended.code, answered(file)) == (0, {"small/plan": 3, "small/learn": "dont-know"})


def test_answers_are_kept_in_the_order_of_the_questions_whatever_that_of_the_rows(folder: Path) -> None:
    _, file = read(folder, "sheet.csv", "id,answer\nshare,1\nplan,3\n")
    assert list(answered(file)) == ["small/plan", "small/share"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("s.csv", "id,answer,framework\nplan,3,small 0.9.0\n"),
        ("s.csv", "id,answer,framework\nplan,3,small 1.0.0\nlearn,3,small 0.9.0\n"),
        ("s.yaml", "- {id: plan, answer: 3, framework: small 0.9.0}\n"),
        ("s.json", '[{"code": "A1", "answer": 3, "framework": "small 0.9.0"}]'),
    ],
)
@pytest.mark.parametrize("options", [[], ["--partial"]])
def test_a_sheet_of_another_version_is_refused(folder: Path, name: str, text: str, options: list[str]) -> None:
    ended, file = read(folder, name, text, *options)
    hint = "Fill in the sheet of 1.0.0 (`peerkit sheet small`), or give the folder of 0.9.0 with --frameworks."
    assert ended.failed == (3, f"{name} is a sheet of small 0.9.0, and here is small 1.0.0", hint)
    assert not file.exists()


def test_a_sheet_of_another_framework_is_refused_in_one_sentence(folder: Path) -> None:
    ended, _ = read(folder, "s.csv", "id,answer,framework\nmind/a,3,mind 1.0.0\nmind/b,3,mind 1.0.0\n")
    assert ended.failed == (3, "s.csv is a sheet of mind, and small is asked", "Name mind in place of it.")


@pytest.mark.parametrize("edition", ["small", "small 1.0.0", " small  1.0.0 ", ""])
def test_a_sheet_that_names_this_version_or_none_is_read(folder: Path, edition: str) -> None:
    ended, file = read(folder, "s.csv", f"id,answer,framework\nplan,3,{edition}\n")
    assert (ended.code, answered(file)) == (0, {"small/plan": 3})


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("plan,3,B1", "the id plan and the code B1 are not of one question. Take both from one row of the sheet."),
        (",3,", "this row has an answer and no id. Write the id or the code of the question in it."),
        (",3,Z9", 'no question asked here has the id "Z9". The ids stand in `peerkit show FRAMEWORK`.'),
    ],
)
def test_a_row_whose_question_is_not_clear_is_a_problem(folder: Path, row: str, problem: str) -> None:
    ended, _ = read(folder, "sheet.csv", f"id,answer,code\n{row}\n")
    assert ended.err.startswith(f"sheet.csv, row 2: {problem}\n")


def test_a_code_that_is_not_asked_of_this_role_is_told_so(folder: Path) -> None:
    ended, _ = read(folder, "sheet.csv", "code,answer\nA2,3\n", "--role", "participant")
    assert ended.err.startswith("sheet.csv, row 2: A2 is not asked in this set, of this role, or in these sections. ")


def test_a_code_that_two_frameworks_have_needs_the_framework(folder: Path) -> None:
    place(folder / "frameworks", ASKED.replace("id: small", "id: other"), "other.yaml")
    sheet, file = folder / "sheet.csv", folder / "x.peerkit.json"
    sheet.write_text("code,answer,framework\nA1,3,\nA1,2,other 1.0.0\nsmall/A2,1,\n")
    ended = peerkit("assess", "small,other", "--answers", "sheet.csv", "--partial", "--file", file)
    assert ended.err == "sheet.csv, row 2: A1 stands in several frameworks. Name the one that is meant, as in small/A1.\n"
    assert answered(file) == {"small/learn": 1, "other/plan": 2}


# Whom a sheet is for.


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sheet.csv", ',"For: someone who uses the program. Quick set, 2 questions.",\ncode,answer,note\n'),
        ("sheet.json", '{"role": "participant", "answers": [{"id": "plan", "answer": 3}]}'),
        ("sheet.yaml", "role: participant\nanswers:\n  - {id: plan, answer: 3}\n"),
    ],
)
def test_the_role_that_a_sheet_names_is_taken_and_said(folder: Path, name: str, text: str) -> None:
    if name.endswith(".csv"):
        blank = peerkit("sheet", "small", "--role", "participant", "--format", "csv").out
        text = blank.replace(",We plan together.,,", ",We plan together.,3,").replace(
            ',"Here, we plan together.",,', ',"Here, we plan together.",3,'
        )
    (folder / name).write_text(text, encoding="utf-8")

    ended = peerkit("assess", "small", "--answers", name, "--file", "x.peerkit.json")

    assert (ended.code, ended.err) == (0, "note: this is a sheet for: someone who uses the program. That is taken as the role.\n")
    assert (contents(folder / "x.peerkit.json")["role"], answered(folder / "x.peerkit.json")) == ("participant", {"small/plan": 3})


def test_what_is_said_by_an_option_holds_whatever_a_sheet_names(folder: Path) -> None:
    (folder / "sheet.yaml").write_text("role: participant\nanswers:\n  - {id: plan, answer: 3}\n", encoding="utf-8")
    ended = peerkit("assess", "small", "--role", "staff", "--answers", "sheet.yaml", "--file", "x.peerkit.json")
    assert (ended.code, ended.err, contents(folder / "x.peerkit.json")["role"]) == (0, "", "staff")
