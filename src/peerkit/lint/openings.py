"""Openings and tags that tell people what to answer, for the rules that must not speak of the same words twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.lint import lexicon
from peerkit.lint.rule import Subject
from peerkit.lint.wording import questions

_PAUSES: Final = (",", ".", ";", ":", "?", "!", "\u2013", "\u2014")


_ANYWHERE: Final = frozenset({"obviously", "undoubtedly", "surely", "needless to say", "it goes without saying"})
"""What leads wherever it stands; the other openings have a plain meaning further in, as in "a matter of course"."""


def openings(subject: Subject) -> Iterator[lexicon.Hit]:
    """Yield what opens a question, or part of one, or ends it as a tag, of the words in `leading.yaml`; most are harmless elsewhere."""
    for hit in lexicon.load("leading").hits(questions(subject)):
        before = hit.wording.text[max(0, hit.start - 3) : hit.start].rstrip()
        if hit.found.lower() in _ANYWHERE or not before or before.endswith(_PAUSES) or hit.wording.text.startswith("?", hit.end):
            yield hit
