"""X-ray: what is worth another look, as questions. They change no number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from peerkit.model.framework import Framework
from peerkit.model.page import Block, Bullets, Entries, Heading, Paragraph
from peerkit.model.report import IndicatorResult, ManyNotApplicable, NoExample, OneLevel, OnlyPolicy, Report, ThemeApart
from peerkit.model.scale import LEVEL_LABELS
from peerkit.render import wording as words
from peerkit.render.report.shared.entries import Questions

_SHOWN: Final = 5


def blocks(report: Report) -> Iterator[Block]:
    """Yield each kind of look under its question, claims with the first five they are about; nothing where there is none."""
    looks = report.looks
    if not looks:
        return
    yield Heading("Worth another look", note="Questions to yourselves. They change no number.")
    bare = [one for look in looks if isinstance(look, NoExample) for one in look.results]
    yield from _claims("What could you point at?", "Mostly or Built in, with neither a note nor evidence.", bare, report)
    on_paper = [one for look in looks if isinstance(look, OnlyPolicy) for one in look.results]
    yield from _claims("Is it done as it is written?", "Mostly or Built in, with nothing but a policy to point at.", on_paper, report)
    apart = [_apart(look, report) for look in looks if isinstance(look, ThemeApart)]
    yield from _listed("Why does it stand so far apart?", "The same theme, high in one framework and low in another.", apart)
    not_applicable = [_not_applicable(look) for look in looks if isinstance(look, ManyNotApplicable)]
    yield from _listed("Does so much really not apply?", "It leaves every score.", not_applicable)
    alike = [_alike(look, report) for look in looks if isinstance(look, OneLevel)]
    yield from _listed("Is each of them the same?", "One level throughout a section.", alike)


def _claims(question: str, note: str, results: Sequence[IndicatorResult], report: Report) -> Iterator[Block]:
    if not results:
        return
    yield Heading(question, level=2, note=note)
    questions = Questions(report)
    yield Entries(entries=tuple(questions.standing(one) for one in results[:_SHOWN]))
    if len(results) > _SHOWN:
        yield Paragraph(f"And {words.in_words(len(results) - _SHOWN)} more.")


def _listed(question: str, note: str, texts: Sequence[str]) -> Iterator[Block]:
    if texts:
        yield Heading(question, level=2, note=note)
        yield Bullets(tuple(texts))


def _apart(look: ThemeApart, report: Report) -> str:
    title = words.theme(look.theme, report.theme_titles)
    return f"{title}: high in {_names(look.high)}, low in {_names(look.low)}."


def _not_applicable(look: ManyNotApplicable) -> str:
    return f"{look.framework.name}: {look.number} of {look.asked} questions."


def _alike(look: OneLevel, report: Report) -> str:
    where = f"{look.framework.name}: {look.section.title}" if len(report.frameworks) > 1 else look.section.title
    return f"{where}, {LEVEL_LABELS[look.level]} throughout."


def _names(frameworks: Sequence[Framework]) -> str:
    return words.listed([one.name for one in frameworks])
