"""What the worked workshop claims of itself: fourteen people in two rounds, what their reports show, and what they agreed on."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from peerkit.model.answers import Assessment
from peerkit.source import catalog
from peerkit.source.json import assessment_file, outcome_file
from support.commandline import peerkit
from support.kept import Kept
from support.workshop import FOLDER, PROGRAM, ROOT, ROUNDS, files

FILES = dict(files())
OUTCOME = FOLDER / "tern-point-peers.2025-11.outcome.json"
TACSI = catalog.load("tacsi", ROOT / "frameworks").framework
PEOPLE = {"peer-worker": 5, "participant": 3, "staff": 4, "leader": 2}
LIVED = ["peer-worker", "participant"]


def people_of(name: str) -> list[Assessment]:
    return [assessment_file.read(path) for path in sorted((FOLDER / name).glob(f"*{assessment_file.SUFFIX}"))]


@pytest.fixture
def rounds(tmp_path: Path) -> Path:
    """A copy of both rounds: what is shown of a team is remembered beside its answers."""
    for name in ROUNDS:
        (tmp_path / name).mkdir()
        for path in (FOLDER / name).glob(f"*{assessment_file.SUFFIX}"):
            shutil.copy(path, tmp_path / name)
    return tmp_path


def data(*arguments: object) -> dict[str, Any]:
    ended = peerkit(*arguments, "--format", "json")
    assert (ended.code, ended.warned) == (0, "")
    shown: dict[str, Any] = json.loads(ended.out)
    return shown


def sections_of(rounds: Path, name: str) -> list[dict[str, Any]]:
    [framework] = data("report", rounds / name)["frameworks"]
    sections: list[dict[str, Any]] = framework["sections"]
    return sections


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_answer_files_are_what_the_tables_say_in_the_words_of_today(path: Path, kept: Kept) -> None:
    kept(path, FILES[path])


@pytest.mark.parametrize("name", ROUNDS)
def test_a_round_has_the_people_whom_the_description_counts_and_no_other_files(name: str) -> None:
    people = people_of(name)

    assert Counter(one.role for one in people) == PEOPLE
    assert {one.program for one in people} == {PROGRAM}
    assert sorted((FOLDER / name).glob(f"*{assessment_file.SUFFIX}")) == sorted(path for path in FILES if path.parent.name == name)


def test_nobody_has_the_same_id_in_both_rounds() -> None:
    assert len({one.id for name in ROUNDS for one in people_of(name)}) == len(FILES)


def test_the_description_says_that_it_is_invented() -> None:
    first = (FOLDER / "description.md").read_text(encoding="utf-8").split("\n\n")[1]

    assert "invented" in first
    assert PROGRAM in first


@pytest.mark.parametrize("name", ROUNDS)
def test_every_section_has_a_score_and_most_have_two_groups_side_by_side(rounds: Path, name: str) -> None:
    sections = sections_of(rounds, name)

    assert [one["id"] for one in sections] == [one.id for one in TACSI.sections]
    assert [one["id"] for one in sections if one["low"] is None or one["high"] is None] == []
    assert sum([group["roles"] for group in one["groups"]] == [LIVED, ["staff", "leader"]] for one in sections) >= 5


@pytest.mark.parametrize("name", ROUNDS)
def test_what_people_who_use_the_program_are_asked_others_are_asked_too_and_nothing_is_hidden(rounds: Path, name: str) -> None:
    hidden = [row["id"] for one in sections_of(rounds, name) for row in one["indicators"] if row["hidden"]]
    asked = {role: set().union(*(one.answers for one in people_of(name) if one.role == role)) for role in PEOPLE}

    assert hidden == []
    assert asked["participant"] < asked["peer-worker"] == asked["staff"] == asked["leader"]


@pytest.mark.parametrize("name", ROUNDS)
def test_something_is_shown_in_counts_and_something_in_words(rounds: Path, name: str) -> None:
    rows = [row for one in sections_of(rounds, name) for row in one["indicators"]]

    assert sum(row["counts"] is not None for row in rows) >= 5
    assert any(group["words"] for row in rows for group in row["groups"])


def test_the_first_round_has_two_matters_of_safety_and_something_to_ask_in_the_room(rounds: Path) -> None:
    lanes = {row["id"]: row["lane"] for one in sections_of(rounds, "2025-11") for row in one["indicators"]}

    assert [name for name, lane in lanes.items() if lane == "safety"] == ["debriefing", "open-risk-talk"]
    assert "human-together" in [name for name, lane in lanes.items() if lane == "unclear"]


def test_a_year_later_people_talk_about_risk_more_openly_and_of_debriefing_the_words_do_not_tell(rounds: Path) -> None:
    comparison = data("compare", rounds / "2025-11", rounds / "2026-11")
    [framework] = comparison["frameworks"]
    stands = {row["id"]: row["stands"] for one in framework["sections"] for row in one["questions"]}

    assert comparison["moved"] == ["tacsi/open-risk-talk"]
    assert stands["open-risk-talk"][0]["highest"] < stands["open-risk-talk"][1]["lowest"]
    assert [stand["level"] for stand in stands["debriefing"]] == [None, None]
    assert stands["easy-to-join"][0]["lowest"] >= stands["easy-to-join"][1]["highest"]


def test_the_outcome_is_of_the_first_round_and_names_questions_that_were_asked() -> None:
    outcome = outcome_file.read(OUTCOME)
    asked = {address for one in people_of("2025-11") for address in one.answers}

    assert outcome.program == PROGRAM
    assert ROUNDS["2025-11"] < outcome.date < ROUNDS["2026-11"]
    assert {*outcome.agreed, *outcome.importance, *(action.id for action in outcome.actions)} <= asked
    assert len(outcome.actions) == 3
    assert [address for address, agreed in outcome.agreed.items() if agreed.dissent] == ["tacsi/debriefing", "tacsi/shared-power"]


def test_report_and_plan_take_the_outcome(rounds: Path) -> None:
    assert "What the workshop agreed on" in peerkit("report", rounds / "2025-11", "--outcome", OUTCOME).out
    assert data("plan", rounds / "2025-11", "--outcome", OUTCOME)["choice"] == "recorded"
