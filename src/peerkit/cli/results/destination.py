"""How a result reaches people: in a format, on the screen or in a file, which is made sure of before anything of it is remembered."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from peerkit.cli import console
from peerkit.cli.printed_command import GOES_ON, as_typed, program_here, shell_here
from peerkit.errors import OutputError, UsageError
from peerkit.render import products

if TYPE_CHECKING:
    from peerkit.model.team import Memory
    from peerkit.source.json.storage import Place

_BEGINNING: Final = 4_096
_BY_ENDING: Final = {
    ".txt": "terminal",
    ".md": "markdown",
    **{f".{form}": form for form in ("html", "pdf", "docx", "xlsx", "csv", "json")},
}
"""The format that the ending of a file's name is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """How a result is wanted: in the format that was `asked` for, in a file (None for standard output), and whether in plain lines.

    Where no format was asked for, the ending of the file's name decides, and where that says nothing it is `otherwise`.
    A file that is there is left alone, but where `overwrite` says otherwise. A page that `is_opened` is shown in the browser.
    `typed` are the words that were typed in place of FILE or OUTCOME, for the commands that are printed on a screen.
    """

    asked: str | None = None
    otherwise: str = "terminal"
    output: Path | None = None
    overwrite: bool = False
    plain: bool = False
    typed: Mapping[str, Sequence[str]] = field(default_factory=dict)
    is_opened: bool = False

    @property
    def form(self) -> str:
        """The format."""
        return self.asked or self._fitting or self.otherwise

    @property
    def _fitting(self) -> str:
        """The format that the ending of the file's name is for, empty where it says nothing."""
        return _BY_ENDING.get(self.output.suffix.casefold(), "") if self.output else ""

    def check(self, product: str) -> None:
        """Check that a product can be delivered like this, before anything is read.

        Raises:
            UsageError: when it does not come in that format, the file's name is for another, or a file that is no text has no place.
            OutputError: when there is no folder for it, or something is there already that it is not to be written over.

        """
        if self.output is not None:
            _spare(self.output)
            _check_folder(self.output)
        if self.output and self._fitting not in ("", self.form):
            hint = f"A name that ends in {self.output.suffix} is for {self._fitting}."
            raise UsageError(f"{self.output} is no file for the format {self.form}", hint)
        products.check_format(product, self.form)
        if self.output is None and self.form in products.FILES:
            raise UsageError(f"{self.form} is a file to open elsewhere, and no text for the screen", f"Add --output {product}.{self.form}.")
        if self.is_opened and (self.form != "html" or self.output is None):
            raise UsageError("--open is for a page in a file", "Add --format html --output report.html.")
        if self.output is not None and not self.overwrite:
            refuse_existing(self.output)

    def deliver(self, product: str, noun: object, memories: Mapping[Path, Memory] | None = None, *, shared: bool = False) -> None:
        """Render a product and write it where it is wanted; `shared` where it holds no answers, so that others may read its file.

        What was let through a gate is delivered inside its block with its `memories`: see `remembered`.

        Raises:
            OutputError: when it or a memory cannot be written, or when the library that writes such files is not installed.

        """
        context = replace(console.here(plain=self.plain, output=self.output), day=console.document_day())
        # NOTE: a file may be handed on, and the way to a program, or to answers, often names a person.
        if self.form == "terminal" and self.output is None:
            shell = shell_here()
            typed = {name: " ".join(as_typed(words, shell)) for name, words in self.typed.items() if words}
            context = replace(context, program=program_here(shell), typed=typed, goes_on=GOES_ON[shell])
        result = products.render(product, noun, self.form, context)
        with opened(result, self.output, shared=shared) as delivery, remembered(memories, delivery) if memories else nullcontext():
            delivery.hand_over()
        if self.is_opened and self.output:
            _open_in_browser(self.output)


def _check_folder(output: Path) -> None:
    if not output.parent.exists():
        raise OutputError(f"there is no folder {output.parent} for {output.name}", "Make it, or choose another place with --output.")


def refuse_existing(output: Path, own: re.Pattern[bytes] | None = None) -> None:
    """Refuse to write over a regular file; one whose beginning `own` finds something in is of a kind to be written over.

    Raises:
        OutputError: when it is there.

    """
    if output.is_file():
        _spare(output)
        from peerkit.source.yaml import yaml_file

        if own is None or not own.search(yaml_file.read_bytes(output)[:_BEGINNING]):
            raise OutputError(f"{output} is there already", "Choose another name with --output, or write over it with --overwrite.")


