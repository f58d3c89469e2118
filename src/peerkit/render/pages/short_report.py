"""The report for the team that answered: the result, what to look at first, and what one has to know about it, on a few sheets."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.page import Block, Commands, Facts, Heading, Page, Paragraph, Part, Title
from peerkit.model.report import Report
from peerkit.render import wording as words
from peerkit.render.pages.first_parts import counted, look_first, overview, result_in_words, steps, strong
from peerkit.render.pages.page_parts import general_limits, source_row
from peerkit.render.pages.report_head import ASSUMED, HOW_TO_READ, RANGE, STANDS_ALONE, facts_of, left_out, whose_line
from peerkit.render.pages.report_questions import agreed


def page(report: Report) -> Page:
    """Return the report in short, as a page of one part."""
    return Page((Title(report.assessment.program, "Gap report"),), (Part("result", tuple(_blocks(report))),), dense=True)


def _blocks(report: Report) -> Iterator[Block]:
    yield Heading(result_in_words(report))
    yield from overview(report)
    yield from look_first(report)
    yield from strong(report)
    # NOTE: the first steps of a plan are the actions of a workshop where there are any.
    if not (report.outcome and report.outcome.actions) or report.audience == "public":
        yield from steps(report)
    yield from agreed(report)
    yield from _more(report)
    yield from _about(report)


def _more(report: Report) -> Iterator[Block]:
    """Yield how many questions there are in each section beside those above: below the goal, not known, seen differently."""
    rest = [result for result in report.priorities if result not in report.first_steps and result.lane != "safety"]
    unknown = [result for result in report.not_answered if result.lane == "find-out"]
    apart = [result for result in report.indicators() if result.state == "no-agreement"]
    told = [("Below the goal", rest), ("Not known", unknown), ("Not agreed", apart)] if report.shows_answers else []
    rows = [(label, counted(results, report)) for label, results in told if results]
    if report.disputed:
        rows.append(("Seen differently", f"{words.in_words(report.disputed)} {'question' if report.disputed == 1 else 'questions'}"))
    if rows:
        yield Heading("What else there is", level=2, note="The full report has the words.")
        yield Facts(tuple(rows))


def _about(report: Report) -> Iterator[Block]:
    """Yield who answered what and when, what was left out, sources, how to read the numbers, and limits."""
    yield Heading("About this report", level=2)
    without = left_out(report)
    if without:
        yield Paragraph(without)
    facts = dict(fact for framework in report.frameworks for fact in facts_of(framework.framework, report))
    said = {answer: " ".join(ask for ask, given in facts.items() if given == answer) for answer in dict.fromkeys(facts.values())}
    yield Facts(
        (
            ("Answered", whose_line(report)),
            *((answer.replace(ASSUMED, ", assumed"), asked) for answer, asked in said.items()),
            *words.governance(report.assessment.governance),
            source_row(report.frameworks),
        )
    )
    alone = len(report.frameworks) == 1
    # NOTE: the legend of the picture says what is open in it, and only several frameworks can be held against each other.
    reading = [text for text in HOW_TO_READ if text != RANGE and not (alone and text == STANDS_ALONE)]
    yield Paragraph(" ".join((*reading, *general_limits(report))))
    if report.audience == "team":
        is_open = any(result.state == "unanswered" for result in report.not_answered)
        resume = (("peerkit assess --resume FILE", "answer what is open"),) if is_open else ()
        yield Commands((*resume, ("peerkit report FILE --full", "every question, limit and source")))
