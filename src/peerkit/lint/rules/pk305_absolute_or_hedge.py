"""A question holds a word that leaves no room, or one that leaves too much.

Why:
    With "always" in a question one slip makes the honest answer low, and the scale already says how far. With "appropriate",
    "regularly" or "where possible" two people who have seen the same thing answer differently. The words are listed in
    `lint/words/absolutes.yaml` and `hedges.yaml`, each with its reason.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: We greet people at the door where possible.

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
_HINTS = {
    "absolutes": "Leave it out: the five levels say how far it goes.",
    "hedges": "Leave it out, or say what a visitor would see.",
}


def check(subject: Subject) -> Problems:
    """Yield such words in the questions of English frameworks."""
    for name, hint in _HINTS.items():
        for hit in lexicon.load(name).hits(questions(subject)):
            better = f"Write {hit.entry.instead}." if hit.entry.instead else hint
            yield hit.problem(subject, better)
