"""A list that has to say something is empty.

Why:
    `look_for` says what a group could point at, and `next_steps` what a program can do from where it stands: a report and a plan
    quote both. An empty list is read as written on purpose, and the report stays silent where people look for help.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            look_for: []

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            look_for: [A rota for the door.]
"""

from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "warning")
_HINTS = {
    "look_for": "Write what a group could point at, such as: [A rota for the door.]",
    "next_steps": "Write what to do from level 0, such as: [{from: 0, do: Ask who would like to greet people.}]",
}


def check(subject: Subject) -> Problems:
    """Yield the lists of indicators that are empty; empty `covers` are left to the rule about the document."""
    for path, indicator in subject.indicator_data():
        for key, hint in _HINTS.items():
            if indicator.get(key) == []:
                yield Problem(message=f"{key} is empty", hint=hint, path=(*path, key), at_key=True)
