"""The page of HTML in a real browser, under the rules of axe: readable for everyone, alone, and silent whatever is in it."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from peerkit.engine.scores.audience import report_for
from peerkit.model.report import AUDIENCES, Report
from render.hostile import hostile_looks, hostile_report
from render.samples import group_report, solo_report
from render.told import told_report
from support.commandline import CHECKOUT, process
from support.office import pdf_pages
from support.rendering import text_of

EXAMPLE: Final = CHECKOUT / "examples" / "lantern-street" / "lantern-street-peers.five.peerkit.json"
HOSTILE: Final = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)><svg onload=alert(1)>',
    "javascript:alert(1)",
    "</style></title><iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "{{ 7 * 7 }}{% include 'x' %}",
    "\u202egnirts\u202c שלום مرحبا",
    "x" * 10_240,
    "👩\u200d🚀 ❤\ufe0f 🇳🇿",
)


@dataclass(frozen=True)
class Visit:
    """One look at a page: in which colours, how wide, on which medium, and whether its own policy is switched off."""

    file: str
    scheme: str = "light"
    width: int = 1280
    medium: str = "screen"
    free: bool = False


Browse = Callable[..., Any]


@pytest.fixture(scope="module")
def browse(node_modules: Path) -> Browse:
    """Return what opens pages in Chromium and tells what happened."""
    browser = shutil.which("chromium")
    if browser is None:
        pytest.fail("this machine has no chromium; on Debian, install the package chromium", pytrace=False)

    def run(visits: Sequence[Visit] = (), sheets: Sequence[tuple[str, str]] = ()) -> Any:
        asked = {
            "browser": browser,
            "pages": [asdict(one) for one in visits],
            "sheets": [{"file": file, "format": size} for file, size in sheets],
        }
        command = ["node", str(node_modules.parent / "page.mjs")]
        ended = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, timeout=300, check=False)
        assert ended.returncode == 0, ended.stderr
        return json.loads(ended.stdout)

    return run


def written(folder: Path, report: Report, name: str = "report") -> str:
    path = folder / f"{name}.html"
    path.write_text(text_of("report", report, "html"), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Pages of a group, of one person, and of one person on all five frameworks, in full and in short."""
    folder = tmp_path_factory.mktemp("pages")
    large = folder / "five.html"
    ended = process("report", EXAMPLE, "--format", "html", "--full", "--output", large, cwd=folder)
    assert ended.code == 0, ended.err
    short = folder / "short.html"
    ended = process("report", EXAMPLE, "--format", "html", "--summary", "--audience", "board", "--output", short, cwd=folder)
    assert ended.code == 0, ended.err
    few = folder / "few.html"
    ended = process("report", EXAMPLE, "--format", "html", "--output", few, cwd=folder)
    assert ended.code == 0, ended.err
    return {
        "few": str(few),
        "short": str(short),
        "group": written(folder, group_report(), "group"),
        "solo": written(folder, solo_report(), "solo"),
        "five": str(large),
    }


def looks(file: str) -> list[Visit]:
    """Return a look at a page in each of its forms."""
    screens = [Visit(file, scheme, width) for scheme in ("light", "dark") for width in (320, 768, 1280)]
    return [*screens, Visit(file, medium="print")]


@pytest.mark.parametrize("name", ["group", "five", "few", "short"])
def test_a_page_breaks_no_rule_fits_and_asks_for_nothing(browse: Browse, files: dict[str, str], name: str) -> None:
    visits = (
        looks(files[name]) if name == "group" else [Visit(files[name], "dark", 320), Visit(files[name]), Visit(files[name], medium="print")]
    )

    for visit, found in zip(visits, browse(visits)["found"], strict=True):
        assert found["violations"] == [], visit
        assert found["noise"] == [], visit
        assert found["wide"] <= visit.width, visit
        assert found["main"] > 1_000


SCREEN: Final = 720
"""Pixels that a screen of 1280 is high."""
LENGTHS: Final = [
    ("tacsi", "--summary", 2, 1),
    ("five", "--summary", 2, 1),
    ("tacsi", "", 4, 3),
    ("five", "", 8, 6),
]
"""An example, a length, and how many screens and sheets of paper it takes at most."""


