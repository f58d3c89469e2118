"""Where a result goes, to a file or to standard output: made sure of first, so that it can be remembered before anybody reads it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from peerkit.cli import console
from peerkit.errors import OutputError

if TYPE_CHECKING:
    from peerkit.source.json.storage import Place


class Delivery(Protocol):
    """A result on its way. `is_seen` is whether anybody may have read any of it: never False when in doubt."""

    @property
    def is_seen(self) -> bool:
        """See the class."""

    def hand_over(self) -> None:
        """Write all of it. Raises OSError."""


def deliver(result: str | bytes, output: Path | None, *, shared: bool = False) -> None:
    """Write a result to a file where one is named, else to standard output. A reader that has left changes no verdict. See `opened`."""
    with opened(result, output, shared=shared) as delivery:
        try:
            delivery.hand_over()
        except OSError as error:
            if output is not None or not console.has_left(error):
                raise


@contextlib.contextmanager
def opened(result: str | bytes, output: Path | None, *, shared: bool = False) -> Iterator[Delivery]:
    """Make sure that a result can be written, and give what writes it; until then nothing changes, and nobody can read it.

    A text ends in a line break. A new file is for its owner only, as answers are, unless the result holds none and is `shared`; one
    that is there stays as open to others as it is.

    Raises:
        OutputError: when it cannot be written, or there are answers or a framework in the file; a file is then as it was.

    """
    if isinstance(result, str) and not result.endswith("\n"):
        result = f"{result}\n"
    if output is None:
        console.refuse_closed()
        assert isinstance(result, str)
        yield _ToScreen(result)
        return
    from peerkit.source.json import storage

    _spare(output)
    raw = result.encode("utf-8") if isinstance(result, str) else result
    mode = storage.SHARED if shared else storage.OWNER_ONLY
    with storage.opened(output, mode, keeps_mode=True, room=len(raw)) as place:
        yield _ToFile(raw, output, place)


class _ToScreen:
    """A text for standard output, whoever reads there."""

    def __init__(self, text: str) -> None:
        self.is_seen = False
        self.text = text

    def hand_over(self) -> None:
        """See `Delivery`."""
        self.is_seen = True
        try:
            # NOTE: one character goes ahead; where not even that can be written, nobody has seen anything.
            sys.stdout.write(self.text[:1])
            sys.stdout.flush()
        except OSError:
            self.is_seen = False
            raise
        sys.stdout.write(self.text[1:])
        sys.stdout.flush()


class _ToFile:
    """A text or a document for a file."""

    def __init__(self, raw: bytes, output: Path, place: Place) -> None:
        self.raw = raw
        self.output = output
        self.place = place

    @property
    def is_seen(self) -> bool:
        """See `Delivery`."""
        return self.place.is_seen

    def hand_over(self) -> None:
        """See `Delivery`."""
        self.place.put(self.raw)
        console.note(f"Written to {self.output}")


def _spare(output: Path) -> None:
    """Refuse to write a result over somebody's answers or over a framework's file."""
    from peerkit.source.json import assessment_file, outcome_file, shown_file
    from peerkit.source.yaml import yaml_file

    if not output.is_file():
        return
    if output.name.endswith(assessment_file.SUFFIX) or assessment_file.claims_to_be_one(output):
        raise OutputError(f"{output} holds answers, and a result is not written over them", "Choose another name with --output.")
    if output.name.endswith(outcome_file.SUFFIX) or outcome_file.claims_to_be_one(output):
        message = f"{output} holds what a workshop agreed on, and a result is not written over it"
        raise OutputError(message, "Choose another name with --output.")
    if output.name.endswith(shown_file.SUFFIX):
        message = f"{output} says what reports have shown, and a result is not written over it"
        raise OutputError(message, "Choose another name with --output.")
    if yaml_file.claims_a_format(yaml_file.read_bytes(output)):
        raise OutputError(f"{output} is a framework's file, and a result is not written over it", "Choose another name with --output.")
