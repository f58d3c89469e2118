"""There is a tab in the file.

Why:
    A tab looks like some number of spaces, and YAML forbids it where spaces carry a meaning. Spaces always look like what they are.

Bad:
    title:<TAB>Carers' café

Good:
    title: Carers' café
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
