from __future__ import annotations

from pathlib import Path

import pytest

from peerkit.errors import UsageError
from peerkit.render import findings
from peerkit.render.findings import LintReport
from support.linting import make_finding

FORMATS = findings.FORMATS


def test_a_format_is_called_as_its_file() -> None:
    folder = Path(next(iter(findings.__path__)))
    assert list(FORMATS) == sorted(FORMATS)
    assert set(FORMATS) == {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert {"json", "text"} <= set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_with_a_line_break_and_names_what_was_found(name: str) -> None:
    text = findings.load(name).render(LintReport([make_finding()], 1))
    assert text.endswith("\n")
    assert "PK105" in text


def test_a_format_that_there_is_not_is_refused_with_near_names() -> None:
    with pytest.raises(UsageError) as caught:
        findings.load("jsn")
    assert (caught.value.message, caught.value.hint) == ("there is no format jsn for findings", "Did you mean json?")
