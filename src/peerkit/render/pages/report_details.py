"""What a report says where there is room: every question in full, themes side by side, and what the scores are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from peerkit.model.page import Block, Entries, Heading, Headline, Paragraph, SideBySide, Tallies, TallyRow, Terms, ThemeCell
from peerkit.model.report import Report
from peerkit.model.result import FrameworkResult, Result, SectionResult
from peerkit.model.scale import LEVEL_LABELS, LEVELS
from peerkit.render import wording as words
from peerkit.render.pages.report_entries import ReportEntries
from peerkit.render.pages.report_scores import notes, section_title


def how_answered(framework: FrameworkResult) -> Iterator[Block]:
    """Yield how often each answer was given in each section."""
    yield Heading("How the questions were answered", level=2)
    yield Tallies(tuple(_tally(section) for section in framework.sections))


def every_question(framework: FrameworkResult, report: Report) -> Iterator[Block]:
    """Yield each section of a framework with its score and all of its questions."""
    yield Heading(f"{framework.framework.name}, question by question")
    for section in framework.sections:
        yield Heading(section_title(section), level=2)
        yield Headline(words.sentence(words.score(section.score)), ", ".join(_rests_on(section)), section.score)
        if section.section.summary.strip():
            yield Paragraph(section.section.summary)
        yield Entries(entries=tuple(ReportEntries(report).complete(result) for result in section.indicators), home=True)


def what_scores_are_made_of(report: Report) -> Iterator[Block]:
    """Yield what each score is made of: the answer to each question, and its weight."""
    yield Heading("How the numbers came about", note="Not yet is 0 points, Built in is 4. A weight multiplies them.")
    yield Paragraph(
        "A section's score is the points reached of the points possible, over the questions that were answered on the scale. "
        "A framework's score is the mean of its sections, each with its weight."
    )
    for framework in report.frameworks:
        if framework.sections:
            yield Heading(framework.framework.name, level=2)
            yield Terms(("Question", "Answer", "Weight"), tuple(_group(section) for section in framework.sections))


def _tally(section: SectionResult) -> TallyRow:
    levels = tuple(sum(result.level == level for result in section.indicators) for level in LEVELS)
    return TallyRow(section_title(section), levels, section.score.counts)


def _rests_on(section: SectionResult) -> Iterator[str]:
    """Yield what stands beside a section's score, without what the score says already."""
    yield from words.rests_on(section.score)
    headline = words.score(section.score)
    yield from (note for note in notes(section) if note != headline)


def _group(section: SectionResult) -> tuple[str, tuple[tuple[str, str, str], ...]]:
    weight = section.section.weight
    head = section_title(section) if weight == 1 else f"{section_title(section)}, weight {weight}"
    return head, tuple((result.asked, _answer(result), str(result.indicator.weight)) for result in section.indicators)


def _answer(result: Result) -> str:
    if result.level is None:
        return words.sentence(words.STATE_LABELS[result.state])
    return f"{LEVEL_LABELS[result.level]} ({result.level})"


def themes_side_by_side(report: Report) -> Iterator[Block]:
    """Yield a row for each theme that was rated or not known in two frameworks at least; nothing where there is none."""
    found: defaultdict[str, defaultdict[str, list[Result]]] = defaultdict(lambda: defaultdict(list))
    for framework in report.frameworks:
        for section in framework.sections:
            for result in section.indicators:
                for theme in result.indicator.themes if result.lane else ():
                    found[theme][framework.framework.id].append(result)
    names = [framework.framework.id for framework in report.frameworks]
    rows = tuple(
        (words.theme(theme, report.theme_titles), tuple(_cell(here.get(name, ())) for name in names))
        for theme, here in sorted(found.items())
        if len(here) > 1
    )
    if rows:
        yield Heading(
            "Themes side by side", note="From the lowest to the highest answer in each framework. There is no number for a theme."
        )
        yield SideBySide(tuple(framework.framework.name for framework in report.frameworks), rows)


def _cell(results: Sequence[Result]) -> ThemeCell:
    levels = sorted(result.level for result in results if result.level is not None)
    if not levels:
        return ThemeCell(tuple(None for _ in results), words.sentence(words.STATE_LABELS["dont-know"]) if results else "")
    lowest, highest = LEVEL_LABELS[levels[0]], LEVEL_LABELS[levels[-1]]
    between = lowest if lowest == highest else f"{lowest} to {highest}"
    unknown = len(results) - len(levels)
    return ThemeCell(
        (*levels, *(None for _ in range(unknown))), f"{between}, and {words.STATE_LABELS['dont-know']}" if unknown else between
    )
