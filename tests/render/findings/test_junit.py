from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from peerkit.model.finding import SEVERITIES
from peerkit.render.findings import LintReport
from peerkit.render.findings.junit import render
from support.linting import make_finding


def test_findings_are_failed_tests_by_file() -> None:
    found = [make_finding(), make_finding(severity="info", line=3), make_finding(file="y.yaml", severity="warning")]
    assert render(LintReport(found, 5)) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="peerkit lint" tests="3" failures="2">\n'
        '  <testsuite name="x.yaml" tests="2" failures="1">\n'
        '    <testcase classname="x.yaml" name="PK105 bad-id at x.yaml:2:5">\n'
        '      <failure type="error" message="it is wrong">x.yaml:2:5: it is wrong. Mend it.</failure>\n'
        "    </testcase>\n"
        '    <testcase classname="x.yaml" name="PK105 bad-id at x.yaml:3:5">\n'
        "      <system-out>x.yaml:3:5: it is wrong. Mend it.</system-out>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="y.yaml" tests="1" failures="1">\n'
        '    <testcase classname="y.yaml" name="PK105 bad-id at y.yaml:2:5">\n'
        '      <failure type="warning" message="it is wrong">y.yaml:2:5: it is wrong. Mend it.</failure>\n'
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_what_fails_a_run_fails_here() -> None:
    found = [make_finding(severity="info"), make_finding(severity="warning")]
    logs = [ElementTree.fromstring(render(LintReport(found, 1, fail_on=least))) for least in SEVERITIES]
    failures = [log.get("failures") for log in logs]
    assert failures == ["0", "1", "2"]


def test_where_nothing_was_found_one_test_has_passed() -> None:
    assert '<testcase classname="peerkit lint" name="5 files, nothing to mend"/>' in render(LintReport([], 5))


@given(st.text(alphabet="<>&\"'#[] \r\n\x00\x0c\x1b\u2028\ufffe\uffff\ud800ā🙂", max_size=20))
def test_whatever_a_finding_says_it_is_xml(text: str) -> None:
    written = render(LintReport([make_finding(message=text, hint=text, file=f"x{text}")], 1))
    assert written.isascii()
    assert len(ElementTree.fromstring(written).findall("testsuite/testcase/failure")) == 1
