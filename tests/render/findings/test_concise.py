from __future__ import annotations

from peerkit.render.findings import LintReport
from peerkit.render.findings.concise import render
from support.linting import make_finding
from support.statistics import FIGURES


def test_a_finding_is_one_line_that_editors_know() -> None:
    found = [make_finding(), make_finding(severity="info", message="ask\x1b for ##[x] less\n")]
    assert render(LintReport(found, 3)) == (
        "x.yaml:2:5: error: it is wrong [PK105]\nx.yaml:2:5: info: ask\\x1b for \\x23#[x] less\\x0a [PK105]\n1 error, 1 info in 3 files\n"
    )


def test_statistics_come_at_the_end() -> None:
    assert "\nRules\n" in render(LintReport([], 1, statistics=FIGURES))
