"""A text holds jargon, or an acronym that nobody explains.

Why:
    Half of those who answer are outside the profession. A word they do not know gets skipped or guessed at. A framework that needs the
    word explains it in its `glossary:`; an acronym can also be explained where it stands, as in "alcohol and other drugs (AOD)". The
    words are listed in `lint/words/jargon.yaml`, each with its reason and a plainer one. Titles are left alone: they are the document's.

Bad:
    sections:
      - id: joining
        indicators:
          - id: new-peers
            ask: We utilise the skills of new peer workers.

Good:
    sections:
      - id: joining
        indicators:
          - id: new-peers
            ask: We use the skills of new peer workers.
"""

import re

from peerkit.lint import lexicon
from peerkit.lint.framework_texts import Texts, own_words, problem_at, prose
from peerkit.lint.rule import Problems, Rule, Subject

RULE = Rule(__name__, __doc__, "warning", only_english=True, about_peer_work=True)
_ACRONYM = re.compile(r"[A-Z](?<!\w.)[A-Z0-9]{0,6}[A-Z][A-Z0-9]{0,6}(?=s?\b)")
_ACRONYMS_SHOWN = 100
"""In one file, so that a hostile one cannot fill the screen."""
_LONGEST_NAME = 3
"""In words; a longer text in capital letters is no row of acronyms."""
_ROMAN = re.compile(r"[IVX]+")
_IN_BRACKETS = re.compile(r"\w \(([A-Z0-9]{2,8})s?\)|\b([A-Z0-9]{2,8})s? \(\w")


def check(subject: Subject) -> Problems:
    """Yield the words of English frameworks that their glossary leaves unexplained; each acronym once."""
    explained = lexicon.Explained(subject)
    for hit in lexicon.hits(subject, "PK308", "jargon", own_words(subject)):
        if hit.found not in explained and not hit.is_quoted:
            hint = f"Write: {hit.entry.instead}. Or explain it in the glossary."
            yield hit.problem(subject, hint)
    allowed = subject.told.allow.get("PK308", ())
    uses = {
        acronym: place for acronym, place in _first_uses(own_words(subject)).items() if acronym not in explained and acronym not in allowed
    }
    spelt_out = _spelt_out(subject) if uses else set()
    unexplained = [(acronym, place) for acronym, place in uses.items() if acronym not in spelt_out]
    for number, (acronym, place) in enumerate(unexplained[:_ACRONYMS_SHOWN], start=1):
        wording, start = own_words(subject).at(place)
        more = len(unexplained) - number if number == _ACRONYMS_SHOWN else 0
        message = f'nobody explains the acronym "{acronym}"{f"; {more:,} more are not told" if more else ""}'
        yield problem_at(subject, wording, start, start + len(acronym), message, "Write it out, or explain it in the glossary.")


def _first_uses(texts: Texts) -> dict[str, int]:
    """Return where each acronym that is not known everywhere stands first."""
    known = {word.upper() for entry in lexicon.load("acronyms").entries for word in entry.words}
    first: dict[str, int] = {}
    shouted = {wording.path for wording in texts.wordings if _is_shouted(wording.text)}
    for match in _ACRONYM.finditer(texts.joined):
        if match.group() not in first and texts.at(match.start())[0].path not in shouted:
            first[match.group()] = match.start()
    return {acronym: place for acronym, place in first.items() if acronym not in known and not _ROMAN.fullmatch(acronym)}


def _is_shouted(text: str) -> bool:
    """Whether a text of several words is in capital letters, so that none of them can be told from an acronym."""
    return text.isupper() and len(text.split()) > _LONGEST_NAME


def _spelt_out(subject: Subject) -> set[str]:
    """Return the acronyms that stand somewhere in brackets behind what they mean, or before it."""
    return {acronym for found in _IN_BRACKETS.findall(prose(subject).joined) for acronym in found}
