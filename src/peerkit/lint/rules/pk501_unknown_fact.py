"""A condition names a fact that the framework does not ask about.

Why:
    A condition on a fact that nobody is asked about never holds: the indicator is left out of every interview.

Bad:
    facts:
      - {id: groups, ask: Does the program run groups?, kind: yes-no, default: true}
    sections:
      - id: welcome
        indicators:
          - {id: first-visit}
          - {id: first-group, only_if: {group: true}}
    small_team: {groups: false}

Good:
    facts:
      - {id: groups, ask: Does the program run groups?, kind: yes-no, default: true}
    sections:
      - id: welcome
        indicators:
          - {id: first-visit}
          - {id: first-group, only_if: {groups: true}}
"""

from peerkit.lint.contents import NearNames, conditions
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "error", rests_on=("facts.id", "small_team", "sections.indicators.only_if"))


def check(subject: Subject) -> Problems:
    """Yield the facts in conditions that are not under `facts`."""
    near = NearNames()
    known = dict.fromkeys(fact.id for fact in subject.framework.facts) if subject.framework else {}
    for path, condition in conditions(subject.framework):
        for name in condition:
            if name not in known:
                hint = near.hint(name, known, "Add it to facts:, or use one that is there.")
                yield Problem(message=f"there is no fact {name}", hint=hint, path=(*path, name), at_key=True)
