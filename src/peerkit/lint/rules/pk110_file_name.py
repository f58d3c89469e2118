"""A framework's file has another name than its id.

Why:
    A framework is looked up by its id, as a file of that name. Under another name it is not found, or found twice.

Bad:
    # carers.yaml
    id: carers-cafe

Good:
    # carers-cafe.yaml
    id: carers-cafe
"""

from pathlib import PurePath

from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.constraints import ID_PATTERN, LONGEST_ID, Matches
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "error")
_ENDINGS = (".yaml", ".yml")
_ID = Matches(ID_PATTERN, LONGEST_ID)


def check(subject: Subject) -> Problems:
    """Yield the id that is not the file's name; a text that comes from no file, or what cannot be an id, is let be."""
    name, identifier = PurePath(subject.reading.file), subject.framework_data.get("id")
    if name.suffix in _ENDINGS and _ID.admits(identifier) and identifier != name.stem:
        hint = f"Rename the file to {identifier}{name.suffix}{f', or write id: {name.stem}' if _ID.admits(name.stem) else ''}."
        yield Problem(message=f"the id is {identifier}, and the file is called {name.name}", hint=hint, path=("id",))
