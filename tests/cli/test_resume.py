from __future__ import annotations

import fcntl
import json
import shlex
from pathlib import Path

import pytest

from support.commandline import ASKED, answered, contents, peerkit, place
from support.files import changed

THREE_CORE = {"small/plan": 1, "small/learn": 2, "small/share": 3}


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    return place(folder / "frameworks")


@pytest.fixture
def file(folder: Path) -> Path:
    """One answer of three."""
    path = folder / "x.peerkit.json"
    assert peerkit("assess", "small", "--role", "staff", "--file", path, typed="1\nq\n").code == 0
    return path


def test_it_goes_on_where_the_file_left_off(file: Path) -> None:
    ended = peerkit("assess", "--resume", file, typed="2\n3\n")
    assert (ended.code, ended.err, answered(file)) == (0, "", THREE_CORE)
    assert ended.out.startswith("\nPart 1 of 2, question 2 of 3, about 3 min left\n")


def test_words_to_an_open_question_are_no_answer_and_cost_none_when_it_goes_on(file: Path) -> None:
    ended = peerkit("assess", "--resume", file, typed="m half a thought\ns\nm to the last one\nq\n")
    assert "2 of 3 questions are answered." in ended.out
    assert (answered(file), contents(file)["written"]) == (
        {"small/plan": 1, "small/learn": "skipped"},
        {"small/share": {"note": "to the last one"}},
    )
    again = peerkit("assess", "--resume", file, typed="q\n")
    assert "2 of 3 questions are answered." in again.out
    assert "Your note: to the last one" in again.out
    assert contents(file)["answers"]["small/learn"]["note"] == "half a thought"


def test_a_skip_with_a_note_in_a_file_of_the_first_version_stays_a_skip(file: Path) -> None:
    data = contents(file)
    data["answers"]["small/learn"] = {"ask": "We learn together.", "answer": "skipped", "note": "half a thought"}
    file.write_text(json.dumps(data), encoding="utf-8")
    ended = peerkit("assess", "--resume", file, typed="3\n")
    assert (ended.code, answered(file)) == (0, {"small/plan": 1, "small/learn": "skipped", "small/share": 3})


def test_what_was_written_to_a_question_that_is_gone_stays_in_the_file(file: Path) -> None:
    data = contents(file) | {"written": {"small/gone": {"note": "half a thought"}}}
    file.write_text(json.dumps(data), encoding="utf-8")
    assert peerkit("assess", "--resume", file, typed="2\n3\n").code == 0
    assert contents(file)["written"] == {"small/gone": {"note": "half a thought"}}
    assert "half a thought" in peerkit("report", file, "--full").out


def test_it_can_stop_and_go_on_as_often_as_one_likes(file: Path) -> None:
    assert peerkit("assess", "--resume", file, typed="").code == 130
    assert peerkit("assess", "--resume", file, typed="2\n").code == 130
    assert peerkit("assess", "--resume", file, typed="q\n").code == 0
    assert peerkit("assess", "--resume", file, typed="3\n").code == 0
    assert answered(file) == THREE_CORE


def test_a_finished_file_asks_nothing(file: Path) -> None:
    peerkit("assess", "--resume", file, typed="2\n3\n")
    before = file.read_bytes()
    ended = peerkit("assess", "--resume", file, typed="4\n")
    assert (ended.code, ended.out.count("Answer: "), file.read_bytes()) == (0, 0, before)


def test_a_quick_set_can_be_extended_to_the_full_one(folder: Path, file: Path) -> None:
    place(folder / "frameworks", changed())
    start = folder / "y.peerkit.json"
    peerkit("assess", "small", "--file", start, typed="4\n")
    assert (contents(start)["set"], answered(start)) == ("quick", {"small/plan": 4})
    ended = peerkit("assess", "--resume", start, "--set", "full", typed="2\n3\n")
    assert (ended.code, contents(start)["set"]) == (0, "full")
    assert answered(start) == {"small/plan": 4, "small/learn": 2, "small/share": 3}


def test_a_full_set_cannot_become_a_quick_one(folder: Path) -> None:
    path = folder / "y.peerkit.json"
    peerkit("assess", "small", "--set", "full", "--file", path, typed="q\n")
    before = path.read_bytes()
    hint = "Leave --set out; the answers stay as they are."
    assert peerkit("assess", "--resume", path, "--set", "quick", typed="3\n").failed == (2, "a full set cannot become a quick one", hint)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "other", [["small"], ["--role", "staff"], ["--program", "X"], ["--file", "z"], ["--section", "care"], ["--fact", "a=b"]]
)
def test_what_stands_in_the_file_cannot_be_said_again(file: Path, other: list[str]) -> None:
    hint = "Give it with --set full at most, or start anew without it."
    assert peerkit("assess", "--resume", file, *other).failed == (2, "--resume goes on with what stands in the file", hint)


def test_a_file_that_is_not_there(folder: Path) -> None:
    assert peerkit("assess", "--resume", "gone.peerkit.json").failed == (3, "gone.peerkit.json is not there", "Check the path.")


