"""The team's page in a real browser, under the rules of axe, and on paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from outside.test_html import HOSTILE, Browse, Complaints, Visit, browse, complaints, looks
from peerkit.model.report import TeamReport
from render.team_samples import HOUSE, people, workshop_report
from render.test_answered import MANY
from render.test_team_hostile import hostile_team
from support.commandline import process
from support.office import pdf_pages, poppler
from support.rendering import file_of, text_of
from support.teams import team_report
from support.workshop import FOLDER

__all__ = ["browse", "complaints"]


def written(folder: Path, report: TeamReport, name: str = "team", product: str = "team") -> str:
    path = folder / f"{name}.html"
    path.write_text(text_of(product, report, "html"), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("product", ["answered", "team"])
def test_the_page_breaks_no_rule_fits_and_asks_for_nothing(browse: Browse, tmp_path: Path, product: str) -> None:
    visits = looks(written(tmp_path, workshop_report(), product=product))

    for visit, found in zip(visits, browse(visits)["found"], strict=True):
        assert found["violations"] == [], visit
        assert found["noise"] == [], visit
        assert found["wide"] <= visit.width, visit
        assert found["main"] > 800


def test_the_page_is_valid_html(complaints: Complaints, tmp_path: Path) -> None:
    pages = [written(tmp_path, report, name) for name, report in (("team", workshop_report()), ("hostile", hostile_team(HOSTILE[1])))]

    assert complaints(pages) == [[], []]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_hostile_team_runs_or_is_fetched(browse: Browse, tmp_path: Path, text: str) -> None:
    [found] = browse([Visit(written(tmp_path, hostile_team(text)), width=320, free=True)])["found"]

    assert found["noise"] == []


def test_on_paper_every_part_is_there(tmp_path: Path) -> None:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.fail("this machine has no pdftotext; on Debian, install the package poppler-utils", pytrace=False)
    raw = file_of("team", workshop_report(), "pdf")
    assert isinstance(raw, bytes)
    assert len(pdf_pages(file_of("team_summary", workshop_report(), "pdf"))) == 1
    assert len(pdf_pages(file_of("short_team", workshop_report(), "pdf"))) <= 4
    path = tmp_path / "team.pdf"
    path.write_bytes(raw)

    told = subprocess.run([program, str(path), "-"], capture_output=True, text=True, timeout=60, check=True).stdout
    words = " ".join(told.split())
    for part in ("How people are protected", "Whose voice is missing", "groups stand at least 23 points apart", "Not protected"):
        assert part in words


def test_what_goes_back_to_those_who_answered_is_one_sheet_with_all_that_it_can_hold() -> None:
    what = "A one-page plan of who shapes the new evening program, written with the people who come in the evening"
    actions = tuple(replace(action, what=what, by="March 2027") for action in MANY.actions)
    outside = ("How long the funder gives the money for: raise it with the health service",) * 4
    files = people(support="Rowan, on 555 0100, or any peer worker you trust")
    report = team_report(HOUSE, files, outcome=replace(MANY, actions=actions, outside_our_control=outside))

    assert len(pdf_pages(file_of("answered", report, "pdf"))) == 1


def test_what_goes_back_to_those_who_answered_is_one_sheet_of_a4(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "round")
    outcome = "tern-point-peers.2025-11.outcome.json"
    given = ("--audience", "answered", "--outcome", outcome, "--format", "pdf", "--output", "answered.pdf")
    ended = process("report", "2025-11", *given, cwd=tmp_path / "round")
    raw = (tmp_path / "round" / "answered.pdf").read_bytes()

    assert ended.code == 0
    [sheet] = pdf_pages(raw)
    assert all(part in " ".join(sheet.split()) for part in ("What you told us is good", "March 2026", "open each one."))
    assert re.search(r"Page size:.*\(A4\)", poppler("pdfinfo", raw, "-"))


def test_of_four_people_there_is_one_sheet_and_nothing_is_remembered(tmp_path: Path) -> None:
    for path in sorted((FOLDER / "2026-11").glob("*.peerkit.json"))[:4]:
        shutil.copy(path, tmp_path)
    ended = process("report", ".", "--format", "pdf", "--output", "few.pdf", cwd=tmp_path)

    assert ended.code == 0
    [sheet] = pdf_pages((tmp_path / "few.pdf").read_bytes())
    assert "Nothing can be shown" in sheet
    assert not list(tmp_path.glob("*.shown.json"))
