"""The file uses a YAML tag.

Why:
    A tag such as `!!str` tells YAML readers to turn a value into something else. A text in quotes is always a text.

Bad:
    title: !!str 2026

Good:
    title: "2026"
"""

from __future__ import annotations

from peerkit.lint.rule import Rule, reports

RULE = Rule(code="PK008", name="tag", severity="error", summary="The file uses a YAML tag.")
check = reports(RULE)
