"""A question has more than 20 words.

Why:
    People answer a set in one sitting, many on a phone or read aloud by a screen reader. By the end of a long question its start is
    forgotten, and people answer the part that stayed. Examples belong into the signposts.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: We greet every new person at the door on their first visit and show them the rooms, the kitchen, the garden and the exits.

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: We greet every new person at the door and show them round.
"""

from peerkit.lint.framework_texts import questions, words
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "warning")
_MOST_WORDS = 20


def check(subject: Subject) -> Problems:
    """Yield the questions that are too long, whatever their language."""
    for path, text in questions(subject).wordings:
        count = len(words(text))
        if count > _MOST_WORDS:
            message = f"this question has {count} words, and should have {_MOST_WORDS} at most"
            yield Problem(message=message, hint="Keep the one idea it asks about; examples belong into signposts.", path=path)
