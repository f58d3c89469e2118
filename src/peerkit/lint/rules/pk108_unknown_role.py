"""A role is not one of those that people can choose.

Why:
    Voices and wordings are given by role. One that is misspelt would be shown to nobody.

Bad:
    sections:
      - id: welcome
        needs_voices: [participants]

Good:
    sections:
      - id: welcome
        needs_voices: [participant]
"""

from __future__ import annotations

from peerkit.lint.rule import Rule, reports

RULE = Rule(code="PK108", name="unknown-role", severity="error", summary="A role is not one of those that people can choose.")
check = reports(RULE)
