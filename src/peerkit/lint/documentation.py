"""What a rule's docstring says, part by part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from inspect import cleandoc
from textwrap import dedent

from peerkit.lint.rule import AnyRule

_PART = re.compile(r"^(Why|Bad|Good):\n((?: .*\n|\n)*(?: .*)?)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RulePage:
    """Why a rule is there, and YAML that it complains about and does not; empty where the docstring has no such part."""

    why: str = ""
    bad: str = ""
    good: str = ""


def page(module: AnyRule) -> RulePage:
    """Return the documentation of a rule; the YAML ends in a line break."""
    parts = {name: dedent(body).strip("\n") for name, body in _PART.findall(cleandoc(module.__doc__ or ""))}
    bad, good = (f"{parts[name]}\n" if name in parts else "" for name in ("Bad", "Good"))
    return RulePage(why=parts.get("Why", ""), bad=bad, good=good)
