"""`peerkit compare`: which arguments are sides, what is refused, and what is remembered beside a team's answers."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from peerkit.cli import console
from peerkit.model.answers import Assessment
from peerkit.source.json import assessment_file, shown_file
from support.commandline import ASKED, contents, peerkit, place
from support.files import changed
from support.team_folders import ROWS, people_of, save
from test_startup import HEAVY, loaded

LATER = {"plan": "44334 33444", "learn": "22333 11344", "share": "44423 13342"}


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    """The framework that everybody answered."""
    return place(folder / "frameworks")


@pytest.fixture
def first(folder: Path) -> Path:
    """A folder with the files of ten people."""
    return save(people_of(folder), folder / "2025")


@pytest.fixture
def second(folder: Path) -> Path:
    """A folder with the files of ten other people of the same program, a year later."""
    return save(renamed(people_of(folder, LATER, updated="2027-11-21"), "b"), folder / "2027")


@pytest.mark.parametrize("day", ["2026-11-31", "0000-01-01"])
def test_a_day_that_the_calendar_does_not_have_is_refused_with_its_place(folder: Path, day: str) -> None:
    path, other = one_file(folder, "a" * 4), one_file(folder, "b" * 4)
    path.write_text(json.dumps(contents(path) | {"updated": day}), encoding="utf-8")
    error, hint = f"{path} cannot be read at updated: there is no day {day}", "Write the day as year-month-day: 2026-11-21."
    assert peerkit("compare", path, other).failed == (3, error, hint)


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json", "csv"])
def test_the_first_day_of_all_and_the_last_can_be_held_against_each_other(folder: Path, form: str) -> None:
    path, other = (
        one_file(folder, "a" * 4, started="0001-01-01", updated="0001-01-01"),
        one_file(folder, "b" * 4, started="9999-12-31", updated="9999-12-31"),
    )
    assert peerkit("compare", path, other, "--format", form).code == 0


def renamed(people: Sequence[Assessment], letter: str) -> list[Assessment]:
    return [replace(one, id=f"{letter}{one.id}") for one in people]


def one_file(folder: Path, name: str, **keys: Any) -> Path:
    path = folder / f"{name}.peerkit.json"
    assessment_file.write(path, replace(people_of(folder)[0], id=name, **keys))
    return path


def data(*arguments: object) -> dict[str, Any]:
    ended = peerkit("compare", *arguments, "--format", "json")
    assert (ended.code, ended.warned) == (0, ""), ended.warned
    comparison: dict[str, Any] = json.loads(ended.out)
    return comparison


def answers_of(comparison: dict[str, Any]) -> list[Any]:
    return [
        question["stands"]
        for framework in comparison["frameworks"]
        for section in framework["sections"]
        for question in section["questions"]
    ]


# What is a side.


def test_two_folders_are_two_teams(first: Path, second: Path) -> None:
    ended = peerkit("compare", first, second)

    assert (ended.code, ended.warned) == (0, "")
    assert ended.out.startswith("Comparison: Lantern Street Peers\nA: a team of 10 people (5 peer workers, 5 staff), full set, ")
    assert "Up from A to B." in ended.out


def test_the_other_way_round_the_sides_change_places(first: Path, second: Path) -> None:
    here, there = data(first, second), data(second, first)

    assert there["sides"] == [side | {"label": label} for side, label in zip(here["sides"][::-1], "AB", strict=True)]
    assert answers_of(there) == [stands[::-1] for stands in answers_of(here)]


def test_two_files_are_two_people(folder: Path) -> None:
    files = one_file(folder, "aaaa"), one_file(folder, "bbbb", role="staff")
    sides = data(*files)["sides"]

    assert [(side["label"], side["kind"], side["role"]) for side in sides] == [("A", "solo", "peer-worker"), ("B", "solo", "staff")]
    assert not list(folder.glob("*.shown.json"))


def test_a_folder_with_one_file_is_that_file(folder: Path, first: Path) -> None:
    kept, *others = sorted(first.glob("*.peerkit.json"))
    for path in others:
        path.unlink()
    other = one_file(folder, "bbbb", role="staff")

    assert data(first, other) == data(kept, other)


def test_the_same_side_twice_differs_in_nothing(folder: Path, first: Path) -> None:
    file = one_file(folder, "aaaa")

    for side in (file, first):
        comparison = data(side, side)
        assert comparison["nothing_differs"]
        assert comparison["moved"] == []
        assert "Nothing differs" in peerkit("compare", side, side).out


def test_two_files_and_their_team_stand_side_by_side(folder: Path, first: Path) -> None:
    comparison = data(one_file(folder, "aaaa"), first, one_file(folder, "bbbb"))

    assert [side["kind"] for side in comparison["sides"]] == ["solo", "team", "solo"]


# What is refused.


def test_one_side_is_refused(first: Path) -> None:
    hint = "Name two files or two folders: peerkit compare A B"
    assert peerkit("compare", first).failed == (2, "a comparison needs two sides, and one is named", hint)


def test_three_people_of_one_program_are_refused(folder: Path) -> None:
    code, message, hint = peerkit("compare", *(one_file(folder, name * 4) for name in "abc")).failed

    assert (code, message) == (2, "more than two people of one program are a team, and are not compared one by one")
    assert "peerkit report FOLDER" in hint


def test_sides_without_a_common_framework_are_refused(folder: Path) -> None:
    place(folder / "frameworks", ASKED.replace("id: small", "id: other"), "other.yaml")
    assert peerkit("assess", "other", "--role", "staff", "--file", "o.peerkit.json", typed="1\n2\n4\n").code == 0

    code, message, _ = peerkit("compare", one_file(folder, "aaaa"), "o.peerkit.json").failed
    assert (code, message) == (3, "these have no framework in common: small; other")


@pytest.mark.parametrize("missing", ["nowhere", "nothing.peerkit.json"])
def test_what_is_not_there_is_named(first: Path, missing: str) -> None:
    assert peerkit("compare", first, missing).failed == (3, f"{missing} is not there", "Check the path.")


def test_a_broken_file_in_a_folder_is_named_or_left_out(first: Path, second: Path) -> None:
    broken = sorted(second.glob("*.peerkit.json"))[0]
    broken.write_text("{")

    code, message, hint = peerkit("compare", first, second).failed
    assert (code, message.startswith(f"{broken} is no complete answer file: ")) == (3, True)
    assert hint.endswith("Or go on without it: --skip-broken.")
    assert not list(first.glob("*.shown.json"))
    assert "B: a team of 9 people" in peerkit("compare", first, second, "--skip-broken").out


def test_a_format_that_is_none_is_refused_with_a_near_name(first: Path, second: Path) -> None:
    code, message, hint = peerkit("compare", first, second, "--format", "htlm").failed
    assert (code, message) == (2, '"htlm" is no value for --format')
    assert "html" in hint


def test_a_smallest_group_for_single_files_is_refused(folder: Path) -> None:
    code, message, _ = peerkit("compare", one_file(folder, "aaaa"), one_file(folder, "bbbb"), "--minimum-group", "6").failed
    assert (code, message) == (2, "--minimum-group is for teams, and these are single files, of which all is shown")


def test_a_lower_smallest_group_is_confirmed_by_name(first: Path, second: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, message, _ = peerkit("compare", first, second, "--minimum-group", "3").failed
    assert (code, message) == (2, "this needs a confirmation, and there is no terminal to type it in")

    monkeypatch.setattr(console, "is_terminal", lambda: True)
    ended = peerkit("compare", first, second, "--minimum-group", "3", "--format", "json", typed="lantern street peers\n")
    assert ended.code == 0
    assert [side["minimum_group"] for side in json.loads(ended.out)["sides"]] == [3, 3]


# What is remembered.


def memory(folder: Path) -> dict[str, Any]:
    [path] = folder.glob("*.shown.json")
    return contents(path)


def test_what_was_shown_is_remembered_as_by_a_report(folder: Path, first: Path, second: Path) -> None:
    alone = shutil.copytree(first, folder / "copy")
    assert peerkit("report", alone).code == 0
    assert peerkit("compare", first, second).code == 0

    assert memory(first) == memory(alone)
    assert len(list(second.glob("*.shown.json"))) == 1


def test_of_few_people_nothing_is_remembered(folder: Path, second: Path) -> None:
    few = save(people_of(folder)[:4], folder / "few")

    assert peerkit("compare", few, second).code == 0
    assert not list(few.glob("*.shown.json"))
    assert len(list(second.glob("*.shown.json"))) == 1


def test_a_folder_in_the_other_side_has_one_memory_however_it_is_written(folder: Path) -> None:
    inside = people_of(folder)[:5]
    outside = save(renamed(people_of(folder, LATER), "b"), Path("all"))
    save(inside, outside / "some")
    assert peerkit("report", outside).code == 0

    assert peerkit("compare", outside / "some", folder / "all").code == 0
    assert memory(outside)["people"] == memory(outside / "some")["people"]


def test_people_in_both_folders_are_remembered_in_both(folder: Path, first: Path) -> None:
    more = save([*people_of(folder), *renamed(people_of(folder, LATER)[:1], "c")], folder / "more")

    assert peerkit("compare", first, more).code == 0
    assert memory(first) == memory(more)
    report = json.loads(peerkit("report", more, "--format", "json").out)
    shown = [one["hidden"] for section in report["frameworks"][0]["sections"] for one in section["indicators"]]
    hidden = [stands[1]["state"] == "hidden" for stands in answers_of(data(first, more))]
    assert [one is not None for one in shown] == hidden


def test_one_person_more_in_a_copied_folder_is_not_given_away(folder: Path, first: Path) -> None:
    more = save([*people_of(folder), *renamed(people_of(folder, LATER)[:1], "c")], folder / "more")

    for sides in ((first, more), (more, first)):
        for stands in answers_of(data(*sides)):
            assert [stand["state"] for stand in stands].count("rated") <= 1


def test_an_earlier_report_of_one_folder_protects_people_in_the_other(folder: Path, first: Path) -> None:
    assert peerkit("report", first).code == 0
    more = save([*people_of(folder), *renamed(people_of(folder, LATER)[:1], "c")], folder / "more")
    other = save(renamed(people_of(folder, LATER, program="Harbour"), "d"), folder / "other")
    shown_file.write(shown_file.path_in(other, "Harbour"), shown_file.read(next(first.glob("*.shown.json"))))

    assert {stands[0]["state"] for stands in answers_of(data(more, other))} == {"hidden"}


def test_nothing_is_shown_when_it_cannot_be_remembered(first: Path, second: Path) -> None:
    shown_file.path_in(second, "Lantern Street Peers").mkdir()

    ended = peerkit("compare", first, second)
    assert (ended.code, ended.out) == (3, "")


def test_answers_to_hidden_questions_change_no_byte(folder: Path, first: Path) -> None:
    rows = ROWS | {"learn": "2.... 1...."}
    pages = []
    for name, row in (("one", "2.... 1...."), ("two", "4.... 0....")):
        team = save(renamed(people_of(folder, rows | {"learn": row}), "e"), folder / name)
        pages.append([peerkit("compare", first, team, "--format", form).out for form in ("terminal", "markdown", "html", "csv", "json")])
        (first / "lantern-street-peers.shown.json").unlink()

    assert pages[0] == pages[1]


# Where it goes.


def test_a_page_is_written_to_a_file(folder: Path, first: Path, second: Path) -> None:
    ended = peerkit("compare", first, second, "--format", "html", "--output", "page.html")

    assert (ended.code, ended.out, ended.warned) == (0, "", "Written to page.html\n")
    assert (folder / "page.html").read_text().startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(("same", "shown"), [("false", True), ("true", False)])
def test_an_older_file_is_compared_by_the_words_that_were_asked(folder: Path, same: str, shown: bool) -> None:
    older = one_file(folder, "aaaa")
    place(
        folder / "frameworks",
        changed(
            ("version: 1.0.0", "version: 1.1.0"),
            (
                "        ask: We learn together.\n",
                f"        ask: We learn from each other.\n        change: [{{version: 1.1.0, note: Said anew., same: {same}}}]\n",
            ),
        ),
    )
    newer = folder / "bbbb.peerkit.json"
    made = people_of(folder)[0]
    answers = {name: replace(one, ask=one.ask.replace("learn together", "learn from each other")) for name, one in made.answers.items()}
    assessment_file.write(newer, replace(made, id="bbbb", answers=answers))

    ended = peerkit("compare", older, newer)
    assert ended.code == 0
    for said in (
        "Changed in 1.1.0: Said anew.",
        "Asked in A: We learn together.",
        "1 question was asked in other words, and is not compared.",
    ):
        assert (said in ended.out) is shown
    assert ended.warned == "note: small has changed since these answers were given; the report goes by its words of today.\n"


def test_what_is_to_be_said_of_one_folder_on_both_sides_is_said_once(first: Path) -> None:
    copied = sorted(first.glob("*.peerkit.json"))[0]
    (first / f"{copied.stem} again.json").write_bytes(copied.read_bytes())
    said = peerkit("compare", first, first).err.splitlines()
    assert [" ".join(line.split()[-3:]) for line in said] == ["is counted once.", "all are in."]


def test_that_a_framework_has_changed_is_said_once(folder: Path, first: Path, second: Path) -> None:
    place(folder / "frameworks", changed(("title: Power\n", "title: Powers\n"), text=ASKED))
    said = "note: small has changed since these answers were given; the report goes by its words of today.\n"
    assert peerkit("compare", first, second).warned == said


def test_nothing_heavy_is_loaded_for_plain_lines(folder: Path, first: Path, second: Path) -> None:
    modules = loaded(folder, "compare", "--plain", str(first), str(second))

    assert not modules & HEAVY
    assert not any(name.startswith("peerkit.lint") for name in modules - {"peerkit.lint"})


def test_a_file_is_left_out_of_the_side_it_lies_in(folder: Path) -> None:
    one, other = save(people_of(folder), folder / "2025"), save(people_of(folder), folder / "2026")
    first = min(one.iterdir())

    ended = peerkit("compare", one, other, "--skip", first)

    assert (ended.code, ended.warned) == (0, f"note: {first} is left out, by --skip.\n")
    assert "9 people" in ended.out
    lost = peerkit("compare", one, other, "--skip", "nowhere.peerkit.json")
    assert lost.failed[:2] == (2, "nowhere.peerkit.json is to be skipped, and lies on neither side")
