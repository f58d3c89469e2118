"""YAML readers do not agree on what an unquoted word is.

Why:
    An unquoted `No` is a text to some readers and false to others; `12:30` can become 750, and `010` can become 8. Quotes settle it.

Bad:
    title: No

Good:
    title: "No"
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
