"""What a team has put off: a baseline holds what lint found on one day, and later runs tell only what came since."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from peerkit.lint.ignore_comments import NEVER
from peerkit.lint.runner import LintResult
from peerkit.model.finding import Finding
from peerkit.model.lint_figures import Baseline, KnownFinding, fingerprints


def baseline_of(result: LintResult, folder: Path) -> Baseline:
    """Return the baseline of a run, for a file in `folder`; what keeps a file from being checked is never put off."""
    known = [
        KnownFinding(fingerprint=fingerprint, code=finding.code, file=address, message=finding.message)
        for finding, address, fingerprint in _known_by(result, folder)
        if not finding.code.startswith(NEVER)
    ]
    return Baseline(format="peerkit/baseline/1", findings=tuple(known))


def new_in(result: LintResult, baseline: Baseline, folder: Path) -> LintResult:
    """Return what a run found and a baseline, whose file lies in `folder`, does not hold."""
    known = {finding.fingerprint for finding in baseline.findings}
    new = [finding for finding, _, fingerprint in _known_by(result, folder) if fingerprint not in known]
    return replace(result, findings=tuple(new), put_off=len(result.findings) - len(new))


def _known_by(result: LintResult, folder: Path) -> Iterator[tuple[Finding, str, str]]:
    """Yield each finding with the address of its file, from the folder of the baseline, and its fingerprint."""
    addresses = [os.path.relpath(finding.file, folder).replace(os.sep, "/") for finding in result.findings]
    yield from zip(result.findings, addresses, fingerprints(result.findings, addresses), strict=True)
