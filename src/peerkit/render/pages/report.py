"""The gap report: strengths first, then the scores, the gaps, and what to know about all of it.

A page with room begins with the report in short, and ends with every question and what the numbers are made of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from peerkit.model.answers import Answer, SetAside, Written
from peerkit.model.page import (
    Block,
    Bullets,
    Commands,
    Detail,
    Entries,
    Entry,
    Facts,
    Heading,
    Headline,
    Page,
    Paragraph,
    Part,
    SideBySide,
    Tallies,
    TallyRow,
    Terms,
    ThemeCell,
    Title,
)
from peerkit.model.report import Report
from peerkit.model.result import Counts, FrameworkResult, Result, SectionResult, State
from peerkit.model.scale import LEVEL_LABELS, LEVELS
from peerkit.render import wording as words
from peerkit.render.pages.first_parts import in_short
from peerkit.render.pages.page_parts import sources, split
from peerkit.render.pages.report_head import HOW_TO_READ, facts_of, head, notes, purpose, safety, scores, whose
from peerkit.render.pages.report_questions import ReportEntries, agreed, another_look, evidence, in_full, strengths, views, where_to_look


def page(report: Report) -> Page:
    """Return the gap report as a page."""
    return Page(tuple(_cover(report)), tuple(_parts(report)), screen_cover=(*head(report), *safety(report)))


def _cover(report: Report) -> Iterator[Block]:
    yield Title(report.assessment.program, "Gap report")
    yield Facts((*whose(report), *((framework.framework.name, _sections(framework)) for framework in report.frameworks)))
    facts = dict(fact for framework in report.frameworks for fact in facts_of(framework.framework, report))
    if facts:
        yield Facts(tuple(facts.items()))
    yield from purpose(report)
    governance = tuple(words.governance(report.assessment.governance))
    if governance:
        yield Facts(governance)


def _sections(result: FrameworkResult) -> str:
    if len(result.sections) == len(result.framework.sections):
        return "every section"
    return words.listed([section.section.title for section in result.sections]) or "no section"


def _parts(report: Report) -> Iterator[Part]:
    yield Part("in-short", tuple(in_short(report)), "room")
    yield Part("strengths", tuple(strengths(report)), "screen")
    for framework in report.frameworks:
        answers: tuple[Block, ...] = ()
        if framework.sections and report.shows_answers:
            answers = Heading("How the questions were answered", level=2), Tallies(tuple(_tally(section) for section in framework.sections))
        yield Part(f"scores-{framework.framework.id}", tuple(scores(framework)), "screen")
        yield Part(f"scores-{framework.framework.id}", (*scores(framework), *answers), "room")
    yield Part("where-to-look", tuple(where_to_look(report)))
    yield Part("peer-drift-watch", tuple(_drift(report)))
    yield Part("themes", tuple(themes_side_by_side(report)), "room")
    yield Part("another-look", tuple(another_look(report)))
    yield Part("what-was-agreed", tuple(_outcome(report)))
    yield Part("what-else-was-written", tuple(_written(report)), "screen")
    yield from split(_closing(report))
    for framework in report.frameworks if report.shows_answers else ():
        if framework.sections:
            yield Part(f"questions-{framework.framework.id}", tuple(every_question(framework, report)), "room")
    if report.shows_answers:
        yield Part("numbers", tuple(what_scores_are_made_of(report)), "room")


DRIFT_WATCH: Final = "Role, supervision, workload and identity of peer workers, side by side. There is no number for it."


def _drift(report: Report) -> Iterator[Block]:
    """Yield the questions of the watch that are below their goal or not known, and how many others there are."""
    if not report.drift_watch:
        return
    yield Heading("Peer-drift watch", note=DRIFT_WATCH)
    open_ones = [result for result in report.drift_watch if result.gap != 0]
    steady = len(report.drift_watch) - len(open_ones)
    if open_ones:
        yield Entries(entries=tuple(ReportEntries(report).short(result) for result in open_ones))
    if steady:
        others = "other question stands" if steady == 1 else "other questions stand"
        count = words.sentence(words.in_words(steady))
        yield Paragraph(f"{count} {others if open_ones else others.replace('other ', '')} at the goal.")


def _outcome(report: Report) -> Iterator[Block]:
    """Yield what was agreed; nothing without an outcome, and for the public, who are told what is worked on elsewhere."""
    outcome = report.outcome
    if outcome is None or report.audience == "public":
        return
    yield Heading("What was agreed", note=f"On {words.day(outcome.date)}. The numbers are still those of the answers.")
    yield from agreed(report)


def _written(report: Report) -> Iterator[Block]:
    """Yield the notes and the evidence of the other questions in file order; those that do not apply come with the reason elsewhere."""
    above = {result.address for result in in_full(report)}
    questions = ReportEntries(report)
    here = [result for result in report.indicators() if result.address not in above and result.state != "not-applicable"]
    entries = tuple(entry for entry in (questions.entry(result, *questions.said(result.beside)) for result in here) if entry.details)
    if entries:
        yield Heading("What else was written")
        yield Entries(entries=entries)


NOT_ASKED_NOW: Final = "Not asked of this program as it is now; it comes back with what it hangs on."
NOT_ASKED_ANY_MORE: Final = "Not asked any more."
_SETS: Final[dict[str, str]] = {
    "quick": "The quick set was asked: the core questions.",
    "full": "The full set was asked: every question.",
}


def _closing(report: Report) -> Iterator[Block]:
    """Yield everything that comes after the gaps."""
    yield from _not_answered(report)
    yield from _coverage(report)
    yield Heading("How to read the numbers")
    yield Bullets(HOW_TO_READ)
    yield Heading("Limits")
    yield Bullets(report.limits)
    support = (("Support", report.assessment.support),) if report.assessment.support.strip() else ()
    about = (*words.governance(report.assessment.governance), *support)
    if about:
        yield Heading("About these answers")
        yield Facts(about)
    yield from sources(framework.framework for framework in report.frameworks)
    if report.audience == "team":
        yield Heading("Where to go next")
        yield Commands(tuple(_commands(report)))


def _not_answered(report: Report) -> Iterator[Block]:
    if not report.not_answered:
        return
    counts = sum((framework.score.counts for framework in report.frameworks), Counts())
    yield Heading("Not answered", note=words.sentence(f"{_open(counts)}."))
    labels: tuple[tuple[State, str], ...] = (("skipped", "Skipped, which is fine"), ("unanswered", "Not answered yet"))
    for state, label in labels:
        here = tuple(result.asked for result in report.not_answered if result.state == state)
        if here:
            yield Heading(label, level=2)
            yield Bullets(here)


def _open(counts: Counts) -> str:
    parts = (
        (counts.dont_know, '"don\'t know" (see Find out above)'),
        (counts.no_agreement, "without agreement (see Talk first above)"),
        (counts.skipped, "skipped"),
        (counts.unanswered, "not answered yet"),
    )
    return words.listed([f"{words.in_words(number)} {label}" for number, label in parts if number])


def _coverage(report: Report) -> Iterator[Block]:
    """Yield what was asked and what was not, and why."""
    yield Heading("What this covers")
    texts = (text for framework in report.frameworks for text in _covered(framework, report))
    yield Bullets(tuple(dict.fromkeys((_SETS[report.assessment.set], *texts))))
    for label, entries in (("Does not apply here", _not_applicable(report)), ("Kept in the file, not counted", _set_aside(report))):
        if entries:
            yield Heading(label, level=2)
            yield Entries(entries=entries)


def _covered(result: FrameworkResult, report: Report) -> Iterator[str]:
    framework = result.framework
    asked = {section.section.id for section in result.sections}
    left_out = [section.title for section in framework.sections if section.id not in asked]
    if left_out:
        yield f"Left out of {framework.name}, because it was not chosen or does not apply: {words.listed(left_out)}."
    yield from (f"{ask} {said}." for ask, said in facts_of(framework, report))


def _not_applicable(report: Report) -> tuple[Entry, ...]:
    here = [answer for answer in report.assessment.answers.values() if answer.answer == "not-applicable"]
    return tuple(Entry(text=result.ask, details=(*_reason(result.note), *evidence(result), *views(result))) for result in here)


def _set_aside(report: Report) -> tuple[Entry, ...]:
    """Return what is kept and not counted: what was said to questions that are gone, and to those that the program's facts hide."""
    questions = ReportEntries(report)
    return (
        *(_kept(aside, questions, aside.why) for aside in report.assessment.set_aside),
        *(_kept(answer, questions, NOT_ASKED_NOW) for answer in report.hidden_answers().values() if answer.answer != "not-applicable"),
        *(
            _words_kept(asked or address, written, questions, NOT_ASKED_NOW if asked else NOT_ASKED_ANY_MORE)
            for address, asked, written in report.hidden_words()
        ),
    )


