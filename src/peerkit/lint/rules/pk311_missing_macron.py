"""A te reo Māori word has no macron where it should have one.

Why:
    A macron makes a vowel long, and a word without it can be another word, or none. To write the language as its speakers do is the
    least a text about their people owes them. The words are listed in `lint/words/macrons.yaml`; words that are right both ways are
    not. Doubled vowels (whaanau) are left alone.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: We greet people together with their whanau.

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            ask: We greet people together with their whānau.
"""

from peerkit.lint import lexicon
from peerkit.lint.framework_texts import problem_at, prose
from peerkit.lint.rule import Problems, Rule, Subject

RULE = Rule(__name__, __doc__, "warning")


def check(subject: Subject) -> Problems:
    """Yield such words in all texts, whatever their language, but for the names in `source`."""
    for hit in lexicon.load("macrons").hits(prose(subject)):
        message = f'"{hit.found}" is written with a macron in te reo Māori ({hit.entry.reason})'
        yield problem_at(subject, hit.wording, hit.start, hit.end, message, f"Write {hit.entry.instead}.")
