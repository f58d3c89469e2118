from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from peerkit.render.products import formats
from support.commandline import ASKED, DAY, contents, peerkit, place, without_commands
from support.files import changed

TO_A_FILE_ONLY = ("docx", "xlsx", "pdf")
TEXTS = [name for name in formats("report") if name not in TO_A_FILE_ONLY]


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    return place(folder / "frameworks")


@pytest.fixture
def file(folder: Path) -> Path:
    path = folder / "x.peerkit.json"
    arguments = ("--role", "staff", "--program", "Lantern", "--file", path)
    assert peerkit("assess", "small", *arguments, typed="1\nd\n4\n").code == 0
    return path


def data(file: Path, *arguments: object) -> dict[str, Any]:
    ended = peerkit("report", file, "--format", "json", *arguments)
    assert (ended.code, ended.err) == (0, "")
    report: dict[str, Any] = json.loads(ended.out)
    return report


def goals(report: dict[str, Any]) -> dict[str, int]:
    return {
        one["id"]: one["goal"] for framework in report["frameworks"] for section in framework["sections"] for one in section["indicators"]
    }


@pytest.mark.parametrize("form", [name for name in TEXTS if name != "csv"])
def test_every_format_for_reading_goes_to_standard_output_and_names_the_program(file: Path, form: str) -> None:
    ended = peerkit("report", file, "--format", form)
    assert (ended.code, ended.err) == (0, "")
    assert "Lantern" in ended.out
    assert ended.out.endswith("\n")


def test_the_terminal_is_the_default(file: Path) -> None:
    assert peerkit("report", file).out == peerkit("report", file, "--format", "terminal").out
    assert peerkit("report", file).out.startswith("Gap report: Lantern\n")


