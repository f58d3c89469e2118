"""The file holds more than one YAML document.

Why:
    One file holds one framework, so that its name says what is in it. A second document would be read by nobody.

Bad:
    title: Carers' café
    ---
    title: Night café

Good:
    title: Carers' café
"""

from __future__ import annotations

from peerkit.lint.rule import Rule, reports

RULE = Rule(code="PK005", name="several-documents", severity="error", summary="The file holds more than one YAML document.")
check = reports(RULE)
