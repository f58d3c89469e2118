"""`peerkit collect`: who is in, what does not fit, and what a report will be able to show, before anything is remembered."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from peerkit.cli import console, options
from peerkit.cli.printed_command import files_named
from peerkit.cli.results import answer_files, gates
from peerkit.cli.results.destination import Destination
from peerkit.errors import FileName, InputError
from peerkit.render.products import formats

if TYPE_CHECKING:
    from peerkit.engine.team.membership import Belonging
    from peerkit.model.collection import CollectedFile, Collection, Forecast

From = Annotated[Path | None, options.optional("--from", "FILE", "Say what differs from the file that everybody started from.")]


def command(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FOLDER]...", help="Folders or files of answers; none is this folder.", show_default=False),
    ] = None,
    form: Annotated[str | None, options.format_option(formats("collection"))] = None,
    output: options.Output = None,
    overwrite: options.Overwrite = False,
    prepared: From = None,
    skip: options.Skip = None,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Look at what came in, before a report. Who is in, complete or not, what does not fit, and what a report can show.

    It changes nothing and remembers nothing, so it can be run as often as you like, until all are in.

    Example: peerkit collect 2025-11
    """
    sources, skip = sources or [Path()], skip or []
    destination = Destination(asked=form, output=output, overwrite=overwrite, plain=plain)
    destination.check("collection")
    collection = _collection(sources, skip, prepared, frameworks)
    started_from = ("--from", FileName(prepared)) if prepared else ()
    typed = {
        "FOLDER": (*files_named(sources, frameworks, skip), *started_from),
        "FILE": files_named(sources, frameworks, skip, skip_broken=any(aside.files for aside in collection.not_counted)),
    }
    replace(destination, typed=typed).deliver("collection", collection)


def _collection(named: Sequence[Path], skipped: Sequence[Path], prepared: Path | None, folder: Path | None) -> Collection:
    from peerkit.model.collection import Aside, Collection

    missing = next((path for path in named if not path.exists()), None)
    if missing is not None:
        raise InputError(f"{missing} is not there", "Check the path.")
    remarks = list[str]()
    given = answer_files.read_all(answer_files.answer_files(named, skipped, remarks.append), remarks.append)
    broken = [Aside((name,), error.message, console.hint_of(error)) for name, error in given.broken.items()]
    empty = [Aside((), remark, "") for remark in given.empty]
    belonging = answer_files.belonging_of(given.answers, folder, remarks.append)
    misfits = [Aside(misfit.files, misfit.message, misfit.hint) for misfit in belonging.misfits]
    program = next((person.program for _, person in sorted(belonging.members.items())), "")
    forecast, questions = _forecast(belonging)
    kept, inside = gates.memories_of(map(Path, belonging.members), named, program)
    return Collection(
        program=program,
        questions=questions,
        files=tuple(_files(belonging)),
        not_counted=(*broken, *empty, *misfits),
        remarks=(*remarks, *answer_files.slips(belonging), *(_differences(prepared, belonging) if prepared else ())),
        likely_copies=belonging.likely_copies,
        forecast=forecast,
        reported=any(map(os.path.lexists, (*kept, *inside))),
    )


def _differences(prepared: Path, belonging: Belonging) -> Iterator[str]:
    from peerkit.engine.team.membership import differences
    from peerkit.source.json import assessment_file

    yield from differences(assessment_file.read(prepared), belonging.members, belonging.frameworks)


def _forecast(belonging: Belonging) -> tuple[Forecast | None, str]:
    """Return what a report could show of the members, and in words what all of them were asked."""
    from peerkit.engine.team.forecast import look_ahead
    from peerkit.engine.team.membership import counted

    if not belonging.members:
        return None, ""
    asked = counted(belonging.members)[0]
    people = Counter(person.role or "not-said" for person in belonging.members.values())
    versions = ", ".join(f"{framework.id} {framework.version}" for framework in belonging.frameworks)
    return look_ahead(belonging.frameworks, asked, people), f"{versions}, {asked.set} set"


def _files(belonging: Belonging) -> Iterator[CollectedFile]:
    from peerkit.engine.interview.question_counts import progress
    from peerkit.model.collection import CollectedFile

    for name, person in belonging.members.items():
        answered, asked = progress(belonging.frameworks, person)
        state: Literal["complete", "begun"] = "complete" if answered >= asked else "begun"
        yield CollectedFile(file=name, role=person.role or "not-said", answered=answered, asked=asked, state=state)
