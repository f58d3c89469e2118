"""Who a report is for: one function makes the report that an audience may see, so that no format can show more.

What each audience is shown is a table in `docs/reading-a-report.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from peerkit.model.answers import Action, Answer, Assessment, Governance, Outcome
from peerkit.model.report import Audience, Report
from peerkit.model.result import Counts, FrameworkResult, Lane, Result, Score, SectionResult

LEAST_RATED: Final = 2
"""How many ratings a section's numbers must rest on to be shown where single answers are not: one rating can be read off them."""


def report_for(report: Report, audience: Audience) -> Report:
    """Return a report as an audience may see it. `report` must be the team's, which is returned as it is for the team.

    What is left out is gone from the report, not only hidden: nobody can read it off the result.
    """
    match audience:
        case "team":
            return report
        case "board":
            return _for_board(report)
        case "funder" | "public":
            return _for_outsiders(report, audience)


def _for_board(report: Report) -> Report:
    """Return a report with every level, and without what was written beside it; a skip is no longer told from silence."""
    hidden = report.hidden_answers()
    kept = {
        address: answer
        for address, answer in report.assessment.answers.items()
        if answer.answer == "not-applicable" or (address not in hidden and answer.answer != "skipped")
    }
    bare = {address: _bare(answer) for address, answer in kept.items()}
    return replace(
        report,
        assessment=replace(report.assessment, answers=bare, written={}, set_aside=(), support=""),
        frameworks=tuple(_each(framework, _without_words, _without_skips) for framework in report.frameworks),
        strengths=tuple(_without_words(result) for result in report.strengths),
        priorities=tuple(_without_words(result) for result in report.priorities),
        not_answered=tuple(_without_words(result) for result in report.not_answered),
        drift_watch=tuple(_without_words(result) for result in report.drift_watch),
        looks=(),
        outcome=report.outcome and _without_dissent(report.outcome),
        audience="board",
    )


def _bare(answer: Answer) -> Answer:
    return Answer(ask=answer.ask, answer=answer.answer, via=answer.via)


def _without_words(result: Result) -> Result:
    if result.answer is None or result.state == "skipped":
        return replace(result, answer=None, written=None, state="unanswered")
    return replace(result, answer=_bare(result.answer))


def _without_skips(score: Score) -> Score:
    counts = score.counts
    return replace(score, counts=replace(counts, skipped=0, unanswered=counts.unanswered + counts.skipped))


def _without_dissent(outcome: Outcome) -> Outcome:
    return replace(outcome, agreed={address: replace(agreed, dissent=()) for address, agreed in outcome.agreed.items()})


def _each(framework: FrameworkResult, result: Callable[[Result], Result], score: Callable[[Score], Score]) -> FrameworkResult:
    sections = tuple(
        replace(section, score=score(section.score), indicators=tuple(result(indicator) for indicator in section.indicators))
        for section in framework.sections
    )
    return replace(framework, score=score(framework.score), sections=sections)


def _for_outsiders(report: Report, audience: Audience) -> Report:
    """Return a report without the answer to any single question: scores, strengths, and what is below its goal or worked on."""
    public = audience == "public"
    outcome = report.outcome and _told_outside(report.outcome, report, public=public)
    listed = {result.address for result in report.priorities}
    if public:
        listed = {action.id for action in outcome.actions} if outcome else set()
    strong = {result.address for result in report.strengths}
    return replace(
        report,
        assessment=_scope_alone(report.assessment, public=public),
        respondents={"not-said": sum(report.respondents.values())},
        frameworks=tuple(_without_questions(framework) for framework in report.frameworks),
        strengths=tuple(_named(result, "keep") for result in report.indicators() if result.address in strong),
        priorities=tuple(_named(result, "plan") for result in report.indicators() if result.address in listed),
        not_answered=(),
        drift_watch=(),
        looks=(),
        disputed=0,
        outcome=outcome,
        audience=audience,
    )


def _scope_alone(assessment: Assessment, *, public: bool) -> Assessment:
    """Return the assessment with what was asked and nothing that was answered; a funder is told the facts and who decides."""
    agreed = assessment.governance
    return replace(
        assessment,
        role=None,
        room={},
        facts={} if public else assessment.facts,
        governance=None if public or agreed is None else Governance(authority=agreed.authority, may_see=agreed.may_see, until=agreed.until),
        goals={},
        importance={},
        support="",
        answers={},
        written={},
        set_aside=(),
    )


def _without_questions(framework: FrameworkResult) -> FrameworkResult:
    """Return a framework's scores without its questions.

    Where a section is withheld, the framework's score is too: with the other sections one could reckon back from it.
    """
    sections = tuple(replace(section, score=_told_alone(section), indicators=()) for section in framework.sections)
    withheld = {section.section.id for section in sections if section.score.withheld}
    score = replace(framework.score, counts=_open_alike(framework.score.counts))
    return replace(
        framework,
        score=_withheld(score) if withheld else score,
        weakest=None if framework.weakest in withheld else framework.weakest,
        sections=sections,
    )


def _told_alone(section: SectionResult) -> Score:
    score = replace(section.score, counts=_open_alike(section.score.counts))
    weighed = sum(result.level is not None and result.indicator.weight > 0 for result in section.indicators)
    return _withheld(score) if 0 < weighed < LEAST_RATED else score


def _withheld(score: Score) -> Score:
    return replace(score, low=None, high=None, least=None, most=None, enough=False, withheld=True)


def _open_alike(counts: Counts) -> Counts:
    """Return counts in which every question that is open counts as unanswered."""
    is_open = counts.unanswered + counts.skipped + counts.dont_know + counts.no_agreement
    return replace(counts, dont_know=0, no_agreement=0, skipped=0, unanswered=is_open)


def _named(result: Result, lane: Lane) -> Result:
    """Return a question by name: neither its level, nor how far it is from its goal, nor in whose words it was asked."""
    return replace(
        result,
        asked=result.indicator.ask,
        answer=None,
        written=None,
        state="rated",
        low=None,
        high=None,
        importance="medium",
        priority=None,
        lane=lane,
    )


def _told_outside(outcome: Outcome, report: Report, *, public: bool) -> Outcome:
    """Return what was agreed to do. A funder is told what, by when and its sign; the public which question, none on safety."""
    actions = (
        tuple(Action(id=result.address) for result in _acted_on(outcome, report) if not result.indicator.safety)
        if public
        else tuple(Action(id=action.id, what=action.what, by=action.by, sign=action.sign) for action in outcome.actions)
    )
    recheck = "" if public else outcome.recheck
    return Outcome(format=outcome.format, program=outcome.program, date=outcome.date, actions=actions, recheck=recheck)


def _acted_on(outcome: Outcome, report: Report) -> Iterator[Result]:
    """Yield the questions that actions are about; an action may name one with or without its framework."""
    names = {action.id for action in outcome.actions}
    yield from (result for result in report.indicators() if names & {result.address, result.indicator.id})
