"""Statistics of an invented run, whose file has a name that a build server would act on."""

from __future__ import annotations

from typing import Final

from peerkit.model.lint_figures import FrameworkFigures, RuleCount, Statistics, Workload

FIGURES: Final = Statistics(
    frameworks=(
        FrameworkFigures(
            file="::error::##[error]x.yaml",
            id="x",
            sections=2,
            indicators=12,
            core=4,
            workloads=(
                Workload(role="peer-worker", set="quick", questions=4, minutes=5),
                Workload(role="peer-worker", set="full", questions=12, minutes=14),
                Workload(role="participant", set="quick", questions=0, minutes=0),
                Workload(role="participant", set="full", questions=3, minutes=4),
            ),
        ),
    ),
    rules=(RuleCount(code="PK105", name="bad-id", findings=12), RuleCount(code="PK101", name="duplicate-id", findings=1)),
)
