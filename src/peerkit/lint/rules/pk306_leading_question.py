"""A question leads people to an answer.

Why:
    "Surely", "Do you agree that" or "isn't it" tell people which answer is wanted, and many give it. The words are listed in
    `lint/words/leading.yaml`, each with its reason.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: Of course, we greet people at the door.

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: We greet people at the door.
"""

from peerkit.lint.lexicon import openings
from peerkit.lint.rule import Problems, Rule, Subject

RULE = Rule(__name__, __doc__, "warning", only_english=True)


def check(subject: Subject) -> Problems:
    """Yield such openings, and tags at the end, in the questions of English frameworks."""
    for hit in openings(subject):
        hint = "Say plainly what the program does, and leave the answer open."
        yield hit.problem(subject, hint)
