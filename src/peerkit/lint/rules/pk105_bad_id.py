"""An id has characters that an id cannot have.

Why:
    Ids stand in file names, in answers and on the command line, so they use what works everywhere: small letters without accents,
    digits and single hyphens, at most 64 characters.

Bad:
    sections:
      - id: First_Visit

Good:
    sections:
      - id: first-visit
"""

from __future__ import annotations

from peerkit.lint.rule import Rule, reports

RULE = Rule(code="PK105", name="bad-id", severity="error", summary="An id has characters that an id cannot have.")
check = reports(RULE)
