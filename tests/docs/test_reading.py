"""What the page on reading a report says and shows is there."""

from __future__ import annotations

import re
import shlex
from fractions import Fraction

import pytest

from peerkit.engine.scores import report
from peerkit.model.report import AUDIENCES
from peerkit.render.products import formats
from support.commandline import CHECKOUT, peerkit
from support.pictures import FOLDER, PICTURES

PAGE = (CHECKOUT / "docs" / "reading-a-report.md").read_text(encoding="utf-8")
COMMANDS = [line.partition(" # ")[0].strip() for line in PAGE.splitlines() if line.startswith("peerkit ")]


def test_every_picture_is_there_in_light_and_in_dark_small_and_shown() -> None:
    wanted = {f"{name}-{scheme}.png" for name in PICTURES for scheme in ("light", "dark")}

    assert {path.name for path in FOLDER.iterdir()} == wanted
    assert set(re.findall(r"pictures/([\w.-]+)", PAGE)) == wanted
    assert {path.name for path in FOLDER.iterdir() if path.stat().st_size > 120_000} == set()
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in FOLDER.iterdir())


def test_every_picture_says_in_words_what_it_shows() -> None:
    texts = re.findall(r'<img src="[^"]+" alt="([^"]*)">', PAGE)

    assert len(texts) == len(PICTURES)
    assert all(len(text) > 40 for text in texts)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_the_options_it_is_shown_with(command: str) -> None:
    _, name, *arguments = shlex.split(command)
    known = peerkit(name, "--help").out

    assert [one for one in arguments if one.startswith("--") and one not in known] == []


def test_every_audience_and_every_format_has_its_place() -> None:
    assert f"| | {' | '.join(AUDIENCES)} |" in PAGE
    assert [name for name in formats("report") if f"`{name}`" not in PAGE] == []


def test_the_bounds_of_the_questions_are_those_of_the_engine() -> None:
    assert f"{report.HIGH} or more in one framework, and {report.LOW} or less in another" in PAGE
    assert (3, 3, Fraction(1, 4)) == (report.LEAST_NOT_APPLICABLE, report.LEAST_ALIKE, report.LEAST_SHARE_NOT_APPLICABLE)
    assert "three questions of a framework or more, and to a quarter" in PAGE
    assert "three ratings or more in a section, all at one level" in PAGE
