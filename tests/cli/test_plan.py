from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from support.commandline import ASKED, DAY, contents, peerkit, place, without_commands
from support.files import changed
from support.rendering import text_formats

FEW = "Few actions get done. The rest can wait until you look again."
LATER = "Pick what matters most now. The rest can wait until you look again."
SIZES = "Write it like planned-co-design=small; there are small, medium and large."
OUTCOME: dict[str, Any] = {
    "format": "peerkit/outcome/1",
    "program": "lantern  STREET",
    "date": "2026-11-20",
    "importance": {"small/learn": "high"},
    "actions": [{"id": "learn", "who": "Ana"}, {"id": "small/gone", "what": "Ask around."}],
    "outside_our_control": ["The lease."],
    "recheck": "2027-05-01",
}


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    return place(folder / "frameworks")


@pytest.fixture
def file(folder: Path) -> Path:
    path = folder / "x.peerkit.json"
    arguments = ("--role", "staff", "--program", "Lantern Street", "--file", path)
    assert peerkit("assess", "small", *arguments, typed="1\n2\n0\n").code == 0
    return path


@pytest.fixture
def outcome(folder: Path) -> Path:
    return written(folder, OUTCOME)


def written(folder: Path, data: object, name: str = "x.outcome.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def data(file: Path, *arguments: object) -> dict[str, Any]:
    ended = peerkit("plan", file, "--format", "json", *arguments)
    assert (ended.code, ended.warned) == (0, "")
    plan: dict[str, Any] = json.loads(ended.out)
    return plan


def actions(plan: dict[str, Any]) -> list[str]:
    return [one["id"] for one in plan["actions"]]


def test_it_proposes_up_to_three_actions(file: Path) -> None:
    plan = data(file)

    assert (plan["choice"], plan["date"], actions(plan)) == ("proposed", DAY, ["small/share", "small/plan", "small/learn"])
    [framework] = plan["frameworks"]
    assert (framework["now"], framework["then"]) == (18.75, 43.75)


def test_the_terminal_is_the_default_and_says_what_comes_of_it(file: Path) -> None:
    ended = peerkit("plan", file)

    assert (ended.code, ended.warned) == (0, "")
    assert ended.out.startswith("Action plan: Lantern Street\n")
    assert "The score of A small framework rises from 19 to 44." in " ".join(ended.out.split())
    assert ended.out == peerkit("plan", file, "--format", "terminal", "--plain").out


@pytest.mark.parametrize("form", text_formats("plan"))
def test_every_format_goes_to_standard_output_or_to_a_file(folder: Path, file: Path, form: str) -> None:
    shown, ended = peerkit("plan", file, "--format", form), peerkit("plan", file, "--format", form, "--output", "out")
    assert (shown.code, shown.warned) == (0, "")
    assert (ended.code, ended.out, ended.warned) == (0, "", "Written to out\n")
    assert without_commands((folder / "out").read_text(encoding="utf-8")) == without_commands(shown.out)


def test_a_plan_is_never_written_over_answers(file: Path) -> None:
    before = file.read_bytes()

    ended = peerkit("plan", file, "--output", file)

    assert ended.failed == (3, f"{file} holds answers, and a result is not written over them", "Choose another name with --output.")
    assert file.read_bytes() == before


def test_a_plan_is_never_written_over_what_a_workshop_agreed_on(folder: Path, file: Path, outcome: Path) -> None:
    for target in (outcome, written(folder, OUTCOME, "notes.json")):
        before = target.read_bytes()
        error = f"{target} holds what a workshop agreed on, and a result is not written over it"
        assert peerkit("plan", file, "--output", target).failed == (3, error, "Choose another name with --output.")
        assert target.read_bytes() == before


def test_efforts_are_weighed(file: Path) -> None:
    plain, weighed = data(file), data(file, "--effort", "share=large,small/plan=SMALL", "--effort", " learn = medium")

    assert [one["effort"] for one in plain["actions"]] == ["medium"] * 3
    assert {one["id"]: one["effort"] for one in weighed["actions"]} == {
        "small/share": "large",
        "small/plan": "small",
        "small/learn": "medium",
    }
    assert [one["value"] for one in plain["actions"]] == [1250.0, 208.3333, 104.1667]
    assert [one["value"] for one in weighed["actions"]] == [833.3333, 416.6667, 104.1667]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--pick", "learn"], ["small/learn"]),
        (["--pick", "learn, small/plan"], ["small/learn", "small/plan"]),
        (["--pick", "learn", "--pick", "plan", "--pick", "learn"], ["small/learn", "small/plan"]),
        (["--actions", "1"], ["small/share"]),
        (["--actions", "2", "--effort", "share=large,small/plan=SMALL"], ["small/share", "small/plan"]),
    ],
    ids=" ".join,
)
def test_the_group_chooses(file: Path, arguments: list[str], expected: list[str]) -> None:
    assert actions(data(file, *arguments)) == expected


