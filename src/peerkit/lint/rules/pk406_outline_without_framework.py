"""An outline belongs to no framework.

Why:
    The outline in the folder `sources` is held up against the framework of the same name. Under another name nothing is compared, and
    nobody learns which statements stand nowhere. Where no framework has been read, nothing is said.

Bad:
    # sources/exampel.yaml
    format: peerkit/source/1
    sections:
      - id: door
        title: At the door
        statements:
          - {id: door.1, gist: People are greeted when they come.}
    # example.yaml
    sections: [{id: welcome, indicators: [{id: first-visit}]}]

Good:
    # sources/example.yaml
    format: peerkit/source/1
    sections:
      - id: door
        title: At the door
        statements:
          - {id: door.1, gist: People are greeted when they come.}
    # example.yaml
    sections: [{id: welcome, indicators: [{id: first-visit}]}]
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from peerkit.lint.contents import NearNames
from peerkit.lint.rule import Member, Rule
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "warning")


def check_folder(members: Sequence[Member]) -> Iterator[tuple[str, Problem]]:
    """Yield the outlines whose name is that of no framework; a file that cannot be read may be the framework of its name."""
    known = {member.id for member in members if member.id is not None}
    unclear = {PurePath(member.file).stem for member in members if member.id is None and not member.is_outline}
    near = NearNames()
    for member in members:
        name = PurePath(member.file).stem
        if member.is_outline and known and name not in known | unclear:
            hint = near.hint(name, sorted(known), "Give it the name of the framework whose document it outlines.")
            yield member.file, Problem(message=f"there is no framework {name} beside the folder of this outline", hint=hint)
