"""`peerkit agenda` without --record: one file or a team, in each format, and what it refuses."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from peerkit.source.json.shown_file import SUFFIX
from support.commandline import CHECKOUT, peerkit, place, without_commands
from support.rendering import text_formats

TERN = CHECKOUT / "examples" / "tern-point" / "2025-11"


@pytest.fixture
def file(folder: Path) -> Path:
    place(folder / "frameworks")
    path = folder / "x.peerkit.json"
    arguments = ("--role", "staff", "--program", "Lantern Street", "--file", path)
    assert peerkit("assess", "small", *arguments, typed="1\n2\n4\n").code == 0
    return path


@pytest.fixture
def team(folder: Path) -> Path:
    copy = folder / "round"
    shutil.copytree(TERN, copy, ignore=shutil.ignore_patterns(f"*{SUFFIX}"))
    return copy


def test_one_file_makes_an_agenda_of_ninety_minutes(file: Path) -> None:
    ended = peerkit("agenda", file)

    assert (ended.code, ended.warned) == (0, "")
    assert ended.out.startswith("Workshop agenda: Lantern Street\nMade on: 21 November 2026\nTime: 90 minutes\n")
    assert "Made from one person's answers." in ended.out


def test_a_team_goes_through_the_gate_which_remembers_what_was_shown(team: Path) -> None:
    ended = peerkit("agenda", team, "--minutes", 45)

    assert (ended.code, ended.warned) == (0, "")
    assert "Answered by: 14 people" in ended.out
    assert "Answers are only ever counted together for at least five people" in " ".join(ended.out.split())
    assert [path.name for path in team.iterdir() if path.name.endswith(SUFFIX)] != []
    assert peerkit("agenda", team, "--minutes", 45).out == ended.out


def test_the_order_in_which_files_are_named_changes_nothing(team: Path) -> None:
    files = sorted(team.glob("*.peerkit.json"))

    [said] = {without_commands(peerkit("agenda", *named).out) for named in (files, files[::-1], [team])}
    assert said


def test_cards_name_documents_by_their_titles(team: Path) -> None:
    ended = peerkit("agenda", team, "--minutes", 180, "--format", "markdown")

    assert "Where the documents differ" in ended.out
    assert "**W3 insights:**" in ended.out


def test_a_document_that_is_not_here_is_named_by_its_id(folder: Path, file: Path) -> None:
    (folder / "frameworks" / "crosswalk.yaml").write_text(
        'format: peerkit/crosswalk/1\ntensions:\n  - id: t\n    title: "How fast?"\n    positions: {small: "Slowly.", gone: "Fast."}\n'
        '    indicators: [small/plan]\n    questions: ["Who waits?"]\n',
        encoding="utf-8",
    )
    ended = peerkit("agenda", file)

    assert "Where the documents differ: How fast?" in ended.out
    assert "A small framework: Slowly.\ngone: Fast." in ended.out


@pytest.mark.parametrize("form", text_formats("agenda"))
def test_every_format_goes_to_standard_output_or_to_a_file(folder: Path, file: Path, form: str) -> None:
    shown = peerkit("agenda", file, "--format", form)
    ended = peerkit("agenda", file, "--format", form, "--output", "out")

    assert (shown.code, ended.code, ended.out, ended.warned) == (0, 0, "", "Written to out\n")
    assert without_commands((folder / "out").read_text(encoding="utf-8")) == without_commands(shown.out)


def test_an_agenda_is_never_written_over_answers(file: Path) -> None:
    before = file.read_bytes()

    ended = peerkit("agenda", file, "--output", file)

    assert ended.failed == (3, f"{file} holds answers, and a result is not written over them", "Choose another name with --output.")
    assert file.read_bytes() == before


@pytest.mark.parametrize("minutes", [19, 241, -5])
def test_minutes_have_bounds(file: Path, minutes: int) -> None:
    hint = "With less time, hand the report round. With more, make one agenda for each half day."
    assert peerkit("agenda", file, "--minutes", minutes).failed == (
        2,
        f"an agenda is for 20 to 240 minutes, and {minutes} are asked for",
        hint,
    )


def test_minutes_that_are_out_of_bounds_leave_no_memory(team: Path) -> None:
    before = sorted(path.name for path in team.iterdir())

    assert peerkit("agenda", team, "--minutes", 5).code == 2
    assert sorted(path.name for path in team.iterdir()) == before


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (["--minimum-group", 4], "--minimum-group is for the report of a team, and here is one file, whose report shows all that is in it"),
        (["--format", "xml"], '"xml" is no value for --format'),
        (["--record", "a.outcome.json", "--output", "b.txt"], "--record asks, and writes no agenda"),
        (["--record", "a.outcome.json", "--format", "html"], "--record asks, and writes no agenda"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(file: Path, options: list[object], error: str) -> None:
    ended = peerkit("agenda", file, *options)

    assert (ended.code, ended.out, ended.told[0]) == (2, "", error)


def test_a_file_that_is_not_there_and_an_empty_folder_are_named(folder: Path) -> None:
    (folder / "empty").mkdir()

    assert peerkit("agenda", "gone.peerkit.json").failed == (3, "gone.peerkit.json is not there", "Check the path.")
    assert peerkit("agenda", "empty").failed == (3, "empty holds no file of answers", "Files of answers end in .peerkit.json.")


def test_a_goal_for_all_decides_what_is_a_strength(file: Path) -> None:
    assert "What would make us lose it?" in peerkit("agenda", file).out
    assert "We share decisions.\nBuilt in, goal Built in." in peerkit("agenda", file, "--goal", 4).out


# An agenda from the questions alone.


def test_questions_that_nobody_answered_make_an_agenda_one_of_each_section_in_turn(folder: Path) -> None:
    place(folder / "frameworks")

    ended = peerkit("agenda", "--questions", "small", "--minutes", 60)

    said = " ".join(ended.out.split())
    assert (ended.code, ended.err) == (0, "")
    assert said.startswith("Workshop agenda: A small framework Made on: 21 November 2026 Time: 60 minutes Answered by: nobody yet")
    assert "Made from the questions alone" in said
    assert "Each names one thing that works here" in said
    assert "Nothing is shown" not in said
    first, second = said.index("minutes): We plan together."), said.index("minutes): We share decisions.")
    assert said.index("0:00: Opening") < first < second
    assert "peerkit agenda --questions small --minutes 60 --format html --output cards.html" in said
    assert "peerkit assess small --mode consensus --large" in said


@pytest.mark.parametrize("form", [*text_formats("agenda")])
def test_an_agenda_of_questions_comes_in_every_format(folder: Path, form: str) -> None:
    place(folder / "frameworks")
    ended = peerkit("agenda", "--questions", "small,tacsi", "--format", form)
    assert (ended.code, ended.err) == (0, "")
    assert "nobody yet" in ended.out


def test_with_questions_no_files_are_named_and_nothing_is_recorded(folder: Path, file: Path) -> None:
    place(folder / "frameworks")
    for more in ([file], ["--record", "x.outcome.json"], ["--skip", file], ["--skip-broken"], ["--minimum-group", "6"]):
        assert peerkit("agenda", *more, "--questions", "small").failed[:2] == (2, "--questions makes an agenda of what nobody has answered")
