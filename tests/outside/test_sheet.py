"""Answer sheets in a real browser: readable for everyone, on a phone too, and on paper a page for each section."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

from render.hostile import HOSTILE
from render.test_sheet import hostile_sheet, rendered
from support.commandline import process

PHONE: Final = 320


def browsed(node_modules: Path, **asked: Any) -> Any:
    """Return what Chromium tells about pages and the sheets it prints."""
    browser = shutil.which("chromium")
    if browser is None:
        pytest.fail("this machine has no chromium; on Debian, install the package chromium", pytrace=False)
    command = ["node", str(node_modules.parent / "page.mjs")]
    asking = json.dumps({"browser": browser, "pages": [], "sheets": [], **asked})
    ended = subprocess.run(command, input=asking, capture_output=True, text=True, timeout=300, check=False)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def visit(file: Path, width: int = 1280, medium: str = "screen") -> dict[str, Any]:
    return {"file": str(file), "scheme": "dark", "width": width, "medium": medium, "free": True}


def printed(folder: Path, *options: str) -> Path:
    path = folder / f"sheet{len(list(folder.iterdir()))}.html"
    ended = process("sheet", *options, "--format", "html", "--output", path, cwd=folder)
    assert ended.code == 0, ended.err
    return path


def test_a_sheet_breaks_no_rule_fits_and_is_white_everywhere(node_modules: Path, tmp_path: Path) -> None:
    small, large = printed(tmp_path, "tacsi", "--role", "participant"), printed(tmp_path, "mind", "--set", "full", "--large")
    visits = [visit(small), visit(small, PHONE), visit(small, medium="print"), visit(large, PHONE)]
    for asked, found in zip(visits, browsed(node_modules, pages=visits)["found"], strict=True):
        assert found["violations"] == [], asked
        assert found["noise"] == [], asked
        assert found["wide"] <= asked["width"], asked
        assert found["ground"] == "rgb(255, 255, 255)"


def test_hostile_texts_on_a_sheet_do_nothing_break_no_rule_and_fit(node_modules: Path, tmp_path: Path) -> None:
    pages = [tmp_path / f"{number}.html" for number in range(len(HOSTILE))]
    for page, text in zip(pages, HOSTILE.values(), strict=True):
        page.write_text(rendered("html", hostile_sheet(text)), encoding="utf-8")
    for name, found in zip(HOSTILE, browsed(node_modules, pages=[visit(page, PHONE) for page in pages])["found"], strict=True):
        assert found["noise"] == [], name
        assert found["violations"] == [], name
        assert found["wide"] <= PHONE, name


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("framework", ["tacsi", "mind", "ppsa", "w3", "working-together"])
def test_each_section_is_printed_on_a_page_of_its_own(node_modules: Path, tmp_path: Path, framework: str, paper: str) -> None:
    sheet = printed(tmp_path, framework, "--set", "full")
    sections = len(re.findall(r'<table class="page"', sheet.read_text(encoding="utf-8")))
    [pdf] = browsed(node_modules, sheets=[{"file": str(sheet), "format": paper}])["sheets"]
    assert len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(pdf))) == 1 + sections
