"""A value is of another type than it should be.

Why:
    A text stands where a list should be, a number where a text should be, or nothing at all.

Bad:
    limits: It was written for one town.

Good:
    limits:
      - It was written for one town.
"""

from __future__ import annotations

from peerkit.lint.rule import Rule, reports

RULE = Rule(code="PK104", name="wrong-type", severity="error", summary="A value is of another type than it should be.")
check = reports(RULE)
