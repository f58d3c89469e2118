"""Lists and mappings are too deep inside each other.

Why:
    A framework needs seven levels. More than twenty come from a slip of the brackets, or are meant to do harm.

Bad:
    limits: [[[[[[[[[[[[[[[[[[[[a slip of the brackets]]]]]]]]]]]]]]]]]]]]

Good:
    limits: [no slip of the brackets]
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
