"""A quote belongs to the text, and seems not to be meant.

Why:
    Word processors turn straight quotes into curly ones. YAML takes those for letters, so the quotes around a text are shown to
    everybody who answers. A single quote without its partner is most often left over from mending a line.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: <U+201C>We greet people at the door.<U+201D>

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: "We greet people at the door."
"""

import re

from peerkit.lint.framework_texts import problem_at, prose
from peerkit.lint.rule import Problems, Rule, Subject

RULE = Rule(__name__, __doc__, "warning")
_AROUND = re.compile(r"\s*(?:\u201c[^\u201c\u201d]*\u201d|\u201e[^\u201c-\u201e]*[\u201c\u201d]|\u00ab[^\u00ab\u00bb]*\u00bb)\.?\s*")
_DOUBLE = re.compile(r"[\u201c\u201d\u201e]|(?<!\d)\"")
"""Behind a digit, a straight one stands for inches."""


def check(subject: Subject) -> Problems:
    """Yield the texts that stand in quotes as a whole, at the first, and those with an odd number of double quotes, at the last."""
    for wording in prose(subject).wordings:
        found = list(_DOUBLE.finditer(wording.text))
        if _AROUND.fullmatch(wording.text):
            start = len(wording.text) - len(wording.text.lstrip())
            hint = 'Write straight quotes around it, or none: key: "the text".'
            yield problem_at(subject, wording, start, start + 1, "the quotes around this text are part of it", hint)
        elif len(found) % 2:
            yield problem_at(subject, wording, *found[-1].span(), "this quote has no partner", "Delete it, or add the other one.")
