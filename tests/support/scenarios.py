"""The scenarios in `tests/scenarios`: what a person does at a terminal, what they see, and what the file holds in the end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from peerkit.source.json import assessment_file
from support.terminals import Size, Starter, Terminal

FOLDER: Final = Path(__file__).parents[1] / "scenarios"
FRAMEWORKS: Final = FOLDER / "frameworks"
FILE: Final = "answers.peerkit.json"


@dataclass(frozen=True, kw_only=True)
class Run:
    """One run of a command: its options, what is done and seen, and its exit code.

    A step is a mapping of one key: `see` or `see no` (texts, waited for), `turn to` (a text behind pages), `read` (the last
    of pages, and go on), `press` (keys), `type`,
    `paste`, `resize` (columns x rows).
    """

    options: tuple[str, ...]
    steps: tuple[dict[str, Any], ...]
    exit: int = 0


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """Runs over one file, tried at each of `sizes`.

    `really` says that a terminal of the operating system is used as well, `plain` that it is played in plain lines too, where each key
    is a line and nothing is redrawn.

    `saved` holds what must be in the file, by key; answers, notes and evidence by the id of the question.
    """

    name: str
    sizes: tuple[Size, ...]
    runs: tuple[Run, ...]
    saved: dict[str, Any] = field(default_factory=dict)
    really: bool = False
    plain: bool = False


def all_scenarios() -> Iterator[Scenario]:
    """Yield every scenario, by file name."""
    for path in sorted(FOLDER.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        runs = tuple(Run(options=tuple(run.pop("options")), steps=tuple(run.pop("steps")), **run) for run in data.pop("runs"))
        yield Scenario(sizes=tuple(size_of(size) for size in data.pop("sizes")), runs=runs, **data)


def size_of(text: str) -> Size:
    """Return the size that a text such as 80x24 names."""
    columns, rows = text.split("x")
    return Size(int(columns), int(rows))


def play(scenario: Scenario, size: Size, start: Starter, folder: Path) -> None:
    """Play a scenario in terminals that `start` starts, and look into the file."""
    for run in scenario.runs:
        with start(run.options, size, folder) as terminal:
            for step in run.steps:
                _take(step, terminal)
            assert terminal.end() == run.exit, "\n".join(terminal.lines)
    path = folder / FILE
    assessment_file.read(path)
    assert view(path, scenario.saved) == scenario.saved


def _take(step: dict[str, Any], terminal: Terminal) -> None:
    [(kind, what)] = step.items()
    match kind:
        case "see":
            terminal.see(*_listed(what))
        case "see no":
            terminal.see_no(*_listed(what))
        case "turn to":
            terminal.turn_to(what)
        case "read":
            terminal.read(what)
        case "press":
            terminal.press(*_listed(what))
        case "type":
            terminal.send(what)
        case "paste":
            terminal.paste(what)
        case "resize":
            terminal.resize(size_of(what))
        case _:
            raise ValueError(f"{kind} is no step")


def _listed(what: Any) -> list[str]:
    return [str(one) for one in (what if isinstance(what, list) else [what])]


def view(path: Path, keys: dict[str, Any]) -> dict[str, Any]:
    """Return what stands in a file under `keys`."""
    data = json.loads(path.read_text(encoding="utf-8"))
    answers = {address.partition("/")[2]: answer for address, answer in data.get("answers", {}).items()}
    beside = answers | {address.partition("/")[2]: words for address, words in data.get("written", {}).items()}
    short = {
        "answers": {name: answer["answer"] for name, answer in answers.items()},
        "asked": {name: answer["ask"] for name, answer in answers.items()},
        "notes": {name: words["note"] for name, words in beside.items() if "note" in words},
        "evidence": {
            name: [", ".join([f"{one['kind']}: {one['text']}", *filter(None, [one.get("date")])]) for one in words["evidence"]]
            for name, words in beside.items()
            if "evidence" in words
        },
        "dissent": {name: words["dissent"] for name, words in beside.items() if "dissent" in words},
    }
    return {key: short[key] if key in short else data.get(key) for key in keys}
