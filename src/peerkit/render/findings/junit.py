"""Findings as JUnit XML, which most build servers show as tests that failed; what fails no run has passed, with what it says."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from peerkit.model.finding import Finding
from peerkit.render.findings import LintReport
from peerkit.render.findings.text import count, shown


def render(report: LintReport) -> str:
    """Return one suite a file, with a case a finding; where nothing was found, a case that says so. See FindingsRenderer."""
    failing = sum(report.fails(finding) for finding in report.findings)
    suites = [line for file, found in groupby(report.findings, key=lambda finding: finding.file) for line in _suite(report, file, [*found])]
    if not suites:
        nothing = _attributes(classname="peerkit lint", name=count(report.findings, report.files))
        suites = ['  <testsuite name="peerkit lint" tests="1" failures="0">', f"    <testcase {nothing}/>", "  </testsuite>"]
    whole = _attributes(name="peerkit lint", tests=max(1, len(report.findings)), failures=failing)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites {whole}>", *suites, "</testsuites>", ""]
    return "\n".join(lines).encode("ascii", "xmlcharrefreplace").decode()


def _suite(report: LintReport, file: str, findings: list[Finding]) -> Iterator[str]:
    name = report.told(file)
    yield f"  <testsuite {_attributes(name=name, tests=len(findings), failures=sum(map(report.fails, findings)))}>"
    for finding in findings:
        place = f"{name}:{finding.span.line}:{finding.span.column}"
        yield f"    <testcase {_attributes(classname=name, name=f'{finding.code} {finding.name} at {place}')}>"
        said = _text(f"{place}: {finding.message}. {finding.hint}")
        if report.fails(finding):
            yield f"      <failure {_attributes(type=finding.severity, message=finding.message)}>{said}</failure>"
        else:
            yield f"      <system-out>{said}</system-out>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _attributes(**values: object) -> str:
    return " ".join(f'{name}="{_text(str(value))}"' for name, value in values.items())


def _text(text: str) -> str:
    """Return a text in which XML finds no mark and no character that it forbids."""
    return escape(shown(text))
