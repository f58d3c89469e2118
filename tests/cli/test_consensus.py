"""A group that answers one form together: who is in the room, what it is asked, and that it can go on later."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peerkit.cli.prompting.welcome_words import how_long_together
from peerkit.engine.interview.question_counts import Amount, seconds_a_question
from peerkit.model.answers import Set
from support.commandline import answered, contents, peerkit, place

ALL = {"small/plan": 3, "small/learn": 3, "small/share": 3}


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    return place(folder / "frameworks")


@pytest.fixture
def file(folder: Path) -> Path:
    return folder / "x.peerkit.json"


def test_a_group_is_asked_every_question_in_its_own_words_and_has_no_role(file: Path) -> None:
    ended = peerkit("assess", "small", "--mode", "consensus", "--file", file, typed="3\n" * 3)
    assert (ended.code, answered(file)) == (0, ALL)
    saved = contents(file)
    assert (saved["mode"], "role" in saved, "room" in saved) == ("consensus", False, False)
    assert saved["answers"]["small/plan"]["ask"] == "We plan together."
    assert "what is it like here?" not in ended.out


@pytest.mark.parametrize("room", [["peer-worker=3,staff=2"], ["staff=2", "--room", "3 peer workers"]])
def test_who_is_in_the_room_is_kept_by_count(file: Path, room: list[str]) -> None:
    peerkit("assess", "small", "--mode", "consensus", "--room", *room, "--file", file, typed="3\n" * 3)
    assert contents(file)["room"] == {"peer-worker": 3, "staff": 2}
    assert "3 peer workers" in " ".join(peerkit("report", file, "--plain").out.split())


def test_one_person_is_the_mode_that_stands_for_itself(file: Path) -> None:
    peerkit("assess", "small", "--mode", "solo", "--role", "staff", "--file", file, typed="q\n")
    saved = contents(file)
    assert ("mode" in saved, saved["role"]) == (False, "staff")


@pytest.mark.parametrize(
    ("options", "error", "hint"),
    [
        (
            ["--mode", "consensus", "--role", "staff"],
            "--role does not go with --mode consensus: a group has no one role",
            "Leave --role out; --room peer-worker=3,staff=2 says who is there.",
        ),
        (["--room", "staff=2"], "--room goes with --mode consensus", "Add --mode consensus, or leave --room out."),
        (["--mode", "solo", "--room", "staff=2"], "--room goes with --mode consensus", "Add --mode consensus, or leave --room out."),
        (["--mode", "consensus", "--room", "staf=2"], 'there is no role called "staf"', "Did you mean staff?"),
        (["--mode", "group"], '"group" is no value for --mode', "Choose from solo, consensus."),
    ],
)
def test_options_that_do_not_fit_together_are_wrong_usage_and_nothing_is_saved(
    folder: Path, options: list[str], error: str, hint: str
) -> None:
    assert peerkit("assess", "small", *options, typed="3\n" * 9).failed == (2, error, hint)
    assert sorted(path.name for path in folder.iterdir()) == ["frameworks"]


def test_a_group_goes_on_where_it_left_off_and_can_ask_more(folder: Path, file: Path) -> None:
    place(
        folder / "frameworks",
        (folder / "frameworks/small.yaml").read_text().replace("        core: true\n        voices", "        voices"),
    )
    peerkit("assess", "small", "--mode", "consensus", "--room", "staff=2", "--file", file, typed="2\nq\n")
    assert peerkit("assess", "--resume", file, typed="4\n").code == 0
    assert answered(file) == {"small/plan": 2, "small/share": 4}
    assert peerkit("assess", "--resume", file, "--set", "full", typed="1\n").code == 0
    saved = contents(file)
    assert (saved["mode"], saved["room"], saved["set"]) == ("consensus", {"staff": 2}, "full")
    assert answered(file) == {"small/plan": 2, "small/share": 4, "small/learn": 1}
    assert json.loads(peerkit("report", file, "--format", "json").out)["respondents"]["by_role"] == {"staff": 2}


# A group that does not agree.


@pytest.mark.parametrize("line", ["a", "A", "no agreement", "We do not agree"])
def test_a_group_can_say_that_it_does_not_agree_and_how_each_sees_it(file: Path, line: str) -> None:
    typed = f"v 1 2 nights are different\nv 4 3\n{line}\n3\n3\n"
    ended = peerkit("assess", "small", "--mode", "consensus", "--file", file, typed=typed)

    assert (ended.code, answered(file)) == (0, {**ALL, "small/plan": "no-agreement"})
    views = [{"answer": 1, "people": 2, "why": "nights are different"}, {"answer": 4, "people": 3}]
    assert contents(file)["answers"]["small/plan"]["dissent"] == views
    report = json.loads(peerkit("report", file, "--format", "json").out)
    assert report["frameworks"][0]["counts"]["no_agreement"] == 1


@pytest.mark.parametrize("line", ["a", "no agreement", "We do not agree"])
def test_one_person_cannot(file: Path, line: str) -> None:
    ended = peerkit("assess", "small", "--role", "staff", "--file", file, typed=f"{line}\n" * 4)

    assert (ended.code, answered(file)) == (3, {})
    assert "a, v and a differing view" not in ended.out


def test_a_sheet_of_a_group_has_it_and_one_persons_has_not(folder: Path, file: Path) -> None:
    (folder / "sheet.csv").write_text("id,answer\nplan,We do not agree\n", encoding="utf-8")
    alone = peerkit("assess", "small", "--answers", "sheet.csv", "--file", file)
    assert alone.code == 3
    assert "is no answer to small/plan" in alone.err
    assert peerkit("assess", "small", "--mode", "consensus", "--answers", "sheet.csv", "--file", file).code == 0
    assert answered(file) == {"small/plan": "no-agreement"}


def test_a_group_is_told_an_honest_time() -> None:
    amounts: dict[Set, Amount] = {"quick": Amount(15, 15), "full": Amount(31, 31)}
    assert list(how_long_together(amounts)) == [
        "Quick set: 15 questions, about 2 to 2.5 hours, at eight to ten minutes a question.",
        "Full set: 31 questions, about 4 to 5 hours, at eight to ten minutes a question.",
        "In an hour there are 4 minutes for each of 15 questions: say where you stand, write down who sees it otherwise, and go on. "
        "Or keep to a few sections, and meet again.",
    ]
    assert list(how_long_together({"quick": Amount(5, 5)})) == [
        "Quick set: 5 questions, about 40 to 50 minutes, at eight to ten minutes a question."
    ]


def test_the_minutes_left_of_a_group_go_by_that_until_its_pace_is_known() -> None:
    assert seconds_a_question([], in_a_group=True) == 540
    assert seconds_a_question([300.0] * 5, in_a_group=True) == 300
