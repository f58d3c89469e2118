"""There is a character that cannot be seen.

Why:
    Such a character comes in by copying from a web page or a word processor. It can change what a screen shows, or the direction
    of the text, and a reviewer does not see it.

Bad:
    title: Carers' <U+202E>café

Good:
    title: Carers' café
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
