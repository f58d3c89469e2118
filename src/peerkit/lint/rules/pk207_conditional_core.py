"""A core indicator has a condition.

Why:
    The quick set should be the same questions for every program, so that its scores rest on the same ground. A core indicator that
    is left out in some programs leaves their sections with fewer answers than the author counted on.

Bad:
    facts:
      - {id: groups, ask: Does the program run groups?, kind: yes-no, default: true}
    sections:
      - id: welcome
        indicators:
          - {id: first-visit, core: true}
          - {id: first-group, core: true, only_if: {groups: true}}

Good:
    facts:
      - {id: groups, ask: Does the program run groups?, kind: yes-no, default: true}
    sections:
      - id: welcome
        indicators:
          - {id: first-visit}
          - {id: first-group, only_if: {groups: true}}
"""

from peerkit.lint.contents import indicators
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "warning", rests_on=("sections.indicators.core", "sections.indicators.only_if"))


def check(subject: Subject) -> Problems:
    """Yield the conditions of core indicators."""
    for path, _, indicator in indicators(subject.framework):
        if indicator.core and indicator.only_if:
            message = f"{indicator.id} is core, and yet not asked in every program"
            yield Problem(message=message, hint="Leave out core, or only_if.", path=(*path, "only_if"), at_key=True)
