"""A framework held against the outline of its document."""

from __future__ import annotations

from peerkit.model.crosswalk import SourceOutline, Statement
from peerkit.model.framework import Framework, Indicator
from peerkit.model.tracing import Trace, TracedPoint, TracedSection


def trace(framework: Framework, outline: SourceOutline) -> Trace:
    """Return each point of the document with the indicators that cover it, or the reason why none does."""
    covering: dict[str, list[Indicator]] = {}
    for _, indicator in framework.indicators():
        for statement in indicator.covers:
            covering.setdefault(statement, []).append(indicator)
    excuses = {statement: one.why for one in framework.not_assessed for statement in one.covers if one.why}

    def point(statement: Statement) -> TracedPoint:
        return TracedPoint(statement, tuple(covering.get(statement.id, ())), excuses.get(statement.id))

    sections = tuple(
        TracedSection(section.title, tuple(point(statement) for statement in section.statements))
        for section in outline.sections
        if section.statements
    )
    known = {statement.id for section in outline.sections for statement in section.statements}
    named = dict.fromkeys((*covering, *(statement for one in framework.not_assessed for statement in one.covers)))
    return Trace(framework, sections, tuple(statement for statement in named if statement not in known))
