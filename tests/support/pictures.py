"""The pictures of the documentation, taken from the report of an example in a browser, in light and in dark.

Run `python -m support.pictures` in `tests` to take them anew, after the report or an example has changed. It needs Chromium, Node, and
the packages in `tests/outside` (`npm ci --ignore-scripts`).
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from support.commandline import CHECKOUT, process

EXAMPLES: Final = CHECKOUT / "examples" / "lantern-street"
FIVE: Final = EXAMPLES / "lantern-street-peers.five.peerkit.json"
ONE: Final = EXAMPLES / "lantern-street-peers.tacsi.peerkit.json"
FOLDER: Final = CHECKOUT / "docs" / "pictures"
PICTURES: Final = {
    "first": "#result",
    "scores": "#scores-mind .scores",
    "answers": "#scores-mind .tallies",
    "lanes": "#where-to-look",
    "themes": "#themes",
    "another-look": "#another-look",
    "question": "#q-tacsi--planned-co-design",
}
"""What each picture shows, as the place on the page; the first is of a report in short, the others of a full one."""


def take(folder: Path = FOLDER) -> None:
    """Take every picture into a folder."""
    browser = shutil.which("chromium")
    if browser is None:
        sys.exit("this machine has no chromium; on Debian, install the package chromium")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        for example, length, shown in ((ONE, (), ["first"]), (FIVE, ("--full",), [name for name in PICTURES if name != "first"])):
            page = Path(place) / f"{shown[0]}.html"
            ended = process("report", example, "--format", "html", "--output", page, *length, cwd=Path(place))
            if ended.code:
                sys.exit(ended.err)
            pictures = [{"name": name, "selector": PICTURES[name]} for name in shown]
            asked = {"browser": browser, "page": str(page), "folder": str(folder), "pictures": pictures}
            subprocess.run(["node", str(CHECKOUT / "tests" / "outside" / "pictures.mjs")], input=json.dumps(asked), text=True, check=True)


if __name__ == "__main__":
    take()
