"""The file uses a YAML tag.

Why:
    A tag such as `!!str` tells YAML readers to turn a value into something else. A text in quotes is always a text.

Bad:
    title: !!str 2026

Good:
    title: "2026"
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
