"""The file is not valid YAML.

Why:
    Nothing else can be checked before the file can be read. The place is where reading stopped; the mistake may be a line above.

Bad:
    title: Carers' café: a framework

Good:
    title: "Carers' café: a framework"
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
