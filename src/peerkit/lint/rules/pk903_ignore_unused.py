"""A comment ignores a rule that finds nothing there.

Why:
    What it was about has been mended, or has moved away from it. A comment left behind could hide the next mistake.

Bad:
    format: peerkit/themes/1
    themes:
      # peerkit: ignore PK105 links of the old web site use this id
      - {id: shared-power, title: Shared power, definition: Peers decide with others.}

Good:
    format: peerkit/themes/1
    themes:
      - {id: shared-power, title: Shared power, definition: Peers decide with others.}
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "warning")
