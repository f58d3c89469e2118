"""A condition is always true, or never.

Why:
    A list of every value a fact can have leaves nobody out, and an empty list lets nobody in. The first says nothing; the second
    takes the indicator out of every interview.

Bad:
    facts:
      - {id: team-size, ask: How many people work in it?, kind: choice, options: ["1-2", "3-9", "10+"], default: "3-9"}
    small_team: {team-size: []}

Good:
    facts:
      - {id: team-size, ask: How many people work in it?, kind: choice, options: ["1-2", "3-9", "10+"], default: "3-9"}
    small_team: {team-size: ["1-2"]}
"""

from peerkit.lint.contents import conditions
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "error", rests_on=("facts", "small_team", "sections.indicators.only_if"))


def check(subject: Subject) -> Problems:
    """Yield the lists of values that are empty or leave none out."""
    values = {fact.id: frozenset(fact.values) for fact in subject.framework.facts} if subject.framework else {}
    for path, condition in conditions(subject.framework):
        for name, wanted in condition.items():
            if wanted == ():
                hint = "Name the values it should hold for, or leave the fact out."
                yield Problem(message=f"this list is empty, so the condition on {name} never holds", hint=hint, path=(*path, name))
            elif isinstance(wanted, tuple) and name in values and values[name] <= frozenset(wanted):
                hint = "Take out the values it should not hold for, or leave the fact out."
                yield Problem(message=f"this names every value of {name}, so it always holds", hint=hint, path=(*path, name))
