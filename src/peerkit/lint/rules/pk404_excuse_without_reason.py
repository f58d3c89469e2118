"""Statements are left out without a reason.

Why:
    Under `not_assessed` stand statements that no indicator covers. Only the reason lets a reader judge whether that is right.

Bad:
    not_assessed:
      - covers: [door.2]

Good:
    not_assessed:
      - covers: [door.2]
        why: It is an effect, and needs a count at the door.
"""

from peerkit.lint.contents import listed
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem
from peerkit.source.yaml.document_words import shortened

RULE = Rule(__name__, __doc__, "warning", rests_on=("not_assessed",))


def check(subject: Subject) -> Problems:
    """Yield the entries of `not_assessed` that say no reason."""
    for position, excuse in enumerate(subject.framework.not_assessed if subject.framework else ()):
        if excuse.why is None:
            names = shortened(listed(excuse.covers)) if excuse.covers else "this"
            message, hint = f"no reason is given for leaving out {names}", "Add why: with the reason."
            yield Problem(message=message, hint=hint, path=("not_assessed", position))
