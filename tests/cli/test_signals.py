"""Whenever Ctrl-C or a request to end comes, what is said to be saved is saved, and nothing that is saved is said not to be."""

from __future__ import annotations

import asyncio
import gc
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from peerkit.cli.prompting.signals import ending_like_ctrl_c, put_off
from peerkit.source.json import storage
from support.commandline import answered, contents, peerkit, place

PATIENCE = 30
REQUESTS = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    """The framework that is asked about."""
    return place(folder / "frameworks")


@pytest.fixture
def hang_up() -> Iterator[None]:
    """Put back what the end of a terminal does."""
    before = signal.getsignal(signal.SIGHUP)
    yield
    signal.signal(signal.SIGHUP, before)


def ask_to_end(monkeypatch: pytest.MonkeyPatch, number: int, save: int, *, after: bool) -> None:
    """Ask the process to end in the middle of a save, before it is done or after."""
    real, saves = storage.replace, list[Path]()

    def replace(path: Path, text: str | bytes) -> None:
        saves.append(path)
        if len(saves) == save and not after:
            signal.raise_signal(number)
        real(path, text)
        if len(saves) == save and after:
            signal.raise_signal(number)

    monkeypatch.setattr(storage, "replace", replace)


@pytest.mark.parametrize("number", REQUESTS)
@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("entering", [False, True])
def test_in_the_middle_of_a_save_the_answers_said_to_be_saved_are_those_in_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, after: bool, entering: bool
) -> None:
    ask_to_end(monkeypatch, number, 3, after=after)
    options = ["--enter", "--sheet-version", "1.0.0"] if entering else []
    ended = peerkit("assess", "small", *options, "--file", "x.peerkit.json", typed="1\n2\n4\n")
    assert ended.code == 130
    assert list(answered(folder / "x.peerkit.json").values()) == [1, 2]
    said = re.search(r"(\d) of 3 answers are saved", ended.told[0])
    assert said is not None
    assert said[1] == "2"


@pytest.mark.parametrize("number", REQUESTS)
def test_in_the_middle_of_the_first_save_of_an_outcome_it_is_said_to_be_saved(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    assert peerkit("assess", "small", "--file", "x.peerkit.json", typed="1\n0\n2\n").code == 0
    ask_to_end(monkeypatch, number, 1, after=True)
    ended = peerkit("agenda", "x.peerkit.json", "--record", "o.outcome.json", typed="2\nq\n")
    assert (ended.code, ended.told[0]) == (130, "stopped before the end; what was written down is saved in o.outcome.json")
    assert contents(folder / "o.outcome.json")["agreed"]


def test_what_was_put_off_comes_as_soon_as_it_may() -> None:
    done: list[str] = []

    def work() -> None:
        with put_off():
            signal.raise_signal(signal.SIGTERM)
            done.append("whole")
        done.append("never")

    with pytest.raises(KeyboardInterrupt), ending_like_ctrl_c():
        work()
    assert done == ["whole"]


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no terminals that hang up")
@pytest.mark.usefixtures("hang_up")
def test_who_was_started_to_outlive_the_terminal_does() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    with ending_like_ctrl_c(), put_off():
        signal.raise_signal(signal.SIGHUP)
    assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN


def test_a_request_in_the_middle_of_a_task_ends_the_loop_and_is_no_failure_of_the_task() -> None:
    failures: list[object] = []

    async def hit() -> None:
        signal.raise_signal(signal.SIGTERM)
        await asyncio.sleep(0)

    async def wait() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _loop, context: failures.append(context))
        task = asyncio.create_task(hit())
        await asyncio.sleep(PATIENCE)
        await task

    with pytest.raises(KeyboardInterrupt), ending_like_ctrl_c():
        asyncio.run(wait())
    gc.collect()
    assert failures == []
