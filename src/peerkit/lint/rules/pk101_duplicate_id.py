"""Two things have the same id.

Why:
    Answers are kept under the id of a question. If two questions share one, an answer to the first would count for the second.
    Sections and indicators of a framework share their ids; facts have their own.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
          - id: first-visit

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
          - id: second-visit
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
