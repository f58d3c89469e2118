"""Comments that silence a finding: `# peerkit: ignore PK301 reason`, at the end of the finding's line or alone on the line above it.

Such a comment silences one code on one line. Several that stand alone, one below the other, all speak of the first line after them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from peerkit.errors import did_you_mean
from peerkit.model.finding import Fault, Finding, Problem, Span
from peerkit.source.yaml.document import Document, comments
from peerkit.source.yaml.document_words import shortened

_IGNORE = re.compile(r"#[ ]*peerkit:[ ]*ignore\b[ ]*(?P<code>\S*)[ ]*(?P<reason>.*?)\s*$")
_NEVER = ("PK0", "PK9")
"""What cannot be silenced: a file that cannot be read, and what peerkit says about itself."""


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that silences `code` on the line `line`; both code and reason may be empty."""

    code: str
    reason: str
    line: int
    span: Span


def ignores(document: Document) -> tuple[Ignore, ...]:
    """Return the comments of a document that silence something; none where it is unreadable, since its comments are then unknown."""
    if document.is_unreadable or not re.search(r"#[ ]*peerkit:[ ]*ignore\b", document.legible):
        return ()
    found = [(comment, match) for comment in comments(document.legible) if (match := _IGNORE.match(comment.text))]
    below: dict[int, int] = {}
    for line in (comment.span.line for comment, _ in reversed(found) if comment.alone):
        below[line] = below.get(line + 1, line + 1)
    return tuple(
        Ignore(shortened(match["code"]), match["reason"], below.get(comment.span.line, comment.span.line), comment.span)
        for comment, match in found
    )


def silence(findings: Sequence[Finding], comments: Sequence[Ignore]) -> list[Finding]:
    """Return the findings that no comment silences; one over several lines is silenced at its first or its last."""
    silenced = {(comment.line, comment.code) for comment in comments}
    return [finding for finding in findings if silenced.isdisjoint(_places(finding))]


def comment_faults(
    findings: Sequence[Finding], comments: Sequence[Ignore], *, known: Collection[str], checked: Collection[str]
) -> Iterator[Fault]:
    """Yield what is wrong with the comments; one about a rule that is not in `checked` may be of use, so it is not called unused."""
    places = {place for finding in findings for place in _places(finding)}
    for comment in comments:
        used = (comment.line, comment.code) in places
        if used and not comment.reason:
            message, hint = f"this comment ignores {comment.code} without a reason", f"Write why: # peerkit: ignore {comment.code} reason."
            yield Fault("ignore-without-reason", Problem(message=message, hint=hint, span=comment.span))
        if not used and (comment.code in checked or comment.code not in known):
            yield Fault("ignore-unused", Problem(message=_unused(comment, known), hint=_unused_hint(comment, known), span=comment.span))


def _places(finding: Finding) -> set[tuple[int, str]]:
    """Return the lines where a comment may silence a finding, each with its code; none for what cannot be silenced."""
    return set() if finding.code.startswith(_NEVER) else {(line, finding.code) for line in (finding.span.line, finding.span.end_line)}


def _unused(comment: Ignore, known: Collection[str]) -> str:
    if not comment.code:
        return "this comment names no rule to ignore"
    if comment.code not in known:
        return f"this comment ignores {comment.code}, and there is no such rule"
    if comment.code.startswith(_NEVER):
        return f"{comment.code} cannot be ignored by a comment"
    return f"this comment ignores {comment.code}, which finds nothing here"


def _unused_hint(comment: Ignore, known: Collection[str]) -> str:
    if comment.code and comment.code not in known:
        return did_you_mean(comment.code, known, "Write a code like PK301, or delete the comment.")
    return "Delete it." if comment.code else "Write a code and the reason: # peerkit: ignore PK301 reason."
