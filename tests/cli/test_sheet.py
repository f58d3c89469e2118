from __future__ import annotations

from pathlib import Path

import pytest

from support.commandline import ASKED, contents, peerkit, place


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    return place(folder / "frameworks")


def test_a_sheet_is_markdown_unless_another_format_is_asked_for() -> None:
    ended = peerkit("sheet", "small")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("# Answer sheet: A small framework\n\nsmall 1.0.0\n\nProgram: ....")
    assert (
        "\n**A1** We plan together.\n\n[ ] 0  [ ] 1  [ ] 2  [ ] 3  [ ] 4  [ ] d don't know  [ ] n does not apply  [ ] s skip\n" in ended.out
    )


@pytest.mark.parametrize("form", ["markdown", "csv", "html"])
def test_a_sheet_is_written_to_a_file(folder: Path, form: str) -> None:
    ended = peerkit("sheet", "small", "--format", form, "--output", "sheet.x")
    assert (ended.code, ended.out, ended.err) == (0, "", "Written to sheet.x\n")
    assert (folder / "sheet.x").read_text().rstrip("\n") == peerkit("sheet", "small", "--format", form).out.rstrip("\n")


def test_a_sheet_is_for_a_role_and_its_words() -> None:
    out = peerkit("sheet", "small", "--role", "participant", "--set", "full").out
    assert "For: someone who uses the program. Full set, 2 questions." in out
    assert "**A1** Here, we plan together." in out
    assert "**A2**" not in out
    assert "I have not seen this here." in out


def test_a_sheet_keeps_to_sections_and_facts() -> None:
    out = peerkit("sheet", "small", "--section", "care", "--fact", "practitioners=no").out
    assert ("**A2**" in out, "**B1**" in out) == (True, False)
    assert "**B1**" not in peerkit("sheet", "small", "--fact", "practitioners=no").out


def test_a_sheet_says_how_to_read_it_back() -> None:
    options = ("--role", "staff", "--set", "full", "--section", "care", "--fact", "practitioners=no", "--program", "My house")
    out = peerkit("sheet", "small", *options).out
    command = "peerkit assess small --set full --role staff --section care --fact practitioners=no --enter"
    assert out.endswith(f"To read it into peerkit:\n\n    {command}\n")


def test_a_sheet_of_a_prepared_file_holds_what_was_agreed(folder: Path) -> None:
    peerkit("prepare", "small", "--program", "Lantern", "--may-see", "the peer council", "--support", "Ring Rowan", "--file", "team.json")
    out = peerkit("sheet", "small", "--from", "team.json", "--role", "staff").out
    for said in ("Program: Lantern\n", "Who may see them: the peer council\n", "If you want to talk to someone: Ring Rowan\n"):
        assert said in out
    assert out.endswith("\n    peerkit assess --from team.json --role staff --enter\n")
    assert contents(folder / "team.json")["answers"] == {}


@pytest.mark.parametrize(
    ("options", "code", "error", "hint"),
    [
        (["smal"], 2, 'there is no framework called "smal"', "Did you mean small?"),
        (["small", "--format", "xml"], 2, '"xml" is no value for --format', "Choose from csv, docx, html, markdown, pdf, terminal."),
        (["small", "--role", "boss"], 2, '"boss" is no value for --role', "Choose from peer-worker, "),
        (["small", "--section", "cares"], 2, 'there is no section called "cares"', "Did you mean care?"),
        (
            ["small", "--section", "power", "--fact", "practitioners=no"],
            2,
            "there is nothing to ask this role in these sections",
            "Leave --section out, or choose another --role.",
        ),
        (["small", "--from", "gone.json"], 3, "gone.json is not there", "Check the path."),
    ],
)
def test_what_cannot_be_made_is_an_error(options: list[str], code: int, error: str, hint: str) -> None:
    ended = peerkit("sheet", *options)
    assert ended.out == ""
    assert (ended.code, ended.told[0]) == (code, error)
    assert ended.told[1].startswith(hint)


def test_a_prepared_file_of_another_framework_is_named(folder: Path) -> None:
    place(folder / "frameworks", ASKED.replace("id: small", "id: other"), "other.yaml")
    peerkit("prepare", "other", "--file", "team.json")
    assert peerkit("sheet", "small", "--from", "team.json").failed == (2, "team.json is not about small", "It is about other.")


def test_the_framework_may_be_left_out_where_a_prepared_file_has_one(folder: Path) -> None:
    peerkit("prepare", "small", "--file", "team.json")
    assert peerkit("sheet", "--from", "team.json").out == peerkit("sheet", "small", "--from", "team.json").out != ""
    place(folder / "frameworks", ASKED.replace("id: small", "id: other"), "other.yaml")
    peerkit("prepare", "small", "other", "--file", "both.json")
    assert peerkit("sheet", "--from", "both.json").failed == (2, "which framework?", "A sheet is about one of these: small, other.")
    assert peerkit("sheet").failed[:2] == (2, "which framework?")


def test_a_sheet_is_not_written_over_answers(folder: Path) -> None:
    peerkit("assess", "small", "--file", "x.peerkit.json", typed="q\n")
    before = (folder / "x.peerkit.json").read_bytes()
    assert peerkit("sheet", "small", "--output", "x.peerkit.json").code == 3
    assert (folder / "x.peerkit.json").read_bytes() == before
