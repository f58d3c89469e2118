"""The texts of an indicator are hard to read.

Why:
    What people read about one question (the question, why it is asked, the signposts, the evidence and the steps) should ask for no
    more than eight years of school. Two formulas measure that: Flesch-Kincaid counts syllables, the automated readability index
    characters; both count the words of a sentence. Words the glossary explains, their plurals and te reo Māori names count as short
    words. Under 60 words there is too little text for a grade; a question by itself is told when it is far beyond that.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            why: >
              Organisational responsiveness to individual circumstances considerably determines subsequent participation, particularly
              among populations historically experiencing institutional discrimination, marginalisation and involuntary intervention,
              whose expectations about confidentiality, accountability and reciprocity necessitate deliberate relational preparation
              throughout introductory interactions, orientation conversations, documentation procedures and administrative formalities,
              irrespective of operational considerations concerning efficiency.

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            why: >
              How the first hour goes decides if people come back. Many have been let down by other places. Some were held there against
              their will. They want to know what is kept private, who will see it and what they get back. It takes time to say so. Time
              is short on busy days. Then forms come first, and people leave with no name of anyone they could ask for next time.
"""

from collections.abc import Collection, Sequence

from peerkit.lint.framework_texts import explained_words, texts_of
from peerkit.lint.reading_grade import grade, hardest_words, longest_sentence
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem
from peerkit.source.yaml.document_words import shortened

RULE = Rule(__name__, __doc__, "warning", only_english=True)
_HARDEST_GRADE = 8.0
_FEWEST_WORDS = 60
_HARDEST_QUESTION = 14.0
"""By both formulas; one sentence is too short to tell finer."""
_FEWEST_IN_A_QUESTION = 6


def check(subject: Subject) -> Problems:
    """Yield the indicators of English frameworks that are harder to read than grade 8 by one of the formulas."""
    explained = explained_words(subject)
    for path, indicator in subject.indicator_data():
        texts = texts_of(indicator)
        found = grade(texts, explained)
        if found.words >= _FEWEST_WORDS and round(found.highest, 1) > _HARDEST_GRADE:
            message = (
                f"the texts of this indicator read at grade {found.highest:.1f}, and should read at {_HARDEST_GRADE:.0f} at most"
                f" (Flesch-Kincaid {found.flesch_kincaid:.1f}, automated readability {found.automated_readability:.1f})"
            )
            yield Problem(message=message, hint=_hint(texts, explained), path=(*path, "id"))
            continue
        question = grade([indicator["ask"]], explained) if isinstance(indicator.get("ask"), str) else grade([])
        if question.words >= _FEWEST_IN_A_QUESTION and question.lowest > _HARDEST_QUESTION:
            message = f"this question by itself reads at grade {question.lowest:.0f} or above"
            yield Problem(message=message, hint=_hint([indicator["ask"]], explained), path=(*path, "ask"))


def _hint(texts: Sequence[str], explained: Collection[str]) -> str:
    sentence, count = longest_sentence(texts)
    long_words = hardest_words(texts, explained)
    shorter = f"Use shorter words than {', '.join(map(shortened, long_words))}" if long_words else "Use shorter words"
    return f'{shorter}, and split long sentences; the longest has {count} words: "{shortened(sentence)}"'
