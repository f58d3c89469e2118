"""`peerkit forget`: what is deleted, what is left alone, and what is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from peerkit.cli import console
from peerkit.source.json import storage
from support.commandline import peerkit, place

SHOWN = '{"format": "peerkit/shown/1"'


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    return place(folder / "frameworks")


@pytest.fixture
def round_of_two(folder: Path) -> Path:
    """A folder with the answers of two people, and a page of somebody's own."""
    here = folder / "2025-11"
    here.mkdir()
    for name in ("a", "b"):
        answered(here / f"{name}.peerkit.json", "Lantern Street")
    (here / "agenda.md").write_text("ours", encoding="utf-8")
    return here


@pytest.fixture
def someone_there(round_of_two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal with a person at it, once the answers are given."""
    assert round_of_two.is_dir()
    monkeypatch.setattr(console, "is_terminal", lambda: True)


def answered(path: Path, program: str) -> Path:
    arguments = ("--role", "staff", "--program", program, "--file", path)
    assert peerkit("assess", "small", *arguments, typed="1\n2\n3\n").code == 0
    return path


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.usefixtures("someone_there")
def test_a_round_is_deleted_after_the_programs_name_and_the_rest_stays(round_of_two: Path) -> None:
    (round_of_two / "lantern-street.shown.json").write_text(SHOWN, encoding="utf-8")
    ended = peerkit("forget", "2025-11", typed=" lantern  STREET \n")
    assert (ended.code, ended.out) == (0, "")
    assert left_in(round_of_two) == ["agenda.md"]
    assert ended.err.splitlines() == [
        "These answers of Lantern Street will be deleted for good:",
        "  2025-11/a.peerkit.json",
        "  2025-11/b.peerkit.json",
        "To go on, type the name of the program: Lantern Street",
        "2 files of answers are deleted. So is the memory of what their reports showed.",
        "What deleting cannot do: copies that were sent or printed, backups, synchronised",
        "folders and reports stay where they are. Ask whoever has them to delete theirs.",
        "From a copy of the answers a report can be made again, and nothing would tell it",
        "what earlier ones showed. And until it is written over, a disk may still hold",
        "what was deleted.",
    ]


@pytest.mark.parametrize("named", ["2025-11", "2025-11/sorted"])
@pytest.mark.usefixtures("someone_there")
def test_of_answers_sorted_into_folders_the_memory_in_the_one_around_goes_too(round_of_two: Path, named: str) -> None:
    (round_of_two / "lantern-street.shown.json").write_text(SHOWN, encoding="utf-8")
    (round_of_two / "sorted").mkdir()
    for name in ("a", "b"):
        (round_of_two / f"{name}.peerkit.json").rename(round_of_two / "sorted" / f"{name}.peerkit.json")

    assert peerkit("forget", named, typed="Lantern Street\n").code == 0
    assert left_in(round_of_two) == ["agenda.md", "sorted"]


@pytest.mark.usefixtures("someone_there")
def test_the_memory_stays_while_answers_do_that_were_sorted_into_a_folder(round_of_two: Path) -> None:
    (round_of_two / "lantern-street.shown.json").write_text(SHOWN, encoding="utf-8")
    (round_of_two / "sorted").mkdir()
    (round_of_two / "b.peerkit.json").rename(round_of_two / "sorted" / "b.peerkit.json")

    assert peerkit("forget", "2025-11/a.peerkit.json", typed="Lantern Street\n").code == 0
    assert left_in(round_of_two) == ["agenda.md", "lantern-street.shown.json", "sorted"]


@pytest.mark.usefixtures("someone_there")
def test_of_answers_moved_out_of_a_folder_the_memory_in_it_goes_too(round_of_two: Path) -> None:
    inside = round_of_two / "first"
    inside.mkdir()
    (inside / "lantern-street.shown.json").write_text(SHOWN, encoding="utf-8")

    assert peerkit("forget", "2025-11/a.peerkit.json", typed="Lantern Street\n").code == 0
    assert left_in(inside) == ["lantern-street.shown.json"]
    ended = peerkit("forget", "2025-11", typed="Lantern Street\n")
    assert (ended.code, "So is the memory of what their reports showed." in ended.err) == (0, True)
    assert (left_in(round_of_two), left_in(inside)) == (["agenda.md", "first"], [])


@pytest.mark.usefixtures("someone_there")
def test_the_memory_stays_while_answers_of_the_round_do(round_of_two: Path) -> None:
    memory = round_of_two / "lantern-street.shown.json"
    memory.write_text(SHOWN, encoding="utf-8")
    ended = peerkit("forget", "2025-11/a.peerkit.json", typed="Lantern Street\n")
    assert ended.code == 0
    assert "memory" not in ended.err
    assert left_in(round_of_two) == ["agenda.md", "b.peerkit.json", memory.name]


@pytest.mark.usefixtures("someone_there")
@pytest.mark.parametrize(
    ("typed", "said"), [("Lantern\n", "that is not the program's name"), ("\n", "nothing was typed"), ("", "nothing was typed")]
)
def test_nothing_is_deleted_without_the_name(round_of_two: Path, typed: str, said: str) -> None:
    ended = peerkit("forget", "2025-11", typed=typed)
    assert ended.code == 2
    assert ended.told == (f"{said}, and nothing was changed", "Run it again and type: Lantern Street")
    assert left_in(round_of_two) == ["a.peerkit.json", "agenda.md", "b.peerkit.json"]


def test_nothing_is_deleted_where_nobody_can_type(round_of_two: Path) -> None:
    ended = peerkit("forget", "2025-11", typed="Lantern Street\n")
    assert ended.failed == (
        2,
        "this needs a confirmation, and there is no terminal to type it in",
        "Run it in a terminal, without a pipe.",
    )
    assert "a.peerkit.json" in left_in(round_of_two)


@pytest.mark.usefixtures("someone_there")
def test_the_answers_of_two_programs_are_not_deleted_together(round_of_two: Path) -> None:
    other = (round_of_two / "a.peerkit.json").read_text(encoding="utf-8").replace("Lantern Street", "Harbour")
    (round_of_two / "c.peerkit.json").write_text(other, encoding="utf-8")
    assert peerkit("forget", "2025-11").failed == (
        2,
        "these are answers of Lantern Street and of Harbour",
        "Delete the answers of one program at a time.",
    )


@pytest.mark.usefixtures("someone_there")
def test_what_cannot_be_read_is_named_and_left_alone(round_of_two: Path) -> None:
    (round_of_two / "c.peerkit.json").write_text('{"half', encoding="utf-8")
    ended = peerkit("forget", "2025-11", typed="Lantern Street\n")
    assert ended.code == 0
    assert "Left alone: 2025-11/c.peerkit.json is no complete answer file" in ended.err
    assert left_in(round_of_two) == ["agenda.md", "c.peerkit.json"]


@pytest.mark.usefixtures("someone_there")
def test_a_file_that_holds_no_answers_is_never_deleted(round_of_two: Path) -> None:
    ended = peerkit("forget", "2025-11/agenda.md")
    assert ended.code == 3
    assert (round_of_two / "agenda.md").read_text(encoding="utf-8") == "ours"


@pytest.mark.usefixtures("someone_there")
def test_a_folder_without_answers_is_said(folder: Path) -> None:
    (folder / "empty").mkdir()
    assert peerkit("forget", "empty").failed == (
        3,
        "there are no answers to delete in empty",
        "Name a file, or the folder of a round.",
    )


@pytest.mark.usefixtures("someone_there")
def test_answers_that_are_being_given_are_not_deleted_and_the_message_says_how_far_it_came(round_of_two: Path) -> None:
    with storage.only_writer(round_of_two / "b.peerkit.json", warn=print):
        ended = peerkit("forget", "2025-11", typed="Lantern Street\n")
    assert ended.code == 3
    assert ended.told == (
        "2025-11/b.peerkit.json was not deleted: 2025-11/b.peerkit.json is open in another peerkit",
        "1 of 2 files are deleted, the others are as they were. Mend this, then run it again.",
    )
    assert left_in(round_of_two) == ["agenda.md", "b.peerkit.json"]


@pytest.mark.usefixtures("someone_there")
def test_through_a_link_the_answers_themselves_are_deleted(round_of_two: Path) -> None:
    (round_of_two / "lantern-street.shown.json").write_text(SHOWN, encoding="utf-8")
    linked = Path("linked")
    linked.mkdir()
    for name in ("a", "b"):
        (linked / f"{name}.peerkit.json").symlink_to((round_of_two / f"{name}.peerkit.json").resolve())

    ended = peerkit("forget", "linked", typed="Lantern Street\n")
    assert ended.code == 0
    assert (left_in(linked), left_in(round_of_two)) == ([], ["agenda.md"])
    assert "So is the memory" in ended.err


@pytest.mark.usefixtures("someone_there")
def test_a_file_and_a_link_to_it_are_one_file(round_of_two: Path) -> None:
    Path("a.peerkit.json").symlink_to((round_of_two / "a.peerkit.json").resolve())

    ended = peerkit("forget", "a.peerkit.json", round_of_two / "a.peerkit.json", typed="Lantern Street\n")
    assert (ended.code, "1 file of answers is deleted." in ended.err) == (0, True)
    assert left_in(round_of_two) == ["agenda.md", "b.peerkit.json"]


@pytest.mark.usefixtures("someone_there")
def test_in_a_folder_that_cannot_be_looked_into_it_is_said_that_more_may_be_left(
    round_of_two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, how: not Path(path).is_dir())
    ended = peerkit("forget", round_of_two / "a.peerkit.json", typed="Lantern Street\n")
    assert ended.code == 0
    assert f"What lies beside them in {round_of_two.resolve()} cannot be seen: more answers, or what reports showed." in " ".join(
        ended.err.split()
    )


@pytest.mark.usefixtures("someone_there")
def test_a_memory_that_a_report_is_being_made_with_is_not_deleted_under_its_hands(round_of_two: Path) -> None:
    kept = round_of_two / "lantern-street.shown.json"
    kept.write_text(SHOWN, encoding="utf-8")
    with storage.only_writer(kept, warn=print):
        ended = peerkit("forget", "2025-11", typed="Lantern Street\n")
    assert (ended.code, ended.told[1], kept.exists()) == (3, "Delete it once that is done.", True)


@pytest.mark.usefixtures("someone_there")
def test_what_a_killed_report_left_half_written_is_deleted_with_the_memory(round_of_two: Path) -> None:
    (round_of_two / "lantern-street.shown.json").write_text(SHOWN, encoding="utf-8")
    (round_of_two / ".lantern-street.shown.json.0a1b2c3d.tmp").write_text("{", encoding="utf-8")
    assert peerkit("forget", "2025-11", typed="Lantern Street\n").code == 0
    assert left_in(round_of_two) == ["agenda.md"]


@pytest.mark.usefixtures("someone_there")
def test_answers_are_deleted_whatever_their_files_are_called_and_what_only_has_such_a_name_is_not(round_of_two: Path) -> None:
    whole = (round_of_two / "a.peerkit.json").read_bytes()
    for name in ("a (1).peerkit.json", "Copy of a.PEERKIT.JSON", "a.peerkit.json.txt", "a.peerkit.json~"):
        (round_of_two / name).write_bytes(whole)
    foreign = {
        "c.peerkit.json": b'{"format": "peerkit/outcome/1"}',
        "holiday.shown.json": b"{}",
        "._a.peerkit.json": b"\0\5\x16\7 Mac OS X",
    }
    for name, raw in foreign.items():
        (round_of_two / name).write_bytes(raw)
    (round_of_two / "harbour.shown.json").write_text(SHOWN, encoding="utf-8")
    (round_of_two / ".a.peerkit.json").write_bytes(whole)

    ended = peerkit("forget", "2025-11", typed="Lantern Street\n")

    assert ended.code == 0
    assert "6 files of answers are deleted." in ended.err
    assert "Left alone: 2025-11/.a.peerkit.json is hidden" in ended.err
    assert "Left alone: 2025-11/c.peerkit.json is an outcome file" in ended.err
    assert left_in(round_of_two) == sorted([".a.peerkit.json", "agenda.md", "harbour.shown.json", *foreign])


@pytest.mark.usefixtures("someone_there")
def test_the_answers_in_folders_in_the_folder_go_too_with_the_memory_there(round_of_two: Path) -> None:
    inside = round_of_two / "from the mail"
    inside.mkdir()
    (round_of_two / "b.peerkit.json").rename(inside / "b.peerkit.json")
    for place_of in (round_of_two, inside):
        (place_of / "lantern-street.shown.json").write_text(SHOWN, encoding="utf-8")

    ended = peerkit("forget", "2025-11", typed="Lantern Street\n")

    assert ended.code == 0
    assert "  2025-11/from the mail/b.peerkit.json" in ended.err.splitlines()
    assert (left_in(round_of_two), left_in(inside)) == (["agenda.md", "from the mail"], [])
