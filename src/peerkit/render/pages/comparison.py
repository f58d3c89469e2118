"""A comparison: first how far the sides can be compared, then what they share and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import floor
from typing import Final

from peerkit.model.comparison import (
    FRAMEWORK_MOVES,
    SECTION_MOVES,
    ComparedFramework,
    ComparedQuestion,
    ComparedScores,
    ComparedSide,
    Comparison,
    Difference,
    stand_of,
)
from peerkit.model.page import (
    Block,
    Bullets,
    Detail,
    Entries,
    Entry,
    Facts,
    Heading,
    Notice,
    Page,
    Paragraph,
    Part,
    Side,
    Sides,
    SidesRow,
    Title,
    Tone,
)
from peerkit.model.result import Result
from peerkit.model.scale import LEVEL_LABELS, SMALLEST_GROUP, whole_points
from peerkit.render import wording as words
from peerkit.render.pages.page_parts import part_of, source_rows, split
from peerkit.render.pages.team_words import lowered, rules, where


def page(comparison: Comparison) -> Page:
    """Return a comparison as a page of parts."""
    scores = (Part(f"scores-{framework.framework.id}", tuple(_scores(framework, comparison))) for framework in comparison.frameworks)
    rest = split((*_questions(comparison), *_closing(comparison)))
    return Page(tuple(_cover(comparison)), (*split(_comparability(comparison)), *scores, *rest))


PURPOSE: Final = "For reflection and planning. Nobody is ranked here: the sides stand in the order in which they were given."
NOTHING_DIFFERS: Final = "Nothing differs: every question stands the same on {all} sides."
_WHY_HIDDEN: Final = "Too few people answered them, or too many of the same people are on another side or in an earlier report."
_DIFFER: Final[dict[Difference, str]] = {
    "frameworks": "not all answered the same frameworks",
    "versions": "the versions of a framework differ",
    "sets": "the sets of questions differ",
    "kinds": "a person, a group and a team do not answer alike",
    "roles": "they answered in other roles",
    "questions": "they share fewer than two thirds of the questions",
}


def _cover(comparison: Comparison) -> Iterator[Block]:
    """Yield the title, each side by its letter, and what the page is for."""
    program = comparison.sides[0].program if comparison.is_one_program else letters(comparison, range(len(comparison.sides)))
    yield Title(program, "Comparison")
    sides = zip(comparison.labels, comparison.sides, strict=True)
    yield Facts(tuple((label, who(side, comparison)) for label, side in sides))
    yield Facts((("Made on", words.day(comparison.date)),))
    yield Paragraph(PURPOSE)
    minimum = min((side.minimum for side in comparison.sides if side.minimum is not None), default=SMALLEST_GROUP)
    if minimum < SMALLEST_GROUP:
        yield Notice(lowered(minimum))
    if comparison.is_empty:
        yield Notice(NOTHING_DIFFERS.format(all=_all(comparison)))


def _comparability(comparison: Comparison) -> Iterator[Block]:
    """Yield what the sides share and what they do not, before any number."""
    yield Heading("How far these can be compared")
    reasons = [_DIFFER[name] for name in comparison.differs_in]
    said = f"Compare with care: {'; '.join(reasons)}." if reasons else "Like for like: the same questions, answered in the same way."
    yield Paragraph(said)
    yield Bullets(
        tuple(line for framework in comparison.frameworks for line in _framework(framework, comparison)) + tuple(_asked(comparison))
    )


def _all(comparison: Comparison) -> str:
    return "both" if len(comparison.sides) == 2 else "all"


def _framework(framework: ComparedFramework, comparison: Comparison) -> Iterator[str]:
    name = f"{framework.framework.name}: "
    if framework.rated_by_any:
        percent = 100 * framework.rated_by_all // framework.rated_by_any
        by = f"{_all(comparison)} sides"
        shown = " and that can be shown" if any(side.kind == "team" for side in comparison.sides) else ""
        yield f"{name}of {framework.rated_by_any} questions that any side rated{shown}, {by} rated {framework.rated_by_all} ({percent}%)."
    else:
        yield f"{name}nobody rated a question that can be shown."
    if len(set(framework.versions)) > 1:
        yield f"{name}not the same version: {_by_side(framework.versions, comparison)}."
    else:
        yield f"{name}version {framework.versions[0]} on every side."
    otherwise = sum(bool(question.words) for section in framework.sections for question in section.questions)
    if otherwise:
        are = "question was asked in other words, and is" if otherwise == 1 else "questions were asked in other words, and are"
        yield f"{name}{otherwise} {are} not compared."
    for number, label in enumerate(comparison.labels):
        asked = [stand for section in framework.sections for question in section.questions if (stand := question.results[number])]
        hidden = sum(stand.state == "hidden" for stand in asked)
        if hidden:
            yield f"{name}{hidden} of {len(asked)} questions cannot be shown in {label}. {_WHY_HIDDEN}"
    for label, gone in zip(comparison.labels, framework.set_aside, strict=True):
        if gone == 1:
            yield f"{name}one answer in {label} is to a question that is gone; it does not count."
        elif gone:
            yield f"{name}{gone} answers in {label} are to questions that are gone; they do not count."


def _by_side(texts: tuple[str, ...], comparison: Comparison) -> str:
    return words.listed([f"{label} ({text})" for label, text in zip(comparison.labels, texts, strict=True)])


def _asked(comparison: Comparison) -> Iterator[str]:
    for other in comparison.partly:
        yield f"{other.framework.name}: answered in {letters(comparison, other.sides)} only, and left out here."
    for what, values in (
        ("the set of questions", tuple(f"{side.set} set" for side in comparison.sides)),
        ("who answered", tuple(kind(side) for side in comparison.sides)),
    ):
        if len(set(values)) > 1:
            yield f"Not the same, {what}: {_by_side(values, comparison)}."
        else:
            yield f"The same, {what}: {values[0]}."


_NOTE: Final = "On the questions that every side rated, and on no others. So these are not the scores of their reports."
ABOUT_THE_SAME: Final = "about the same"
WORDS_DO_NOT_TELL: Final = "the words do not tell"
NO_SCORES: Final = "The sides have too little in common for scores."


def _scores(framework: ComparedFramework, comparison: Comparison) -> Iterator[Block]:
    """Yield the scores of one framework, and of its sections."""
    yield Heading(framework.framework.name, note=_NOTE)
    if all(section.scores.apart is None for section in framework.sections):
        yield Paragraph(NO_SCORES)
        return
    sections = (_row(words.section_title(section.section), section.scores, comparison) for section in framework.sections)
    whole = [_row("All sections", framework.scores, comparison)] if framework.scores else []
    yield Sides((*whole, *sections), of="sides")


def verdict(scores: ComparedScores, comparison: Comparison) -> str:
    """Return in words whether the sides differ, and by how much."""
    if scores.apart is None:
        return f"too little in common for a score ({scores.shared} of {scores.asked} rated on every side)"
    if scores.is_about_the_same is None:
        return WORDS_DO_NOT_TELL
    if scores.is_about_the_same:
        return ABOUT_THE_SAME
    least, most = scores.apart
    points = f"{whole_points(least)} points" if least == most else f"at least {floor(least)} points"
    first, second, *more = scores.ends
    if more:
        return f"{points} apart"
    if comparison.is_over_time:
        return f"{'up' if second > first else 'down'} {points} from A to B"
    return f"{'B' if second > first else 'A'} stands {points} higher"


def _row(title: str, scores: ComparedScores, comparison: Comparison) -> SidesRow:
    sides = tuple(
        Side(short(side, comparison), score.ends, label)
        for label, side, score in zip(comparison.labels, comparison.sides, scores.sides, strict=True)
    )
    rests = f"on {scores.shared} {'question' if scores.shared == 1 else 'questions'}"
    said = verdict(scores, comparison)
    return SidesRow(title, None, sides, (said if scores.apart is None else f"{said}, {rests}",))


_MOVED: Final = "Only what differs for certain: where a team's answers are said in words, it is left out when it may be the same."
_ONLY: Final = "Rated there; on the other side it was not asked, not rated, or cannot be shown."
_ONLY_OF_MANY: Final = "Rated there; on the other sides it was not asked, not rated, or cannot be shown."


def _questions(comparison: Comparison) -> Iterator[Block]:
    """Yield each list of questions; what moved comes first, strengths before what is low."""
    yield from _moved(comparison)
    every = f"{_all(comparison)} sides"
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
        yield _apart(comparison.moved, comparison)
    else:
        titles = ("Up from A to B", "Down from A to B") if comparison.is_over_time else ("Higher in B", "Higher in A")
        for title, rises in zip(titles, (True, False), strict=True):
            if found := [question for question in comparison.moved if _rises(question) == rises]:
                yield Heading(title, level=2)
                yield _apart(found, comparison)


def _rises(question: ComparedQuestion) -> bool:
    """Whether the second of two sides stands higher."""
    first, second = (stand.low if stand else None for stand in question.results)
    return first is not None and second is not None and second > first


def _apart(found: Sequence[ComparedQuestion], comparison: Comparison) -> Entries:
    return Entries(entries=tuple(_entry(question, comparison, distance(question)) for question in found))


def _shared(title: str, note: str, found: Sequence[ComparedQuestion], tone: Tone, comparison: Comparison) -> Iterator[Block]:
    yield Heading(title, note=note, tone=tone)
    if not found:
        yield Paragraph("Nothing, as far as it was answered and can be shown.")
        return
    yield Entries(
        entries=tuple(_entry(question, comparison, goals(question, comparison), _safety(question)) for question in found), tone=tone
    )


def _safety(question: ComparedQuestion) -> str:
    return "a safety matter" if any(stand is not None and stand.lane == "safety" for stand in question.results) else ""


def _only(comparison: Comparison) -> Iterator[Block]:
    if not any(comparison.only):
        return
    yield Heading("What only one side shows", note=_ONLY if len(comparison.sides) == 2 else _ONLY_OF_MANY)
    for label, found in zip(comparison.labels, comparison.only, strict=True):
        if found:
            yield Heading(f"Only in {label}", level=2)
            yield Entries(entries=tuple(_entry(result, comparison) for result in found))


def _changed(found: Sequence[ComparedQuestion], comparison: Comparison) -> Iterator[Block]:
    if not found:
        return
    yield Heading("Asked in other words", note="The words do not ask the same on every side. So these questions are in no score here.")
    yield Entries(
        entries=tuple(replace(_entry(question, comparison), details=tuple(_otherwise(question, comparison))) for question in found)
    )


def _otherwise(question: ComparedQuestion, comparison: Comparison) -> Iterator[Detail]:
    """Yield what was changed, and in which words each side was asked, where that is known."""
    yield from (Detail(f"Changed in {note.version}", note.note) for note in question.notes)
    yield from (Detail(f"Asked in {label}", said) for label, said in zip(comparison.labels, question.words, strict=True) if said)


def _entry(question: ComparedQuestion, comparison: Comparison, *more: str) -> Entry:
    return Entry(
        text=question.indicator.ask,
        standing=words.sentence("; ".join(part for part in (standings(question, comparison), *more) if part)),
        place=part_of(question, several=len(comparison.frameworks) > 1),
        address=question.address,
    )


HOW_TO_READ: Final = (
    "A score of 0 means Not yet throughout, 100 means Built in throughout.",
    f"Sections that lie less than {float(SECTION_MOVES):g} points apart are about the same, and frameworks less than "
    f"{int(FRAMEWORK_MOVES)}: answers sway that much by themselves.",
    "Where a team's answers are said in words, its score lies between two numbers. Sides differ only where all that lies between them "
    "says so; else the words do not tell, which is usual for teams of fewer than eight people.",
    "A score needs two thirds of the questions that every side was asked.",
    "Each framework stands alone: scores are not added up, and nobody is ranked by them.",
)
_TEAMS: Final = "Where two teams are not shown in the same groups, a section is scored from everybody together, each person one voice."
LIMITS: Final = (
    "Not for audit, ranking, funding decisions or judging a person.",
    "A difference does not say why. Other people may have answered, or the same people may see more than before.",
    "People rate their own program kindly, and each in their own way. Talk before you conclude.",
    "It looks at how programs work, not at what comes of it.",
)
_TWO_ROUNDS: Final = "Two rounds in which only one person's answers moved show which way they moved. Nothing here can hide that."


def _closing(comparison: Comparison) -> Iterator[Block]:
    """Yield what is hidden where a side is a team, how to read, limits and sources."""
    minimum = [side.minimum for side in comparison.sides if side.minimum is not None]
    if minimum:
        yield Heading("What is hidden here, and why", note="Teams are compared by what their own reports may show, and by nothing else.")
        yield Bullets((*rules(min(minimum)), _TWO_ROUNDS))
    yield Heading("How to read this")
    yield Bullets((*HOW_TO_READ, *([_TEAMS] if len(minimum) > 1 else [])))
    yield Heading("Limits")
    yield Bullets((*LIMITS, *(limit for framework in comparison.frameworks for limit in framework.framework.limits)))
    rows = tuple(
        (f"{label}, {what[:1].lower()}{what[1:]}", text)
        for label, side in zip(comparison.labels, comparison.sides, strict=True)
        for what, text in words.governance(side.governance)
    )
    # NOTE: who decides about answers can say which program it is.
    if rows and comparison.shows_programs:
        yield Heading("About these answers")
        yield Facts(rows)
    yield Heading("Sources")
    for framework in comparison.frameworks:
        yield Facts((("Framework", framework.framework.title), *source_rows(framework.framework)))


_STATES: Final = {
    "dont-know": "don't know",
    "no-agreement": "no agreement",
    "not-answered": "not answered",
    "not-applicable": "does not apply",
    "hidden": "cannot be shown",
}
_NOT_ASKED: Final = "not asked"


def who(side: ComparedSide, comparison: Comparison) -> str:
    """Return a side in full: which program, where that may be said, who answered, which questions, and when."""
    program = [side.program] if comparison.named else []
    room = words.room(side.respondents)
    answered = words.who(side.role)
    if side.kind != "solo":
        answered = f"a team of {room}" if side.kind == "team" else f"together by {room or 'a group'}"
    return ", ".join([*program, answered, f"{side.set} set", f"answered until {words.day(side.day)}"])


def short(side: ComparedSide, comparison: Comparison) -> str:
    """Return a side in a few words: what tells it apart from the others."""
    if comparison.named and not comparison.is_one_program:
        return f"{side.program}, {words.day(side.day)}"
    return words.day(side.day) if comparison.is_over_time else kind(side)


def kind(side: ComparedSide) -> str:
    """Return who a side is, without its numbers by role."""
    number = sum(side.respondents.values())
    if side.kind == "solo":
        return words.who(side.role)
    if side.kind == "team":
        return f"a team of {number}"
    return f"a group of {number}, together" if number else "a group, together"


def letters(comparison: Comparison, numbers: Sequence[int]) -> str:
    """Return some sides by their letters: "A and C"."""
    return words.listed([comparison.labels[number] for number in numbers])


def standing(stand: Result | None) -> str:
    """Return where a side stands, or why that cannot be said."""
    if stand is None or not stand.is_rated:
        return _NOT_ASKED if stand is None else _STATES[stand_of(stand)]
    return where(stand)


def standings(question: ComparedQuestion, comparison: Comparison) -> str:
    """Return where each side stands: "A Partly, B Mostly", or "all Mostly" where it is the same for all."""
    said = [standing(stand) for stand in question.results]
    if len(set(said)) == 1:
        return f"{'both' if len(said) == 2 else 'all'} {said[0]}"
    return ", ".join(f"{label} {text}" for label, text in zip(comparison.labels, said, strict=True))


def goals(question: ComparedQuestion, comparison: Comparison) -> str:
    """Return the level to aim at, of each side where they differ."""
    aims = [LEVEL_LABELS[stand.goal] if stand else _NOT_ASKED for stand in question.results]
    if len(set(aims)) == 1:
        return f"goal {aims[0]}"
    return f"goals: {', '.join(f'{label} {aim}' for label, aim in zip(comparison.labels, aims, strict=True))}"


def distance(question: ComparedQuestion) -> str:
    """Return how many levels lie between the sides; empty where a team's answers are said in words, since that is not known."""
    certain = all(stand is not None and stand.standing is not None for stand in question.results)
    return words.levels(question.levels_apart) if certain and question.levels_apart is not None else ""
