"""Files that are meant to keep a computer busy."""

from __future__ import annotations

from typing import Final

BOMB: Final = "a: &a [x, x]\n" + "".join(f"b{row}: &b{row} [{', '.join(['*a' if row == 0 else f'*b{row - 1}'] * 9)}]\n" for row in range(9))
DOCUMENTS: Final = {
    "an alias bomb": (BOMB, "anchor"),
    "brackets 10,000 deep": ("a: " + "[" * 10_000, "too-deep"),
    "braces 10,000 deep": ("a: " + "{a: " * 10_000, "too-deep"),
    "lists 10,000 deep": ("- " * 10_000, "too-deep"),
    "keys 1,000 deep": ("\n".join(f"{' ' * depth}a:" for depth in range(1_000)), "too-deep"),
    "a text of 10 MB": ("a: " + "x" * 10_000_000, "too-large"),
    "100,000 keys": ("".join(f"k{row}: 1\n" for row in range(100_000)), "too-large"),
    "a list of 100,000": ("[" + "a," * 100_000 + "]", "too-large"),
    "a word of 1.9 MB": ("a: " + "1:" * 950_000, "ambiguous-word"),
    "a key of 1.9 MB": ("x" * 1_900_000 + ": 1", "syntax"),
    "a million tabs": ("\t\n" * 900_000, "tab"),
}
"""Documents of any kind, and what is found in them first."""

_TOP: Final = "format: peerkit/framework/1\nid: x\nversion: 1.0.0\ntitle: X\n"
_SECTION: Final = "sections:\n  - id: s\n    title: S\n    indicators: "
REFUSED: Final = {
    "an alias bomb": _TOP + BOMB,
    "a text of 10 MB": _TOP + "summary: " + "x" * 10_000_000,
    "100,000 keys": _TOP + "".join(f"k{row}: 1\n" for row in range(100_000)),
    "brackets 10,000 deep": _TOP + "a: " + "[" * 10_000,
}
SEARCHED: Final = {
    **REFUSED,
    "indicators without keys": f"{_TOP}{_SECTION}[{'{}, ' * 90_000}]\n",
    "indicators with misspelt keys": f"{_TOP}{_SECTION}[{'{idd: 1, askk: 1, wh: 2}, ' * 14_000}]\n",
    "facts of one id": f"{_TOP}facts: [{'{id: a}, ' * 30_000}]\n",
    "numbers for texts": f"{_TOP}limits: [{'1, ' * 90_000}]\n",
    "ambiguous words": f"{_TOP}limits: [{'no, ' * 90_000}]\n",
    "anchors": f"{_TOP}limits: [{'&a b, ' * 90_000}]\n",
    "unknown keys": _TOP + "".join(f"k{row}: 1\n" for row in range(45_000)),
    "one key again and again": _TOP + "title: X\n" * 45_000,
    "unknown themes": f"{_TOP}{_SECTION}[{{id: a, themes: [{'shared-pwoer, ' * 90_000}]}}]\n",
    "listed words": f"{_TOP}summary: {'always never appropriate addict utilise AOD ' * 40_000}\n",
    "listed words in many texts": f"{_TOP}limits: [{'always an addict may utilise AOD, ' * 40_000}]\n",
    "ask_as for nobody": f"{_TOP}{_SECTION}[{{id: a, ask_as: {{{''.join(f'r{row}: never, ' for row in range(40_000))}}}}}]\n",
    "capitals": f"{_TOP}summary: {'AB CD EF GH ' * 20_000}\n",
    "infinitives": f"{_TOP}{_SECTION}[{{id: a, ask: {'We can ask and so on ' * 20_000}}}]\n",
    "a tab in many places": f"{_TOP}summary: |\n" + "  a\tb\n" * 200_000,
}
"""Framework files: those that are refused before they are looked through, and all."""
