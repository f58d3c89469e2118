"""Paths as other programs want them: with `/`, and from the folder where they look."""

from __future__ import annotations

import os
from collections.abc import Sequence


def told_from(path: str, folders: Sequence[str]) -> str:
    """Return `path` from the first of `folders` that it is in, with `/`; an absolute path where it is in none.

    The folders are absolute. A relative path starts in the last of them, and without folders stays as it is.
    """
    whole = os.path.normpath(os.path.join(folders[-1], path) if folders else path)  # noqa: PTH118  # nothing here looks at the disk
    for folder in folders:
        above = os.path.normpath(folder).rstrip(os.sep) + os.sep
        if whole.startswith(above):
            return whole.removeprefix(above).replace(os.sep, "/")
    return whole.replace(os.sep, "/")
