"""`peerkit agenda --record`: what a workshop agrees on, asked in lines, saved at once, and gone on with."""

from __future__ import annotations

import json
import shutil
import stat
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from peerkit.cli import console
from support.commandline import CHECKOUT, CLOCK, Ended, peerkit, place, process

TERN = CHECKOUT / "examples" / "tern-point" / "2025-11"


@pytest.fixture
def file(folder: Path) -> Path:
    """Answers by which the agenda asks about learn (Not yet), plan (Starting) and share (Partly)."""
    place(folder / "frameworks")
    path = folder / "x.peerkit.json"
    arguments = ("--role", "staff", "--program", "Lantern Street", "--file", path)
    assert peerkit("assess", "small", *arguments, typed="1\n0\n2\n").code == 0
    return path


@pytest.fixture
def outcome(folder: Path) -> Path:
    return folder / "o.outcome.json"


def record(file: Path, outcome: Path, *lines: str, end: bool = False) -> Ended:
    """Type lines into the dialogue; `end` adds a q, so that it ends there."""
    typed = "".join(f"{line}\n" for line in (*lines, *(["q"] if end else [])))
    return peerkit("agenda", file, "--minutes", 60, "--record", outcome, typed=typed)


def saved(outcome: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(outcome.read_text(encoding="utf-8"))
    return data


FIRST = "small/learn"
EMPTY = {"format": "peerkit/outcome/1", "program": "Lantern Street", "date": "2026-11-21"}
QUESTIONS = ("2", "2", "0", "2", "nights are different", "1", "1", "n", "1", "2", "s", "s")
"""learn: Partly, two people Not yet, it matters most; the next one: no agreement, it matters; the last: left open."""
ACTION = ("1", "Write a rota", "the lead", "May 2027", "Ask on Tuesday", "It hangs there", "an hour", "the night team")
REST = ("0", "The lease: the city", "The law", "", "2027-05-01")
AGREED = {FIRST: {"level": 2, "dissent": [{"answer": 0, "people": 2, "why": "nights are different"}]}}
APART = {"level": None, "agreement": "none"}


def test_a_whole_workshop_is_written_down(file: Path, outcome: Path) -> None:
    ended = record(file, outcome, *QUESTIONS, *ACTION, *REST)

    assert (ended.code, ended.err) == (0, "")
    assert list(saved(outcome)["importance"].values()) == ["high", "medium"]
    assert saved(outcome) == {
        **EMPTY,
        "agreed": {**AGREED, list(saved(outcome)["importance"])[1]: APART},
        "importance": saved(outcome)["importance"],
        "actions": [
            {
                "id": FIRST,
                "what": "Write a rota",
                "who": "the lead",
                "by": "May 2027",
                "first_step": "Ask on Tuesday",
                "sign": "It hangs there",
                "help": "an hour",
                "ask_also": "the night team",
            }
        ],
        "outside_our_control": ["The lease: the city", "The law"],
        "recheck": "2027-05-01",
    }
    assert "1 agreed level, 1 without agreement, 1 action." in ended.out
    assert f"peerkit report {file} --outcome {outcome}" in ended.out
    assert f"peerkit plan {file} --outcome {outcome}" in ended.out
    assert stat.S_IMODE(outcome.stat().st_mode) == 0o600


def test_who_does_not_agree_is_asked_how_each_sees_it(file: Path, outcome: Path) -> None:
    ended = record(file, outcome, "n", "2", "0", "2", "nights are different", "1", "q")

    assert saved(outcome)["agreed"] == {FIRST: {**APART, "dissent": AGREED[FIRST]["dissent"]}}
    said = " ".join(ended.out.split())
    assert said.count("You do not agree. Write down how each sees it, in their words.") == 2
    assert "1 That is all, go on" in said
    assert "otherwise" not in said


def test_the_commands_that_it_names_show_the_outcome_beside_the_answers(file: Path, outcome: Path) -> None:
    record(file, outcome, *QUESTIONS, *ACTION, *REST)
    report, plan = (" ".join(peerkit(one, file, "--outcome", outcome).out.split()) for one in ("report", "plan"))

    assert "Two people said Not yet: nights are different" in report
    assert "Write a rota" in report
    assert "Actions: as the workshop recorded them" in plan
    levels = json.loads(peerkit("report", file, "--outcome", outcome, "--format", "json").out)["frameworks"][0]["sections"]
    assert {one["id"]: one["level"] for section in levels for one in section["indicators"]}["learn"] == 0


@pytest.mark.parametrize("count", range(1, len(QUESTIONS) + len(ACTION) + len(REST)))
def test_wherever_the_input_ends_what_was_said_is_saved(file: Path, outcome: Path, count: int) -> None:
    ended = record(file, outcome, *(*QUESTIONS, *ACTION, *REST)[:count])

    assert ended.code == 130
    error, hint = ended.told
    assert error == f"stopped before the end; what was written down is saved in {outcome}"
    assert hint == f"Go on with `peerkit agenda {file} --minutes 60 --record {outcome}`."
    assert saved(outcome)["agreed"][FIRST]["level"] == 2
    assert ("dissent" in saved(outcome)["agreed"][FIRST]) == (count >= 5)
    written = saved(outcome).get("actions", [{}])[0]
    assert list(written)[1:] == ["what", "who", "by", "first_step", "sign", "help", "ask_also"][: max(0, count - len(QUESTIONS) - 1)]


def test_it_goes_on_at_the_first_question_of_which_nothing_is_written(file: Path, outcome: Path) -> None:
    record(file, outcome, *QUESTIONS[:7], end=True)
    ended = record(file, outcome, end=True)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.lstrip().startswith("Question 2 of 3.")
    assert saved(outcome) == {**EMPTY, "agreed": AGREED, "importance": {FIRST: "high"}}


def test_nothing_said_leaves_no_file(folder: Path, file: Path, outcome: Path) -> None:
    before = sorted(path.name for path in folder.iterdir())
    ended = record(file, outcome, "s", end=True)

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith("Nothing was written down, and there is no file.\n")
    assert sorted(path.name for path in folder.iterdir()) == before
    assert record(file, outcome).told[0] == "stopped before the end; nothing was written down"
    assert sorted(path.name for path in folder.iterdir()) == before


def test_everything_can_be_left_out(file: Path, outcome: Path) -> None:
    ended = record(file, outcome, *["s"] * 6, "0", "", "")

    assert (ended.code, ended.out.splitlines()[-1]) == (0, "> Nothing was written down, and there is no file.")


def test_b_goes_back_one_step_and_what_is_said_anew_takes_the_place_of_the_old(file: Path, outcome: Path) -> None:
    ended = record(file, outcome, "2", "b", "3", "b", "b", "", "1", "b", "b", "1", "1", "3", end=True)

    assert ended.code == 0
    assert saved(outcome) == {**EMPTY, "agreed": {FIRST: {"level": 1}}, "importance": {FIRST: "low"}}


def test_back_at_the_first_step_stays_there(file: Path, outcome: Path) -> None:
    ended = record(file, outcome, "b", "b", end=True)

    assert ended.out.count("Question 1 of 3.") == 3


def test_that_there_is_no_agreement_is_kept_with_the_views_that_differ(file: Path, outcome: Path) -> None:
    record(file, outcome, *QUESTIONS[:6], "b", "b", "n", "1", "1", end=True)

    apart = {FIRST: {**APART, "dissent": AGREED[FIRST]["dissent"]}}
    assert saved(outcome) == {**EMPTY, "agreed": apart, "importance": {FIRST: "high"}}
    report = " ".join(peerkit("report", file, "--outcome", outcome).out.split())
    assert "No agreement" in report
    assert "Two people said Not yet: nights are different" in report
    again = record(file, outcome, "b", "s", end=True)
    assert (again.code, saved(outcome)["agreed"]) == (0, apart)


def test_a_changed_level_keeps_the_views_that_differ(file: Path, outcome: Path) -> None:
    record(file, outcome, *QUESTIONS[:6], "b", "b", "3", end=True)

    assert saved(outcome)["agreed"] == {FIRST: {"level": 3, "dissent": AGREED[FIRST]["dissent"]}}


def test_views_are_several_and_the_last_can_be_taken_out(file: Path, outcome: Path) -> None:
    record(file, outcome, "2", "2", "5", "", "", "2", "6", "3", "-", "2", "4", "1", "x", "3", end=True)

    assert saved(outcome)["agreed"][FIRST]["dissent"] == [{"answer": "dont-know"}, {"answer": "not-applicable", "people": 3}]


@pytest.mark.parametrize("lines", [("2", "b"), ("2", "0", "b"), ("2", "0", "2", "b")])
def test_a_view_can_be_broken_off(file: Path, outcome: Path, lines: tuple[str, ...]) -> None:
    ended = record(file, outcome, "2", *lines, "1", "1", end=True)

    assert ended.code == 0
    assert saved(outcome) | {"date": EMPTY["date"]} == {**EMPTY, "agreed": {FIRST: {"level": 2}}, "importance": {FIRST: "high"}}


@pytest.mark.parametrize("lines", [("q",), ("2", "q"), ("2", "2", "q"), ("2", "2", "0", "q"), ("2", "2", "0", "1", "q"), ("2", "1", "q")])
def test_q_saves_and_stops_everywhere(file: Path, outcome: Path, lines: tuple[str, ...]) -> None:
    ended = record(file, outcome, *lines)

    assert (ended.code, ended.err) == (0, "")
    assert outcome.exists() == (len(lines) > 1)


def test_q_saves_and_stops_in_an_action_too(file: Path, outcome: Path) -> None:
    assert record(file, outcome, *["s"] * 6, "1", "Write a rota", end=True).code == 0
    assert saved(outcome)["actions"] == [{"id": FIRST, "what": "Write a rota"}]


def test_an_action_can_be_about_something_else_and_three_are_the_most(file: Path, outcome: Path) -> None:
    skipped = ("",) * 6
    ended = record(file, outcome, *["s"] * 6, "4", "Ask", *skipped, "4", "Look", *skipped, "1", "Do", *skipped, "", "")

    assert ended.code == 0
    assert [(one["id"], one["what"]) for one in saved(outcome)["actions"]] == [("other-1", "Ask"), ("other-2", "Look"), (FIRST, "Do")]
    assert peerkit("plan", file, "--outcome", outcome).code == 0


def test_an_action_is_kept_changed_or_taken_out(file: Path, outcome: Path) -> None:
    record(file, outcome, *QUESTIONS, *ACTION, *REST)
    record(file, outcome, "s", "s", "2", "", "-", "", "", "", "", "", "0", "-", "-", "", "-")

    [action] = saved(outcome)["actions"]
    assert ("who" in action, action["what"]) == (False, "Write a rota")
    assert not {"outside_our_control", "recheck"} & saved(outcome).keys()
    record(file, outcome, "s", "s", "3", "0", "", "")
    assert "actions" not in saved(outcome)
    assert saved(outcome)["agreed"][FIRST] == AGREED[FIRST]


def test_the_day_of_the_workshop_stays_when_it_is_gone_on_with(file: Path, outcome: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(file, outcome, "2", end=True)
    monkeypatch.setattr(console, "now", lambda: CLOCK + timedelta(days=60))
    record(file, outcome, "s", end=True)

    assert saved(outcome)["date"] == "2026-11-21"


def test_a_workshop_was_on_the_day_of_the_clock(file: Path, outcome: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    record(file, outcome, "2", end=True)

    assert saved(outcome)["date"] == "2026-11-21"


def test_what_people_write_is_kept_as_it_is(file: Path, outcome: Path) -> None:
    hostile = "[red]stop[/] =1+1 <b> ::error::x"
    ended = record(file, outcome, "2", "2", "0", "1", hostile, end=True)

    assert saved(outcome)["agreed"][FIRST]["dissent"][0]["why"] == hostile
    assert r"[red]stop[/] =1+1 <b> \x3a:error\x3a:x" in " ".join(ended.out.split())


def test_a_foreign_file_is_never_written_over(folder: Path, file: Path) -> None:
    foreign = {"notes.txt": b"milk", "x.json": b'{"a": 1}', "broken.outcome.json": b'{"format": "peerkit/outcome/1", '}
    for name, raw in foreign.items():
        path = folder / name
        path.write_bytes(raw)
        ended = record(file, path, *QUESTIONS)
        assert ended.code == 3
        assert name in ended.told[0]
        assert path.read_bytes() == raw
    before = file.read_bytes()
    assert record(file, file).told == (f"{file} is a name for another kind of file", "Choose one that ends in .outcome.json.")
    assert file.read_bytes() == before


def test_another_program_s_outcome_is_refused(file: Path, outcome: Path) -> None:
    raw = json.dumps({**EMPTY, "program": "Harbour Bridge"})
    outcome.write_text(raw, encoding="utf-8")

    ended = record(file, outcome, *QUESTIONS)

    assert ended.code == 3
    assert ended.told[0] == f"{outcome} is about Harbour Bridge, and the answers are about Lantern Street"
    assert outcome.read_text(encoding="utf-8") == raw


def test_a_folder_and_a_place_that_is_not_there_are_refused(folder: Path, file: Path) -> None:
    hint = "Name a file in it, such as lantern-street.2026-11-21.outcome.json."
    assert record(file, folder / "frameworks").failed == (3, f"{folder / 'frameworks'} is a folder", hint)
    assert record(file, folder / "gone" / "o.outcome.json").code == 3


def test_an_unusable_line_is_asked_again_three_times_and_what_was_said_stays(file: Path, outcome: Path) -> None:
    ended = record(file, outcome, "2", "1", "x", "y", "z", "w")

    assert ended.code == 3
    assert ended.told[0] == "no usable answer came, and it was asked four times"
    assert ended.told[1].startswith(f"What was written down is saved in {outcome}. Go on with `peerkit agenda")
    assert saved(outcome)["agreed"] == {FIRST: {"level": 2}}


def test_a_team_is_asked_by_what_its_report_shows_and_other_questions_can_be_added(folder: Path) -> None:
    shutil.copytree(TERN, folder / "round")
    ended = peerkit("agenda", "round", "--minutes", 20, "--record", "o.outcome.json", typed="s\ns\n1\n3\n1\n1\n0\n0\n\n\n")

    assert (ended.code, ended.warned) == (0, "")
    assert "Question 2 of 2." in ended.out
    [added] = saved(folder / "o.outcome.json")["agreed"]
    again = peerkit("agenda", "round", "--minutes", 20, "--record", "o.outcome.json", typed="s\ns\nb\nq\n")
    assert (again.code, "Question 1 of 2." in again.out) == (0, True)
    assert added.startswith("tacsi/")


def test_it_works_through_pipes(folder: Path, file: Path, outcome: Path) -> None:
    ended = process("agenda", file, "--minutes", 60, "--record", outcome, typed="2\n1\n1\nq\n", cwd=folder)

    assert (ended.code, ended.err) == (0, "")
    assert saved(outcome) | {"date": EMPTY["date"]} == {**EMPTY, "agreed": {FIRST: {"level": 2}}, "importance": {FIRST: "high"}}
