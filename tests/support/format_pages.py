"""The page `docs/formats.md`: the keys come from the schemas, what they mean from `format_words.yaml`, examples from real runs."""

from __future__ import annotations

import json
import re
import shutil
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest

from peerkit.model import constraints
from peerkit.model.scale import ROLES, VOICES
from peerkit.source.file_formats import SCHEMAS, key_words
from support.commandline import SETTLED, peerkit

PAGE: Final = Path(__file__).parents[2] / "docs" / "formats.md"
EXAMPLES: Final = Path(__file__).parents[1] / "cases" / "formats"
ANSWERS: Final = "open-door-peers.door.peerkit.json"
WORDS: Final = key_words()
WIDEST: Final = 120


@dataclass(frozen=True)
class Format:
    """A format of the page: its title, what is said of it, and the file of its example; `code` marks the example's language."""

    title: str
    about: str
    example: str
    code: str = "json"


FORMATS: Final[Mapping[str, Format]] = {
    "framework": Format(
        "Framework",
        "A document that others have published, as questions. You write it; peerkit never changes it. Its name is `ID.yaml`. "
        "[Writing a framework](authoring.md) goes through it step by step.",
        "door.yaml",
        "yaml",
    ),
    "themes": Format(
        "Themes",
        "`themes.yaml` beside the frameworks: ideas that occur in more than one document. No score is made of them.",
        "themes.yaml",
        "yaml",
    ),
    "crosswalk": Format(
        "Crosswalk",
        "`crosswalk.yaml` beside the frameworks: where documents meet, and where they differ.",
        "crosswalk.yaml",
        "yaml",
    ),
    "barriers": Format(
        "Barriers",
        "`barriers.yaml` beside the frameworks: what tends to get in the way of a theme. A plan quotes it.",
        "barriers.yaml",
        "yaml",
    ),
    "source": Format(
        "Outline of a document",
        "`sources/ID.yaml` beside the frameworks: a document as the list of its points. `peerkit trace` and lint hold the questions "
        "against it.",
        "sources/door.yaml",
        "yaml",
    ),
    "assessment": Format(
        "Answers",
        "`PROGRAM.FRAMEWORKS.peerkit.json`: the answers of one person, or of a group that answered together. It is saved after every "
        "answer, whole or not at all, for your account only. It has days and no times, no names, and the words that were asked.",
        ANSWERS,
    ),
    "outcome": Format(
        "What a workshop agreed on",
        "Written by `peerkit agenda --record`, read by `plan` and `report` with `--outcome`.",
        "door.outcome.json",
    ),
    "report": Format("Report", "Written by `peerkit report FILE --format json`.", "report"),
    "team-report": Format(
        "Report of a team",
        "Written by `peerkit report FOLDER --format json`. It never holds one person's answers. What may not be shown is `null`, and "
        "`hidden` says why. [The numbers](numbers.md) say when that is.",
        "team-report",
    ),
    "plan": Format("Plan", "Written by `peerkit plan FILE --format json`.", "plan"),
    "comparison": Format("Comparison", "Written by `peerkit compare A B --format json`.", "comparison"),
}
"""The formats in the order of the page. A test holds them to those that peerkit has a schema of."""

_TOP: Final = """\
# File formats

Every file is text that can be read without peerkit: YAML where people write it, JSON where peerkit does, CSV for a
spreadsheet. All of it is UTF-8.

- peerkit tells files by what is in them, by the key `format`, and never by their name. So a `(1)` behind a name does no harm.
- A key that is not listed here is an error. So is one that stands twice.
- Where "needed" is empty, the key may be left out; "else" says what holds then.
- In what peerkit writes for other programs (reports, plans, comparisons), every key is always there. `null` means that nothing may be
  said.
- `peerkit schema NAME` prints the same as a JSON Schema. `NAME` stands behind each title.

Some kinds of text come up again and again:

| called | is |
| --- | --- |
| id | small letters, digits and single hyphens, 64 at most: `planned-co-design` |
| question | `framework/indicator`: `tacsi/planned-co-design` |
| day | a day of the calendar, never a time: `2026-11-21` |
| version | three whole numbers: `1.0.0` |
| text | at least one character that can be seen, 4,000 at most |
| words | what people write; may be empty, 20,000 characters at most |
| level | a whole number, 0 to 4 |
| role | `peer-worker`, `participant`, `family`, `staff`, `leader`, `partner` |
"""

