"""What people are asked ends in a question mark.

Why:
    People answer on a scale from "Not yet" to "Built in": how far is this true of the program? That fits a statement. Behind a
    question such as "Do we greet people?" the same words answer nothing. The short questions about the program under `facts:` are
    questions, and are let be.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: Do we greet each person at the door?

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: We greet each person at the door.
"""

from itertools import chain

from peerkit.lint import lexicon
from peerkit.lint.framework_texts import is_english, problem_at, questions
from peerkit.lint.lexicon import openings
from peerkit.lint.rule import Problems, Rule, Subject

RULE = Rule(__name__, __doc__, "warning")
_MARKS = ("?", "\uff1f", "\u061f")


def check(subject: Subject) -> Problems:
    """Yield the wordings of indicators that are questions, in any language; openings and tags are left to the rules about them."""
    asked = [wording for wording in questions(subject).wordings if wording.path[0] == "sections" and wording.text.endswith(_MARKS)]
    if not asked:
        return
    agreement = lexicon.load("agreement").hits(questions(subject))
    elsewhere = {hit.wording.path for hit in chain(openings(subject), agreement)} if is_english(subject) else set()
    for wording in asked:
        if wording.path not in elsewhere:
            end = len(wording.text)
            hint = "Write a statement that can be true to a degree, such as: We greet each person at the door."
            yield problem_at(subject, wording, end - 1, end, "this is a question, and people answer how far a statement is true", hint)
