"""A key that has to be there is missing.

Why:
    Without it a question cannot be asked, explained or kept.

Bad:
    format: peerkit/themes/1
    themes:
      - id: shared-power
        title: Shared power

Good:
    format: peerkit/themes/1
    themes:
      - id: shared-power
        title: Shared power
        definition: Peers decide with others about what concerns them.
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
