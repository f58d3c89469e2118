from __future__ import annotations

import re
from pathlib import Path

import pytest

from peerkit import __version__
from peerkit.cli.app import command_names
from peerkit.errors import ExitCode
from support.commandline import peerkit, place


def test_the_version_is_one_line() -> None:
    ended = peerkit("--version")
    assert (ended.code, ended.out, ended.err) == (0, f"peerkit {__version__}\n", "")


def test_the_version_is_all_that_is_shown_even_before_a_command() -> None:
    assert peerkit("--version", "frameworks").out == f"peerkit {__version__}\n"


def test_without_a_command_the_help_lists_every_command() -> None:
    ended = peerkit()
    assert (ended.code, ended.err) == (0, "")
    assert ended == peerkit("--help")
    listed = re.findall(r"^  ([a-z]+)  ", ended.out.partition("Your program:")[2], re.MULTILINE)
    assert tuple(sorted(listed)) == command_names()
    assert "Not for audit, ranking, funding decisions or\n  judging a person." in ended.out


@pytest.mark.parametrize("name", command_names())
def test_the_help_of_a_command_has_an_example_that_calls_it(name: str) -> None:
    ended = peerkit(name, "--help")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(f"Usage: peerkit {name}")
    assert re.search(rf"\n  Example: peerkit {name}\b", ended.out)
    assert max(len(line) for line in ended.out.splitlines()) <= 80


@pytest.mark.parametrize("name", command_names())
def test_every_command_takes_plain_and_debug(name: str) -> None:
    out = peerkit(name, "--help").out
    assert "\n  --plain " in out
    assert "\n  --debug " in out


@pytest.mark.parametrize(
    ("arguments", "error", "hint"),
    [
        (["framworks"], 'there is no command "framworks"', "Did you mean frameworks?"),
        (["--foo"], "No such option: --foo", "See `peerkit --help`."),
        (["compare"], "Missing argument 'FILE…'", "See `peerkit compare --help`."),
        (["report", "x", "y", "--goal"], "Option '--goal' requires an argument", "See `peerkit report --help`."),
        (["report", "x", "--goal", "x"], "Invalid value for '--goal': 'x' is no whole number", "See `peerkit report --help`."),
        (["agenda", "x", "--minutes", "x"], "Invalid value for '--minutes': 'x' is no whole number", "See `peerkit agenda --help`."),
        (["report", "x", "--goal", "5"], "Invalid value for '--goal': 5 is not in the range 1<=x<=4", "See `peerkit report --help`."),
        (["report", "x", "--gaol", "3"], "No such option: --gaol (Possible options: --goal)", "See `peerkit report --help`."),
        (["frameworks", "--format", "jsn"], '"jsn" is no value for --format', "Did you mean json?"),
        (
            ["frameworks", "--format", "zzz"],
            '"zzz" is no value for --format',
            "Choose from csv, docx, html, json, markdown, pdf, terminal, xlsx.",
        ),
        (["show", "tacsi", "--format", "csv"], '"csv" is no value for --format', "Choose from docx, html, json, markdown, pdf, terminal."),
        (["schema", "framwork"], '"framwork" is no value for the format', "Did you mean framework?"),
        (["assess", "tacsi", "--set", "ful"], '"ful" is no value for --set', "Did you mean full?"),
        (["assess", "tacsi", "--role", "peer"], '"peer" is no value for --role', "Did you mean peer-worker or leader?"),
    ],
)
def test_wrong_usage_is_an_error_and_a_hint_on_standard_error_and_ends_with_2(arguments: list[str], error: str, hint: str) -> None:
    assert peerkit(*arguments).failed == (ExitCode.USAGE, error, hint)


def test_an_unknown_command_without_a_near_name_names_all_of_them() -> None:
    assert peerkit("zzzzzz").failed == (2, 'there is no command "zzzzzz"', f"The commands are {', '.join(command_names())}.")


@pytest.mark.parametrize("arguments", [["report", "gone.peerkit.json"], ["show", "tacs"], ["frameworks", "--format", "x"], ["nothing"]])
def test_a_traceback_is_shown_with_debug_only(arguments: list[str]) -> None:
    plain, debug = peerkit(*arguments), peerkit(*arguments, "--debug")
    assert "Traceback" not in plain.err
    assert debug.err.startswith("Traceback (most recent call last):\n")
    assert (debug.code, debug.told) == (plain.code, plain.told)


