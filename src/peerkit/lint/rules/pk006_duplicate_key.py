"""A key is there twice in the same place.

Why:
    Most YAML readers keep the last value and drop the first without a word. Here nothing is dropped: one of them has to go.

Bad:
    title: Carers' café
    language: en
    title: Night café

Good:
    title: Carers' café
    language: en
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
