"""The cards of an agenda in a real browser: readable for everyone, on a phone too, and on paper none is torn."""

from __future__ import annotations

import base64
import re
import shutil
from pathlib import Path

import pytest

from outside.test_sheet import PHONE, browsed, visit
from render.agenda_samples import group_agenda, hostile_team_agenda, solo_agenda, team_agenda
from render.hostile import HOSTILE
from support.commandline import CHECKOUT, process
from support.rendering import text_of

AGENDAS = {"team": team_agenda, "group": group_agenda, "solo": solo_agenda}


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """The pages of each sample, and of the invented team."""
    found = [tmp_path / f"{name}.html" for name in AGENDAS]
    for path, make in zip(found, AGENDAS.values(), strict=True):
        path.write_text(text_of("agenda", make(), "html"), encoding="utf-8")
    shutil.copytree(CHECKOUT / "examples" / "tern-point" / "2025-11", tmp_path / "round")
    ended = process("agenda", "round", "--minutes", "180", "--format", "html", "--output", "tern.html", cwd=tmp_path)
    assert ended.code == 0, ended.err
    return [*found, tmp_path / "tern.html"]


def test_the_cards_break_no_rule_fit_and_are_white_everywhere(node_modules: Path, pages: list[Path]) -> None:
    visits = [one for page in pages for one in (visit(page), visit(page, PHONE), visit(page, medium="print"))]
    for asked, found in zip(visits, browsed(node_modules, pages=visits)["found"], strict=True):
        assert found["violations"] == [], asked
        assert found["noise"] == [], asked
        assert found["wide"] <= asked["width"], asked
        assert found["ground"] == "rgb(255, 255, 255)"


def test_hostile_texts_on_cards_do_nothing_break_no_rule_and_fit(node_modules: Path, tmp_path: Path) -> None:
    pages = [tmp_path / f"{number}.html" for number in range(len(HOSTILE))]
    for page, text in zip(pages, HOSTILE.values(), strict=True):
        page.write_text(text_of("agenda", hostile_team_agenda(text), "html"), encoding="utf-8")
    for name, found in zip(HOSTILE, browsed(node_modules, pages=[visit(page, PHONE) for page in pages])["found"], strict=True):
        assert found["noise"] == [], name
        assert found["violations"] == [], name
        assert found["wide"] <= PHONE, name


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_two_cards_stand_on_each_sheet_behind_the_plan_and_what_is_said_at_the_start(
    node_modules: Path, pages: list[Path], paper: str
) -> None:
    sheets = browsed(node_modules, sheets=[{"file": str(page), "format": paper} for page in pages])["sheets"]
    for page, pdf in zip(pages, sheets, strict=True):
        cards = len(re.findall(r'<article class="card"', page.read_text(encoding="utf-8")))
        printed = len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(pdf)))
        assert printed == 2 + (cards + 1) // 2, page.name
