"""How a number came about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final, assert_never

from peerkit.model.explanation import Explanation, FrameworkExplanation, IndicatorExplanation, SectionExplanation
from peerkit.model.page import Block, Commands, Entries, Entry, Facts, Heading, Headline, Page, Paragraph, Title
from peerkit.model.result import LANE_TITLES, Counts, Lane, Result, SectionResult, Sums
from peerkit.model.scale import LEVEL_LABELS
from peerkit.render import wording as words
from peerkit.render.pages.page_parts import before_heading, split

_WHY: Final[Mapping[Lane, str]] = {
    "safety": "It is marked as a safety matter and stands at Not yet or Starting.",
    "find-out": "The answer was that this cannot be seen from there. Who could tell?",
    "talk": "It is seen very differently.",
    "act": "It is below its goal, and it was said to matter most.",
    "plan": "It is below its goal.",
    "protect": "It is at its goal, and it was said to matter most.",
    "keep": "It is at its goal.",
}
_TIMES: Final = "\N{MULTIPLICATION SIGN}"
_NOTHING_OPEN: Final = "Nothing that is open could move the score."
_WHY_IN_NONE: Final = "A question without an answer on the scale is no gap and has no place in the list."


def page(explanation: Explanation) -> Page:
    """Return the explanation as a page."""
    match explanation:
        case FrameworkExplanation():
            blocks = _framework(explanation)
        case SectionExplanation():
            blocks = _section(explanation)
        case IndicatorExplanation():
            blocks = _indicator(explanation)
        case _:
            assert_never(explanation)
    cover, parts = before_heading(blocks)
    return Page(cover, tuple(split(parts)))


def _section(explanation: SectionExplanation) -> Iterator[Block]:
    score, counts = explanation.result.score, explanation.result.score.counts
    yield Title(explanation.result.section.title, "How this score came about")
    yield Headline(words.sentence(words.score(score)), words.answered(counts) if score.value is not None else "")
    yield Heading("The questions", note="Not yet is 0 points, Built in is 4. A weight multiplies them.")
    yield Entries(entries=tuple(_entry(result) for result in explanation.result.indicators))
    yield Heading("The sum")
    yield Paragraph(_sum(explanation))
    if score.least is None:
        yield Paragraph("The questions here carry no weight: there is no range, and the section leaves the framework's sums.")
        return
    if score.value is None:
        yield Heading("Why there is no score")
        carry = "The questions that are answered carry no weight."
        yield Paragraph(carry if counts.rated >= explanation.needed else _it_takes(explanation.needed, counts))
    yield Heading("The range")
    yield from _range(explanation)


def _entry(result: Result) -> Entry:
    weight, label = result.indicator.weight, words.given(result)
    if result.state == "not-applicable":
        standing = f"{label}: left out of every sum"
    elif not weight:
        standing = f"{label}: weight 0, adds nothing"
    elif result.level is None:
        standing = f"{label}: open, anything from 0 to {result.possible} points"
    elif weight == 1:
        standing = f"{label}: {result.points} of {result.possible} points"
    else:
        standing = f"{label}: {result.level} {_TIMES} weight {weight} = {result.points} of {result.possible} points"
    return Entry(text=result.asked, standing=standing, level=result.level, goal=result.goal)


def _sum(explanation: SectionExplanation) -> str:
    if not explanation.sums.rated:
        return "There is nothing to add up: no answer on the scale carries weight."
    counted = (result for result in explanation.result.indicators if result.points is not None and result.possible)
    weights = ((result, result.indicator.weight) for result in counted)
    parts = [str(result.points) if weight == 1 else f"{weight} {_TIMES} {result.level}" for result, weight in weights]
    total = f"({' + '.join(parts)})" if len(parts) > 1 else parts[0]
    added = f"{total} of {explanation.sums.possible} possible points = {explanation.sums.reached}/{explanation.sums.possible}"
    value = explanation.result.score.value
    return f"{added}, too few answers for a score." if value is None else f"{added} = {_of_100(value)}."


def _of_100(value: Fraction) -> str:
    return words.points(value) if value.denominator == 1 else f"{words.points(value)} (rounded)"


def _it_takes(needed: int, counts: Counts) -> str:
    there = {0: "none is there yet", 1: "one is there"}.get(counts.rated, f"{words.in_words(counts.rated)} are there")
    return f"It takes {needed} of {counts.applicable} answers on the scale; {there}."


def _range(explanation: SectionExplanation) -> Iterator[Block]:
    score = explanation.result.score
    assert score.least is not None
    assert score.most is not None
    if score.least == score.most:
        yield Paragraph(_NOTHING_OPEN)
        return
    yield Facts(
        (
            ("All open at Not yet", _bound(explanation.sums.reached, explanation.sums, score.least)),
            ("All open at Built in", _bound(explanation.sums.most, explanation.sums, score.most)),
        )
    )
    yield Paragraph(_answering(score.counts, score.least, score.most))


def _answering(counts: Counts, low: Fraction, high: Fraction) -> str:
    """Say what answering the open questions would change."""
    unknown = counts.applicable - counts.rated
    which = "the one open question" if unknown == 1 else f"the {words.in_words(unknown)} open questions"
    return f"Answering {which} would put the score between {words.points(low)} and {words.points(high)}."


def _bound(points: int, sums: Sums, value: Fraction) -> str:
    return f"{points}/{sums.whole} = {_of_100(value)}"


def _framework(explanation: FrameworkExplanation) -> Iterator[Block]:
    score, framework = explanation.result.score, explanation.result.framework
    spread = words.spread(score)
    yield Title(framework.name, "How this score came about")
    yield Headline("No score yet" if score.value is None else words.score(score), f"range {spread}" if spread else "")
    yield Heading("The sections", note="Each section's score, times its weight.")
    yield Entries(entries=tuple(_section_entry(section) for section in explanation.result.sections))
    if score.least is None:
        yield Paragraph(words.sentence(f"{words.NO_WEIGHT}."))
    elif score.value is not None:
        yield Heading("The sum")
        yield Paragraph(f"{_mean(explanation, score.value, (section.score.mean for section in explanation.counting))}.")
    else:
        yield Heading("Why there is no score")
        silent = [section.section.title for section in explanation.counting if section.score.mean is None]
        yield Paragraph(words.silent(silent) if silent else _it_takes(explanation.needed, explanation.counts))
    if score.least is not None and score.most is not None:
        yield Heading("The range")
        yield from _framework_range(explanation, score.least, score.most)
    yield Heading("Look closer")
    yield Commands(
        tuple(
            (f"peerkit explain FILE {framework.id}/{section.section.id}", section.section.title) for section in explanation.result.sections
        )
    )


def _section_entry(result: SectionResult) -> Entry:
    score, weight = result.score, f"weight {result.section.weight}"
    if score.least is None:
        return Entry(text=result.section.title, standing="No weight in its questions: left out of the sum")
    if score.mean is None:
        return Entry(text=result.section.title, standing=f"Nothing rated yet, {weight}")
    shown = "" if score.enough else f", from {score.counts.rated} of {score.counts.applicable} answers, too few to show it by itself"
    exact = "" if score.mean.denominator == 1 else f" (exactly {score.mean})"
    return Entry(text=result.section.title, standing=f"{words.points(score.mean)}{exact}, {weight}{shown}")


def _mean(explanation: FrameworkExplanation, value: Fraction, parts: Iterable[Fraction | None]) -> str:
    """Return the mean of the sections' parts, each with its section's weight, as a fraction and in whole points."""
    terms = [f"{section.section.weight} {_TIMES} {part}" for section, part in zip(explanation.counting, parts, strict=True)]
    exact = f" = {value}" if value.denominator > 1 else ""
    return f"({' + '.join(terms)}) / {explanation.weight}{exact} = {_of_100(value)}"


def _framework_range(explanation: FrameworkExplanation, low: Fraction, high: Fraction) -> Iterator[Block]:
    """Yield how the ends of the range came about: the same mean, of the sections' lows and of their highs."""
    if low == high:
        yield Paragraph(_NOTHING_OPEN)
        return
    yield Facts(
        (
            ("All open at Not yet", _mean(explanation, low, (section.score.least for section in explanation.counting))),
            ("All open at Built in", _mean(explanation, high, (section.score.most for section in explanation.counting))),
        )
    )
    yield Paragraph(_answering(explanation.counts, low, high))