def test_answers_to_a_question_that_is_gone_are_set_aside_in_the_file(folder: Path, file: Path) -> None:
    peerkit("assess", "--resume", file, typed="m why\n2\n3\n")
    gone = changed(("id: learn", "id: grow"), ("version: 1.0.0", "version: 1.1.0"), text=ASKED)
    place(folder / "frameworks", gone)
    ended = peerkit("assess", "--resume", file, typed="4\n")
    assert ended.code == 0
    assert ended.err.splitlines() == [
        "note: small has changed since these answers were given; the report goes by its words of today.",
        "note: 1 answer is set aside in the file, since the question is not asked any more.",
    ]
    assert answered(file) == {"small/plan": 1, "small/share": 3, "small/grow": 4}
    assert contents(file)["set_aside"] == [
        {"id": "small/learn", "ask": "We learn together.", "answer": 2, "note": "why", "why": "not asked any more in 1.1.0"}
    ]
    assert contents(file)["frameworks"][0]["version"] == "1.1.0"
    assert "Why it is set aside: not asked any more in 1.1.0" in peerkit("show", file).out


def test_a_question_whose_words_changed_is_asked_again_with_the_old_answer_beside_it(folder: Path, file: Path) -> None:
    peerkit("assess", "--resume", file, typed="2\n3\n")
    place(folder / "frameworks", changed(("We learn together.", "We all learn together."), text=ASKED))
    ended = peerkit("assess", "--resume", file, typed="4\n")
    assert ended.code == 0
    assert 'Your answer so far: Partly. It was given to: "We learn together." Enter' in ended.out
    assert contents(file)["answers"]["small/learn"] == {"ask": "We all learn together.", "answer": 4}


def test_a_change_of_layout_and_comments_changes_nothing(folder: Path, file: Path) -> None:
    peerkit("assess", "--resume", file, typed="2\n3\n")
    place(folder / "frameworks", f"# a comment\n{ASKED}\n\n")
    assert peerkit("assess", "--resume", file).err == ""


def test_an_answer_hidden_by_a_condition_stays_and_comes_back_with_it(file: Path) -> None:
    peerkit("assess", "--resume", file, typed="2\n3\n")
    data = json.loads(file.read_text())
    file.write_text(json.dumps(data | {"facts": {"practitioners": False}}))
    assert peerkit("assess", "--resume", file).code == 0
    assert answered(file) == THREE_CORE
    assert json.loads(peerkit("report", file, "--format", "json").out)["frameworks"][0]["counts"]["in_scope"] == 2
    file.write_text(json.dumps(data))
    assert json.loads(peerkit("report", file, "--format", "json").out)["frameworks"][0]["counts"]["in_scope"] == 3


def test_a_file_that_another_peerkit_has_open_is_left_alone(file: Path) -> None:
    before = file.read_bytes()
    with file.with_name(f"{file.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ended = peerkit("assess", "--resume", "x.peerkit.json", typed="3\n")
        hint = "Close the other one first; nothing was changed."
        assert ended.failed == (3, "x.peerkit.json is open in another peerkit", hint)
    assert file.read_bytes() == before


def test_a_missing_framework_is_named_with_two_ways_on(folder: Path, file: Path) -> None:
    (folder / "frameworks" / "small.yaml").unlink()
    before = file.read_bytes()
    error = "x.peerkit.json needs the framework small, and it is not there"
    for arguments in (["assess", "--resume"], ["report"]):
        ended = peerkit(*arguments, "x.peerkit.json")
        code, told, hint = ended.failed
        assert (code, told) == (3, error)
        assert hint.endswith("Give its folder with --frameworks, or read the answers: peerkit show x.peerkit.json")
    assert file.read_bytes() == before
    shown = peerkit("show", "x.peerkit.json")
    assert (shown.code, shown.err) == (0, "")
    assert "1. We plan together.\nStarting (small/plan).\n" in shown.out


def test_the_folder_of_a_missing_framework_can_be_given(folder: Path, file: Path) -> None:
    (folder / "frameworks").rename(folder / "elsewhere")
    assert peerkit("report", file, "--frameworks", "elsewhere").code == 0
    assert peerkit("assess", "--resume", file, "--frameworks", "elsewhere", typed="2\n3\n").code == 0


def test_who_stops_is_told_where_the_framework_is_and_the_command_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    framework = place(tmp_path / "my own")
    told = peerkit("assess", framework, "--file", "o.peerkit.json", typed="q\n").out.strip().split("\n")
    command = " ".join(told[told.index(next(line for line in told if line.startswith("Go on later"))) :])
    words = shlex.split(command.removeprefix("Go on later: peerkit "))
    assert words == ["assess", "--resume", "o.peerkit.json", "--frameworks", str(tmp_path / "my own")]
    assert peerkit(*words, typed="q\n").code == 0


def test_an_answer_of_the_wrong_type_is_said_in_the_words_of_answers(tmp_path: Path) -> None:
    framework = place(tmp_path)
    path = tmp_path / "o.peerkit.json"
    peerkit("assess", framework, "--file", path, typed="3\nq\n")
    path.write_text(path.read_text(encoding="utf-8").replace('"answer": 3', '"answer": true'), encoding="utf-8")
    ended = peerkit("show", path)
    assert ended.code == 3
    assert ended.told[1] == "Write a level from 0 to 4, not-applicable, dont-know, skipped or, of a group, no-agreement here."
