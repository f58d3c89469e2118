"""A text holds a word that makes people smaller than they are.

Why:
    People who use a program, and peers who work there, read these words about themselves. Words such as "addict" make one condition
    the whole person; "non-compliant" blames a person for support that does not fit. The words are listed in `lint/words/deficit.yaml`,
    each with its reason and a better one, most with the guidance they follow. A word in quotes is spoken of, not used, and a document's
    own word can stand in the `glossary:`. Titles count too.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            why: Addicts are often turned away elsewhere.

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            why: People who use drugs are often turned away elsewhere.
"""

from peerkit.lint import lexicon
from peerkit.lint.framework_texts import words_about_people
from peerkit.lint.rule import Problems, Rule, Subject

RULE = Rule(__name__, __doc__, "warning", only_english=True, about_peer_work=True)


def check(subject: Subject) -> Problems:
    """Yield such words in all texts of English frameworks."""
    explained = lexicon.Explained(subject)
    for hit in lexicon.hits(subject, "PK309", "deficit", words_about_people(subject)):
        if hit.found not in explained and not hit.is_quoted:
            hint = f"Write: {hit.entry.instead}."
            yield hit.problem(subject, hint)
