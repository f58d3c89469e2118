"""A question asks how far people agree.

Why:
    The answers run from "Not yet" to "Built in": they say how far a practice is in place, and do not fit an opinion. People also lean
    towards agreeing, whatever is said. The words are listed in `lint/words/agreement.yaml`, each with its reason.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: To what extent do you agree that we greet people at the door?

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: We greet people at the door.
"""

from peerkit.lint import lexicon
from peerkit.lint.framework_texts import questions
from peerkit.lint.rule import Problems, Rule, Subject

RULE = Rule(__name__, __doc__, "warning", only_english=True)


def check(subject: Subject) -> Problems:
    """Yield such wording in the questions of English frameworks."""
    for hit in lexicon.load("agreement").hits(questions(subject)):
        hint = 'Write a statement about the program, such as "We greet people at the door."'
        yield hit.problem(subject, hint)
