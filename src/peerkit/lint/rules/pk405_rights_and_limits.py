"""A framework does not say whose the document is, or what its limits are.

Why:
    Every report prints both. People whose work a framework rests on have a right to be named, and people who read a score have a
    right to know what it cannot tell them.

Bad:
    source:
      publisher: The Lantern Street Association
    limits:
      - It was written for one town.

Good:
    source:
      publisher: The Lantern Street Association
      rights: The paper is the association's; the questions are our own words, and not endorsed by it.
    limits:
      - It was written for one town.
"""

from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "warning", rests_on=("source", "limits"))


def check(subject: Subject) -> Problems:
    """Yield the rights and the limits that are missing."""
    if subject.framework is None:
        return
    if subject.framework.source.rights is None:
        hint = "Add rights: under source, with whose the document is and whose the questions are."
        yield Problem(message="nothing says whose the document is", hint=hint, path=("source",), at_key=True)
    if not subject.framework.limits:
        hint = "Add limits: with what a score from these questions cannot tell."
        yield Problem(message="no limits are named", hint=hint, path=("limits",), at_key=True)
