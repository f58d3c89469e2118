"""What to know about the team report: what people wrote, how to read it, what it cannot do, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.framework import Framework
from peerkit.model.page import Block, Bullets, Facts, Heading, Paragraph
from peerkit.model.team_report import TeamReport

HOW_TO_READ: Final = (
    "A score of 0 means Not yet throughout, 100 means Built in throughout. A section's score is the mean of its groups.",
    "In the middle: as many people stand at or above this level as stand at or below it.",
    "Where a group is shown in words, it counts as Starting or as Mostly, and a score says about.",
    "We see this alike: few stand far from the middle. Spread: they do not stand together. Split: some stand low and some stand high.",
    "A question that is not shown says nothing about how people answered it. Ask, and talk.",
    "Each framework stands alone: scores are not added up, and programs and groups are not ranked by them.",
)
NOT_PROTECTED: Final = (
    "Whoever collects the files can open each one.",
    "Colleagues who put their answers together learn more than this page says.",
    "Guessing: a single Not yet among many Mostly invites it.",
    "How many of each role took part is shown.",
    "Two rounds in which only one person's answers moved show which way they moved.",
    "When the record of earlier reports, beside the answers, is deleted, a later report cannot take them into account.",
)


def blocks(report: TeamReport) -> Iterator[Block]:
    """Yield comments where they were asked for, how to read, limits, what is not protected, and sources."""
    yield from _comments(report)
    yield Heading("How to read this")
    yield Bullets(HOW_TO_READ)
    yield Heading("Limits")
    yield Bullets(report.limits)
    yield Heading("Not protected", note="What this report cannot hide.")
    yield Bullets(NOT_PROTECTED)
    yield Heading("Sources")
    for one in report.frameworks:
        yield Facts(tuple(_source(one.framework)))


def _comments(report: TeamReport) -> Iterator[Block]:
    if not report.view.comments_wanted:
        return
    yield Heading("What people wrote", note="Shuffled; without role, question or answer.")
    several = len(report.frameworks) > 1
    if not any(one.comments for one in report.frameworks):
        yield Paragraph("Nothing can be shown here: nobody wrote anything, or too few people answered.")
    for one in report.frameworks:
        if one.comments:
            if several:
                yield Heading(one.framework.name, level=2)
            yield Bullets(one.comments)


def _source(framework: Framework) -> Iterator[tuple[str, str]]:
    yield "Framework", f"{framework.title}, version {framework.version}"
    source = framework.source
    labelled = (("Publisher", source.publisher), ("Document", source.document), ("Rights", source.rights))
    yield from ((label, value) for label, value in labelled if value)
