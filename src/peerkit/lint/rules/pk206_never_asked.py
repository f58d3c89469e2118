"""Something is written for people who are never asked.

Why:
    A wording under `ask_as` for a role that `voices` leaves out is shown to nobody. A section that needs the voice of people to whom
    none of its indicators goes can never have it. One of the two places is mistaken about who is asked.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            voices: [peer-worker, staff]
            ask_as: {participant: Someone greeted me when I came.}

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            voices: [peer-worker, staff, participant]
            ask_as: {participant: Someone greeted me when I came.}
"""

from peerkit.engine.interview.scope import is_asked_of
from peerkit.lint.contents import indicators, sections
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "error", rests_on=("sections.indicators.voices", "sections.indicators.ask_as", "sections.needs_voices"))


def check(subject: Subject) -> Problems:
    """Yield the wordings nobody sees, and the voices a section needs and does not ask."""
    for path, _, indicator in indicators(subject.framework):
        for role in indicator.ask_as:
            if not is_asked_of(indicator, role):
                message = f"{indicator.id} is not asked of {role}, so nobody sees this wording"
                hint = f"Add {role} to its voices, or delete the wording."
                yield Problem(message=message, hint=hint, path=(*path, "ask_as", role), at_key=True)
    for path, section in sections(subject.framework):
        for position, role in enumerate(section.needs_voices if section.indicators else ()):
            if not any(is_asked_of(indicator, role) for indicator in section.indicators):
                message = f"the section {section.id} needs the voice of {role}, and asks them nothing"
                hint = f"Add {role} to the voices of an indicator, or take it out of needs_voices."
                yield Problem(message=message, hint=hint, path=(*path, "needs_voices", position))
