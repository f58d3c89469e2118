from __future__ import annotations

from pathlib import Path

import pytest

from support.scenarios import Scenario, all_scenarios, play
from support.terminals import Size, in_process, plain, real

SCENARIOS = tuple(all_scenarios())
PLAYED = [
    pytest.param(scenario, size, id=f"{scenario.name}, {size.columns}x{size.rows}") for scenario in SCENARIOS for size in scenario.sizes
]
PLAYED_REALLY = [
    pytest.param(scenario, scenario.sizes[0], id=f"{scenario.name}, {scenario.sizes[0].columns}x{scenario.sizes[0].rows}")
    for scenario in SCENARIOS
    if scenario.really
]
PLAYED_PLAINLY = [pytest.param(scenario, Size(80, 24), id=scenario.name) for scenario in SCENARIOS if scenario.plain]


@pytest.mark.parametrize(("scenario", "size"), PLAYED)
def test_a_scenario_plays_in_a_terminal_of_this_process(scenario: Scenario, size: Size, tmp_path: Path) -> None:
    play(scenario, size, in_process, tmp_path)


@pytest.mark.parametrize(("scenario", "size"), PLAYED_REALLY)
def test_a_scenario_plays_in_a_terminal_of_the_operating_system(scenario: Scenario, size: Size, tmp_path: Path) -> None:
    play(scenario, size, real, tmp_path)


@pytest.mark.parametrize(("scenario", "size"), PLAYED_PLAINLY)
def test_a_scenario_plays_in_plain_lines(scenario: Scenario, size: Size, tmp_path: Path) -> None:
    play(scenario, size, plain, tmp_path)
