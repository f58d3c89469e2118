"""A comparison as data: `peerkit/comparison/1`. Numbers are rounded to 4 decimals; null stands where nothing may be said."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, Final

from peerkit import __version__
from peerkit.model.comparison import ComparedFramework, ComparedQuestion, ComparedSection, Comparison, Scores, Side, Stand
from peerkit.model.data import to_data
from peerkit.model.framework import Change
from peerkit.render.escape import json_text
from peerkit.render.interface import RenderContext

FORMAT: Final = "peerkit/comparison/1"
Changes = Mapping[str, tuple[Change, ...]]


def render(comparison: Comparison, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.comparison.interface.ComparisonRenderer`."""
    return json_text(json.dumps(_comparison(comparison), ensure_ascii=False, indent=2)) + "\n"


def _comparison(one: Comparison) -> dict[str, Any]:
    changes = {found.question.address: found.notes for found in one.changed}
    return {
        "format": FORMAT,
        "peerkit": __version__,
        "date": one.date,
        "sides": [_side(label, side, named=one.shows_programs) for label, side in zip(one.labels, one.sides, strict=True)],
        "compare_with_care": list(one.differs_in),
        "nothing_differs": one.is_empty,
        "frameworks": [_framework(framework, changes) for framework in one.frameworks],
        "not_answered_by_all": [
            {"id": other.framework.id, "title": other.framework.title, "sides": [one.labels[number] for number in other.sides]}
            for other in one.partly
        ],
        "moved": _addresses(one.moved),
        "strong": _addresses(one.strong),
        "low": _addresses(one.low),
        "only": [_addresses(found) for found in one.only],
    }


def _addresses(found: Iterable[ComparedQuestion]) -> list[str]:
    return [one.address for one in found]


def _side(label: str, side: Side, *, named: bool) -> dict[str, Any]:
    return {
        "label": label,
        "kind": side.kind,
        "program": side.program if named else None,
        "day": side.day,
        "role": side.role,
        "set": side.set,
        "respondents": {"total": sum(side.respondents.values()), "by_role": side.respondents},
        "minimum_group": side.minimum,
    }


def _framework(one: ComparedFramework, changes: Changes) -> dict[str, Any]:
    return {
        "id": one.framework.id,
        "title": one.framework.title,
        "versions": list(one.versions),
        "rated_by_all": one.rated_by_all,
        "rated_by_any": one.rated_by_any,
        "set_aside": list(one.set_aside),
        "scores": _scores(one.scores) if one.scores else None,
        "sections": [_section(section, changes) for section in one.sections],
    }


def _section(one: ComparedSection, changes: Changes) -> dict[str, Any]:
    return {
        "id": one.section.id,
        "title": one.section.title,
        "scores": _scores(one.scores),
        "questions": [
            {
                "id": question.indicator.id,
                "ask": question.indicator.ask,
                "stands": [_stand(stand) for stand in question.stands],
                "changed": [to_data(note) for note in changes.get(question.address, ())],
            }
            for question in one.questions
        ],
    }


def _scores(scores: Scores) -> dict[str, Any]:
    return {
        "sides": [{"score": _number(one.value), "about": one.about} for one in scores.sides],
        "shared": scores.shared,
        "asked": scores.asked,
        "apart": _number(scores.apart),
        "about_the_same": None if scores.apart is None else scores.is_about_the_same,
    }


def _stand(stand: Stand | None) -> dict[str, Any] | None:
    if stand is None:
        return None
    return {
        "state": stand.state,
        "level": _number(stand.level),
        "lowest": _number(stand.lowest),
        "highest": _number(stand.highest),
        "goal": stand.goal,
        "gap": _number(stand.gap),
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 4)