def test_a_mistake_of_our_own_is_told_in_two_lines_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(folder: Path | None = None) -> None:
        raise ZeroDivisionError("one\nline [red]")

    monkeypatch.setattr("peerkit.source.catalog.list_all", broken)
    error = "something went wrong inside peerkit (ZeroDivisionError: one line [red])"
    assert peerkit("frameworks").failed == (3, error, "What was saved is safe. Run it again with --debug and send us what it prints.")
    assert "in broken" in peerkit("frameworks", "--debug").err


def test_ctrl_c_outside_the_interview_ends_with_130_and_without_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(folder: Path | None = None) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("peerkit.source.catalog.list_all", broken)
    ended = peerkit("frameworks")
    assert (ended.code, ended.out, ended.err) == (130, "", "")


def test_results_go_to_standard_output_and_remarks_to_standard_error(folder: Path) -> None:
    place(folder / "frameworks", "format: peerkit/framework/1\nid: broken\n", "broken.yaml")
    ended = peerkit("frameworks")
    assert ended.out.startswith("Frameworks: ")
    assert "note: left out: frameworks/broken.yaml cannot be used: 3 mistakes in it." in ended.err


@pytest.mark.parametrize("length", [65, 300, 5000])
def test_a_name_longer_than_any_file_system_takes_is_a_mistyped_id(length: int) -> None:
    ended = peerkit("show", "a" * length)
    assert (ended.code, ended.told[0]) == (2, f'there is no framework called "{"a" * length}"')


@pytest.mark.parametrize("arguments", [["report"], ["lint"], ["show", "--format=json", "--frameworks"], ["assess", "tacsi", "--file"]])
def test_a_path_longer_than_any_file_system_takes_is_an_input_error(arguments: list[str]) -> None:
    ended = peerkit(*arguments, "b" * 300 + ".yaml", *(["tacsi"] if "--frameworks" in arguments else []))
    assert ended.code == 3
    assert ended.told[0].startswith("b" * 300)
    assert "File name too long" in ended.told[0]


@pytest.mark.parametrize("flags", [["--plain"], ["--plain", "--debug"]])
def test_plain_and_debug_may_stand_before_the_command(flags: list[str]) -> None:
    assert peerkit(*flags, "show", "tacsi/fair-terms") == peerkit("show", "tacsi/fair-terms", *flags)
    assert peerkit(*flags, "show", "tacsi/fair-terms").code == 0


def test_every_command_is_in_a_group_of_the_help_on_a_line_of_its_own() -> None:
    lines = peerkit("--help").out.splitlines()
    for name in command_names():
        [line] = [line for line in lines if line.startswith(f"  {name} ")]
        assert line.endswith(".")
        assert len(line) <= 80


@pytest.mark.parametrize(("said", "meant"), [("word", "docx"), ("Excel", "xlsx"), ("md", "markdown"), ("web", "html")])
def test_a_format_by_the_name_that_people_use_is_hinted_at(said: str, meant: str) -> None:
    assert peerkit("frameworks", "--format", said).failed == (2, f'"{said}" is no value for --format', f"Did you mean {meant}?")


def test_a_framework_is_known_in_capital_letters(folder: Path) -> None:
    place(folder / "frameworks")
    assert peerkit("show", "SMALL").out == peerkit("show", "small").out
    assert peerkit("assess", "Small", "--file", "a.peerkit.json", typed="q\n").code == 0


@pytest.mark.parametrize("command", [["report"], ["lint"], ["schema"]], ids=" ".join)
def test_a_folder_that_is_missing_for_an_output_is_named(command: list[str], folder: Path) -> None:
    place(folder / "frameworks")
    assert peerkit("assess", "small", "--file", "a.peerkit.json", typed="3\nq\n").code == 0
    hint = "Make it, or choose another place with --output."
    assert peerkit(*command, "--output", "no/such/out.txt").told == ("there is no folder no/such for out.txt", hint)


def test_files_of_other_kinds_given_as_answers_say_what_they_are(folder: Path) -> None:
    place(folder / "frameworks")
    assert peerkit("report", "frameworks/small.yaml").told[0] == "frameworks/small.yaml is a framework, and no answer file"
    (folder / "a.outcome.json").write_text('{"format": "peerkit/outcome/1"}', encoding="utf-8")
    for command in (["report"], ["assess"], ["assess", "--resume"]):
        assert peerkit(*command, "a.outcome.json").told[0] == "a.outcome.json is an outcome file, and no answer file"
