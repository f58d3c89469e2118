"""A section has no indicators, or a framework no sections.

Why:
    Nothing could be asked about it, so it would have no score and no place in a report.

Bad:
    sections:
      - id: welcome
        indicators: []

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
"""

from __future__ import annotations

from peerkit.lint.rule import Rule, reports

RULE = Rule(code="PK106", name="empty-section", severity="error", summary="A section has no indicators, or a framework no sections.")
check = reports(RULE)
