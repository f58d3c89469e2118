"""A file that a team starts from: how it is prepared, what it gives to each, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from peerkit.source.json import assessment_file
from support.commandline import ASKED, DAY, answered, contents, peerkit, place

AGREED = (
    *("--program", "Lantern", "--set", "full", "--fact", "practitioners=no", "--goal", "4", "--goal", "small/plan=2"),
    *("--authority", "the peer council", "--may-see", "those who answer [red]", "--until", "2027", "--kept", "a locked drawer"),
    *("--support", "Ring Rowan, 555 0100"),
)
GOVERNANCE = {"authority": "the peer council", "may_see": "those who answer [red]", "until": "2027", "kept": "a locked drawer"}


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    return place(folder / "frameworks")


@pytest.fixture
def team(folder: Path) -> Path:
    assert peerkit("prepare", "small", *AGREED, "--file", "team.json").code == 0
    return folder / "team.json"


@pytest.fixture
def file(folder: Path) -> Path:
    return folder / "x.peerkit.json"


def test_a_prepared_file_holds_what_was_agreed_and_no_answers(team: Path) -> None:
    saved = contents(team)
    [framework] = saved.pop("frameworks")
    assert (framework["id"], framework["version"], len(saved.pop("id"))) == ("small", "1.0.0", 6)
    assert saved == {
        "format": "peerkit/assessment/1",
        "program": "Lantern",
        "set": "full",
        "facts": {"practitioners": False},
        "started": DAY,
        "updated": DAY,
        "goals": {"small": 4, "small/plan": 2},
        "governance": GOVERNANCE,
        "support": "Ring Rowan, 555 0100",
        "answers": {},
    }
    assert assessment_file.read(team).answers == {}
    assert team.stat().st_mode & 0o777 == 0o600


def test_without_a_terminal_nothing_is_asked_and_everything_may_stay_empty(folder: Path) -> None:
    ended = peerkit("prepare", "small", "--program", "Lantern Street")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        "Saved: lantern-street.small.prepared.peerkit.json\n"
        "It holds no answers. Give it to everyone. Each person says only who they are,\nand then the questions begin.\n"
        f"{ASKED_OF}"
        "Each person starts with:\npeerkit assess --from lantern-street.small.prepared.peerkit.json\n"
    )
    saved = contents(folder / "lantern-street.small.prepared.peerkit.json")
    assert {"goals", "governance", "support", "facts", "role", "mode"} & set(saved) == set()


ASKED_OF = (
    "Asked in the quick set: 3 of peer workers and staff; 2 of people who use the\n"
    "program, family members or friends, leaders or managers and partners from other\n"
    "organisations.\n"
)


def ahead(*people: str, frameworks: str = "small") -> list[str]:
    """Return what is said about how many will answer, with spaces as one."""
    ended = peerkit("prepare", frameworks, *(word for one in people for word in ("--people", one)), "--file", "team.json")
    assert (ended.code, ended.err) == (0, "")
    text = " ".join(ended.out.split())
    return text[text.index("Asked in") : text.index(" Each person starts with")].split(" - ")


def test_what_each_role_is_asked_is_said() -> None:
    assert ahead() == [" ".join(ASKED_OF.split())]


def test_what_a_report_of_so_many_could_show_is_said_before_anybody_answers() -> None:
    said = ahead("8 peer workers", "staff=6")
    assert said[0].endswith("A report of 14 people (8 peer workers, 6 staff) could show, if everybody rates every question:")
    assert said[1:] == ["A small framework: 2 of 2 sections, 3 of 3 questions; groups side by side in 2 of them."]


@pytest.mark.parametrize(("number", "few"), [(1, True), (6, True), (7, False)])
def test_up_to_six_are_told_first_to_answer_on_one_form_together(number: int, few: bool) -> None:
    said = " ".join(ahead(f"peer-worker={number}"))
    assert ("You are few. Answer on one form together first" in said) == few
    assert ("peerkit assess --from team.json --mode consensus --large" in said) == few
    assert ("peerkit agenda --questions small --minutes 60" in said) == few


def test_fewer_than_five_are_told_how_many_more_would_do() -> None:
    said = ahead("peer-worker=4")
    assert "Of fewer than five people nothing is shown, and 4 people are here." in said
    assert "With one more (a peer worker), two more sections would be shown." in said


def test_heads_that_make_no_sense_stop_before_anything_is_written(folder: Path) -> None:
    assert peerkit("prepare", "small", "--people", "some", "--file", "team.json").failed[0] == 2
    assert not (folder / "team.json").exists()


def test_a_framework_from_elsewhere_is_found_again_by_the_command_that_is_shown(folder: Path) -> None:
    place(folder / "mine", ASKED.replace("id: small", "id: mine"), "mine.yaml")
    out = peerkit("prepare", "mine/mine.yaml", "--file", "team.json").out
    assert out.endswith("\nEach person starts with:\npeerkit assess --from team.json --frameworks mine\n")
    assert peerkit("assess", "--from", "team.json", "--frameworks", "mine", "--file", "x.peerkit.json", typed="q\n").code == 0


def test_a_command_that_is_longer_than_a_line_folds_before_its_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "48")
    out = peerkit("prepare", "small", "--people", "4 staff", "--file", "a-team-with-a-long-name.json").out
    start = "peerkit assess \\\n  --from a-team-with-a-long-name.json"
    assert f"{start} \\\n  --mode consensus --large\n" in out
    assert out.endswith(f"\nEach person starts with:\n{start}\n")


def test_everyone_starts_alike_and_only_who_answers_differs(team: Path, file: Path) -> None:
    ended = peerkit("assess", "--from", team, "--role", "staff", "--file", file, typed="3\n" * 2)
    assert (ended.code, ended.err, answered(file)) == (0, "", {"small/plan": 3, "small/learn": 3})
    mine, theirs = contents(file), contents(team)
    assert mine["role"] == "staff"
    same = ("program", "set", "facts", "frameworks", "goals", "governance", "support")
    assert {key: mine[key] for key in same} == {key: theirs[key] for key in same}
    assert mine["id"] != theirs["id"]


def test_a_group_can_start_from_it_too(team: Path, file: Path) -> None:
    assert peerkit("assess", "--from", team, "--mode", "consensus", "--room", "staff=2", "--file", file, typed="3\n" * 2).code == 0
    assert (contents(file)["mode"], contents(file)["room"], contents(file)["program"]) == ("consensus", {"staff": 2}, "Lantern")


def test_the_sections_of_a_prepared_file_are_kept_to(folder: Path, file: Path) -> None:
    peerkit("prepare", "small", "--section", "care", "--file", "team.json")
    peerkit("assess", "--from", "team.json", "--file", file, typed="3\n" * 9)
    assert contents(file)["sections"] == {"small": ["care"]}
    assert answered(file) == {"small/plan": 3, "small/learn": 3}


def test_the_file_of_a_team_is_not_changed_by_who_starts_from_it(team: Path, file: Path) -> None:
    before = team.read_bytes()
    peerkit("assess", "--from", team, "--file", file, typed="3\n" * 9)
    assert team.read_bytes() == before


def test_of_a_file_with_answers_only_the_preparation_is_used_and_that_is_said(team: Path, file: Path, folder: Path) -> None:
    peerkit("assess", "--from", team, "--role", "staff", "--file", file, typed="3\n" * 2)
    ended = peerkit("assess", "--from", "x.peerkit.json", "--file", "y.peerkit.json", typed="q\n")
    assert ended.err == "note: x.peerkit.json holds 2 answers. Only its preparation is used; the answers stay in it.\n"
    saved = contents(folder / "y.peerkit.json")
    assert (saved["answers"], saved["role"], saved["goals"]) == ({}, "not-said", {"small": 4, "small/plan": 2})


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--program", "Tern Point"], "--program Tern Point contradicts team.json, which says Lantern"),
        (["--set", "quick"], "--set quick contradicts team.json, which says full"),
        (["--section", "care"], "--section care contradicts team.json, which says all sections"),
        (["--fact", "practitioners=yes"], "--fact practitioners=yes contradicts team.json, which says no"),
        (["--fact", "team-size=1-2"], "--fact team-size=1-2 contradicts team.json, which says 3-9"),
        (["tacsi"], "tacsi contradicts team.json, which says small"),
    ],
)
def test_an_option_that_contradicts_the_prepared_file_is_wrong_usage(folder: Path, team: Path, options: list[str], says: str) -> None:
    ended = peerkit("assess", *options, "--from", "team.json", typed="3\n" * 9)
    assert ended.failed == (2, says, "Leave the option out, or start without --from.")
    assert sorted(path.name for path in folder.iterdir()) == ["frameworks", "team.json"]


def test_an_option_that_says_the_same_as_the_prepared_file_is_no_contradiction(team: Path, file: Path) -> None:
    options = ("small", "--program", "Lantern", "--set", "full", "--fact", "practitioners=no", "--fact", "team-size=3-9")
    assert peerkit("assess", *options, "--from", team, "--file", file, typed="3\n" * 9).code == 0


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("version: 1.0.0", "version: 1.1.0"), "team.json was prepared with small 1.0.0, and here is version 1.1.0"),
        (("We plan together.", "We plan."), "team.json was prepared with small 1.0.0, and its texts here are others"),
    ],
)
def test_another_version_or_other_texts_of_the_framework_are_refused(folder: Path, team: Path, change: tuple[str, str], says: str) -> None:
    place(folder / "frameworks", ASKED.replace(*change))
    hint = "Give the folder of the one it was made with by --frameworks, or prepare the file anew with `peerkit prepare`."
    assert peerkit("assess", "--from", "team.json", typed="3\n" * 9).failed == (3, says, hint)


def test_a_framework_that_is_not_there_is_named(folder: Path, team: Path) -> None:
    (folder / "frameworks/small.yaml").unlink()
    ended = peerkit("assess", "--from", "team.json", typed="3\n" * 9)
    assert (ended.code, ended.told[0]) == (3, "team.json needs the framework small, and it is not there")


@pytest.mark.parametrize(("text", "code"), [("", 3), ("{}", 3), ('{"format": "peerkit/assessment/1", "set"', 3)])
def test_a_file_that_is_none_is_an_error(folder: Path, text: str, code: int) -> None:
    (folder / "team.json").write_text(text)
    assert peerkit("assess", "--from", "team.json").code == code


@pytest.mark.parametrize(
    ("goal", "error", "hint"),
    [
        ("5", '"5" is no goal', "Write --goal with a level from 1 to 4, or an id and a level: tacsi/shared-power=4."),
        ("small=x", '"small=x" is no goal', "Write --goal with a level from 1 to 4, or an id and a level: tacsi/shared-power=4."),
        ("small/plann=3", 'there is no place for a goal called "small/plann"', "Did you mean small/plan or small/learn or small/share?"),
        ("zz=3", 'there is no place for a goal called "zz"', "There are small and their questions, such as small/plan."),
    ],
)
def test_a_goal_that_is_none_is_wrong_usage(folder: Path, goal: str, error: str, hint: str) -> None:
    assert peerkit("prepare", "small", "--goal", goal).failed == (2, error, hint)
    assert sorted(path.name for path in folder.iterdir()) == ["frameworks"]


def test_nobody_answers_in_a_prepared_file(team: Path) -> None:
    before = team.read_bytes()
    ended = peerkit("assess", "--resume", "team.json", typed="3\n" * 9)
    hint = "Start from it: peerkit assess --from team.json"
    assert ended.failed == (2, "team.json is prepared for a team, and nobody answers in it", hint)
    assert team.read_bytes() == before


def test_a_prepared_file_writes_nothing_over(folder: Path) -> None:
    (folder / "team.json").write_text("precious")
    assert peerkit("prepare", "small", "--file", "team.json").told[0] == "team.json is there already"
    assert (folder / "team.json").read_text() == "precious"


def test_what_is_hinted_where_a_prepared_file_is_there_already_works(team: Path, file: Path) -> None:
    hint = "Choose another name with --file, or start from this one: peerkit assess --from team.json"
    assert peerkit("prepare", "small", "--file", "team.json").failed == (3, "team.json is there already", hint)
    assert peerkit("assess", "--from", "team.json", "--file", file, typed="3\n" * 2).code == 0


def test_a_prepared_file_is_no_report_and_says_so(team: Path) -> None:
    ended = peerkit("report", team, "--format", "json")
    report: dict[str, Any] = json.loads(ended.out)
    assert (ended.code, report["frameworks"][0]["score"]) == (0, None)
