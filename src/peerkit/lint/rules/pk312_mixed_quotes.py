"""A file mixes curly and straight quotes.

Why:
    It looks careless in print, and a search for a word such as don't finds only half of the places. Either kind is fine. The kind that
    the file has less of is reported, once for each text.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: We greet people in each other<U+2019>s words.
            why: People don't come back where nobody says hello, and they wouldn't say why.

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: We greet people in each other's words.
            why: People don't come back where nobody says hello, and they wouldn't say why.
"""

import re

from peerkit.lint.framework_texts import problem_at, prose
from peerkit.lint.rule import Problems, Rule, Subject

RULE = Rule(__name__, __doc__, "info")
_KINDS = {"curly": "\u2018\u2019\u201c\u201d", "straight": "'\""}


def check(subject: Subject) -> Problems:
    """Yield the texts with quotes of the kind that is rarer in the file; of the curly kind where both are as common."""
    texts = prose(subject)
    counts = {kind: sum(map(texts.joined.count, quotes)) for kind, quotes in _KINDS.items()}
    if not all(counts.values()):
        return
    rare, common = sorted(_KINDS, key=lambda kind: counts[kind])
    pattern = re.compile(f"[{_KINDS[rare]}]")
    for wording in texts.wordings:
        if found := pattern.search(wording.text):
            message = f"this quote is {rare}, and most in this file are {common}"
            yield problem_at(subject, wording, *found.span(), message, f"Write {common} quotes and apostrophes in all texts of the file.")
