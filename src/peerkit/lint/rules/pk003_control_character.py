"""There is a character that cannot be seen.

Why:
    Such a character comes in by copying from a web page or a word processor. It can change what a screen shows, or the direction
    of the text, and a reviewer does not see it.

Bad:
    title: Carers' <U+202E>café

Good:
    title: Carers' café
"""

from __future__ import annotations

from peerkit.lint.rule import Rule, reports

RULE = Rule(code="PK003", name="control-character", severity="error", summary="There is a character that cannot be seen.")
check = reports(RULE)