_FINDINGS: Final = {
    "format": "Says what the file is.",
    "files": "How many files were checked.",
    "findings": "What was found, in the order of the files.",
}
_FINDING: Final = {
    "code": "The rule; `peerkit rule CODE` explains it.",
    "name": "The rule's name.",
    "severity": "`error`, `warning` or `info`.",
    "message": "What is wrong.",
    "hint": "What to do.",
    "file": "The path as it was given, with `/`.",
    "line": "The line, counted from 1.",
    "column": "The column, counted from 1 in characters.",
    "end_line": "The line of the end.",
    "end_column": "The column just behind the end.",
}
_COLUMNS: Final = {
    "id": "The question, with or without its framework.",
    "answer": "A level or its label, `na`, `dk` or `?`, `skip` or `-`; empty where there is none.",
    "note": "Anything else to say. May be missing.",
    "code": "The short code of the question on the sheet, as `A1`. It will do where there is no `id`.",
    "framework": "The framework and its version. A sheet of another version is refused. May be missing.",
}


def page() -> str:
    """Return the whole page."""
    made = examples()
    parts = [_TOP.rstrip()]
    titles: dict[str, str] = {}
    for name, form in FORMATS.items():
        parts += _format(name, form, made[name], titles)
    parts += _others(made)
    return "\n\n".join(parts) + "\n"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDEST + 15, break_long_words=False, break_on_hyphens=False)


def nouns(name: str) -> dict[str, dict[str, Any]]:
    """Return what has keys in a format, as its schema has it: the file by the format's name, then what stands in it, in that order."""
    whole = json.loads(peerkit("schema", name).out)
    found = {name: whole}
    waiting = [whole["properties"]]
    while waiting:
        for noun in re.findall(r'"#/\$defs/(\w+)"', json.dumps(waiting.pop(0))):
            if noun not in found:
                found[noun] = whole["$defs"][noun]
                waiting.append(found[noun]["properties"])
    return found


def examples() -> dict[str, str]:
    """Return an example of each format: the files beside the cases, and what peerkit makes of them."""
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as held:
        folder = Path(held)
        shutil.copytree(EXAMPLES, folder, dirs_exist_ok=True)
        patch.chdir(folder)
        for variable, value in SETTLED.items():
            patch.setenv(variable, value)
        made = {name: _read(form.example) for name, form in FORMATS.items() if "." in form.example}
        _write(folder / "before.json", "b7c1e0", 2, 1)
        _write(folder / "after.json", "c8d2f1", 3, 1)
        (folder / "team").mkdir()
        for number, levels in enumerate(((1, 0), (2, 1), (2, 1), (3, 2), (3, 3))):
            _write(folder / "team" / f"{number}.json", f"b7c1e{number}", *levels)
        made["report"] = _run("report", "before.json")
        made["team-report"] = _run("report", "team")
        made["shown"] = _compact(json.loads((folder / "team" / "open-door-peers.shown.json").read_text(encoding="utf-8")))
        made["plan"] = _run("plan", "before.json")
        made["comparison"] = _run("compare", "before.json", "after.json")
        (folder / "twice.yaml").write_text(_read("door.yaml").replace("id: told", "id: greeted"), encoding="utf-8")
        made["findings"] = _compact(json.loads(peerkit("lint", "twice.yaml", "--select", "PK101", "--format", "json").out))
        made["sheet"] = _read("sheet.csv")
    return made


def _read(example: str) -> str:
    return (EXAMPLES / example).read_text(encoding="utf-8")


