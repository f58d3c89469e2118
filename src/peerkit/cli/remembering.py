"""What the reports of a round have shown, kept beside the answers: held while a report is made, read before it, written with it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from peerkit.cli import console
from peerkit.cli.confirming import confirm_by_name
from peerkit.errors import OutputError
from peerkit.model.scale import SMALLEST_GROUP
from peerkit.model.team import Memory

if TYPE_CHECKING:
    from peerkit.cli.outlet import Delivery

_LOWERED: Final = (
    "Groups of {lowered} people are easier to see through than groups of {usual}. The report will say that the number was lowered."
)


def places(program: str, files: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files that keep what reports of a program have shown: one in each folder that its answers lie in, whatever leads there."""
    from peerkit.source.json import shown_file

    folders = {path.resolve().parent: path.resolve().parent if path.is_symlink() else path.parent for path in files}
    return tuple(shown_file.path_in(folder, program) for _, folder in sorted(folders.items()))


@contextlib.contextmanager
def held(kept: Iterable[Path]) -> Iterator[None]:
    """Keep other runs from these files for a while, each of which is named once.

    Raises:
        InputError: when another run holds one of them.
        OutputError: when nothing can be written beside the answers.

    """
    from peerkit.source.json import storage

    with contextlib.ExitStack() as locks:
        for path in kept:
            try:
                locks.enter_context(storage.only_writer(path, console.note))
            except OutputError as error:
                raise _not_remembered(error) from error
        yield


def recall(kept: Sequence[Path]) -> Memory:
    """Return what stands in these files together. See `shown_file.read` for its errors."""
    from peerkit.source.json import shown_file

    return sum((shown_file.read(path) for path in kept), Memory())


@contextlib.contextmanager
def remembered(memories: Mapping[Path, Memory], delivery: Delivery | None) -> Iterator[None]:
    """Write each memory to its file, and then deliver, in the body, what they protect; None is delivered elsewhere, whatever happens.

    A report that was shown and not remembered could give answers away later, so it is remembered first. One that was remembered and
    not shown would keep later ones from being shown: where it is certain that nobody has seen any of it, the files get back what they held.

    Raises:
        OutputError: when a file cannot be written; then nothing may be shown.

    """
    from peerkit.source.json import shown_file

    undo = [shown_file.as_it_is(path) for path in memories]
    try:
        for path, memory in memories.items():
            try:
                shown_file.write(path, memory)
            except OutputError as error:
                raise _not_remembered(error) from error
        yield
    except BaseException:
        if delivery is None or not delivery.is_seen:
            for put_back in undo:
                put_back()
        raise


def _not_remembered(error: OutputError) -> OutputError:
    hint = "What is shown of a team is noted in this file beside the answers. Make room and check the permissions there."
    return OutputError(f"{error.message}; nothing was shown", hint)


def confirm_minimum(program: str, minimum: int | None) -> None:
    """Ask for a confirmation where the smallest group was lowered; `minimum` is None where nothing was said.

    Raises:
        UsageError: when the program's name was not typed.

    """
    if minimum is not None and minimum < SMALLEST_GROUP:
        confirm_by_name(program, on_screen(_LOWERED.format(lowered=minimum, usual=SMALLEST_GROUP)))


def on_screen(text: str) -> str:
    """Return a text in lines that fit."""
    from peerkit.render.layout import wrap

    return "\n".join(wrap(text, console.here().width))
