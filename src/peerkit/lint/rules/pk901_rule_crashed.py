"""A rule stopped with an error of its own.

Why:
    It is a mistake in peerkit and not in the file. It is reported, so that nobody takes the file for checked; all other rules run.
"""

from __future__ import annotations

from peerkit.lint.rule import Rule, reports

RULE = Rule(code="PK901", name="rule-crashed", severity="error", summary="A rule stopped with an error of its own.")
check = reports(RULE)
