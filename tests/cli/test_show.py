from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.commandline import ASKED, Ended, contents, peerkit, place

FORMATS = ("text", "terminal", "json", "markdown", "html")


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    return place(folder / "frameworks")


@pytest.fixture
def file(folder: Path) -> Path:
    path = folder / "x.peerkit.json"
    typed = "m we [do] plan\ne policy terms of 2026\n3\nd\nn no power here\n"
    assert peerkit("assess", "small", "--role", "staff", "--program", "Lantern", "--file", path, typed=typed).code == 0
    return path


def test_a_framework_is_a_page_with_every_question_and_its_address() -> None:
    out = peerkit("show", "small").out
    assert out.startswith("Framework: A small framework\nId: small\nVersion: 1.0.0\n\n\nCare.\n")
    for address, ask in {"plan": "We plan together.", "learn": "We learn together.", "share": "We share decisions."}.items():
        assert f". {ask}\nQuick set.\nId: small/{address}\n" in out


def test_an_indicator_is_shown_with_all_it_has() -> None:
    assert [line for line in peerkit("show", "small/share").out.splitlines() if line] == [
        "Question: We share decisions.",
        "Id: small/share",
        "Framework: A small framework",
        "Section: Power",
        "Why it is asked.",
        "Else few decide.",
        "What it looks like.",
        "Not yet: One decides.",
        "Partly: Some decide.",
        "Built in: All decide.",
        "What you could point at.",
        "1. Minutes",
        "Next steps.",
        "From Not yet: Begin.",
        "Good to know.",
        "1. Goal: Mostly. Weight: 1.",
        "2. It belongs to the quick set.",
        "3. Asked only if practitioners is yes.",
        "4. Points of the document: s2.1.",
    ]


def test_a_file_is_shown_with_its_questions_and_answers(file: Path) -> None:
    assert [line for line in peerkit("show", "x.peerkit.json").out.splitlines() if line] == [
        "Answers: Lantern",
        "Frameworks: small 1.0.0",
        "Questions: quick set",
        "Answered by: staff in another role",
        "Started: 2026-11-21",
        "Last changed: 2026-11-21",
        "Questions and answers.",
        "1. We plan together.",
        "Mostly (small/plan).",
        "Note: we [do] plan",
        "Policy: terms of 2026",
        "2. We learn together.",
        "I don't know / cannot see this from where I stand (small/learn).",
        "3. We share decisions.",
        "Does not apply here (small/share).",
        "Note: no power here",
    ]


def test_what_was_written_without_an_answer_is_shown(file: Path) -> None:
    written = {"small/more": {"note": "half [a] thought", "dissent": [{"answer": 1, "why": "Nights"}]}}
    file.write_text(json.dumps(contents(file) | {"written": written}), encoding="utf-8")
    assert peerkit("show", file).out.splitlines()[-4:] == [
        "No answer yet.",
        "1. small/more",
        "Note: half [a] thought",
        "Seen differently: 1 person said Starting: Nights",
    ]
    assert peerkit("show", file, "--format", "markdown").out.splitlines()[-6:] == [
        "",
        "## No answer yet",
        "",
        "- **small/more**",
        "  - **Note:** half \\[a\\] thought",
        "  - **Seen differently:** 1 person said Starting: Nights",
    ]


@pytest.mark.parametrize("name", ["x.peerkit.json.txt", "X.PEERKIT.JSON", "x.peerkit.json~"])
def test_a_file_is_shown_whatever_it_is_called(file: Path, name: str) -> None:
    before = peerkit("show", file).out
    file.rename(file.with_name(name))
    assert peerkit("show", name) == Ended(0, before, "")


def test_json_is_the_files_own_form(file: Path) -> None:
    assert json.loads(peerkit("show", file, "--format", "json").out) == contents(file)
    shown = json.loads(peerkit("show", "small", "--format", "json").out)
    assert shown["sections"][1]["indicators"][0] == {
        "id": "share",
        "ask": "We share decisions.",
        "core": True,
        "covers": ["s2.1"],
        "why": "Else few decide.",
        "signposts": {"0": "One decides.", "2": "Some decide.", "4": "All decide."},
        "look_for": ["Minutes"],
        "next_steps": [{"from": 0, "do": "Begin."}],
        "only_if": {"practitioners": True},
    }
    indicator = json.loads(peerkit("show", "small/share", "--format", "json").out)
    assert (indicator.pop("framework"), indicator.pop("section")) == ("small", "power")
    assert indicator == shown["sections"][1]["indicators"][0]


def test_what_show_prints_of_a_framework_can_be_read_as_one_again(folder: Path) -> None:
    place(folder / "again", peerkit("show", "small", "--format", "json").out)
    assert peerkit("show", "again/small.yaml").out == peerkit("show", "small").out


def test_markdown_escapes_what_people_wrote(file: Path) -> None:
    out = peerkit("show", file, "--format", "markdown").out
    assert out.startswith("# Answers: Lantern\n")
    assert "\n- **We plan together.** (Mostly (small/plan))\n  - **Note:** we \\[do\\] plan\n  - **Policy:** terms of 2026\n" in out


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("what", ["small", "small/plan", "x.peerkit.json"])
def test_every_page_has_every_format(file: Path, what: str, form: str) -> None:
    ended = peerkit("show", what, "--format", form)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith("\n")
    assert "We plan together." in ended.out


@pytest.mark.parametrize(
    ("what", "code", "error", "hint"),
    [
        ("smal", 2, 'there is no framework called "smal"', "Did you mean small?"),
        ("smal/plan", 2, 'there is no framework called "smal"', "Did you mean small?"),
        ("small/plna", 2, 'small has no indicator called "plna"', "Did you mean plan?"),
        ("small/zzz", 2, 'small has no indicator called "zzz"', "`peerkit show small` lists them."),
        ("small/care", 2, 'small has no indicator called "care"', "Did you mean share?"),
        ("gone.peerkit.json", 3, "gone.peerkit.json is not there", "Check the path."),
    ],
)
def test_what_is_not_there(what: str, code: int, error: str, hint: str) -> None:
    assert peerkit("show", what).failed == (code, error, hint)


def test_a_broken_framework_is_shown_as_lint_shows_it(folder: Path) -> None:
    place(folder / "frameworks", ASKED.replace("goal: 3", "goal: 9"))
    ended = peerkit("show", "small")
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.startswith(peerkit("lint", "frameworks/small.yaml", "--select", "PK203").out)
    assert ended.told[0] == "frameworks/small.yaml cannot be used: 1 mistake in it"
