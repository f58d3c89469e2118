"""The file is larger than peerkit reads.

Why:
    The largest framework that comes with peerkit has about 100 KB. A far larger file is probably the wrong one, and could keep a
    computer busy for a long time.

Bad:
    title: Carers' café
    glossary:
      - {word: peer, means: Someone who uses what they have lived through to support others.}
      # and so on, to more than 2,000,000 bytes or 100,000 entries

Good:
    title: Carers' café
    glossary:
      - {word: peer, means: Someone who uses what they have lived through to support others.}
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
