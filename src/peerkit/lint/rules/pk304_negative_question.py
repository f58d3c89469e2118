"""A question has a negative in it.

Why:
    "Yes" to a negative is "no" to what it denies, and people who read fast answer the wrong way round. With two negatives in a
    question even those who read slowly do. Say what is there, not what is missing.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: Nobody has to wait alone at the door.

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: Someone waits with each person at the door.
"""

import re
from itertools import chain

from peerkit.lint import lexicon
from peerkit.lint.framework_texts import problem_at, questions
from peerkit.lint.lexicon import openings
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Path
from peerkit.source.yaml.document_words import shortened

RULE = Rule(__name__, __doc__, "warning", only_english=True)
_NEGATIVE = re.compile(
    r"\b(?:not|no|none|nobody|no one|nothing|nowhere|neither|nor|without|cannot|[a-z]+n['\u2019]t"
    r"|fails? to|lacks?|refuses? to)\b(?! only\b|-for-)",
    re.IGNORECASE,
)
_ALSO_NEGATIVE = re.compile(
    r"\b(?:never|hardly|rarely|seldom|unless|except|un(?!der|ion|it|iv|til|ique)[a-z]{4,}|in(?:visible|complete|secure|formal)ly?)\b",
    re.IGNORECASE,
)
"""Words that are no trouble by themselves and turn a negative into a puzzle."""
_HARMLESS = re.compile(
    r"\b(?:say(?:s|ing)?|said) no\b"
    r"|\bwithout (?:an? |any |having )*(?:appointment|charge|cost|diagnosis|fee|insurance|referral)s?\b"
    r"|(?<=\w )(?:what|until|once|when|if) (?:[\w'\u2019-]+ ){0,4}?(?:not|no longer|cannot|[a-z]+n['\u2019]t)\b",
    re.IGNORECASE,
)
"""A negative that stands in what is said, done or told, and leaves the statement as it is: a high level is the good answer still."""


def check(subject: Subject) -> Problems:
    """Yield the questions of English frameworks that deny something, each once, at the first negative; not those that only speak of one.

    A negative in words that another rule speaks of, such as "isn't it" and "without exception", is left to that rule.
    """
    told: dict[Path, set[int]] = {}
    for hit in chain(openings(subject), lexicon.load("absolutes").hits(questions(subject))):
        told.setdefault(hit.wording.path, set()).update(range(hit.start, hit.end))
    for wording in questions(subject).wordings:
        elsewhere = told.get(wording.path, set())
        found = [match for match in _NEGATIVE.finditer(wording.text) if match.start() not in elsewhere]
        spoken_of = {place for match in _HARMLESS.finditer(wording.text) for place in range(*match.span())} if found else set()
        found = [match for match in found if match.start() not in spoken_of]
        if found:
            first = found[0]
            double = len(found) > 1 or _ALSO_NEGATIVE.search(wording.text)
            message = f'"{shortened(first.group())}" makes this {"a double negative" if double else "a negative question"}'
            hint = "Ask for what should be there, so that a high level is the good answer."
            yield problem_at(subject, wording, *first.span(), message, hint)
