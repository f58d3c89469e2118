"""What `lint --format sarif` writes, in the hands of the official schema and of Microsoft's validator."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from support.commandline import CHECKOUT, peerkit, place
from support.files import changed

PLATFORM = {"darwin": "darwin", "win32": "win32"}.get(sys.platform, "linux")
HOSTILE = "::error::%0A ##[error] [x](http://y) {0} {{1}} \\e]0;x\\a \\u202e \\n\\r🙂"
NAMES = ("[x](y) {0}.yaml", "a,b:c%0A.yaml", "a\nb.yaml", "é🙂 #1?.yaml")
Log = dict[str, Any]


@pytest.fixture(scope="module")
def packages(node_modules: Path) -> Path:
    """Return the folder of Microsoft's validator for this system."""
    return node_modules / "@microsoft" / f"sarif-multitool-{PLATFORM}"


@pytest.fixture(scope="module")
def official(packages: Path) -> Any:
    """Return the schema as OASIS publishes it where it is at hand, else as the validator has it."""
    published = CHECKOUT.parent / "shared" / "data" / "sarif-schema-2.1.0.json"
    path = published if published.is_file() else packages / "sarif-2.1.0.json"
    return json.loads(path.read_text(encoding="utf-8-sig"))


@pytest.fixture(scope="module")
def complaints(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], list[str]]:
    """Return what names the errors and warnings that the validator has about a log."""
    program = packages / ("Sarif.Multitool.exe" if sys.platform == "win32" else "Sarif.Multitool")
    # NOTE: a script of the package would do this, and scripts of packages are not run.
    program.chmod(program.stat().st_mode | 0o100)

    def validate(path: Path) -> list[str]:
        output = tmp_path_factory.mktemp("validated") / "validated.sarif"
        command = [str(program), "validate", str(path), "--output", str(output), "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        [run] = json.loads(output.read_text(encoding="utf-8-sig"))["runs"]
        return [f"{one['message']['id']}" for one in run.get("results", [])]

    return validate


def written(folder: Path, *arguments: object) -> Path:
    """Return the file of a log that lint has written."""
    path = folder / "lint.sarif"
    ended = peerkit("lint", *arguments, "--format", "sarif", "--output", path)
    assert ended.code in (0, 1), ended.err
    return path


@pytest.fixture
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """Return the logs to look at: of the shipped frameworks, of hostile ones, and of a file that cannot be read."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    hostile = tmp_path / "hostile"
    for name in NAMES:
        place(hostile, changed(("goal: 3", f'goal: 7\n"{HOSTILE}": 1'), ("id: learn", f'id: "{HOSTILE}"')), name)
    (tmp_path / "unreadable.yaml").write_bytes(b"\xff\x00\x1b[31m")
    monkeypatch.chdir(CHECKOUT)
    shipped = written(tmp_path, "frameworks", "--statistics").rename(tmp_path / "shipped.sarif")
    monkeypatch.chdir(tmp_path)
    return {
        "shipped": shipped,
        "hostile": written(tmp_path, "hostile").rename(tmp_path / "hostile.sarif"),
        "unreadable": written(tmp_path, "unreadable.yaml"),
    }


@pytest.mark.parametrize("which", ["shipped", "hostile", "unreadable"])
def test_the_official_schema_admits_it(logs: dict[str, Path], which: str, official: Any) -> None:
    log = json.loads(logs[which].read_text(encoding="utf-8"))
    assert [error.message for error in jsonschema.Draft7Validator(official).iter_errors(log)] == []
    assert [error.message for error in jsonschema.Draft4Validator(official).iter_errors(log)] == []


def test_the_official_schema_would_find_a_mistake(logs: dict[str, Path], official: Any) -> None:
    log = json.loads(logs["hostile"].read_text(encoding="utf-8"))
    log["runs"][0]["results"][0]["level"] = "info"
    assert len(list(jsonschema.Draft4Validator(official).iter_errors(log))) == 1


@pytest.mark.parametrize("which", ["shipped", "hostile", "unreadable"])
def test_the_validator_of_microsoft_finds_nothing(logs: dict[str, Path], which: str, complaints: Callable[[Path], list[str]]) -> None:
    assert complaints(logs[which]) == []


def break_an_index(run: Log) -> None:
    run["results"][0]["ruleIndex"] = 7_000


def leave_out_the_address(run: Log) -> None:
    del run["tool"]["driver"]["informationUri"]


def leave_out_the_version(run: Log) -> None:
    del run["tool"]["driver"]["version"]


def leave_out_the_rules(run: Log) -> None:
    del run["tool"]["driver"]["rules"]


def leave_out_the_places(run: Log) -> None:
    for result in run["results"]:
        del result["locations"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (break_an_index, {"Error_TargetArrayMustBeLongEnough"}),
        (leave_out_the_address, {"Warning_ProvideToolnformationUri"}),
        (leave_out_the_version, {"Warning_ProvideToolVersion"}),
        (leave_out_the_rules, {"Error_MissingDriverRules", "Error_TargetArrayMustExist"}),
        (leave_out_the_places, {"Error_MissingLocationsArray"}),
    ],
)
def test_the_validator_of_microsoft_would_find_a_mistake(
    logs: dict[str, Path], tmp_path: Path, complaints: Callable[[Path], list[str]], change: Callable[[Log], None], expected: set[str]
) -> None:
    log: Log = json.loads(logs["hostile"].read_text(encoding="utf-8"))
    change(log["runs"][0])
    broken = tmp_path / "broken.sarif"
    broken.write_text(json.dumps(log), encoding="utf-8")
    assert set(complaints(broken)) == expected
