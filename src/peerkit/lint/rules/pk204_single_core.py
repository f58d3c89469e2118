"""A section has exactly one core indicator.

Why:
    The quick set asks the core indicators. A section with one of them gets a score that rests on a single answer; with two or more
    the answers can bear each other out, and with none the section waits for the full set.

Bad:
    sections:
      - id: welcome
        indicators:
          - {id: first-visit, core: true}
          - {id: second-visit}

Good:
    sections:
      - id: welcome
        indicators:
          - {id: first-visit, core: true}
          - {id: second-visit, core: true}
"""

from peerkit.lint.contents import sections
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "warning", rests_on=("sections.indicators.core",))


def check(subject: Subject) -> Problems:
    """Yield the core indicators that are alone in their section."""
    for path, section in sections(subject.framework):
        core = [(position, indicator.id) for position, indicator in enumerate(section.indicators) if indicator.core]
        if len(core) == 1:
            position, name = core[0]
            message = f"{name} is the only core indicator of the section {section.id}"
            hint = "Make another one core too, or none: in the quick set a score should not rest on one question."
            yield Problem(message=message, hint=hint, path=(*path, "indicators", position, "core"))
