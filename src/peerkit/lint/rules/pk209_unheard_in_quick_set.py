"""Participants are asked in a section, and in the quick set they are not.

Why:
    In the quick set everybody is asked the core indicators that go to them. Where those of a section go to others only, the people
    whom the program is for have no part in its score, although the section has questions for them. A section that says under
    `needs_voices` whose voice it needs, and leaves participants out, has settled that, and nothing is said.

Bad:
    sections:
      - id: welcome
        indicators:
          - {id: first-visit, core: true, voices: [peer-worker, staff]}
          - {id: second-visit, core: true, voices: [peer-worker, staff]}
          - {id: own-choice}

Good:
    sections:
      - id: welcome
        indicators:
          - {id: first-visit, core: true}
          - {id: second-visit, core: true}
          - {id: own-choice}
"""

from peerkit.engine.interview.scope import is_asked_of
from peerkit.lint.contents import sections
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "info", rests_on=("sections.needs_voices", "sections.indicators.core", "sections.indicators.voices"))


def check(subject: Subject) -> Problems:
    """Yield the sections with questions for participants whose core indicators are none of them."""
    for path, section in sections(subject.framework):
        asked = [indicator.core for indicator in section.indicators if is_asked_of(indicator, "participant")]
        if section.needs_voices and "participant" not in section.needs_voices:
            continue
        if asked and not any(asked) and any(indicator.core for indicator in section.indicators):
            message = f"in the quick set participants are asked nothing in the section {section.id}, and in the full set they are"
            hint = "Make a question core that participants are asked, or ask them a core one with words of their own."
            yield Problem(message=message, hint=hint, path=(*path, "id"))
