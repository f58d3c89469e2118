"""Office files and PDF leave out what their audience may not read, as every other format does, also where nobody looks."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile

import pytest

from peerkit.engine.scores.audience import report_for
from peerkit.model.report import AUDIENCES, Audience, Report
from render.told import TYPED, told_report
from support.rendering import file_of


def inside(form: str, report: Report, *, summary: bool = False) -> str:
    """Return everything that stands in the file of a format: every part of a package, and the text of a PDF."""
    written = file_of("summary" if summary else "report", report, form)
    if form != "pdf":
        with zipfile.ZipFile(io.BytesIO(written)) as package:
            return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.fail("this machine has no pdftotext; on Debian, install the package poppler-utils", pytrace=False)
    return subprocess.run([reader, "-", "-"], input=written, capture_output=True, timeout=60, check=True).stdout.decode()


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("form", ["docx", "xlsx", "pdf"])
def test_what_was_typed_stands_in_no_file_of_those_who_may_not_read_it(form: str, audience: Audience) -> None:
    kept_back = [word for typed in TYPED if audience not in typed.readers for word in typed.words]

    text = inside(form, report_for(told_report(), audience))

    assert [word for word in kept_back if word in text] == []
    if form != "xlsx":
        assert ("what-words" in text) == (audience != "public")
    if audience in ("funder", "public"):
        assert "Starting" not in text


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_file_in_short_leaves_it_out_too(form: str, audience: Audience) -> None:
    kept_back = [word for typed in TYPED if audience not in typed.readers for word in typed.words]

    assert [word for word in kept_back if word in inside(form, report_for(told_report(), audience), summary=True)] == []
