"""An indicator names no statement of its document.

Why:
    `covers` says where in the document a question comes from. Without it nobody can look up what was meant, or tell what the
    document asks for from what somebody has added.

Bad:
    sections:
      - id: welcome
        indicators:
          - {id: first-visit, covers: []}

Good:
    sections:
      - id: welcome
        indicators:
          - {id: first-visit, covers: [door.1]}
"""

from peerkit.lint.contents import indicators
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "warning", rests_on=("sections.indicators.covers",))


def check(subject: Subject) -> Problems:
    """Yield the indicators that cover nothing."""
    for path, _, indicator in indicators(subject.framework):
        if not indicator.covers:
            hint = "Add covers: with the ids of the statements it asks about."
            yield Problem(message=f"{indicator.id} names no statement of the document", hint=hint, path=(*path, "id"))
