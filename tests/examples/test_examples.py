"""What the examples claim of themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from statistics import mean, median

import pytest

from peerkit.engine.scores.report import make_report
from peerkit.source import catalog
from peerkit.source.json import assessment_file
from support.examples import ALL, DAY, EXAMPLES, PROGRAMS, ROOT, Example, answers_of, files, sheet
from support.kept import Kept

FILES = dict(files())
LEAST_AGREEMENT = 0.75
Rating = tuple[int, int]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_answer_files_are_what_the_sheets_say_in_the_words_of_today(path: Path, kept: Kept) -> None:
    kept(path, FILES[path])


@pytest.mark.parametrize("example", PROGRAMS, ids=lambda example: example.folder)
def test_the_description_says_that_it_is_invented(example: Example) -> None:
    first = (EXAMPLES / example.folder / "description.md").read_text(encoding="utf-8").split("\n\n")[1]
    assert "invented" in first
    assert example.program in first


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("example", PROGRAMS, ids=lambda example: example.folder)
def test_both_readings_answer_every_question(example: Example, name: str) -> None:
    framework = catalog.load(name, ROOT / "frameworks").framework
    asked = [f"{name}/{indicator.id}" for _, indicator in framework.indicators()]
    assert sorted(answers_of(sheet(example, "a", name))) == sorted(asked)
    assert sorted(answers_of(sheet(example, "b", name))) == sorted(asked)


def shared_ratings(name: str) -> list[Rating]:
    """Return the two levels of each question that both readings rate, pooled over the programs."""
    pairs: list[Rating] = []
    for example in PROGRAMS:
        one, other = (answers_of(sheet(example, reader, name)) for reader in "ab")
        pairs += [(int(one[key]), int(other[key])) for key in one if one[key].isdecimal() and other[key].isdecimal()]
    return pairs


def ordinal_alpha(pairs: Iterable[Rating]) -> float:
    """Return Krippendorff's alpha for two raters and ordered levels: 1 - observed / expected disagreement.

    The distance of two levels is the square of the ratings between them, half of each end left out (Krippendorff 2011, Computing
    Krippendorff's alpha-reliability, ordinal metric).
    """
    ratings = list(pairs)
    used = Counter(level for pair in ratings for level in pair)
    total = used.total()

    def distance(one: int, other: int) -> float:
        low, high = sorted((one, other))
        between = sum(used[level] for level in range(low, high + 1))
        return 0 if low == high else (between - (used[low] + used[high]) / 2) ** 2

    observed = sum(2 * distance(*pair) for pair in ratings) / total
    expected = sum(used[one] * used[other] * distance(one, other) for one in used for other in used) / (total * (total - 1))
    return 1 - observed / expected


@pytest.mark.parametrize("name", ALL)
def test_two_readings_of_the_same_descriptions_agree(name: str) -> None:
    assert ordinal_alpha(shared_ratings(name)) >= LEAST_AGREEMENT


def test_alpha_is_1_for_the_same_answers_and_about_0_for_unrelated_ones() -> None:
    assert ordinal_alpha([(level, level) for level in range(5)]) == 1
    assert abs(ordinal_alpha([(one, other) for one in range(5) for other in range(5)] * 4)) < 0.02


def sections_of(example: Example) -> dict[str, Fraction]:
    """Return the score of every section in the answers of the first reading, by framework/section."""
    frameworks = [catalog.load(name, ROOT / "frameworks").framework for name in ALL]
    slug = assessment_file.slug(example.program)
    report = make_report(frameworks, assessment_file.read(EXAMPLES / example.folder / f"{slug}.five.peerkit.json"), DAY)
    return {
        f"{one.framework.id}/{section.section.id}": section.score.value
        for one in report.frameworks
        for section in one.sections
        if section.score.value is not None
    }


SECTIONS = {example.folder: sections_of(example) for example in PROGRAMS}


@pytest.mark.parametrize(
    ("folder", "weak", "strong"),
    [
        ("lantern-street", ["w3/networks-and-effects", "w3/off-the-hook", "tacsi/co-design"], ["tacsi/boundaries", "mind/peer-drift"]),
        (
            "harbour-bridge",
            ["mind/role-and-conditions", "working-together/start-and-learning", "ppsa/mutual-relationships"],
            ["tacsi/mindsets", "mind/meaning-and-communication", "w3/networks-and-effects"],
        ),
        (
            "new-leaf",
            ["tacsi/co-design", "working-together/start-and-learning", "w3/networks-and-effects"],
            ["tacsi/mindsets", "mind/meaning-and-communication", "ppsa/experiential-knowledge"],
        ),
    ],
)
def test_what_the_prose_makes_weak_comes_out_weak_and_what_it_makes_strong_strong(folder: str, weak: list[str], strong: list[str]) -> None:
    scores = SECTIONS[folder]
    middle = median(scores.values())
    assert [name for name in weak if scores[name] >= middle] == []
    assert [name for name in strong if scores[name] <= middle] == []


@pytest.mark.parametrize("name", ALL)
def test_the_strong_program_stands_above_the_other_two_in_every_framework(name: str) -> None:
    strong, drifted, new = (mean(score for key, score in SECTIONS[one.folder].items() if key.startswith(f"{name}/")) for one in PROGRAMS)
    assert strong > max(drifted, new)