def _indicator(explanation: IndicatorExplanation) -> Iterator[Block]:
    result = explanation.result
    yield Title(result.asked, "How this question got its place")
    yield Facts(tuple(_facts(explanation)))
    yield Heading("Why it stands there")
    yield Paragraph(_WHY[result.lane] if result.lane else _WHY_IN_NONE)
    if result.priority is not None:
        yield Heading("Its place in the list")
        formula = f"100 {_TIMES} gap {result.gap}/4 {_TIMES} importance {explanation.importance}/3"
        yield Paragraph(f"{formula} = {_of_100(result.priority)}. It orders the list and changes no score.")
    yield Heading("What it adds to the score")
    yield Paragraph(f"{_entry(explanation.result).standing}.")
    yield Heading("What would change the section's score")
    yield Paragraph(_otherwise(explanation))
    yield Heading("Look closer")
    yield Commands(
        ((f"peerkit explain FILE {explanation.framework.id}/{explanation.section.section.id}", explanation.section.section.title),)
    )


def _otherwise(explanation: IndicatorExplanation) -> str:
    """Say where the section would stand with another answer to the question."""
    result, now = explanation.result, words.score(explanation.section.score)
    if explanation.otherwise:
        levels = [f"at {LEVEL_LABELS[level]}, {words.score(score)}" for level, score in explanation.otherwise]
        return words.sentence(f"{'; '.join(levels)}. Now: {now}.")
    if result.state == "not-applicable":
        return "An answer on the scale would bring the question into the sums."
    return (
        f"It is at the highest level. Now: {now}." if explanation.result.possible else "Its weight is 0: no answer to it changes the score."
    )


def _facts(explanation: IndicatorExplanation) -> Iterator[tuple[str, str]]:
    result = explanation.result
    yield "Section", explanation.section.section.title
    yield "Answer", words.given(result)
    yield "Goal", LEVEL_LABELS[result.goal]
    if result.gap is not None:
        yield "Gap", f"{words.in_words(int(result.gap))} {'level' if result.gap == 1 else 'levels'}" if result.gap else "none"
    yield "Importance", result.importance
    yield "Lane", LANE_TITLES[result.lane] if result.lane else "none"
