"""The scores of a section and of a framework, with their ranges, as exact fractions from 0 to 100."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil

from peerkit.model.answers import Given
from peerkit.model.result import AnswerState, Counts, Ends, Score, Sums
from peerkit.model.scale import HIGHEST


def state_of(given: Given | None) -> AnswerState:
    """Return how a question was answered; None is unanswered."""
    if given is None:
        return "unanswered"
    return "rated" if isinstance(given, int) else given


def count(answers: Iterable[Given | None]) -> Counts:
    """Return how often each kind of answer was given."""
    states = [state_of(given) for given in answers]
    return Counts(
        in_scope=len(states),
        rated=states.count("rated"),
        dont_know=states.count("dont-know"),
        no_agreement=states.count("no-agreement"),
        skipped=states.count("skipped"),
        unanswered=states.count("unanswered"),
        not_applicable=states.count("not-applicable"),
    )


def answers_needed(applicable: int) -> int:
    """Return how many of `applicable` indicators must be rated before a section's score is shown: two thirds, and two at least."""
    return min(applicable, max(2, _two_thirds(applicable)))


def answers_needed_over_all(applicable: int) -> int:
    """Return how many of `applicable` indicators must be rated before a framework's score is shown: two thirds."""
    return _two_thirds(applicable)


def sums(answers: Iterable[tuple[int, Given | None]]) -> Sums:
    """Return the sums that a section's score is made of, from the weight and the answer of each indicator in scope."""
    applicable = [(weight, given) for weight, given in answers if given != "not-applicable"]
    return Sums(
        reached=sum(weight * given for weight, given in applicable if isinstance(given, int)),
        rated=sum(weight for weight, given in applicable if isinstance(given, int)),
        applicable=sum(weight for weight, _ in applicable),
    )


def section_score(answers: Sequence[tuple[int, Given | None]]) -> Score:
    """Return the score of a section from the weight (0 or more) and the answer of each indicator in scope.

    The score is 100 · Σ w·level / (4 · Σ w) over the rated ones. Its least and most put every unknown at 0 and at 4. It is enough when
    some weight is rated and m >= min(a, max(2, ceil(2a/3))).
    """
    counts = count(given for _, given in answers)
    summed = sums(answers)
    reached = _share(summed.reached, summed.rated)
    return Score(
        low=reached,
        high=reached,
        least=_share(summed.reached, summed.applicable),
        most=_share(summed.most, summed.applicable),
        enough=summed.rated > 0 and counts.rated >= answers_needed(counts.applicable),
        counts=counts,
    )


def framework_score(sections: Sequence[tuple[int, Score]]) -> Score:
    """Return the score of a framework from the weight (1 or more) and the score of each section with an applicable indicator.

    It is Σ W·S / Σ W over the sections that have a range, S from whatever is rated there; enough when each of them has a rated weight
    and over all of them m >= ceil(2a/3). Its least and most are the same mean of the sections'.
    """
    counts = sum((score.counts for _, score in sections), Counts())
    ranged = [(weight, score) for weight, score in sections if score.least is not None]
    covered = sum((score.counts for _, score in ranged), Counts())
    complete = bool(ranged) and all(score.mean is not None for _, score in ranged)
    mean = _mean([(weight, score.mean) for weight, score in ranged]) if complete else None
    return Score(
        low=mean,
        high=mean,
        least=_mean([(weight, score.least) for weight, score in ranged]),
        most=_mean([(weight, score.most) for weight, score in ranged]),
        enough=complete and covered.rated >= answers_needed_over_all(covered.applicable),
        counts=counts,
    )


def team_score(ends: Ends | None) -> Score:
    """Return a score of a team, or of a part of it, that may be shown, or that there is none."""
    low, high = ends or (None, None)
    return Score(low=low, high=high, enough=ends is not None)


def weakest(sections: Iterable[tuple[str, Score]]) -> str | None:
    """Return the id of the lowest section score shown, ties by id.

    None where fewer than two are shown, all are equal, or intervals leave open which it is.
    """
    shown = [(*score.ends, name) for name, score in sections if score.ends]
    if len({(low, high) for low, high, _ in shown}) < 2:
        return None
    _, high, name = min(shown, key=lambda score: (score[1], score[0], score[2]))
    return name if all(high <= low for low, _, other in shown if other != name) else None


def _two_thirds(number: int) -> int:
    return ceil(Fraction(2 * number, 3))


def _share(reached: int, weight: int) -> Fraction | None:
    return Fraction(100 * reached, HIGHEST * weight) if weight else None


def _mean(values: Sequence[tuple[int, Fraction | None]]) -> Fraction | None:
    known = [(weight, value) for weight, value in values if value is not None]
    weights = sum(weight for weight, _ in known)
    return sum((weight * value for weight, value in known), Fraction(0)) / weights if weights else None
