"""A character that cannot be seen stands in a text.

Why:
    It comes in by copying from a web page or a word processor, or it is written as a code in quotes. It parts a word for every
    search and for the rules on wording, can turn a text round on a screen, and can hide words from a reviewer.

Bad:
    title: Carers' ca<U+200B>fé

Good:
    title: Carers' café
"""

import re
from collections.abc import Iterator

from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Path, Problem
from peerkit.source.yaml import document_words

RULE = Rule(__name__, __doc__, "error")
_UNSEEN = re.compile(
    r"\U0001f3f4[\U000e0020-\U000e007f]+"  # the flags of Scotland and others
    r"|(?P<unseen>[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff"
    r"\U000e0000-\U000e007f]+"
    r"|(?<=[A-Za-z\u00c0-\u024f])[\u061c\u200c-\u200f]+)"  # other scripts and emoji need these
)


def check(subject: Subject) -> Problems:
    """Yield the first such character, or run of them, in each text of a file, however it is written."""
    document = subject.reading.document
    for path, text in _texts(subject.reading.data, ()):
        if text.isprintable():
            continue
        found = next((match for match in _UNSEEN.finditer(text) if match["unseen"]), None)
        if found:
            message, hint = document_words.character(found["unseen"])
            yield Problem(message=message, hint=hint, path=path, span=document.stretch(path, *found.span("unseen")))


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(inner, (*path, key))
