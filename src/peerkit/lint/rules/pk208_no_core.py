"""No question of a framework is core.

Why:
    The quick set asks the core indicators, and it is what is asked unless somebody wants all. Without any, whoever starts with the
    framework is asked nothing.

Bad:
    sections:
      - id: welcome
        indicators:
          - {id: first-visit}
          - {id: second-visit}

Good:
    sections:
      - id: welcome
        indicators:
          - {id: first-visit, core: true}
          - {id: second-visit, core: true}
"""

from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "info", rests_on=("sections.indicators.core",))


def check(subject: Subject) -> Problems:
    """Yield one problem where the quick set is empty."""
    framework = subject.framework
    if framework is not None and framework.by_id and not any(indicator.core for _, indicator in framework.indicators()):
        message = "no question is core, so the quick set asks nothing"
        hint = "Write core: true at two questions or more of each section that matters most."
        yield Problem(message=message, hint=hint, path=("sections",), at_key=True)
