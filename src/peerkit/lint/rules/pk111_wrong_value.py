"""A value is not one of those it can be.

Why:
    It is of the right type, and yet empty, too long, out of range, written another way, or none of the words that are possible.

Bad:
    version: "1.0"

Good:
    version: 1.0.0
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
