"""A role is not one of those that people can choose.

Why:
    Voices and wordings are given by role. One that is misspelt would be shown to nobody.

Bad:
    sections:
      - id: welcome
        needs_voices: [participants]

Good:
    sections:
      - id: welcome
        needs_voices: [participant]
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
