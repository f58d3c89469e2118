"""All weights of a section are 0.

Why:
    A weight of 0 takes an answer out of the score. If all of them are 0, nothing is left to make a score of: the section gets none,
    whatever people answer, and the framework's score does without it.

Bad:
    sections:
      - id: welcome
        indicators:
          - {id: first-visit, weight: 0}
          - {id: second-visit, weight: 0}

Good:
    sections:
      - id: welcome
        indicators:
          - {id: first-visit, weight: 1}
          - {id: second-visit, weight: 0}
"""

from peerkit.lint.contents import sections
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "error", rests_on=("sections.indicators.weight",))


def check(subject: Subject) -> Problems:
    """Yield the sections that cannot have a score."""
    for path, section in sections(subject.framework):
        if section.indicators and not any(indicator.weight for indicator in section.indicators):
            message = f"all weights of the section {section.id} are 0, so it can have no score"
            yield Problem(message=message, hint="Give at least one of its indicators a weight of 1 or more.", path=(*path, "id"))
