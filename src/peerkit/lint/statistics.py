"""Counts what the frameworks of a run ask, and which rules spoke."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import get_args

from peerkit.engine.interview import scope
from peerkit.lint.runner import LintResult, SourceText
from peerkit.model.answers import Set
from peerkit.model.finding import FrameworkFigures, RuleCount, Statistics, Workload
from peerkit.model.framework import Framework
from peerkit.model.scale import ROLES, Role
from peerkit.source.reading import is_ours, read_text


def count(files: Sequence[SourceText], result: LintResult) -> Statistics:
    """Return the figures of a run over `files`; a framework that cannot be read has none."""
    counting = {one.file: one for one in files if one.explicit or is_ours(one.raw)}
    nouns = ((name, read_text(one.raw, name).noun) for name, one in sorted(counting.items()))
    return Statistics(
        frameworks=tuple(_figures(name, noun) for name, noun in nouns if isinstance(noun, Framework)),
        rules=_by_rule((finding.code, finding.name) for finding in result.findings),
    )


def _by_rule(rules: Iterable[tuple[str, str]]) -> tuple[RuleCount, ...]:
    ordered = sorted(Counter(rules).items(), key=lambda one: (-one[1], one[0]))
    return tuple(RuleCount(code=code, name=name, findings=number) for (code, name), number in ordered)


def _figures(file: str, framework: Framework) -> FrameworkFigures:
    indicators = [indicator for _, indicator in framework.indicators()]
    return FrameworkFigures(
        file=file,
        id=framework.id,
        sections=len(framework.sections),
        indicators=len(indicators),
        core=sum(indicator.core for indicator in indicators),
        workloads=tuple(_workload(framework, role, chosen) for role in ROLES for chosen in get_args(Set)),
    )


def _workload(framework: Framework, role: Role, chosen: Set) -> Workload:
    values = scope.fact_values(framework, {})
    questions = sum(
        scope.is_in_set(indicator, chosen, role) and scope.is_asked_of(indicator, role) and scope.holds(indicator.only_if, values)
        for _, indicator in framework.indicators()
    )
    return Workload(role=role, set=chosen, questions=questions, minutes=scope.minutes(questions))
