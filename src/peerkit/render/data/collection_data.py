"""What came in as data: the files that belong together, what is not counted and why, and what a report could show."""

from __future__ import annotations

from peerkit.model.collection import Collection
from peerkit.model.constraints import to_data
from peerkit.render.data.tables import Rows

_HEADS = ("state", "file", "role", "answered", "asked", "what is to know")


def file(collection: Collection) -> object:
    """Return what came in as a file of JSON."""
    return {"format": "peerkit/collection/1", "people": collection.people, **to_data(collection)}


def rows(collection: Collection) -> Rows:
    """Return a row for each file, those that are not counted last."""
    copies = {path: f"may be a copy of {earlier}" for earlier, path in collection.likely_copies}
    counted = [(file.state, file.file, file.role, file.answered, file.asked, copies.get(file.file, "")) for file in collection.files]
    aside = [("not counted", name, "", None, None, said.message) for said in collection.not_counted for name in said.files or ("",)]
    return Rows("A row for each file that came in.", _HEADS, (*counted, *aside))