@pytest.mark.parametrize(
    ("arguments", "error", "hint"),
    [
        (["--actions", "4"], "a plan holds one to three actions, and --actions says 4", FEW),
        (["--actions", "0"], "a plan holds one to three actions, and --actions says 0", FEW),
        (["--actions", "1", "--pick", "plan,learn"], "this plan holds one action, and you picked 2", LATER),
        (["--pick", "lern"], 'there is no question called "lern" in these answers', "Did you mean learn?"),
        (
            ["--pick", "small/lern"],
            'there is no question called "small/lern" in these answers',
            "Did you mean learn?",
        ),
        (["--pick", "power"], '"power" is a section, and an action is about one question', "Pick a question in it: small/share."),
        (["--effort", "learn"], '"learn" is no value for --effort', SIZES),
        (["--effort", "learn=smal"], '"learn=smal" is no value for --effort', "Did you mean small?"),
        (["--effort", "=small"], '"=small" is no value for --effort', "Did you mean small?"),
        (["--effort", "lern=small"], 'there is no question called "lern" in these answers', "Did you mean learn?"),
        (["--format", "jsn"], '"jsn" is no value for --format', "Did you mean json?"),
        (
            ["--minimum-group", "5"],
            "--minimum-group is for the report of a team, and here is one file, whose report shows all that is in it",
            "Leave --minimum-group out, or name the files of the team, or their folder.",
        ),
    ],
    ids=str,
)
def test_what_is_asked_wrongly_is_said_kindly(file: Path, arguments: list[str], error: str, hint: str) -> None:
    assert peerkit("plan", file, *arguments).failed == (2, error, hint)


def test_what_nobody_knows_cannot_be_picked(folder: Path) -> None:
    assert peerkit("assess", "small", "--role", "staff", "--file", "y.peerkit.json", typed="d\n2\n4\n").code == 0

    code, error, hint = peerkit("plan", "y.peerkit.json", "--pick", "plan").failed
    assert (code, error) == (2, "small/plan has no level yet, so it cannot go one up")
    assert hint == "Find out first who could tell; going on with the file asks it again."
    error, hint = peerkit("plan", "y.peerkit.json", "--pick", "share").told
    assert (error, hint) == ("small/share is at Built in, and there is no level above it", "Keep it as a strength, and pick another.")


def test_a_goal_moves_what_is_below_it(file: Path) -> None:
    assert actions(data(file, "--goal", "1")) == ["small/share"]
    assert data(file, "--goal", "4")["actions"][0]["gap"] == 4.0


def test_what_a_workshop_recorded_is_the_plan(file: Path, outcome: Path) -> None:
    plan = data(file, "--outcome", outcome)

    assert (plan["choice"], actions(plan)) == ("recorded", ["small/learn"])
    assert plan["actions"][0]["recorded"] == [{"id": "learn", "who": "Ana"}]
    assert (plan["actions"][0]["importance"], plan["recheck"]) == ("high", "2027-05-01")
    assert (plan["also_recorded"], plan["outside_our_control"]) == ([{"id": "small/gone", "what": "Ask around."}], ["The lease."])


def test_the_outcome_of_another_program_is_refused(folder: Path, file: Path) -> None:
    other = written(folder, OUTCOME | {"program": "Harbour"})

    code, error, _ = peerkit("plan", file, "--outcome", other).failed

    assert (code, error) == (3, f"{other} is about Harbour, and the answers are about Lantern Street")


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        ("{", "x.outcome.json is no complete outcome file: it breaks off or is damaged at line 1, column 2"),
        ("{}", "x.outcome.json is no outcome file of peerkit"),
        (json.dumps(OUTCOME | {"extra": 1}), "x.outcome.json cannot be read at extra: the key extra is not known here"),
    ],
)
def test_a_broken_outcome_is_an_input_error_and_stays_as_it_is(folder: Path, file: Path, raw: str, error: str) -> None:
    path = folder / "x.outcome.json"
    path.write_text(raw)

    ended = peerkit("plan", file, "--outcome", path.name)

    assert ended.failed[:2] == (3, error)
    assert path.read_text() == raw


def test_a_broken_file_of_answers_is_an_input_error(file: Path) -> None:
    file.write_text("{")

    assert peerkit("plan", file).failed[0] == 3


