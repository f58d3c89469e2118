"""The file holds more than one YAML document.

Why:
    One file holds one framework, so that its name says what is in it. A second document would be read by nobody.

Bad:
    title: Carers' café
    ---
    title: Night café

Good:
    title: Carers' café
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
