"""An id has characters that an id cannot have.

Why:
    Ids stand in file names, in answers and on the command line, so they use what works everywhere: small letters without accents,
    digits and single hyphens, at most 64 characters.

Bad:
    sections:
      - id: First_Visit

Good:
    sections:
      - id: first-visit
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
