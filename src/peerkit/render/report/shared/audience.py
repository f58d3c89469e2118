"""What a report for others than the team leaves out, said in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from peerkit.model.report import Audience, Report
from peerkit.render import wording as words

_LEFT_OUT: Final[Mapping[Audience, str]] = {
    "team": "",
    "board": "For the board. Left out: notes, evidence, views that differed, what was set aside, and which questions were skipped.",
    "funder": "For a funder. Left out: the answers to single questions, notes, evidence, who answered, and where the answers are kept.",
    "public": "For the public. Left out: the answers to single questions, notes, evidence, facts about the program, who answered, and who "
    "decides about the answers.",
}
_WITHHELD: Final = "Where a section rests on one answer, its score would be that answer: it is left out too, and with it the framework's."


def left_out(report: Report) -> str:
    """Return what was left out for the report's audience; empty for the team."""
    withheld = any(section.score.withheld for framework in report.frameworks for section in framework.sections)
    return " ".join(text for text in (_LEFT_OUT[report.audience], _disputed(report), _WITHHELD if withheld else "") if text)


def _disputed(report: Report) -> str:
    """Say that people differed where the report no longer says how: disagreement is a finding."""
    if report.audience == "team" or not report.disputed:
        return ""
    return f"On {words.in_words(report.disputed)} {'question' if report.disputed == 1 else 'questions'} not everyone agreed."
