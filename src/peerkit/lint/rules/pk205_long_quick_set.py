"""The quick set has more than 25 questions for somebody.

Why:
    People are told that the quick set takes half an hour at most, and 25 questions take that long. Whoever has less time gives up,
    and an assessment that is given up helps nobody.

Bad:
    sections:
      - id: welcome
        indicators:
          - {id: visit-1, core: true}
          # and 25 more like it

Good:
    sections:
      - id: welcome
        indicators:
          - {id: visit-1, core: true}
          # and 11 more like it
"""

from itertools import product
from math import prod

from peerkit.engine.interview import scope
from peerkit.lint.contents import listed
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem
from peerkit.model.framework import Framework
from peerkit.model.scale import ROLES, Role

RULE = Rule(
    __name__,
    __doc__,
    "warning",
    rests_on=("sections.indicators.core", "sections.indicators.voices", "sections.indicators.only_if", "facts"),
)
LONGEST = 25
_MOST_COMBINATIONS = 256


def check(subject: Subject) -> Problems:
    """Yield one problem that names every role whose quick set is too long, and how long it is."""
    if subject.framework is None:
        return
    too_long: dict[tuple[int, str], list[str]] = {}
    for role in ROLES:
        questions, up_to = _questions(subject.framework, role)
        if questions > LONGEST:
            too_long.setdefault((questions, up_to), []).append(role)
    if too_long:
        counts = [f"{up_to}{number} questions for {listed(roles)}" for (number, up_to), roles in sorted(too_long.items(), reverse=True)]
        hint = f"Leave core away in places: {LONGEST} questions take {scope.minutes(LONGEST)} minutes."
        yield Problem(message=f"the quick set has {', '.join(counts)}", hint=hint, path=("sections",), at_key=True)


def _questions(framework: Framework, role: Role) -> tuple[int, str]:
    """Return the most questions that the quick set asks of a role, whatever is true of the program; or "up to " how many these are."""
    asked = [
        indicator for _, indicator in framework.indicators() if scope.is_in_set(indicator, "quick") and scope.is_asked_of(indicator, role)
    ]
    deciding = {fact for indicator in asked for fact in indicator.only_if}
    facts = [fact for fact in framework.facts if fact.id in deciding]
    # NOTE: each fact doubles the combinations or more, so a file could have us count for ever.
    if len(asked) <= LONGEST or prod(len(fact.values) for fact in facts) > _MOST_COMBINATIONS:
        return len(asked), "up to " if len(asked) > LONGEST else ""
    every = (dict(zip((fact.id for fact in facts), values, strict=True)) for values in product(*(fact.values for fact in facts)))
    return max(sum(scope.holds(indicator.only_if, values) for indicator in asked) for values in every), ""
