"""What holds for the barriers of this repository."""

from __future__ import annotations

import pytest

from peerkit.model.crosswalk import Themes
from peerkit.model.plan import Barriers, ThemeBarriers
from peerkit.source.yaml.yaml_file import read_file
from support.readability import grade, words
from support.shipped import FOLDER

THEMES = read_file(FOLDER / "barriers.yaml", Barriers)[0].themes
HARDEST_GRADE = 8.0
MOST_WORDS = 25


def texts(theme: ThemeBarriers) -> list[str]:
    return [text for one in theme.barriers for text in (one.barrier, one.remedy)]


def test_every_theme_has_barriers_and_they_stand_in_the_order_of_the_themes() -> None:
    themes = read_file(FOLDER / "themes.yaml", Themes)[0].themes
    assert [theme.id for theme in THEMES] == [theme.id for theme in themes]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_a_themes_barriers_read_at_grade_8_or_less(theme: ThemeBarriers) -> None:
    assert grade(" ".join(texts(theme))) <= HARDEST_GRADE


def test_each_is_one_short_sentence() -> None:
    long = [text for theme in THEMES for text in texts(theme) if len(words(text)) > MOST_WORDS or not text.endswith((".", "?"))]
    assert long == []


def test_no_barrier_and_no_remedy_is_there_twice() -> None:
    every = [text for theme in THEMES for text in texts(theme)]
    assert len(every) == len(set(every))
