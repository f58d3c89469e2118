"""A number of five thousand digits, or in digits that are none, ends no run, wherever it is typed or read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from peerkit.cli.prompting.lines import LinePrompter
from support.commandline import answered, peerkit, place

LONG: Final = "9" * 5_000
NUMBERS: Final = {"long": LONG, "square": "²", "arabic": "٣٣", "zero": "0", "negative": "-1"}


@pytest.fixture(autouse=True)
def file(folder: Path) -> Path:
    place(folder / "frameworks")
    path = folder / "x.peerkit.json"
    assert peerkit("assess", "small", "--role", "staff", "--file", path, typed="1\n2\n4\n").code == 0
    return path


@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)
@pytest.mark.parametrize("line", ["g {}", "v change {} 1 2 why", "v remove {}", "{}"])
def test_a_line_of_the_interview_with_it_is_asked_again(line: str, number: str, folder: Path) -> None:
    path = folder / "y.peerkit.json"
    typed = f"{line.format(number)}\n3\nq\n" if line != "{}" or number != "0" else "0\nb\n3\nq\n"
    ended = peerkit("assess", "small", "--mode", "consensus", "--file", path, typed=typed)
    assert (ended.code, ended.err, answered(path)) == (0, "", {"small/plan": 3})


@pytest.mark.parametrize("number", [LONG, "²", "٣٣", "4"], ids=["long", "square", "arabic", "too many"])
def test_one_of_several_that_are_chosen_is_asked_again(number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from peerkit.cli.prompting.interface import Option

    heard = iter([f"1 {number}", "2"])
    prompter = LinePrompter(interactive=False, width=80)
    monkeypatch.setattr(prompter, "_hear", lambda prompt: next(heard))
    assert prompter.choose_some("Which?", [Option(name, name) for name in "abc"], 2) == ["b"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("agenda", "x.peerkit.json", "--minutes", LONG),
        ("report", "x.peerkit.json", "--goal", LONG),
        ("report", "x.peerkit.json", "--minimum-group", LONG),
        ("plan", "x.peerkit.json", "--actions", LONG),
        ("assess", "small", "--mode", "consensus", "--room", f"staff={LONG}"),
        ("assess", "small", "--mode", "consensus", "--room", f"{LONG} staff"),
        ("prepare", "small", "--goal", LONG),
    ],
    ids=lambda arguments: " ".join(arguments)[:30],
)
def test_an_option_with_it_is_wrong_usage_in_two_short_lines(arguments: tuple[str, ...]) -> None:
    code, error, hint = peerkit(*arguments).failed
    assert (code, len(error) < 200, len(hint) < 200) == (2, True, True)


@pytest.mark.parametrize("number", [LONG, "²", "٣٣", "253402300800", "-1"], ids=["long", "square", "arabic", "year 10000", "negative"])
def test_a_day_that_is_none_is_refused_in_two_short_lines(number: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", number)
    code, error, hint = peerkit("report", file).failed
    assert (code, error.startswith("SOURCE_DATE_EPOCH is "), len(error) < 200, len(hint) < 200) == (2, True, True, True)


@pytest.mark.parametrize("screen", [True, False], ids=["terminal", "pipe"])
@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)
def test_a_size_of_the_screen_that_is_none_is_passed_over(number: str, screen: bool, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", number)
    monkeypatch.setenv("LINES", number)
    for arguments in (["report", file], ["--help"], ["report", "--help"], ["frameworks"]):
        ended = peerkit(*arguments, screen=screen)
        assert (ended.code, ended.err) == (0, "")


@pytest.mark.parametrize("kind", ["csv", "json", "yaml"])
def test_an_answer_of_a_sheet_with_it_is_told(kind: str, folder: Path) -> None:
    sheet = folder / f"s.{kind}"
    texts = {
        "csv": f"id,answer\nplan,{LONG}\n",
        "json": f'[{{"id": "plan", "answer": {LONG}}}]',
        "yaml": f"- {{id: plan, answer: {LONG}}}\n",
    }
    sheet.write_text(texts[kind])
    ended = peerkit("assess", "small", "--role", "staff", "--answers", sheet, "--file", folder / "z.peerkit.json")
    assert (ended.code, ended.told[0].startswith(str(sheet)) or "sheet" in ended.err) == (3, True)


@pytest.mark.parametrize("place", ["goals", "room", "level", "people"])
def test_a_file_of_answers_with_it_is_told(place: str, file: Path) -> None:
    data = json.loads(file.read_text())
    if place == "goals":
        data["goals"] = {"small": "LONG"}
    elif place == "room":
        data |= {"mode": "consensus", "room": {"staff": "LONG"}}
    elif place == "level":
        data["answers"]["small/plan"]["answer"] = "LONG"
    else:
        data["answers"]["small/plan"]["dissent"] = [{"answer": 1, "people": "LONG"}]
    file.write_text(json.dumps(data).replace('"LONG"', LONG))
    code, error, _ = peerkit("report", file).failed
    assert (code, error) == (3, f"{file} is no complete answer file: a number in it is too long")