def _write(path: Path, short_id: str, greeted: int, told: int) -> None:
    """Write the example of answers with both questions answered."""
    answers = json.loads(_read(ANSWERS))
    del answers["written"]
    answers |= {"id": short_id}
    answers["answers"]["door/greeted"]["answer"] = greeted
    answers["answers"]["door/told"] = {"ask": "We tell each new person what we write down.", "answer": told}
    path.write_text(json.dumps(answers), encoding="utf-8")


def _run(*arguments: str) -> str:
    ended = peerkit(*arguments, "--frameworks", ".", "--format", "json")
    assert ended.code == 0, ended.err
    return _compact(json.loads(ended.out))


def _compact(data: Any, indent: str = "", before: int = 0) -> str:
    """Return data as JSON with one line where it fits one."""
    line = json.dumps(data, ensure_ascii=False)
    if len(indent) + before + len(line) <= WIDEST or not isinstance(data, (dict, list)) or not data:
        return line
    deeper = f"{indent}  "
    if isinstance(data, dict):
        inner = [f"{deeper}{json.dumps(key)}: {_compact(value, deeper, len(key) + 4)}" for key, value in data.items()]
    else:
        inner = [f"{deeper}{_compact(value, deeper)}" for value in data]
    opening, closing = "{}" if isinstance(data, dict) else "[]"
    return f"{opening}\n" + ",\n".join(inner) + f"\n{indent}{closing}"


def _format(name: str, form: Format, example: str, titles: dict[str, str]) -> Iterator[str]:
    """Yield the part of a format; `titles` holds what stands further up, and is added to: a noun is told once."""
    inner = nouns(name)
    new = [noun for noun in inner if noun not in titles]
    for noun in new:
        titles[noun] = called(noun) if called(noun) not in titles.values() else f"{called(noun)} ({name})"
    yield f"## {form.title} (`{name}`)"
    yield _wrapped(form.about)
    yield f"```{form.code}\n{example.rstrip()}\n```"
    for noun in new:
        if noun != name:
            yield f"### {titles[noun].capitalize()}"
            yield _first_sentence(inner[noun]["description"])
        yield _table(noun, inner[noun], titles)


