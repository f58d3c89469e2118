"""Two questions of a framework are nearly the same.

Why:
    The second costs a minute and brings nothing, and the practice counts twice. If they mean different things, people cannot see how.
    Two questions are nearly the same if more than 60 % of the words that carry meaning stand in both; small words and endings do not
    count. What one role is asked is compared with what the same role is asked.

Bad:
    sections:
      - id: joining
        indicators:
          - id: trained-peers
            ask: We train new peer workers before they start here.
          - id: training
            ask: Each new peer worker is trained before starting.

Good:
    sections:
      - id: joining
        indicators:
          - id: trained-peers
            ask: We train new peer workers before they start here.
          - id: one-to-ones
            ask: A named person meets each peer worker every month.
"""

from collections.abc import Sequence
from itertools import combinations, islice
from typing import NamedTuple

from peerkit.lint.framework_texts import Wording, meaning, questions
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem
from peerkit.source.yaml.document_words import shortened

RULE = Rule(__name__, __doc__, "warning")
_MOST_ALIKE = 0.6
_FEWEST_WORDS = 3
_MOST_QUESTIONS = 500
"""NOTE: every question is compared with every other; beyond so many the time would grow out of hand, and so would the interview."""


class _Question(NamedTuple):
    wording: Wording
    meaning: frozenset[str]


def check(subject: Subject) -> Problems:
    """Yield each question that nearly repeats an earlier one of the same role, once, with the one most like it."""
    by_role: dict[str, list[_Question]] = {}
    for wording in questions(subject).wordings:
        if wording.path[0] == "sections":
            by_role.setdefault(str(wording.path[-1]), []).append(_Question(wording, meaning(wording.text)))
    for asked in by_role.values():
        yield from _repeats(asked, subject)


def _repeats(asked: Sequence[_Question], subject: Subject) -> Problems:
    if len(asked) > _MOST_QUESTIONS:
        message = f"only the {_MOST_QUESTIONS} questions before this one are held against each other"
        yield Problem(message=message, hint="Leave some out: nobody answers so many.", path=asked[_MOST_QUESTIONS].wording.path)
    closest: dict[_Question, tuple[float, _Question]] = {}
    for earlier, later in combinations(islice(asked, _MOST_QUESTIONS), 2):
        shared = len(earlier.meaning & later.meaning)
        alike = shared / (len(earlier.meaning) + len(later.meaning) - shared or 1)
        if shared >= _FEWEST_WORDS and alike > max(_MOST_ALIKE, closest.get(later, (0.0,))[0]):
            closest[later] = alike, earlier
    for later, (_, earlier) in closest.items():
        line = subject.reading.document.span(earlier.wording.path).line
        message = f'this is nearly the same as "{shortened(earlier.wording.text)}" in line {line}'
        yield Problem(message=message, hint="Say what sets it apart, or keep one of the two.", path=later.wording.path)
