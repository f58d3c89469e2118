"""Who is in the room when a group answers together: how many in each role, read from a line of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from peerkit.cli.prompting.interface import Prompter
from peerkit.errors import UsageError, did_you_mean
from peerkit.model.scale import ROLE_LABELS, ROLES, Role
from peerkit.model.typed_text import whole_number

MOST_PEOPLE: Final = 1_000
"""In one role."""
_EXAMPLE: Final = "peer-worker=3, staff=2"
_COUNTED: Final = re.compile(r"(?P<role_before>.+?)\s*[=:]\s*(?P<count_behind>[0-9]+)|(?P<count>[0-9]+)\s*(?:x\s+|=\s*)?(?P<role>\D.*)")
_OTHER_NAMES: Final[dict[str, Role]] = {
    "peer": "peer-worker",
    "people who use the program": "participant",
    "families": "family",
    "friend": "family",
    "staff member": "staff",
    "manager": "leader",
    "other": "not-said",
    "rather not say": "not-said",
}


def read_room(texts: Sequence[str]) -> dict[Role, int]:
    """Return how many people of each role are in the room, as `peer-worker=3,staff=2` or `3 peer workers, 2 staff` say.

    Raises:
        UsageError: when a part of it is not understood, or a role stands there twice.

    """
    room: dict[Role, int] = {}
    for part in filter(None, (part.strip() for text in texts for part in re.split(r"[,;\n]|\band\b", text))):
        role, count = _counted(part)
        if role in room:
            raise UsageError(f"{role} is counted twice in the room", f"Write each role once: {_EXAMPLE}.")
        room[role] = count
    return {role: room[role] for role in ROLES if role in room}


def ask_room(question: str, prompter: Prompter) -> dict[Role, int]:
    """Return what a person says about the room; what is not understood is said and asked again."""
    asked = question
    while True:
        try:
            return read_room([prompter.write(asked)])
        except UsageError as error:
            asked = f"{error.message[0].upper()}{error.message[1:]}. {error.hint}\n{question}"


def _counted(part: str) -> tuple[Role, int]:
    found = _COUNTED.fullmatch(part)
    if found is None:
        raise UsageError(f'"{part}" does not say how many people of which role', f"Write it as in {_EXAMPLE}.")
    number, name = found["count"] or found["count_behind"], found["role"] or found["role_before"]
    count = whole_number(number, MOST_PEOPLE)
    if not count:
        raise UsageError(
            f"{number if len(number) < 10 else 'So many'} people cannot be counted for one role",
            f"Write a number from 1 to {MOST_PEOPLE:,}.",
        )
    role = _role(name)
    if role is None:
        raise UsageError(f'there is no role called "{name}"', did_you_mean(name, ROLES, f"The roles are {', '.join(ROLES)}."))
    return role, count


def _role(name: str) -> Role | None:
    """Return the role that a name stands for: its id, its words, or one of these with an s."""
    wanted = " ".join(name.casefold().replace("-", " ").split())
    names: dict[str, Role] = {role.replace("-", " "): role for role in ROLES}
    names |= {ROLE_LABELS[role].casefold(): role for role in ROLES} | _OTHER_NAMES
    return names.get(wanted) or names.get(wanted.removesuffix("s"))
