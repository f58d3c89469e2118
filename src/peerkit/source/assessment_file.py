"""Read and write assessment files: JSON that stays readable without peerkit."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from peerkit.errors import InputError
from peerkit.model.answers import FORMAT, Assessment
from peerkit.model.constraints import to_data
from peerkit.source import json_file, storage

SUFFIX = ".peerkit.json"
ANY_VERSION = FORMAT[: FORMAT.rindex("/") + 1]
_LONGEST_SLUG = 48
_KIND = json_file.Kind(
    form=FORMAT,
    called="answer file",
    damaged="Look for a copy; this one is left as it is.",
    foreign=f"Answer files are made by `peerkit assess` and end in {SUFFIX}.",
)


def read(path: Path) -> Assessment:
    """Return the assessment in a file. See `json_file.read` for its errors."""
    return json_file.read(Assessment, path, _KIND)


def parse(raw: bytes, name: str) -> Assessment:
    """Return the assessment that `raw` holds; `name` is the file's name in errors. See `read`."""
    assessment = json_file.parse(Assessment, raw, name, _KIND)
    twice = next((address for address in assessment.written if address in assessment.answers), None)
    if twice:
        message = f"{name} cannot be read at written, {twice}: the question has an answer"
        raise InputError(message, "Put these words beside the answer, under answers, and take them out here.")
    return assessment


def claims_to_be_one(path: Path) -> bool:
    """Whether a file says that it is an answer file, whole or not."""
    return json_file.claims_to_be(path, _KIND)


def write(path: Path, assessment: Assessment) -> None:
    """Write an assessment, whole or not at all. See `storage.replace`."""
    storage.replace(path, dump(assessment))


def dump(assessment: Assessment) -> str:
    """Return an assessment as the text of its file."""
    return json.dumps(to_data(assessment), ensure_ascii=False, indent=2) + "\n"


def default_name(program: str, frameworks: Iterable[str], short_id: str) -> str:
    """Return the name of a new file: `<program-slug>.<frameworks>.<short id>.peerkit.json`."""
    return f"{slug(program)}.{'+'.join(frameworks)}.{short_id}{SUFFIX}"


def slug(text: str) -> str:
    """Return a name that every file system takes: small letters, digits and hyphens, at most 48 of them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    words = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    return words[:_LONGEST_SLUG].strip("-") or "program"
