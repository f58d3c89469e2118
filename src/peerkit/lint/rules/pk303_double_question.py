"""A question seems to ask about two practices at once.

Why:
    A program may do one and not the other, and then no answer is right. What is low in the report could be either. Ask two questions,
    or keep the practice that matters more. Many questions with an "and" are fine: this is a hint to look again.

Bad:
    sections:
      - id: joining
        indicators:
          - id: new-peers
            ask: We train and supervise new peer workers.

Good:
    sections:
      - id: joining
        indicators:
          - id: new-peers
            ask: We train new peer workers for the tasks they do here.
"""

import re
from typing import Final

from peerkit.lint.framework_texts import problem_at, questions
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.source.yaml.document_words import shortened

RULE = Rule(__name__, __doc__, "info", only_english=True)
_WHO = (
    r"(?:here, )?(?:we|i|they|people|peers|peer workers|practitioners|staff|leaders|families|the (?:team|program|organisation|service)"
    r"|our (?:organisation|team|peer workers))"
)
_TELLING_VERB = (
    "arrange|ask|bring|choose|collect|create|decide|discuss|explain|evaluate|gather|give|hire|include|inform|introduce|invite|involve|keep"
    "|learn|listen|offer|pay|provide|publish|recruit|reflect|reimburse|respect|review|select|send|share|supervise|teach|tell|thank"
    "|train|value|welcome|write"
)
"""What programs do; left out are verbs that are nouns as often, such as plan, support or help."""
_REFERS_BACK = re.compile(r"\b(?:it|its|them|their|this|that|these|those|so|such|there|then|both|each other|one another|together)\b")
_ONE_PRACTICE = re.compile(
    r"\b(?:(?:speak|write|talk|listen) (?:and|or) (?:speak|write|talk|listen|learn)|say (?:and|or) do|here (?:and|or)|try and)\b"
)
_ANYWHERE = re.compile(r"\band/or\b")
_TWO_VERBS = re.compile(rf"^{_WHO} (?:also |[a-z]+ly )?(?P<two>[a-z]+(?<!ly) (?:and|or) [a-z]+(?<!ly)) ")
_TWO_PASSIVES = re.compile(
    r"\b(?:is|are) (?:(?!and\b|or\b)[\w'-]+ ){1,6}?(?P<two>(?:and|or) (?:looked|gone|talked|paid|sent|written|kept|read|[a-z]{3,}ed)\b .*)"
)
# NOTE: only the first of these is looked at, so that a text with very many takes no longer.
_SECOND_INFINITIVE = re.compile(rf"\A(?>(?:.|\n)*?\b(?:help|can|may) (?:{_TELLING_VERB}) ).*?(?P<two>\b(?:and|or) (?:{_TELLING_VERB}) .*)")
_SECOND_CLAUSE = re.compile(
    rf"^{_WHO} .*?(?P<two>\b(?:and|or) (?:(?:we|they|people|peers|staff|leaders) )?(?:also )?(?:{_TELLING_VERB})s? .*)"
)
_SECOND_DEED = re.compile(
    rf"^{_WHO} (?:{_TELLING_VERB})s? .*?"
    r"(?P<two>\b(?:and|or) (?:hire|invite|pay|recruit|reimburse|select|supervise|teach|thank|train|welcome)s? them\b.*)"
)
"""Something else that is done to the same people."""
_TWO_THINGS = re.compile(rf"^{_WHO} (?:have|has|get|gets) (?P<two>an? (?:[\w'-]+ ){{1,2}}(?:and|or) an? [\w'-]+)\b")
_FIRSTS: Final = (_TWO_VERBS, _SECOND_DEED, _TWO_THINGS)
_SECONDS: Final = (_SECOND_CLAUSE, _TWO_PASSIVES, _SECOND_INFINITIVE)


def check(subject: Subject) -> Problems:
    """Yield the questions of English frameworks that join two verbs, of which the second does not speak of the same thing as the first."""
    for wording in questions(subject).wordings:
        stretch = _second_practice(wording.text.lower())
        if stretch:
            found = wording.text[slice(*stretch)].rstrip(".?! ")
            message = f'"{shortened(found)}" may make this two questions in one'
            hint = "If a program can do one without the other, ask about each by itself, or about the one that matters more."
            yield problem_at(subject, wording, stretch[0], stretch[0] + len(found), message, hint)


def _second_practice(text: str) -> tuple[int, int] | None:
    """Return where a text, in small letters, joins two practices; None where it does not seem to."""
    text = _ONE_PRACTICE.sub(lambda match: "." * len(match.group()), text)
    if found := _ANYWHERE.search(text):
        return found.span()
    if " and " not in text and " or " not in text:
        return None
    if found := next(filter(None, (pattern.search(text) for pattern in _FIRSTS)), None):
        return found.span("two")
    found = next(filter(None, (pattern.search(text) for pattern in _SECONDS)), None)
    return found.span("two") if found and not _REFERS_BACK.search(found["two"]) else None