@pytest.mark.parametrize(("name", "length", "screens", "papers"), LENGTHS)
def test_a_page_is_as_short_as_it_should_be(browse: Browse, tmp_path: Path, name: str, length: str, screens: int, papers: int) -> None:
    files = []
    for example in sorted(EXAMPLE.parent.parent.glob(f"*/*.{name}.peerkit.json")):
        files.append(str(tmp_path / f"{example.name}.html"))
        ended = process("report", example, "--format", "html", "--output", files[-1], *([length] if length else []), cwd=tmp_path)
        assert ended.code == 0, ended.err
    seen = browse([Visit(file) for file in files], [(file, size) for file in files for size in ("A4", "Letter")])

    assert [found["violations"] for found in seen["found"]] == [[]] * len(files)
    assert max(found["high"] for found in seen["found"]) <= screens * SCREEN
    assert max(len(pdf_pages(base64.b64decode(sheets))) for sheets in seen["sheets"]) <= papers


def test_paper_is_white_also_where_the_screen_is_dark(browse: Browse, files: dict[str, str]) -> None:
    visits = [Visit(files["solo"], "dark"), Visit(files["solo"], "dark", medium="print")]

    dark, paper = browse(visits)["found"]

    assert dark["ground"] == "rgb(21, 27, 27)"
    assert paper["ground"] == "rgb(255, 255, 255)"


def test_the_first_key_leads_past_the_contents_and_can_be_seen(browse: Browse, files: dict[str, str]) -> None:
    [found] = browse([Visit(files["solo"])])["found"]

    assert found["first"]["href"] == "#main"
    assert found["first"]["outline"] == "solid"
    assert found["first"]["left"] >= 0


@pytest.mark.parametrize("free", [False, True], ids=["with its policy", "without its policy"])
def test_hostile_texts_do_nothing_break_no_rule_and_fit(browse: Browse, tmp_path: Path, free: bool) -> None:
    pages = [written(tmp_path, hostile_report(text), str(number)) for number, text in enumerate(HOSTILE)]
    visits = [Visit(page, width=320, free=free) for page in pages]

    for text, visit, found in zip(HOSTILE, visits, browse(visits)["found"], strict=True):
        assert found["noise"] == [], text
        assert found["violations"] == [], text
        assert found["wide"] <= visit.width, text


Complaints = Callable[[Sequence[str]], list[list[str]]]


@pytest.fixture(scope="module")
def complaints(node_modules: Path) -> Complaints:
    """Return what asks html-validate what is wrong with each page."""

    def validate(pages: Sequence[str]) -> list[list[str]]:
        command = ["node", str(node_modules.parent / "markup.mjs")]
        ended = subprocess.run(command, input=json.dumps(list(pages)), capture_output=True, text=True, timeout=120, check=False)
        assert ended.returncode == 0, ended.stderr
        found: list[list[str]] = json.loads(ended.stdout)
        return found

    return validate


def test_every_page_is_valid_html(complaints: Complaints, files: dict[str, str], tmp_path: Path) -> None:
    hostile = [written(tmp_path, hostile_report(text), f"hostile-{number}") for number, text in enumerate(HOSTILE)]
    looks = [written(tmp_path, hostile_looks(text), f"looks-{number}") for number, text in enumerate(HOSTILE)]
    others = [written(tmp_path, report_for(told_report(), audience), audience) for audience in AUDIENCES]
    pages = [*files.values(), *hostile, *looks, *others]

    assert dict(zip(pages, complaints(pages), strict=True)) == {page: [] for page in pages}


def test_the_validator_finds_what_is_wrong(complaints: Complaints, tmp_path: Path) -> None:
    page = tmp_path / "broken.html"
    page.write_text('<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><p id="a"><div id="a"></div></p></body></html>')

    [found] = complaints([str(page)])

    assert any("no-dup-id" in one for one in found)


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_short_report_prints_on_one_sheet(browse: Browse, files: dict[str, str], size: str) -> None:
    [printed] = browse(sheets=[(files["short"], size)])["sheets"]

    sheets = [sheet for sheet in texts(base64.b64decode(printed)) if sheet.strip()]
    assert len(sheets) == 1
    assert "About this report" in sheets[0]


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_page_prints_with_its_summary_on_one_sheet(browse: Browse, files: dict[str, str], size: str) -> None:
    for name in ("group", "five"):
        [printed] = browse(sheets=[(files[name], size)])["sheets"]
        sheets = texts(base64.b64decode(printed))
        [summary] = [sheet for sheet in sheets if re.search("^In short$", sheet, re.MULTILINE) and "Strengths" in sheet]
        assert re.search("First three steps|Then these two steps", summary)


def texts(pdf: bytes) -> list[str]:
    """Return the text of each sheet, as a program that is not ours reads it."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.fail("this machine has no pdftotext; on Debian, install the package poppler-utils", pytrace=False)
    ended = subprocess.run([reader, "-layout", "-", "-"], input=pdf, capture_output=True, timeout=60, check=True)
    return ended.stdout.decode().split("\f")
