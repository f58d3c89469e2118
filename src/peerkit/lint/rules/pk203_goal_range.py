"""A goal is not a level from 1 to 4.

Why:
    The goal is the level to aim at. At level 0 there is nothing to aim at, and above 4 there is no level.

Bad:
    goal: 5

Good:
    goal: 4
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
