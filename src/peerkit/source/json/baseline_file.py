"""Read and write the baseline of lint: what a team has put off, as JSON that shows in a review what is in it."""

from __future__ import annotations

import json
from pathlib import Path

from peerkit.model.constraints import to_data
from peerkit.model.lint_figures import Baseline
from peerkit.source.json import json_file

_KIND = json_file.Kind(
    form="peerkit/baseline/1",
    called="baseline",
    damaged="Write it anew with --write-baseline.",
    foreign="Baselines are written by `peerkit lint --write-baseline FILE`.",
)


def read(path: Path) -> Baseline:
    """Return the baseline in a file. See `json_file.read` for its errors."""
    return json_file.read(Baseline, path, _KIND)


def dump(baseline: Baseline) -> str:
    """Return a baseline as the text of its file; a byte of a file's name that is no character is a question mark in it."""
    text = json.dumps(to_data(baseline), ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", errors="replace").decode("utf-8")


def is_one(path: Path) -> bool:
    """Whether a file says that it is a baseline."""
    return json_file.claims_to_be(path, _KIND)
