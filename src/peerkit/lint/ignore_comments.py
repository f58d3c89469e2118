"""Comments that silence findings: `# peerkit: ignore PK301 reason`, at the end of the finding's line or alone on the line above it.

Such a comment silences one code on one line, or several with commas between them. Several comments that stand alone, one below the
other, all speak of the first line after them. `# peerkit: ignore-file PK301 reason` silences a code in the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from peerkit.errors import did_you_mean
from peerkit.model.finding import Fault, Finding, Problem, Span
from peerkit.source.yaml.document import Document, comments
from peerkit.source.yaml.document_words import shortened

_STARTS = re.compile(r"#[ ]*peerkit:[ ]*ignore\b")
_IGNORE = re.compile(
    r"#[ ]*peerkit:[ ]*ignore(?P<whole>-file)?(?![\w-])[ ]*(?P<codes>[^\s,]*(?:[ ]*,[ ]*PK[^\s,]*)*),?[ ]*(?P<reason>.*?)\s*$"
)
NEVER: Final = ("PK0", "PK9")
"""What cannot be silenced: a file that cannot be read, and what peerkit says about itself."""


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that silences `code` on a line, or everywhere where `line` is None; both code and reason may be empty."""

    code: str
    reason: str
    line: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Ignores:
    """The comments of a document that silence something, and the first and last line of the long text that a line belongs to.

    What is found inside a text over several lines is silenced where that starts or ends, since no comment stands in a text.
    """

    comments: tuple[Ignore, ...] = ()
    long_texts: Mapping[int, tuple[int, int]] = field(default_factory=dict)

    def places(self, finding: Finding) -> set[tuple[int | None, str]]:
        """Return the lines where a comment may silence a finding, each with its code; none for what cannot be silenced."""
        lines = (finding.span.line, finding.span.end_line)
        around = (around for line in lines for around in self.long_texts.get(line, ()))
        return set() if finding.code.startswith(NEVER) else {(line, finding.code) for line in (None, *lines, *around)}


def ignores(document: Document) -> Ignores:
    """Return the comments of a document that silence something; none where it is unreadable, since its comments are then unknown."""
    if document.is_unreadable or not _STARTS.search(document.legible):
        return Ignores()
    found = [(comment, match) for comment in comments(document.legible) if (match := _IGNORE.match(comment.text))]
    below: dict[int, int] = {}
    for line in (comment.span.line for comment, _ in reversed(found) if comment.alone):
        below[line] = below.get(line + 1, line + 1)
    comments_found = (
        Ignore(shortened(code.strip()), match["reason"], None if match["whole"] else below.get(line, line), comment.span)
        for comment, match in found
        for line in (comment.span.line,)
        for code in match["codes"].split(",")
    )
    return Ignores(tuple(comments_found), {line: text for text in document.long_texts() for line in range(text[0], text[1] + 1)})


def silence(findings: Sequence[Finding], ignores: Ignores) -> list[Finding]:
    """Return the findings that no comment silences; one over several lines is silenced at its first or its last."""
    silenced = {(comment.line, comment.code) for comment in ignores.comments}
    return [finding for finding in findings if silenced.isdisjoint(ignores.places(finding))]


def comment_faults(findings: Sequence[Finding], ignores: Ignores, *, known: Collection[str], checked: Collection[str]) -> Iterator[Fault]:
    """Yield what is wrong with the comments; one about a rule that is not in `checked` may be of use, so it is not called unused."""
    places = {place for finding in findings for place in ignores.places(finding)}
    for comment in ignores.comments:
        used = (comment.line, comment.code) in places
        if used and not comment.reason:
            message, hint = f"this comment ignores {comment.code} without a reason", f"Write why: # peerkit: ignore {comment.code} reason."
            yield Fault("ignore-without-reason", Problem(message=message, hint=hint, span=comment.span))
        if not used and (comment.code in checked or comment.code not in known):
            yield Fault("ignore-unused", Problem(message=_unused(comment, known), hint=_unused_hint(comment, known), span=comment.span))


def _unused(comment: Ignore, known: Collection[str]) -> str:
    if not comment.code:
        return "this comment names no rule to ignore"
    if comment.code not in known:
        return f"this comment ignores {comment.code}, and there is no such rule"
    if comment.code.startswith(NEVER):
        return f"{comment.code} cannot be ignored by a comment"
    return f"this comment ignores {comment.code}, which finds nothing {'here' if comment.line else 'in this file'}"


def _unused_hint(comment: Ignore, known: Collection[str]) -> str:
    if comment.code and comment.code not in known:
        return did_you_mean(comment.code, known, "Write a code like PK301, or delete the comment.")
    return "Delete it." if comment.code else "Write a code and the reason: # peerkit: ignore PK301 reason."