def _table(noun: str, part: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    needed = part.get("required", ())
    rows = [(f"`{key}`", _kind(value, titles), _need(key in needed, value), WORDS[noun][key]) for key, value in part["properties"].items()]
    return "\n".join(["| key | holds | needed | meaning |", "| --- | --- | --- | --- |", *(f"| {' | '.join(row)} |" for row in rows)])


def _need(needed: bool, value: Mapping[str, Any]) -> str:
    default = value.get("default")
    return "yes" if needed else f"else `{json.dumps(default)}`" if default not in (None, "", [], {}) else ""


def called(noun: str) -> str:
    """Return what the page calls a noun: `SideScoreEntry` is a side score."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", noun.removesuffix("Entry")).lower()


def _first_sentence(text: str) -> str:
    """Return the first sentence of a docstring, in the words of a file in place of those of Python."""
    sentence = re.split(r"(?<=\.)\s", text.strip(), maxsplit=1)[0]
    return re.sub(r"\bNone\b", "`null`", re.sub(r"`(\w+)_`", r"`\1`", sentence))


_PATTERNS: Final = {
    constraints.ID_PATTERN: "id",
    constraints.SEEN_PATTERN: "text",
    "^[0-4]$": "`0`, `1`, `2`, `3`, `4`",
    "": "words",
    "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$": "question",
    "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$": "framework or question",
    "^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$": "id of a point, as `p1.1`",
    r"^[0-9]+\.[0-9]+\.[0-9]+$": "version",
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "day",
    "^[0-9a-z]{4,32}$": "4 to 32 small letters and digits",
    "^sha256:[0-9a-f]{64}$": "`sha256:` and 64 digits",
}
_PLAIN: Final = {"boolean": "`true` or `false`", "number": "number", "null": "`null`"}


def _kind(value: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """Return what a key holds, in words, with a link to what stands in it."""
    if "anyOf" in value:
        kinds = (_kind(kind, titles) for kind in value["anyOf"] if "default" not in value or kind.get("type") != "null")
        return " or ".join(dict.fromkeys(kinds))
    if "$ref" in value:
        title = titles[value["$ref"].rpartition("/")[2]]
        return f"[{title}](#{re.sub('[^a-z -]', '', title).replace(' ', '-')})"
    if value.get("type") == "array":
        return f"list of {_kind(value['items'], titles)}{', one at least' if value.get('minItems') else ''}"
    if value.get("type") == "object":
        [(pattern, inner)] = value.get("patternProperties", {"": value["additionalProperties"]}).items()
        return f"{_kind(inner, titles)}, by {_text({'pattern': pattern} if pattern else value['propertyNames'])}"
    if "minimum" in value:
        return _whole_number(value["minimum"], value.get("maximum"))
    return _PLAIN.get(value.get("type", "")) or _text(value)


def _text(value: Mapping[str, Any]) -> str:
    words = value.get("enum") or [value[key] for key in ("const",) if key in value]
    if words in (list(VOICES), list(ROLES)):
        return "role" if len(words) == len(VOICES) else "role or `not-said`"
    return ", ".join(f"`{word}`" for word in words) or _PATTERNS[value.get("pattern", "")]


def _whole_number(low: int, high: int | None) -> str:
    if (low, high) == (0, 4):
        return "level"
    if high in (None, 1_000_000):
        return "whole number" if low == 0 else f"whole number from {low}"
    return f"whole number, {low} to {high:,}"


def _others(made: Mapping[str, str]) -> Iterator[str]:
    yield "## Answer sheet"
    yield _wrapped(
        "What `peerkit sheet --format csv` writes and `peerkit assess --answers` reads. The columns may stand in any order; others are "
        "passed over, and so are empty rows. A note without an answer is kept beside its question. `;` and tab will do in place of the "
        "comma. A list of the same keys in YAML or JSON is read as well."
    )
    yield f"```text\n{made['sheet'].rstrip()}\n```"
    yield _list("column", _COLUMNS)
    yield "## Findings"
    yield "Written by `peerkit lint --format json`."
    yield f"```json\n{made['findings'].rstrip()}\n```"
    yield _list("key", _FINDINGS)
    yield "Each of the findings:"
    yield _list("key", _FINDING)
    yield _wrapped(
        "With `--statistics` there is `statistics` too: each framework in numbers, how often each rule found something, the findings by "
        "severity, and how many comments have silenced and a baseline has put off."
    )
    yield _wrapped(
        "A baseline, written by `peerkit lint --write-baseline`, has the format `peerkit/baseline/1` and a list `findings`: of each the "
        "`fingerprint` by which it is known, and for readers its `code`, its `file`, told from the baseline's folder, and its `message`."
    )
    yield "## What a team's reports have shown"
    yield _wrapped(
        "`PROGRAM.shown.json` lies beside the answers of a team. It says whose answers a report has counted together, by keys that name "
        "nobody, so that a second report does not give somebody away by what is new in it. Leave it there, hand it to nobody, and do not "
        "change it. `peerkit forget` deletes it with the answers."
    )
    yield f"```json\n{made['shown'].rstrip()}\n```"
    yield "## Lists"
    yield _wrapped(
        "`frameworks`, `trace`, `crosswalk` and `show` write `--format json` too, for scripts. A framework, a question and a file of "
        "answers come in the form that they have in their file."
    )


def _list(first: str, words: Mapping[str, str]) -> str:
    return "\n".join([f"| {first} | meaning |", "| --- | --- |", *(f"| `{key}` | {text} |" for key, text in words.items())])


def described_columns() -> set[str]:
    """Return the columns of an answer sheet that the page describes."""
    return set(_COLUMNS)


def described_in_findings() -> tuple[set[str], set[str]]:
    """Return the keys that the page describes of findings, and of each of them."""
    return set(_FINDINGS), set(_FINDING)


def names() -> set[str]:
    """Return the formats that peerkit has a schema of."""
    return set(SCHEMAS)
