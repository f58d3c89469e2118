"""Read and write outcome files: what a workshop agreed on, as JSON that stays readable without peerkit."""

from __future__ import annotations

import json
from pathlib import Path

from peerkit.errors import InputError
from peerkit.model.answers import OUTCOME_FORMAT, Outcome
from peerkit.model.constraints import to_data
from peerkit.source.json import json_file, storage
from peerkit.source.json.assessment_file import slug

SUFFIX = ".outcome.json"
_KIND = json_file.Kind(
    form=OUTCOME_FORMAT,
    called="outcome file",
    damaged="Mend it there, or look for a copy; the file is left as it is.",
    foreign=f"Outcome files are made by `peerkit agenda --record` and end in {SUFFIX}.",
)


def read(path: Path) -> Outcome:
    """Return the outcome in a file. See `json_file.read` for its errors."""
    outcome = json_file.read(Outcome, path, _KIND)
    wrong = next((address for address, agreed in outcome.agreed.items() if (agreed.level is None) != (agreed.agreement == "none")), None)
    if wrong:
        message = f"{path} cannot be read at agreed, {wrong}: there is either a level, or no agreement"
        raise InputError(message, 'Write a level from 0 to 4; or level: null and agreement: "none".')
    return outcome


def claims_to_be_one(path: Path) -> bool:
    """Whether a file says that it is an outcome file, whole or not."""
    return json_file.claims_to_be(path, _KIND)


def write(path: Path, outcome: Outcome) -> None:
    """Write an outcome, whole or not at all, for its owner only. See `storage.replace`."""
    storage.replace(path, dump(outcome))


def dump(outcome: Outcome) -> str:
    """Return an outcome as the text of its file."""
    return json.dumps(to_data(outcome), ensure_ascii=False, indent=2) + "\n"


def default_name(program: str, day: str) -> str:
    """Return the name of a new file: `<program-slug>.<day>.outcome.json`; `day` is the day of the workshop."""
    return f"{slug(program)}.{day}{SUFFIX}"