def test_barriers_of_a_folder_of_ones_own_are_taken(folder: Path, file: Path) -> None:
    place(
        folder / "frameworks",
        changed(("        why: Else nobody knows.\n", "        themes: [power]\n        why: Else nobody knows.\n"), text=ASKED),
    )
    assert data_with_note(file)["actions"][1]["barriers"][0]["barrier"].startswith("The big choices")

    own = "format: peerkit/barriers/1\nthemes:\n  - id: power\n    barriers:\n      - {barrier: Few decide., remedy: Take turns.}\n"
    place(folder / "frameworks", own, "barriers.yaml")

    assert data_with_note(file)["actions"][1]["barriers"] == [{"barrier": "Few decide.", "remedy": "Take turns."}]


def data_with_note(file: Path) -> dict[str, Any]:
    plan: dict[str, Any] = json.loads(peerkit("plan", file, "--format", "json").out)
    return plan


def test_what_is_in_the_files_is_text(file: Path, folder: Path) -> None:
    hostile = "\x1b]0;owned\x07[red]</b>\u202e=1+1"
    file.write_text(json.dumps(contents(file) | {"program": hostile}))
    outcome = written(folder, OUTCOME | {"program": hostile, "actions": [{"id": "learn", "who": hostile}]})

    for form in text_formats("plan"):
        ended = peerkit("plan", file, "--outcome", outcome, "--format", form, screen=form == "terminal")
        assert (ended.code, ended.warned) == (0, "")
        assert "\x1b]" not in ended.out
        assert "\u202e" not in ended.out


# A team.


@pytest.fixture
def team(folder: Path) -> Path:
    """A folder with the answers of six people; all see `learn` differently, and one alone differs about `share`."""
    inside = folder / "team"
    inside.mkdir()
    for number, (plan, learn, share) in enumerate([(1, 0, 3), (1, 1, 3), (2, 2, 3), (2, 3, 3), (1, 4, 3), (2, 2, 0)]):
        arguments = ("--role", "staff", "--program", "Lantern Street", "--file", inside / f"{number}.peerkit.json")
        assert peerkit("assess", "small", *arguments, typed=f"{plan}\n{learn}\n{share}\n").code == 0
    return inside


def test_a_folder_is_a_team_and_its_plan_rests_on_what_may_be_shown(team: Path) -> None:
    plan = data(team)

    assert (plan["program"], actions(plan)) == ("Lantern Street", ["small/plan"])
    assert [one["level"] for one in plan["actions"]] == [1.5]
    assert (plan["frameworks"][0]["now"], plan["frameworks"][0]["weakest_now"]) == (None, "care")
    assert [one["now_low"] == one["now_high"] for one in plan["frameworks"][0]["sections"]] == [True, False]


def test_the_plan_of_a_team_is_remembered_like_a_report(team: Path) -> None:
    assert peerkit("plan", team).code == 0
    remembered = {path.name: path.read_bytes() for path in team.iterdir() if path.name.endswith(".shown.json")}

    assert len(remembered) == 1
    assert peerkit("report", team).code == 0
    assert {path.name: path.read_bytes() for path in team.iterdir() if path.name in remembered} == remembered


def test_the_plan_of_a_team_says_how_people_are_protected_and_who_decides(team: Path) -> None:
    page = " ".join(peerkit("plan", team).out.split())

    assert "Not said, or not said alike in all files: who decides about these answers" in page
    assert (
        "Answers are only ever counted together for at least five people; every question can be shown. The team's report says more." in page
    )


def test_where_nothing_can_be_shown_the_plan_of_a_team_claims_no_goal_is_reached(team: Path) -> None:
    [latest, *_] = sorted(team.glob("*.peerkit.json"))
    late = latest.rename(team.parent / "late")
    assert peerkit("plan", team).code == 0
    late.rename(latest)

    page = " ".join(peerkit("plan", team).out.split())
    assert "3 of 3 questions are not shown, and so not planned." in page
    assert "No question can be shown here, so there is nothing to plan from." in page
    assert "below its goal" not in page


def test_a_team_takes_picks_and_outcomes_too(team: Path, outcome: Path) -> None:
    assert actions(data(team, "--pick", "share")) == ["small/share"]
    assert data(team, "--outcome", outcome)["choice"] == "recorded"


def test_a_folder_with_one_file_is_no_team(file: Path, folder: Path) -> None:
    (folder / "alone").mkdir()
    (folder / "alone" / file.name).write_bytes(file.read_bytes())

    assert data(folder / "alone") == data(file)
