"""Single questions: what moved, what is strong and what is low on every side, what only one side shows, and what was changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from peerkit.model.comparison import ChangedQuestion, ComparedQuestion, Comparison
from peerkit.model.page import Block, Detail, Entries, Entry, Heading, Paragraph, Tone
from peerkit.render import wording as words
from peerkit.render.comparison.shared import wording

_MOVED: Final = "Only what differs for certain: where a team's answers are said in words, it is left out when it may be the same."
_ONLY: Final = "Rated there; on the other side it was not asked, not rated, or cannot be shown."
_ONLY_OF_MANY: Final = "Rated there; on the other sides it was not asked, not rated, or cannot be shown."


def blocks(comparison: Comparison) -> Iterator[Block]:
    """Yield each list of questions; what moved comes first, strengths before what is low."""
    yield from _moved(comparison)
    every = "both sides" if len(comparison.sides) == 2 else "all sides"
    yield from _shared(f"Strong on {every}", "At its goal, and Mostly or Built in.", comparison.strong, "strength", comparison)
    yield from _shared(
        f"Low on {every}", "Below its goal everywhere. Perhaps you can work on it together.", comparison.low, "plan", comparison
    )
    yield from _only(comparison)
    yield from _changed(comparison.changed, comparison)


def _moved(comparison: Comparison) -> Iterator[Block]:
    yield Heading("What moved" if comparison.is_over_time else "Where they differ", note=_MOVED)
    if not comparison.moved:
        yield Paragraph("No question that all sides rated stands differently, as far as it can be shown.")
    elif len(comparison.sides) > 2:
        yield _entries(comparison.moved, comparison)
    else:
        for title, found in _directions(comparison):
            if found:
                yield Heading(title, level=2)
                yield _entries(found, comparison)


def _directions(comparison: Comparison) -> tuple[tuple[str, list[ComparedQuestion]], ...]:
    up = [one for one in comparison.moved if _rises(one)]
    down = [one for one in comparison.moved if not _rises(one)]
    titles = ("Up from A to B", "Down from A to B") if comparison.is_over_time else ("Higher in B", "Higher in A")
    return (titles[0], up), (titles[1], down)


def _rises(one: ComparedQuestion) -> bool:
    """Whether the second of two sides stands higher."""
    first, second = (stand.level if stand else None for stand in one.stands)
    return first is not None and second is not None and second > first


def _entries(found: Sequence[ComparedQuestion], comparison: Comparison) -> Entries:
    return Entries(entries=tuple(_entry(one, comparison, wording.distance(one)) for one in found))


def _shared(title: str, note: str, found: Sequence[ComparedQuestion], tone: Tone, comparison: Comparison) -> Iterator[Block]:
    yield Heading(title, note=note, tone=tone)
    if found:
        yield Entries(entries=tuple(_entry(one, comparison, wording.goals(one, comparison), _safety(one)) for one in found), tone=tone)
    else:
        yield Paragraph("Nothing, as far as it was answered and can be shown.")


def _only(comparison: Comparison) -> Iterator[Block]:
    if not any(comparison.only):
        return
    yield Heading("What only one side shows", note=_ONLY if len(comparison.sides) == 2 else _ONLY_OF_MANY)
    for label, found in zip(comparison.labels, comparison.only, strict=True):
        if found:
            yield Heading(f"Only in {label}", level=2)
            yield Entries(entries=tuple(_entry(one, comparison) for one in found))


def _changed(found: Sequence[ChangedQuestion], comparison: Comparison) -> Iterator[Block]:
    if not found:
        return
    yield Heading("Changed between the versions", note="These questions are asked otherwise now. They are in no score here.")
    yield Entries(
        entries=tuple(
            _with(_entry(one.question, comparison), tuple(Detail(f"Changed in {note.version}", note.note) for note in one.notes))
            for one in found
        )
    )


def _entry(one: ComparedQuestion, comparison: Comparison, *more: str) -> Entry:
    several = len(comparison.frameworks) > 1
    return Entry(
        text=one.indicator.ask,
        standing=words.sentence("; ".join(part for part in (wording.standings(one, comparison), *more) if part)),
        place=f"{one.framework.name}: {one.section.title}" if several else one.section.title,
        address=one.address,
    )


def _with(entry: Entry, details: tuple[Detail, ...]) -> Entry:
    return Entry(text=entry.text, standing=entry.standing, place=entry.place, address=entry.address, details=details)


def _safety(one: ComparedQuestion) -> str:
    return "a safety matter" if any(stand is not None and stand.safety for stand in one.stands) else ""
