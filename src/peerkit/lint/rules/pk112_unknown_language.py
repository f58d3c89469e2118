"""The language is not a code.

Why:
    The rules on wording know English only, and look at `language:` to see if they may speak. It takes a code of two or three small
    letters, with more behind a hyphen where it matters: en, en-AU, mi, nl. A name such as English, or EN, would silence them all.

Bad:
    language: English

Good:
    language: en
"""

import re

from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem
from peerkit.source.yaml.document_words import shortened

RULE = Rule(__name__, __doc__, "error", rests_on=("language",))
_CODE = re.compile(r"(?!eng\b)[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_ENGLISH = ("eng", "english")


def check(subject: Subject) -> Problems:
    """Yield a language that is no BCP 47 tag; what is written as one is not held up against the list of languages."""
    language = subject.framework_data.get("language")
    if isinstance(language, str) and not _CODE.fullmatch(language):
        hint = f"Write {_meant(language) or 'en for English, or a code like en-AU, mi or nl'}."
        yield Problem(message=f'"{shortened(language)}" is no code of a language', hint=hint, path=("language",))


def _meant(language: str) -> str | None:
    """Return the code that a language most likely stands for."""
    name, hyphen, region = language.strip().replace("_", "-").partition("-")
    code = ("en" if name.lower() in _ENGLISH else name.lower()) + hyphen + region
    return code if _CODE.fullmatch(code) else None
