"""Answers together with the frameworks they were given in: how every command that makes something of one file reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from peerkit.model.answers import Assessment, FrameworkRef, SetAside
from peerkit.model.framework import Framework
from peerkit.source import catalog
from peerkit.source.json import assessment_file


@dataclass(frozen=True, slots=True)
class LoadedAnswers:
    """An assessment, brought to the frameworks of today.

    `versions` are those that were answered, by the framework's id; `changed` are the ids of the frameworks whose content is another since.
    """

    assessment: Assessment
    frameworks: tuple[Framework, ...]
    versions: Mapping[str, str]
    changed: tuple[str, ...]


def load(path: Path, named_folder: Path | None = None) -> LoadedAnswers:
    """Return the answers in a file with their frameworks.

    Raises:
        InputError: when the file or a framework of it cannot be used.

    """
    assessment = assessment_file.read(path)
    found = [catalog.load(reference.id, named_folder, needed_by=path) for reference in assessment.frameworks]
    return brought_to_today(assessment, [(there.framework, there.digest) for there in found])


def brought_to_today(assessment: Assessment, frameworks: Sequence[tuple[Framework, str]]) -> LoadedAnswers:
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
    return LoadedAnswers(
        assessment=brought,
        frameworks=tuple(framework for framework, _ in frameworks),
        versions={reference.id: reference.version for reference in assessment.frameworks},
        changed=tuple(new.id for old, new in zip(assessment.frameworks, references, strict=True) if old.digest != new.digest),
    )
