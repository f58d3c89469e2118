"""A comment ignores a rule and does not say why.

Why:
    The next person who reads the file has to know whether the reason still holds.

Bad:
    format: peerkit/themes/1
    themes:
      # peerkit: ignore PK105
      - {id: Shared_Power, title: Shared power, definition: Peers decide with others.}

Good:
    format: peerkit/themes/1
    themes:
      # peerkit: ignore PK105 links of the old web site use this id
      - {id: Shared_Power, title: Shared power, definition: Peers decide with others.}
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "warning")
