"""A value is of another type than it should be.

Why:
    A text stands where a list should be, a number where a text should be, or nothing at all.

Bad:
    limits: It was written for one town.

Good:
    limits:
      - It was written for one town.
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
