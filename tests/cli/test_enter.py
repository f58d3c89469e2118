"""A paper sheet that is typed in: a line for each question, saved at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerkit.cli.prompting.sheet_lines import Keyed, Mark, names_another, understand
from peerkit.model.constraints import LONGEST_NOTE
from support.commandline import ASKED, answered, contents, peerkit, place

ADDRESSES = {"A1": "small/plan", "B1": "small/share", "small/A1": "small/plan"}
ACCEPTED = "Accepted: 0 1 2 3 4, d, n, s or -, each with a note after it if there is one; a code such as B3; Enter, b, ?, q."


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    return place(folder / "frameworks")


@pytest.fixture
def file(folder: Path) -> Path:
    return folder / "x.peerkit.json"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("3\n", Keyed(None, Mark(3))),
        (" 0  since May, at 3 ", Keyed(None, Mark(0, "since May, at 3"))),
        ("mostly", Keyed(None, Mark(3))),
        ("Built in", Keyed(None, Mark(4))),
        ("not yet we plan to", Keyed(None, Mark(0, "we plan to"))),
        ("d", Keyed(None, Mark("dont-know"))),
        ("D 1", Keyed(None, Mark("dont-know", "1"))),
        ("n no kitchen", Keyed(None, Mark("not-applicable", "no kitchen"))),
        ("s", Keyed(None, Mark("skipped"))),
        ("-", Keyed(None, Mark("skipped"))),
        ("", Keyed(None, "blank")),
        ("b", Keyed(None, "back")),
        ("?", Keyed(None, "help")),
        ("Q", Keyed(None, "quit")),
        ("b1", Keyed("small/share", None)),
        ("B1 2 since May", Keyed("small/share", Mark(2, "since May"))),
        ("B1 ?", Keyed("small/share", "help")),
        ("SMALL/a1 4", Keyed("small/plan", Mark(4))),
        ("5", None),
        ("3x", None),
        ("maybe", None),
        ("B1 maybe", None),
        ("Z9 3", None),
        ("3 " + "x" * (LONGEST_NOTE + 1), None),
    ],
)
def test_a_line_says_an_answer_a_code_or_a_step(line: str, said: Keyed | None) -> None:
    assert understand(line, ADDRESSES) == said


@pytest.mark.parametrize(
    ("line", "is_another"), [("Z9", True), ("z9 3", True), ("B1 maybe", False), ("maybe", False), ("", False), ("3", False)]
)
def test_a_code_that_is_not_on_the_sheet_is_known_as_one(line: str, is_another: bool) -> None:
    assert names_another(line, ADDRESSES) == is_another


def test_a_sheet_is_typed_in_with_a_line_for_each_question(file: Path) -> None:
    ended = peerkit("assess", "small", "--enter", "--role", "staff", "--file", "x.peerkit.json", typed="1.0.0\n3 since May\nd\nn\n")
    assert (ended.code, ended.err) == (0, "")
    assert answered(file) == {"small/plan": 3, "small/learn": "dont-know", "small/share": "not-applicable"}
    assert contents(file)["answers"]["small/plan"] == {"ask": "We plan together.", "answer": 3, "note": "since May"}
    assert (
        "A1 plan > 3 Mostly, with a note\n"
        "A2 learn > I don't know / cannot see this from where I stand\n"
        "B1 share > Does not apply here\n"
        "Every question of the sheet has an answer.\n"
        "Saved: x.peerkit.json\n"
    ) in ended.out


def test_what_is_blank_on_the_sheet_has_no_answer_and_is_named_in_the_end(file: Path) -> None:
    ended = peerkit("assess", "small", "--enter", "--sheet-version", "1.0.0", "--file", file, typed="\n2\n\n")
    assert (ended.code, answered(file)) == (0, {"small/learn": 2})
    assert "A1 plan > no answer\nA2 learn > 2 Partly\nB1 share > no answer\nWithout an answer on the sheet: A1, B1.\n" in ended.out


def test_a_code_goes_to_its_question_and_may_bring_the_answer(file: Path) -> None:
    options = ("--sheet-version", "1.0.0", "--file", file)
    ended = peerkit("assess", "small", "--enter", *options, typed="b1\nb\n?\n2\nA1 4 yes\nB1 3\n")
    assert (ended.code, answered(file)) == (0, {"small/learn": 2, "small/plan": 4, "small/share": 3})
    assert "A2 learn > A2 We learn together.\nA2 learn > 2 Partly\nB1 share > 4 Built in, with a note\nB1 share > 3 Mostly\n" in ended.out


def test_an_answer_typed_before_is_shown_and_can_be_typed_anew(file: Path) -> None:
    peerkit("assess", "small", "--enter", "--sheet-version", "1.0.0", "--file", file, typed="3\n\n1\n")
    ended = peerkit("assess", "--resume", file, "--enter", "--sheet-version", "1.0.0", typed="b\n4\n2\n")
    assert (ended.code, answered(file)) == (0, {"small/plan": 4, "small/share": 1, "small/learn": 2})
    assert "A2 learn > A1 plan [3] > 4 Built in\nA2 learn > 2 Partly\nEvery question" in ended.out


def test_q_saves_and_stops(file: Path) -> None:
    ended = peerkit("assess", "small", "--enter", "--sheet-version", "1.0.0", "--file", file, typed="3\nq\n3\n")
    assert (ended.code, answered(file)) == (0, {"small/plan": 3})
    assert f"Go on later: peerkit assess --resume {file} --enter\n" in ended.out
    assert "Without an answer on the sheet: A2, B1.\n" in ended.out


def test_the_end_of_the_input_before_the_end_of_the_sheet_is_130_and_says_how_to_go_on(file: Path) -> None:
    ended = peerkit("assess", "small", "--enter", "--sheet-version", "1.0.0", "--file", "x.peerkit.json", typed="3\n")
    error = "stopped before the end of the sheet; 1 of 3 answers are saved in x.peerkit.json"
    assert (ended.code, *ended.told) == (130, error, "Go on with `peerkit assess --resume x.peerkit.json --enter`.")
    ended = peerkit("assess", "--resume", "x.peerkit.json", "--enter", typed="1.0.0\n2\n1\n")
    assert (ended.code, answered(file)) == (0, {"small/plan": 3, "small/learn": 2, "small/share": 1})


def test_an_unusable_line_is_asked_again_three_times_then_saved(file: Path) -> None:
    ended = peerkit("assess", "small", "--enter", "--sheet-version", "1.0.0", "--file", "x.peerkit.json", typed="3\n" + "foo\n" * 9)
    hint = "What was typed in is saved. Go on with `peerkit assess --resume x.peerkit.json --enter`."
    assert (ended.code, *ended.told) == (3, "no usable line came, and it was asked four times", hint)
    assert " ".join(ended.out.split()).count(ACCEPTED) == 4
    assert answered(file) == {"small/plan": 3}


def test_a_code_that_is_not_asked_of_this_role_is_told_so(file: Path) -> None:
    typed = "A2 3\n3\n3\n"
    ended = peerkit("assess", "small", "--enter", "--sheet-version", "1.0.0", "--role", "participant", "--file", file, typed=typed)
    assert "There is no such question on this sheet: look at the code, and at --role and\n--set.\n" in ended.out
    assert answered(file) == {"small/plan": 3, "small/share": 3}


@pytest.mark.parametrize("typed", ["0.9.0\n", "small 0.9.0\n", "soon\nv0.9.0\n"])
def test_a_sheet_of_another_version_is_refused_and_nothing_is_saved(folder: Path, typed: str) -> None:
    ended = peerkit("assess", "small", "--enter", typed=typed + "3\n" * 9)
    hint = "Use a sheet of 1.0.0 (`peerkit sheet small`), or give the folder with version 0.9.0 with --frameworks."
    assert (ended.code, *ended.told) == (3, "the sheet is of small 0.9.0, and here is small 1.0.0", hint)
    assert sorted(path.name for path in folder.iterdir()) == ["frameworks"]


def test_the_version_can_be_an_option(folder: Path) -> None:
    assert peerkit("assess", "small", "--enter", "--sheet-version", "0.9.0", typed="3\n" * 9).failed == (
        3,
        "the sheet is of small 0.9.0, and here is small 1.0.0",
        "Use a sheet of 1.0.0 (`peerkit sheet small`), or give the folder with version 0.9.0 with --frameworks.",
    )


def test_what_is_no_version_is_asked_again_three_times(folder: Path) -> None:
    ended = peerkit("assess", "small", "--enter", typed="soon\n" * 9)
    assert (ended.code, ended.told[0]) == (3, "no version was typed, and it was asked four times")
    assert sorted(path.name for path in folder.iterdir()) == ["frameworks"]


def test_the_sheets_of_several_frameworks_are_typed_in_one_after_the_other(folder: Path, file: Path) -> None:
    place(folder / "frameworks", ASKED.replace("id: small", "id: other"), "other.yaml")
    typed = "1.0.0\n1.0.0\n1\n1\n1\nother/B1 4\n"
    ended = peerkit("assess", "small", "other", "--enter", "--role", "staff", "--file", file, typed=typed)
    assert ended.code == 0
    assert answered(file) == {"small/plan": 1, "small/learn": 1, "small/share": 1, "other/share": 4}
    assert "Without an answer on the sheet: other/A1, other/A2.\n" in ended.out


@pytest.mark.parametrize(
    ("options", "error", "hint"),
    [
        (["--sheet-version", "1.0.0"], "--sheet-version goes with --enter", "A filled file says its version itself: --answers sheet.csv"),
        (
            ["--enter", "--answers", "s.csv"],
            "--enter and --answers are two ways to the same",
            "Type a paper sheet in, or name a filled file; not both.",
        ),
    ],
)
def test_options_that_do_not_fit_together_are_wrong_usage(options: list[str], error: str, hint: str) -> None:
    assert peerkit("assess", "small", *options).failed == (2, error, hint)
