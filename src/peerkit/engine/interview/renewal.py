"""An assessment against frameworks that may have changed since: nothing answered is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from peerkit.model.answers import Assessment, FrameworkRef, SetAside
from peerkit.model.framework import Framework


@dataclass(frozen=True, slots=True)
class Resumed:
    """An assessment brought to the frameworks of today, and the ids of those whose content changed."""

    assessment: Assessment
    changed: tuple[str, ...]


def resume(assessment: Assessment, frameworks: Sequence[tuple[Framework, str]]) -> Resumed:
    """Return the assessment brought to `frameworks`, each with its digest.

    Answers to indicators that are gone move to `set_aside`. Answers to indicators whose words changed stay; the interview asks those
    again with the old answer beside them.
    """
    known = {f"{framework.id}/{name}" for framework, _ in frameworks for name in framework.by_id}
    today: Mapping[str, FrameworkRef] = {
        framework.id: FrameworkRef(id=framework.id, version=framework.version, digest=digest) for framework, digest in frameworks
    }
    references = tuple(today.get(reference.id, reference) for reference in assessment.frameworks)
    gone = {
        address: answer for address, answer in assessment.answers.items() if address not in known and address.partition("/")[0] in today
    }
    set_aside = tuple(
        SetAside(
            id=address,
            ask=answer.ask,
            answer=answer.answer,
            note=answer.note,
            evidence=answer.evidence,
            dissent=answer.dissent,
            why=f"not asked any more in {today[address.partition('/')[0]].version}",
        )
        for address, answer in gone.items()
    )
    brought = replace(
        assessment,
        frameworks=references,
        answers={address: answer for address, answer in assessment.answers.items() if address not in gone},
        set_aside=(*assessment.set_aside, *set_aside),
    )
    changed = tuple(new.id for old, new in zip(assessment.frameworks, references, strict=True) if old.digest != new.digest)
    return Resumed(brought, changed)