def test_the_day_can_be_fixed_and_the_report_made_again_byte_for_byte(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = peerkit("report", file, "--format", "json").out
    assert (data(file)["date"], peerkit("report", file, "--format", "json").out) == (DAY, first)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert data(file)["date"] == "1970-01-01"


@pytest.mark.parametrize("value", ["soon", "-1", "1e9", "\u00b2", "9" * 12, "9" * 30])
def test_a_day_that_is_none_is_refused_and_not_taken_for_today(file: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    hint = "Set it to the seconds since 1970, a whole number such as 1795219200, or take it out of the environment."
    assert peerkit("report", file).failed == (2, f'SOURCE_DATE_EPOCH is "{value}", and that is no day', hint)


def test_where_no_day_is_fixed_a_document_has_that_of_the_clock(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert data(file)["date"] == DAY
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert data(file)["date"] == DAY


@pytest.mark.parametrize("seconds", ["0", "253402300799"])
@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json", "csv", "docx", "xlsx"])
def test_a_document_of_the_first_day_and_of_the_last_can_be_made(
    file: Path, monkeypatch: pytest.MonkeyPatch, seconds: str, form: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    ended = peerkit("report", file, "--format", form, "--output", f"out.{form}")
    assert (ended.code, ended.err) == (0, f"Written to out.{form}\n")


def test_answers_get_the_day_of_the_clock_whatever_day_documents_get(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("0", "soon"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
        assert peerkit("assess", "small", "--file", f"{value}.peerkit.json", typed="3\nq\n").code == 0
        stands = contents(folder / f"{value}.peerkit.json")
        assert (stands["started"], stands["updated"]) == (DAY, DAY)


def test_a_goal_on_the_command_line_holds_everywhere(file: Path) -> None:
    assert goals(data(file)) == {"plan": 3, "learn": 3, "share": 3}
    for level in (1, 2, 3, 4):
        assert goals(data(file, "--goal", level)) == {"plan": level, "learn": level, "share": level}
        assert data(file, "--goal", level)["settings"]["goal"] == {"small": level}


def test_a_goal_comes_from_the_option_then_the_file_then_the_framework(folder: Path, file: Path) -> None:
    place(folder / "frameworks", changed(("title: Power\n", "title: Power\n    goal: 2\n"), text=ASKED))
    file.write_text(json.dumps(contents(file) | {"goals": {"small/plan": 4, "small": 1}}))
    assert goals(json.loads(peerkit("report", file, "--format", "json").out)) == {"plan": 4, "learn": 1, "share": 1}
    file.write_text(json.dumps(contents(file) | {"goals": {"small/plan": 4}}))
    assert goals(json.loads(peerkit("report", file, "--format", "json").out)) == {"plan": 4, "learn": 3, "share": 2}
    assert goals(json.loads(peerkit("report", file, "--format", "json", "--goal", "3").out)) == {"plan": 3, "learn": 3, "share": 3}


@pytest.mark.parametrize("form", TEXTS)
def test_output_goes_to_a_file(folder: Path, file: Path, form: str) -> None:
    shown = peerkit("report", file, "--format", form, "--full").out
    ended = peerkit("report", file, "--format", form, "--full", "--output", "out")
    assert (ended.code, ended.out, ended.err) == (0, "", "Written to out\n")
    assert without_commands((folder / "out").read_text(encoding="utf-8")) == without_commands(shown)


def test_a_file_gets_no_colour_and_no_drawing_for_the_screen(folder: Path, file: Path) -> None:
    peerkit("report", file, "--full", "--output", "out.txt", screen=True)
    assert without_commands((folder / "out.txt").read_text(encoding="utf-8")) == without_commands(peerkit("report", file, "--full").out)


def test_output_takes_the_place_of_an_earlier_one(folder: Path, file: Path) -> None:
    (folder / "out.txt").write_text("earlier " * 10_000)
    peerkit("report", file, "--output", "out.txt", "--overwrite")
    assert (folder / "out.txt").read_text(encoding="utf-8").startswith("Gap report: Lantern\n")
    assert sorted(path.name for path in folder.iterdir()) == ["frameworks", "out.txt", "x.peerkit.json"]


def test_output_that_cannot_be_written_is_told_and_leaves_nothing(folder: Path, file: Path) -> None:
    error = "there is no folder no/such for out.txt"
    hint = "Make it, or choose another place with --output."
    assert peerkit("report", file, "--output", "no/such/out.txt").failed == (3, error, hint)
    (folder / "taken").mkdir()
    hint = "Make room and check the permissions, or choose another place."
    assert peerkit("report", file, "--output", "taken").failed == (3, "taken cannot be written: Is a directory", hint)
    assert sorted(path.name for path in folder.iterdir()) == ["frameworks", "taken", "x.peerkit.json"]


def test_a_framework_that_changed_is_remarked_and_the_file_stays_as_it_is(folder: Path, file: Path) -> None:
    before = file.read_bytes()
    place(folder / "frameworks", changed(("id: share", "id: decide"), ("version: 1.0.0", "version: 2.0.0"), text=ASKED))
    ended = peerkit("report", file, "--format", "json")
    assert (ended.code, ended.err) == (
        0,
        "note: small has changed since these answers were given; the report goes by its words of today.\n",
    )
    [report] = json.loads(ended.out)["frameworks"]
    assert (report["version"], report["counts"]["unanswered"], report["counts"]["rated"]) == ("2.0.0", 1, 1)
    assert file.read_bytes() == before


def test_a_broken_framework_is_shown_as_lint_shows_it_then_error_and_hint(folder: Path, file: Path) -> None:
    place(folder / "frameworks", "{")
    (folder / "frameworks" / "small.yaml").write_text("format: peerkit/framework/1\nid: [\n")
    ended = peerkit("report", file)
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.startswith(peerkit("lint", "frameworks/small.yaml").out)
    assert ended.told[0] == "frameworks/small.yaml cannot be used: 1 mistake in it"


def test_wording_never_stops_a_report(folder: Path, file: Path) -> None:
    place(folder / "frameworks", changed(("covers: [s2.1]", "covers: [nowhere.1]"), text=ASKED))
    assert peerkit("report", file).code == 0


def whole(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def too_deep(path: Path) -> str:
    return whole(path).replace('"support": ""', "").replace('"role"', f'"room": {"[" * 100_000}{"]" * 100_000}, "role"', 1)


NOT_COMPLETE = "is no complete answer file:"
BROKEN: dict[str, tuple[Callable[[Path], str], str]] = {
    "truncated": (lambda path: whole(path)[:-40], f"{NOT_COMPLETE} it breaks off or is damaged at line "),
    "empty": (lambda path: "", f"{NOT_COMPLETE} it is empty"),
    "not json": (lambda path: "my answers", f"{NOT_COMPLETE} it breaks off or is damaged at line 1, column 1"),
    "foreign": (lambda path: '{"name": "a-package", "version": "1.0.0"}', "is no answer file of peerkit"),
    "a list": (lambda path: "[1, 2]", "is no answer file of peerkit"),
    "a number": (lambda path: "1", "is no answer file of peerkit"),
    "a report": (lambda path: '{"format": "peerkit/report/1"}', "is a report, and no answer file"),
    "of a later version": (
        lambda path: whole(path).replace("assessment/1", "assessment/2"),
        "has the format peerkit/assessment/2, and this version reads peerkit/assessment/1",
    ),
    "a key twice": (
        lambda path: whole(path).replace('"small/plan"', '"small/learn"'),
        f"{NOT_COMPLETE} the key small/learn is in it twice",
    ),
    "too deep": (too_deep, f"{NOT_COMPLETE} lists and mappings are too deep in it"),
    "NaN": (lambda path: whole(path).replace('"answer": 4', '"answer": NaN'), f"{NOT_COMPLETE} NaN is no number"),
    "Infinity": (lambda path: whole(path).replace('"answer": 4', '"answer": -Infinity'), f"{NOT_COMPLETE} -Infinity is no number"),
    "a huge number": (
        lambda path: whole(path).replace('"answer": 4', f'"answer": {"9" * 5_000}'),
        f"{NOT_COMPLETE} a number in it is too long",
    ),
    "a level out of range": (
        lambda path: whole(path).replace('"answer": 4', '"answer": 5'),
        "cannot be read at answers, small/share, answer: ",
    ),
    "a level as true": (
        lambda path: whole(path).replace('"answer": 4', '"answer": true'),
        "cannot be read at answers, small/share, answer: ",
    ),
    "a level with a point": (
        lambda path: whole(path).replace('"answer": 4', '"answer": 4.0'),
        "cannot be read at answers, small/share, answer: ",
    ),
    "a word that is no answer": (
        lambda path: whole(path).replace('"answer": 4', '"answer": "maybe"'),
        "cannot be read at answers, small/share, answer: ",
    ),
    "an unknown key": (
        lambda path: whole(path).replace('"program"', '"programme"'),
        "cannot be read at programme: the key programme is not known here",
    ),
    "a missing key": (
        lambda path: "".join(line for line in whole(path).splitlines(keepends=True) if not line.startswith('  "id"')),
        "cannot be read: the key id is missing",
    ),
    "a misspelt key": (
        lambda path: whole(path).replace('  "id"', '  "di"', 1),
        "cannot be read at di: the key di is not known here, and id is missing",
    ),
    "not UTF-8": (lambda path: whole(path).replace("Lantern", "L\udce4ntern"), f"{NOT_COMPLETE} it is not written in UTF-8"),
    "a lone surrogate": (lambda path: whole(path).replace("Lantern", "L\\ud800ntern"), f"{NOT_COMPLETE} half of a character stands in it"),
    "too large": (lambda path: whole(path) + " " * 8_000_000, "is larger than 8,000,000 bytes"),
}


@pytest.mark.parametrize("command", [["report"], ["assess", "--resume"], ["show"]], ids=" ".join)
@pytest.mark.parametrize("name", BROKEN)
def test_a_file_of_answers_that_cannot_be_used_is_an_input_error_and_is_left_as_it_is(file: Path, name: str, command: list[str]) -> None:
    spoil, error = BROKEN[name]
    raw = spoil(file).encode("utf-8", "surrogateescape")
    assert raw != file.read_bytes()
    file.write_bytes(raw)
    code, told, hint = peerkit(*command, "x.peerkit.json").failed
    assert code == 3
    assert told.startswith(f"x.peerkit.json {error}")
    assert hint.endswith((".", "?"))
    assert len(told) < 300
    assert file.read_bytes() == raw
    assert not list(file.parent.glob("*.lock"))


def test_a_folder_is_no_file_of_answers(folder: Path) -> None:
    (folder / "team.peerkit.json").mkdir()
    assert peerkit("show", "team.peerkit.json").failed == (3, "team.peerkit.json is a folder", "Give the file in it.")


def test_an_answer_file_may_start_with_a_byte_order_mark(file: Path) -> None:
    shown = peerkit("report", file).out
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert peerkit("report", file).out == shown


def test_a_report_is_never_written_over_answers(file: Path) -> None:
    before = file.read_bytes()
    other = file.with_name("answers.json")
    other.write_bytes(before)
    for target in (file, other):
        ended = peerkit("report", file, "--output", target)
        assert ended.failed == (3, f"{target} holds answers, and a result is not written over them", "Choose another name with --output.")
        assert target.read_bytes() == before


def test_a_report_is_never_written_over_a_framework(file: Path, tmp_path: Path) -> None:
    framework = place(tmp_path / "mine")
    before = framework.read_bytes()
    assert peerkit("report", file, "--output", framework).code == 3
    assert framework.read_bytes() == before


def test_an_earlier_report_is_replaced(file: Path, tmp_path: Path) -> None:
    for form in ("json", "html"):
        assert peerkit("report", file, "--format", form, "--output", tmp_path / "r", "--overwrite").code == 0
