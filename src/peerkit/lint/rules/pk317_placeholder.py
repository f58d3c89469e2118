"""A text is still to be written.

Why:
    People who answer see "tbd" or "..." in the middle of a question and lose trust in the rest. The words are listed in
    `lint/words/placeholders.yaml`, each with its reason.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            why: tbd

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            why: Who is greeted comes back.
"""

import re

from peerkit.lint import lexicon
from peerkit.lint.framework_texts import problem_at, prose
from peerkit.lint.rule import Problems, Rule, Subject

RULE = Rule(__name__, __doc__, "warning", only_english=True)
_HINT = "Write the text, or leave the key out if it may be absent."
_NO_LETTERS = re.compile(r"[\W_]+")
_SENTENCES = frozenset({"title", "summary", "limits", "ask", "ask_as", "why", "signposts", "look_for", "do", "means"})


def check(subject: Subject) -> Problems:
    """Yield such words, and the texts for people that hold neither letter nor digit."""
    for hit in lexicon.load("placeholders").hits(prose(subject)):
        yield hit.problem(subject, _HINT)
    for wording in prose(subject).wordings:
        if not _SENTENCES.isdisjoint(wording.path) and _NO_LETTERS.fullmatch(wording.text):
            yield problem_at(subject, wording, 0, len(wording.text), "there is nothing to read here", _HINT)
