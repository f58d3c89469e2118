from __future__ import annotations

from pathlib import Path

import pytest

from support.scenarios import Scenario, all_scenarios, play
from support.telling import telling
from support.terminals import Size, in_process, plain, real

SCENARIOS = tuple(all_scenarios())
LONG = [pytest.mark.long]
"""In its first size a scenario is played by `make test`, in the others by `make test-long`."""
PLAYED = [
    pytest.param(scenario, size, id=f"{scenario.name}, {size.columns}x{size.rows}", marks=LONG if number else [])
    for scenario in SCENARIOS
    for number, size in enumerate(scenario.sizes)
]
SOON_REALLY = ("a small framework from the first screen to the last", "Ctrl-C leaves a clear screen, the error and how to go on")
SOON_PLAINLY = (
    "with g facts a fact is changed on a line",
    "in lines, a note is kept with Enter, changed, and removed with a hyphen, and it is said that nothing is left",
)
REALLY = {scenario.name: scenario for scenario in SCENARIOS if scenario.really}
PLAINLY = {scenario.name: scenario for scenario in SCENARIOS if scenario.plain}


@pytest.mark.parametrize(("scenario", "size"), PLAYED)
def test_a_scenario_plays_in_a_terminal_of_this_process(scenario: Scenario, size: Size, tmp_path: Path) -> None:
    play(scenario, size, in_process, tmp_path)


@pytest.mark.parametrize("name", telling(SOON_REALLY, REALLY))
def test_a_scenario_plays_in_a_terminal_of_the_operating_system(name: str, tmp_path: Path) -> None:
    play(REALLY[name], REALLY[name].sizes[0], real, tmp_path)


@pytest.mark.parametrize("name", telling(SOON_PLAINLY, PLAINLY))
def test_a_scenario_plays_in_plain_lines(name: str, tmp_path: Path) -> None:
    play(PLAINLY[name], Size(80, 24), plain, tmp_path)