def write(text: str, output: Path | None, own: re.Pattern[bytes], *, overwrite: bool) -> None:
    """Write what holds no answers to a file where one is named, else to standard output. See `opened`.

    A file of its own kind, by its beginning, is written over, since a build does so. See `refuse_existing`.
    """
    if output is not None:
        _check_folder(output)
        if not overwrite:
            refuse_existing(output, own)
    with opened(text, output, shared=True) as delivery:
        delivery.hand_over()


def _open_in_browser(page: Path) -> None:
    """Open a page in the browser; where there is none, say so."""
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        console.note(f"note: no browser could be opened; the page is {page}")


@contextlib.contextmanager
def opened(result: str | bytes, output: Path | None, *, shared: bool = False) -> Iterator[_ToScreen | _ToFile]:
    """Make sure that a result can be written, and give what writes it; until then nothing changes, and nobody can read it.

    A text ends in a line break. A reader of standard output that has left is no error. A new file is for its owner only, as answers
    are, unless the result holds none and is `shared`; one that is there stays as open to others as it is.

    Raises:
        OutputError: when it cannot be written, or there are answers or a framework in the file; a file is then as it was.

    """
    if isinstance(result, str) and not result.endswith("\n"):
        result = f"{result}\n"
    if output is None:
        console.refuse_closed()
        assert isinstance(result, str)
        try:
            yield _ToScreen(result)
        except OSError as error:
            if not console.has_left(error):
                raise
        return
    from peerkit.source.json import storage

    _spare(output)
    raw = result.encode("utf-8") if isinstance(result, str) else result
    mode = storage.SHARED if shared else storage.OWNER_ONLY
    with storage.opened(output, mode, keeps_mode=True, room=len(raw)) as place:
        yield _ToFile(raw, output, place)


@dataclass(slots=True)
class _ToScreen:
    """A text for standard output, whoever reads there. `is_seen` is whether anybody may have read any of it: never False when in doubt."""

    text: str
    is_seen: bool = False

    def hand_over(self) -> None:
        """Write all of it. Raises OSError."""
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


@dataclass(slots=True)
class _ToFile:
    """A text or a document for a file. See `_ToScreen`."""

    raw: bytes
    output: Path
    place: Place

    @property
    def is_seen(self) -> bool:
        """See `_ToScreen`."""
        return self.place.is_seen

    def hand_over(self) -> None:
        """See `_ToScreen`."""
        self.place.put(self.raw)
        console.note(f"Written to {self.output}")


def _spare(output: Path) -> None:
    """Refuse to write a result over somebody's answers or over a framework's file."""
    from peerkit.source.json import assessment_file, outcome_file, shown_file
    from peerkit.source.yaml import yaml_file

    if not output.is_file():
        return
    if output.name.endswith(assessment_file.SUFFIX) or assessment_file.claims_to_be_one(output):
        held = "holds answers, and a result is not written over them"
    elif output.name.endswith(outcome_file.SUFFIX) or outcome_file.claims_to_be_one(output):
        held = "holds what a workshop agreed on, and a result is not written over it"
    elif output.name.endswith(shown_file.SUFFIX):
        held = "says what reports have shown, and a result is not written over it"
    elif yaml_file.claims_a_format(yaml_file.read_bytes(output)):
        held = "is a framework's file, and a result is not written over it"
    else:
        return
    raise OutputError(f"{output} {held}", "Choose another name with --output.")


@contextlib.contextmanager
def remembered(memories: Mapping[Path, Memory], delivery: _ToScreen | _ToFile | None) -> Iterator[None]:
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
                raise not_remembered(error) from error
        yield
    except BaseException:
        if delivery is None or not delivery.is_seen:
            for put_back in undo:
                put_back()
        raise


def not_remembered(error: OutputError) -> OutputError:
    """Return the error of a memory that cannot be kept, with what that means."""
    hint = "What is shown of a team is noted in this file beside the answers. Make room there, or copy the folder to where you can write."
    return OutputError(f"{error.message}; nothing was shown", hint)
