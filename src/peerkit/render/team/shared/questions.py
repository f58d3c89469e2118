"""Every question with what each group answered, section by section."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.page import Block, Entries, Heading
from peerkit.model.team_report import TeamFrameworkResult, TeamReport
from peerkit.render.team.shared.entries import Questions


def blocks(report: TeamReport) -> Iterator[Block]:
    """Yield the questions of each framework."""
    for framework in report.frameworks:
        if framework.sections:
            yield from framework_blocks(framework, report)


def framework_blocks(framework: TeamFrameworkResult, report: TeamReport) -> Iterator[Block]:
    """Yield the questions of one framework."""
    questions = Questions(report)
    yield Heading(f"{framework.framework.name}, question by question", note="In brackets: how many answered on the scale.")
    for section in framework.sections:
        yield Heading(section.section.title, level=2)
        yield Entries(entries=tuple(questions.complete(one) for one in section.indicators), home=True)
