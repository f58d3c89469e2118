"""The file uses a YAML anchor, alias or merge key.

Why:
    With `&name`, `*name` and `<<` one place stands for another. People who read or review a framework should see what is asked
    without following references.

Bad:
    title: &name Carers' café

Good:
    title: Carers' café
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
