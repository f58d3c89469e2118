"""There is a tab in the file.

Why:
    A tab looks like some number of spaces, and YAML forbids it where spaces carry a meaning. Spaces always look like what they are.

Bad:
    title:<TAB>Carers' café

Good:
    title: Carers' café
"""

from __future__ import annotations

from peerkit.lint.rule import Rule, reports

RULE = Rule(code="PK002", name="tab", severity="error", summary="There is a tab in the file.")
check = reports(RULE)