def _words_kept(text: str, written: Written, questions: ReportEntries, why: str) -> Entry:
    """Return what was written to a question that has no answer and is not asked now."""
    standing = words.sentence(words.STATE_LABELS["unanswered"])
    return Entry(text=text, standing=standing, details=(*questions.said(written), *views(written), *_reason(why)))


def _kept(answer: Answer | SetAside, questions: ReportEntries, why: str) -> Entry:
    return Entry(text=answer.ask, standing=words.answer(answer.answer), details=(*questions.said(answer), *views(answer), *_reason(why)))


def _reason(text: str) -> tuple[Detail, ...]:
    return (Detail("Why", text),) if text.strip() else ()


def _commands(report: Report) -> Iterator[tuple[str, str]]:
    for framework in report.frameworks:
        section = framework.weakest or (framework.sections[0].section.id if framework.sections else "")
        target = f"{framework.framework.id}/{section}" if section else framework.framework.id
        yield f"peerkit explain FILE {target}", "how a number came about"
    if any(result.state == "unanswered" for result in report.not_answered):
        yield "peerkit assess --resume FILE", "answer what is open"
    if report.assessment.set == "quick":
        yield "peerkit assess --resume FILE --set full", "go on with every question"
    yield "peerkit report FILE --format markdown", "this report as a page to edit"


def every_question(framework: FrameworkResult, report: Report) -> Iterator[Block]:
    """Yield each section of a framework with its score and all of its questions."""
    yield Heading(f"{framework.framework.name}, question by question")
    for section in framework.sections:
        yield Heading(words.section_title(section.section), level=2)
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
    return TallyRow(words.section_title(section.section), levels, section.score.counts)


def _rests_on(section: SectionResult) -> Iterator[str]:
    """Yield what stands beside a section's score, without what the score says already."""
    yield from words.rests_on(section.score)
    headline = words.score(section.score)
    yield from (note for note in notes(section) if note != headline)


def _group(section: SectionResult) -> tuple[str, tuple[tuple[str, str, str], ...]]:
    weight = section.section.weight
    head = words.section_title(section.section) if weight == 1 else f"{words.section_title(section.section)}, weight {weight}"
    points = {result.address: "" if result.level is None else f" ({result.level})" for result in section.indicators}
    terms = (
        (result.asked, f"{words.given(result)}{points[result.address]}", str(result.indicator.weight)) for result in section.indicators
    )
    return head, tuple(terms)


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
