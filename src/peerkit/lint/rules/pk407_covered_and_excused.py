"""A statement is both covered and left out.

Why:
    `not_assessed` names what no indicator asks about, with the reason. A statement that an indicator covers all the same makes the
    reason untrue, and readers cannot tell which of the two is meant.

Bad:
    sections:
      - id: welcome
        indicators:
          - {id: first-visit, covers: [door.1, door.2]}
    not_assessed:
      - {covers: [door.2], why: "It is an effect, and needs a count at the door."}

Good:
    sections:
      - id: welcome
        indicators:
          - {id: first-visit, covers: [door.1]}
    not_assessed:
      - {covers: [door.2], why: "It is an effect, and needs a count at the door."}
"""

from peerkit.lint.contents import indicators
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem
from peerkit.source.yaml.document_words import shortened

RULE = Rule(__name__, __doc__, "warning", rests_on=("sections.indicators.id", "sections.indicators.covers", "not_assessed.covers"))


def check(subject: Subject) -> Problems:
    """Yield the statements under `not_assessed` that an indicator covers; the first that does is named."""
    framework = subject.framework
    if framework is None or not framework.not_assessed:
        return
    covered: dict[str, str] = {}
    for _, _, indicator in indicators(framework):
        for name in indicator.covers:
            covered.setdefault(name, indicator.id)
    for position, excuse in enumerate(framework.not_assessed):
        for place, name in enumerate(excuse.covers):
            if name in covered:
                message = f"{shortened(name)} is left out here, and {covered[name]} covers it"
                path = ("not_assessed", position, "covers", place)
                yield Problem(message=message, hint="Take it out of one of the two.", path=path)
