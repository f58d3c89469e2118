"""A section has no indicators, or a framework no sections.

Why:
    Nothing could be asked about it, so it would have no score and no place in a report.

Bad:
    sections:
      - id: welcome
        indicators: []

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
