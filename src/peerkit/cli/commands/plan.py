"""`peerkit plan`: at most three actions, and where the scores stand once they are done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerkit.cli import console, options
from peerkit.cli.printed_command import files_named
from peerkit.cli.results import answer_files, gates
from peerkit.cli.results.assessments_here import meant
from peerkit.cli.results.destination import Destination
from peerkit.errors import FileName, UsageError, did_you_mean
from peerkit.render.products import formats

if TYPE_CHECKING:
    from peerkit.model.plan import Barrier, Effort, Plan, PlanWishes

Pick = Annotated[list[str] | None, options.optional("--pick", "ID", "A question you chose; up to three.")]
Actions = Annotated[int, typer.Option("--actions", metavar="1|2|3", help="How many actions to propose.")]
Efforts = Annotated[list[str] | None, options.optional("--effort", "ID=small|medium|large", "How much work a question would take.")]


def command(
    files: options.AnswerFiles = None,
    pick: Pick = None,
    actions: Actions = 3,
    effort: Efforts = None,
    outcome: options.OutcomeFile = None,
    goal: options.Goal = None,
    form: Annotated[str | None, options.format_option(formats("plan"))] = None,
    output: options.Output = None,
    overwrite: options.Overwrite = False,
    minimum: options.Minimum = None,
    skip_broken: options.SkipBroken = False,
    skip: options.Skip = None,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Plan at most three actions. Why, the first step, what may get in the way, and where the scores stand once they are done.

    Example: peerkit plan lantern-street-peers.tacsi.b7c1e0.peerkit.json --pick tacsi/fair-terms --effort fair-terms=small
    """
    wishes = replace(_wishes(pick, actions, effort), barriers=_barriers(frameworks))
    files = meant(files or (), frameworks, plain=plain)
    typed = {"FILE": files_named(files, frameworks, skip or (), skip_broken=skip_broken), "OUTCOME": [FileName(outcome)] if outcome else []}
    destination = Destination(asked=form, output=output, overwrite=overwrite, plain=plain, typed=typed)
    destination.check("plan")
    wanted = gates.ResultOptions(
        named=files, goal=goal, outcome=outcome, frameworks=frameworks, minimum=minimum, skip_broken=skip_broken, skipped=skip or ()
    )
    paths = answer_files.answer_files(files, skip or ())
    if len(paths) > 1:
        _deliver_team_plan(paths, wanted, wishes, destination)
    else:
        gates.refuse_for_one(wanted)
        destination.deliver("plan", _plan_one(paths[0], wanted, wishes))


def _plan_one(path: Path, wanted: gates.ResultOptions, wishes: PlanWishes) -> Plan:
    from peerkit.engine.plan import plan_for
    from peerkit.engine.scores.report import make_report

    loaded = answer_files.load_answers(path, wanted.frameworks)
    outcome = answer_files.load_outcome(wanted.outcome, loaded.assessment.program) if wanted.outcome else None
    day = console.document_day()
    return plan_for(
        loaded.assessment, lambda answers: make_report(loaded.frameworks, answers, day, wanted.goal), replace(wishes, outcome=outcome)
    )


def _deliver_team_plan(paths: Sequence[Path], wanted: gates.ResultOptions, wishes: PlanWishes, destination: Destination) -> None:
    from peerkit.engine.plan import plan_for
    from peerkit.engine.team.team_report import make_team_report

    day = console.document_day()
    with gates.team_gate(paths, wanted) as team:
        wishes = replace(wishes, outcome=team.outcome)
        plan = plan_for(team.view, lambda view: make_team_report(view, day, wanted.goal, team.outcome), wishes)
        destination.deliver("plan", plan, team.memories)


def _wishes(pick: Sequence[str] | None, actions: int, effort: Sequence[str] | None) -> PlanWishes:
    from peerkit.model.plan import PlanWishes
    from peerkit.model.report import MOST_ACTIONS

    if not 1 <= actions <= MOST_ACTIONS:
        hint = "Few actions get done. The rest can wait until you look again."
        raise UsageError(f"a plan holds one to three actions, and --actions says {actions}", hint)
    efforts = dict(_effort(said) for said in options.split_ids(effort))
    return PlanWishes(picks=tuple(options.split_ids(pick)), most=actions, efforts=efforts)


def _effort(text: str) -> tuple[str, Effort]:
    from peerkit.model.plan import EFFORTS

    name, _, said = text.partition("=")
    found = next((known for known in EFFORTS if known == said.strip().casefold()), None)
    if found is None or not name.strip():
        hint = did_you_mean(said, EFFORTS, "Write it like planned-co-design=small; there are small, medium and large.")
        raise UsageError(f'"{text}" is no value for --effort', hint)
    return name.strip(), found


def _barriers(folder: Path | None) -> dict[str, tuple[Barrier, ...]]:
    from peerkit.source import catalog

    return catalog.load_barriers(folder).by_theme
