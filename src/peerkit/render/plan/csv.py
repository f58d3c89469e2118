"""The plan as a table for a spreadsheet: a row for each action, then one for each that a workshop recorded besides.

The same kind of file as `peerkit.render.report.csv`, with its care for formulas.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from peerkit.model.outcome import Action
from peerkit.model.plan import Plan, PlannedAction
from peerkit.render import wording as words
from peerkit.render.interface import RenderContext
from peerkit.render.plan.shared.wording import label
from peerkit.render.report.csv import cell

HEADS: Final = (
    "framework", "section", "indicator", "question", "level", "label", "goal", "gap", "importance", "priority", "lane", "effort", "points",
    "value", "what", "who", "by when", "first step", "how we will know", "help needed", "also ask", "may get in the way", "what can help",
    "look again on",
)  # fmt: skip
_BYTE_ORDER_MARK: Final = "\ufeff"


def render(plan: Plan, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.plan.interface.PlanRenderer`."""
    import csv
    import io

    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(HEADS)
    rows.writerows([cell(text) for text in row] for row in _rows(plan))
    return _BYTE_ORDER_MARK + out.getvalue()


def _rows(plan: Plan) -> Iterator[tuple[str, ...]]:
    for action in plan.actions:
        for written in action.recorded or (Action(id=action.candidate.address),):
            yield (*_numbers(action), *_words(action, written), *_barriers(action), plan.recheck)
    for other in plan.others:
        framework, _, name = other.id.rpartition("/")
        blanks = [""] * (HEADS.index("what") - 3)
        written_down = (other.what, other.who, other.by, other.first_step, other.sign, other.help, other.ask_also)
        yield (framework, "", name, *blanks, *written_down, "", "", plan.recheck)


def _numbers(action: PlannedAction) -> tuple[str, ...]:
    one = action.candidate
    return (
        one.framework.id,
        one.section.id,
        one.indicator.id,
        one.asked,
        _number(one.standing),
        words.sentence(label(one.standing)),
        str(one.goal),
        _number(one.gap),
        one.importance,
        _number(one.priority),
        one.lane,
        action.effort,
        _number(one.gain),
        _number(action.value),
    )


def _words(action: PlannedAction, written: Action) -> tuple[str, ...]:
    one = action.candidate
    return (
        written.what,
        written.who,
        written.by,
        written.first_step or action.first_step or "",
        written.sign or "\n".join(one.indicator.look_for),
        written.help,
        written.ask_also or words.sentence(words.roles(one.unheard)),
    )


def _barriers(action: PlannedAction) -> tuple[str, str]:
    return "\n".join(one.barrier for one in action.barriers), "\n".join(one.remedy for one in action.barriers)


def _number(value: Fraction) -> str:
    """Return a number with up to four decimals."""
    return str(value) if value.denominator == 1 else str(round(float(value), 4))
