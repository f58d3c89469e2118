"""The report in short, for others, with what a workshop agreed, and opened."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from peerkit.model.report import AUDIENCES
from support.commandline import CHECKOUT, peerkit, place, process
from support.pages import page_of

EXAMPLE = CHECKOUT / "examples" / "lantern-street" / "lantern-street-peers.five.peerkit.json"


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    return place(folder / "frameworks")


@pytest.fixture
def file(folder: Path) -> Path:
    path = folder / "x.peerkit.json"
    typed = "m The note.\n1\nd\n4\n"
    assert peerkit("assess", "small", "--role", "staff", "--program", "Lantern", "--file", path, typed=typed).code == 0
    return path


def outcome(folder: Path, **keys: object) -> Path:
    path = folder / "lantern.outcome.json"
    agreed = {"small/plan": {"level": 2, "dissent": [{"answer": 0, "people": 2, "why": "not for all"}]}}
    plain = {"format": "peerkit/outcome/1", "program": "Lantern", "date": "2026-11-20", "agreed": agreed}
    path.write_text(json.dumps(plain | keys), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_a_report_comes_in_three_lengths(file: Path, form: str) -> None:
    page, short, whole = (peerkit("report", file, "--format", form, *more).out for more in (["--summary"], [], ["--full"]))

    assert len(page.splitlines()) < len(short.splitlines()) < len(whole.splitlines())
    assert [("Source" in text, "How to read the numbers" in text) for text in (page, short, whole)] == [
        (False, False),
        (True, False),
        (True, True),
    ]


def test_a_report_is_one_page_or_everything_and_not_both(file: Path) -> None:
    code, error, hint = peerkit("report", file, "--summary", "--full").failed

    assert (code, error) == (2, "--summary is one page, and --full is everything")
    assert hint == "Choose one of them, or neither: a few pages."


@pytest.mark.parametrize("form", ["csv", "json"])
def test_data_has_one_length(file: Path, form: str) -> None:
    assert peerkit("report", file, "--format", form).out == peerkit("report", file, "--format", form, "--full").out


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_summary_of_what_is_no_page_is_wrong_usage(file: Path, form: str) -> None:
    code, error, hint = peerkit("report", file, "--format", form, "--summary").failed

    assert (code, error) == (2, f"--summary is a page to read, and {form} is none")
    assert hint.startswith("Choose from ")


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json", "csv"])
def test_only_the_team_is_given_the_note(file: Path, form: str, audience: str) -> None:
    ended = peerkit("report", file, "--format", form, "--audience", audience, "--full")

    assert (ended.code, ended.err) == (0, "")
    assert ("The note." in ended.out) == (audience == "team")


def test_a_summary_can_be_for_an_audience(file: Path) -> None:
    out = peerkit("report", file, "--summary", "--audience", "funder").out

    assert "For a funder. Left out:" in out
    assert "Below the goal." in out
    assert "Starting now" not in out


def test_an_unknown_audience_is_wrong_usage_with_a_near_name(file: Path) -> None:
    assert peerkit("report", file, "--audience", "bord").failed == (2, '"bord" is no value for --audience', "Did you mean board?")


def test_what_a_workshop_agreed_is_shown_and_no_number_changes(folder: Path, file: Path) -> None:
    agreed = outcome(folder)

    ended = peerkit("report", file, "--outcome", agreed, "--full")

    assert (ended.code, ended.err) == (0, "")
    assert "Agreed on Partly, answered with Starting." in ended.out
    assert "Seen differently: Two people said Not yet: not for all" in ended.out
    numbers = [peerkit("report", file, "--format", "json", *more).out for more in (["--outcome", agreed], [])]
    assert numbers[0] == numbers[1]


def test_the_name_of_the_program_may_be_spaced_and_written_otherwise(folder: Path, file: Path) -> None:
    assert peerkit("report", file, "--outcome", outcome(folder, program=" LANTERN ")).code == 0


def test_the_outcome_of_another_program_is_refused(folder: Path, file: Path) -> None:
    agreed = outcome(folder, program="Harbour")

    assert peerkit("report", file, "--outcome", agreed).failed == (
        3,
        f"{agreed} is about Harbour, and the answers are about Lantern",
        "Give the outcome of the same program, or mend the name in the file.",
    )


def test_an_outcome_that_cannot_be_read_is_an_input_error(folder: Path, file: Path) -> None:
    assert peerkit("report", file, "--outcome", "gone.outcome.json").code == 3
    assert peerkit("report", file, "--outcome", file).failed[:2] == (3, f"{file} is a file of answers, and no outcome file")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--open"],
        ["--open", "--format", "html"],
        ["--open", "--output", "out.md", "--format", "markdown"],
        ["--open", "--output", "out.txt"],
    ],
    ids=" ".join,
)
def test_only_a_page_in_a_file_can_be_opened(folder: Path, file: Path, arguments: list[str]) -> None:
    assert peerkit("report", file, *arguments).failed == (
        2,
        "--open is for a page in a file",
        "Add --format html --output report.html.",
    )
    assert not list(folder.glob("out.*"))


def browser(folder: Path, code: int = 0) -> Path:
    """Return a program that notes which address it is asked to open."""
    path = folder / "browser"
    path.write_text(f'#!/bin/sh\nprintf %s "$1" > "{folder}/opened"\nexit {code}\n')
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_a_page_is_opened_in_the_browser_that_the_person_uses(folder: Path, file: Path) -> None:
    arguments = ("report", file, "--format", "html", "--output", "my page.html", "--open")

    ended = process(*arguments, cwd=folder, BROWSER=f"{browser(folder)} %s")

    assert (ended.code, ended.err) == (0, "Written to my page.html\n")
    assert (folder / "opened").read_text() == (folder / "my page.html").resolve().as_uri()


def test_where_no_browser_opens_the_page_its_place_is_told(folder: Path, file: Path) -> None:
    arguments = ("report", file, "--format", "html", "--output", "page.html", "--open")

    ended = process(*arguments, cwd=folder, BROWSER=f"{browser(folder, code=1)} %s", PATH="", DISPLAY="", WAYLAND_DISPLAY="")

    assert ended.code == 0
    assert ended.err == "Written to page.html\nnote: no browser could be opened; the page is page.html\n"


def test_themes_side_by_side_have_their_titles(folder: Path) -> None:
    ended = process("report", EXAMPLE, "--format", "html", "--full", cwd=folder)

    table = page_of(ended.out).the("table", kind="themes")
    titles = [row.all("th")[0].text for row in table.the("tbody").all("tr")]
    assert "Peer drift (keeping the role a peer role)" in titles
    assert "Peer drift" not in titles
