"""What is built from the checkout: complete, licensed, and working where it is installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from peerkit import __version__
from support.commandline import CHECKOUT, environment, process

pytestmark = pytest.mark.long
NAME = f"peerkit-{__version__}"
LICENCES = ("LICENSE", "NOTICE", "frameworks/LICENSE")


@dataclass(frozen=True)
class Built:
    """The two archives of a release."""

    sdist: Path
    wheel: Path


def run(*command: object, cwd: Path, **more: str) -> str:
    """Run a program without a network and return what it printed."""
    settled = environment(PIP_NO_INDEX="1", PIP_DISABLE_PIP_VERSION_CHECK="1", **more)
    ended = subprocess.run([str(part) for part in command], cwd=cwd, env=settled, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The archives; the wheel is made from the source archive, which therefore has all it takes."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, CHECKOUT, cwd=folder)
    return Built(folder / f"{NAME}.tar.gz", folder / f"{NAME}-py3-none-any.whl")


@pytest.fixture(scope="module")
def scripts(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of scripts of a new environment with the wheel in it, and the libraries of this one."""
    home = tmp_path_factory.mktemp("venv")
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", built.wheel, cwd=home)
    purelib = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip())
    # NOTE: paths named in a .pth file are not searched for .pth files, so the checkout that is installed here stays out.
    (purelib / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n")
    return python.parent


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def checkout_files(folder: str, pattern: str) -> set[str]:
    found = (CHECKOUT / folder).rglob(pattern)
    return {path.relative_to(CHECKOUT).as_posix() for path in found if "__pycache__" not in path.parts and path.is_file()}


def test_the_wheel_holds_every_module_and_every_framework_every_example_and_nothing_else(built: Built) -> None:
    code = {name.removeprefix("src/") for name in checkout_files("src", "*")}
    data = {f"peerkit/{name}" for folder in ("frameworks", "examples") for name in checkout_files(folder, "*")}
    held = {name for name in names(built.wheel) if ".dist-info/" not in name}
    assert held == code | data


def test_the_frameworks_in_the_wheel_are_those_of_the_checkout_byte_for_byte(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        for name in checkout_files("frameworks", "*.yaml"):
            assert archive.read(f"peerkit/{name}") == (CHECKOUT / name).read_bytes()


def test_the_licences_are_in_both_archives(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        for name in LICENCES:
            assert archive.read(f"{NAME}.dist-info/licenses/{name}") == (CHECKOUT / name).read_bytes()
        metadata = archive.read(f"{NAME}.dist-info/METADATA").decode()
    assert "License-Expression: Apache-2.0 AND CC-BY-4.0\n" in metadata
    assert [line for line in metadata.splitlines() if line.startswith("License-File: ")] == [f"License-File: {name}" for name in LICENCES]
    with tarfile.open(built.sdist) as archive_of_sources:
        assert {f"{NAME}/{name}" for name in LICENCES} <= set(archive_of_sources.getnames())


def test_the_source_archive_has_what_it_takes_to_test_it(built: Built) -> None:
    with tarfile.open(built.sdist) as archive:
        held = set(archive.getnames())
    expected = checkout_files("src", "*.py") | checkout_files("tests", "*.py") | checkout_files("frameworks", "*.yaml")
    assert {f"{NAME}/{name}" for name in expected} <= held
    assert f"{NAME}/pyproject.toml" in held
    assert not [name for name in held if "node_modules" in name or ".venv" in name or "__pycache__" in name]


def test_the_installed_program_is_the_one_in_the_wheel(scripts: Path, tmp_path: Path) -> None:
    found = run(scripts / "python", "-c", "import peerkit; print(peerkit.__file__)", cwd=tmp_path).strip()
    assert Path(found).is_relative_to(scripts.parent)


def test_the_installed_program_has_the_frameworks_of_the_checkout(scripts: Path, tmp_path: Path) -> None:
    installed = json.loads(run(scripts / "peerkit", "frameworks", "--format", "json", cwd=tmp_path))
    ours = process("frameworks", "--format", "json", cwd=tmp_path)
    assert installed["frameworks"]
    assert installed == json.loads(ours.out)


def test_the_installed_program_works(scripts: Path, tmp_path: Path) -> None:
    assert run(scripts / "peerkit", "--version", cwd=tmp_path) == f"peerkit {__version__}\n"
    assert run(scripts / "peerkit", "show", "tacsi", cwd=tmp_path) == process("show", "tacsi", cwd=tmp_path).out
    assert json.loads(run(scripts / "peerkit", "schema", "report", cwd=tmp_path))["title"] == "peerkit report"
