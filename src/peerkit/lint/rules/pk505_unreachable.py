"""No path through the interview leads to a question.

Why:
    Facts are asked only where a condition needs them. One that no condition names is never asked, and whatever its author had in
    mind does not happen. (Every indicator is reached by somebody, unless one of its conditions is wrong by itself: facts do not
    depend on each other, so conditions on several of them cannot exclude each other.)

Bad:
    facts:
      - {id: groups, ask: Does the program run groups?, kind: yes-no, default: true}

Good:
    facts:
      - {id: groups, ask: Does the program run groups?, kind: yes-no, default: true}
    sections:
      - id: welcome
        indicators:
          - {id: first-visit}
          - {id: first-group, only_if: {groups: true}}
"""

from peerkit.lint.contents import conditions
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "info", rests_on=("facts.id", "small_team", "sections.indicators.only_if"))


def check(subject: Subject) -> Problems:
    """Yield the facts that decide about nothing, and so are never asked."""
    needed = {name for _, condition in conditions(subject.framework) for name in condition}
    for position, fact in enumerate(subject.framework.facts if subject.framework else ()):
        if fact.id not in needed:
            message = f"nobody is ever asked about {fact.id}: no condition names it"
            yield Problem(message=message, hint="Name it in an only_if, or delete it.", path=("facts", position, "id"))
