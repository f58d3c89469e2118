"""Sides held against each other: how far they can be compared, scores of what they share, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from peerkit.engine.scores.arithmetic import framework_score, section_score, team_score
from peerkit.engine.team.team_results import everybody_score, section_result
from peerkit.errors import InputError, UsageError
from peerkit.model.answers import program_key
from peerkit.model.comparison import (
    FRAMEWORK_MOVES,
    MOST_SIDES,
    SECTION_MOVES,
    ComparedFramework,
    ComparedQuestion,
    ComparedScores,
    ComparedSection,
    ComparedSide,
    Comparison,
    PartlyAnswered,
    SideFramework,
)
from peerkit.model.framework import Change, Framework, Indicator
from peerkit.model.report import Report, TeamReport
from peerkit.model.result import Result, Score, SectionResult
from peerkit.model.team import TeamSectionView

MOST_SINGLE_FILES = 2
"""How many people's own files of one program may stand beside each other; more of them are a team."""


def compare(sides: Sequence[ComparedSide], date: str, *, named: bool = False) -> Comparison:
    """Return two or more sides held against each other; where they are given in another order, everything is in that order.

    `date` is the day it is made; `named` says that programs may be named where they differ.

    Raises:
        UsageError: when there are fewer than two sides, too many, or more than two people of one program by themselves.
        InputError: when there is no framework that all of them answered.

    """
    _refuse(sides)
    answered = {name: part.result.framework for side in sides for name, part in side.frameworks.items()}
    by_all = [name for name in sorted(answered) if all(name in side.frameworks for side in sides)]
    if not by_all:
        said = "; ".join(", ".join(sorted(side.frameworks)) for side in sides)
        raise InputError(f"these have no framework in common: {said}", "Compare answers to the same framework.")
    frameworks = tuple(_compared_framework([side.frameworks[name] for side in sides], sides) for name in by_all)
    questions = [question for framework in frameworks for section in framework.sections for question in section.questions]
    shared = [question for question in questions if question.is_shared]
    return Comparison(
        sides=tuple(sides),
        date=date,
        named=named,
        frameworks=frameworks,
        partly=tuple(
            PartlyAnswered(framework=answered[name], sides=tuple(number for number, side in enumerate(sides) if name in side.frameworks))
            for name in sorted(answered)
            if name not in by_all
        ),
        moved=tuple(sorted(filter(_moved, shared), key=lambda question: -(question.levels_apart or 0))),
        strong=tuple(question for question in shared if all(result is not None and result.is_strength for result in question.results)),
        low=tuple(question for question in shared if all(result is not None and bool(result.gap_low) for result in question.results)),
        only=tuple(tuple(question for question in questions if _is_rated_by_one(question, number)) for number in range(len(sides))),
        changed=tuple(question for question in questions if question.words),
    )


def _refuse(sides: Sequence[ComparedSide]) -> None:
    if len(sides) < 2:
        raise UsageError("a comparison needs two sides or more", "Name two files of answers, or two folders: peerkit compare A B")
    if len(sides) > MOST_SIDES:
        raise UsageError(f"{len(sides)} sides are too many to compare", f"There are letters for {MOST_SIDES}. Name fewer.")
    alone = [program_key(side.program) for side in sides if side.kind == "solo"]
    if any(alone.count(name) > MOST_SINGLE_FILES for name in alone):
        raise UsageError(
            "more than two people of one program are a team, and are not compared one by one",
            "Put their files into a folder: a folder is a team. Report on it with `peerkit report FOLDER`, or compare folders.",
        )


def _compared_framework(parts: Sequence[SideFramework], sides: Sequence[ComparedSide]) -> ComparedFramework:
    framework = parts[0].result.framework
    sections = tuple(_compared_sections(framework, parts, sides))
    questions = [question for section in sections for question in section.questions]
    return ComparedFramework(
        framework=framework,
        versions=tuple(part.version for part in parts),
        rated_by_all=sum(question.is_rated_by_all for question in questions),
        rated_by_any=sum(any(result is not None and result.state == "rated" for result in question.results) for question in questions),
        scores=framework_scores([section.questions for section in sections], sides),
        sections=sections,
        set_aside=tuple(part.set_aside for part in parts),
    )


def _compared_sections(framework: Framework, parts: Sequence[SideFramework], sides: Sequence[ComparedSide]) -> Iterator[ComparedSection]:
    for section in framework.sections:
        answered = [part.result.section(section.id) for part in parts]
        by_id = [{result.indicator.id: result for result in part.indicators} if part else {} for part in answered]
        questions = []
        for indicator in section.indicators:
            results = tuple(found.get(indicator.id) for found in by_id)
            if any(results):
                notes = _changes(indicator, [part.version for part in parts])
                words = _words_apart(indicator, results, parts, notes)
                questions.append(
                    ComparedQuestion(
                        framework=framework,
                        section=section,
                        indicator=indicator,
                        results=results,
                        same_files=are_same_files(sides),
                        words=words,
                        notes=notes,
                    )
                )
        if questions:
            yield ComparedSection(section=section, scores=section_scores(questions, answered, parts, sides), questions=tuple(questions))


def _changes(indicator: Indicator, versions: Sequence[str]) -> tuple[Change, ...]:
    """Return what was changed about an indicator after the oldest of the versions and up to the newest."""
    oldest, newest = min(map(_order, versions)), max(map(_order, versions))
    return tuple(change for change in indicator.change if oldest < _order(change.version) <= newest)


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _words_apart(
    indicator: Indicator, results: Sequence[Result | None], parts: Sequence[SideFramework], notes: Sequence[Change]
) -> tuple[str | None, ...]:
    """Return the words that each side was asked if these do not ask the same; else nothing. See `ComparedQuestion`.

    The words of today ask the same of every role. Of a team that answered an older version the words are not known: there the notes decide.
    """
    asked = tuple(_words(result, part) for result, part in zip(results, parts, strict=True))
    today = {indicator.ask, *indicator.ask_as.values()}
    # NOTE: a framework that was changed under its old version number may have asked anything; no note speaks of that.
    is_noted = all(words in {None, *today} or not _is_of_today(part) for words, part in zip(asked, parts, strict=True))
    if notes and all(note.same for note in notes) and is_noted:
        return ()
    known = {indicator.ask if words in today else words for words in asked if words is not None}
    is_guessed = any(words is None and result is not None and result.row for words, result in zip(asked, results, strict=True))
    return asked if len(known) > 1 or (is_guessed and notes) else ()


def _words(result: Result | None, part: SideFramework) -> str | None:
    """Return the words that a side was asked; None where it answered nothing, and for a team that answered an older version."""
    if result is None or result.row is None:
        return result.answer.ask if result and result.answer else None
    return result.asked if _is_of_today(part) else None


def _is_of_today(part: SideFramework) -> bool:
    return part.version == part.result.framework.version


def are_same_files(sides: Sequence[ComparedSide]) -> bool:
    """Whether all sides are the very same files."""
    return sides[0].files is not None and len({side.files for side in sides}) == 1


def _moved(question: ComparedQuestion) -> bool:
    """Whether a side stands higher than another for certain: the levels that they may have do not meet."""
    return question.levels_apart is not None and question.levels_apart > 0


def _is_rated_by_one(question: ComparedQuestion, side: int) -> bool:
    return [number for number, result in enumerate(question.results) if result is not None and result.state == "rated"] == [side]


Questions = Sequence[ComparedQuestion]


def section_scores(
    questions: Questions,
    answered: Sequence[SectionResult | None],
    parts: Sequence[SideFramework],
    sides: Sequence[ComparedSide],
) -> ComparedScores:
    """Return each side's score of a section, over what all were asked alike.

    Teams are counted alike: where they are not shown in the same groups, each is scored from everybody together.
    """
    asked = [question for question in questions if question.is_asked_of_all]
    shared = [question for question in asked if question.is_rated_by_all]
    views = {
        number: _narrowed(section.view, asked, shared) for number, section in enumerate(answered) if section and section.view and shared
    }
    teams = _team_scores(views, parts)
    alone = [_score(asked, number) if shared else team_score(None) for number in range(len(sides))]
    return ComparedScores(
        sides=tuple(teams.get(number, score) for number, score in enumerate(alone)),
        shared=len(shared),
        asked=len(asked),
        moves=SECTION_MOVES,
        same_files=are_same_files(sides),
    )


def framework_scores(sections: Sequence[Questions], sides: Sequence[ComparedSide]) -> ComparedScores | None:
    """Return each side's score of a framework over its sections of which all sides were asked something; None where a side is a team."""
    if any(side.kind == "team" for side in sides):
        return None
    asked = [found for questions in sections if (found := [question for question in questions if question.is_asked_of_all])]
    scores = [
        framework_score([(questions[0].section.weight, _score(questions, number)) for questions in asked]) for number in range(len(sides))
    ]
    return ComparedScores(
        sides=tuple(scores),
        shared=sum(question.is_rated_by_all for questions in asked for question in questions),
        asked=sum(len(questions) for questions in asked),
        moves=FRAMEWORK_MOVES,
    )


def _score(asked: Questions, number: int) -> Score:
    """Return the score of a person or a group, as if what the others did not rate were not rated here either."""
    return section_score([(question.indicator.weight, _shared_level(question, number)) for question in asked])


def _shared_level(question: ComparedQuestion, number: int) -> int | None:
    result = question.results[number]
    return result.level if question.is_rated_by_all and result is not None else None


def _narrowed(view: TeamSectionView, asked: Questions, shared: Questions) -> TeamSectionView:
    """Return a team's section with nothing but what all sides were asked; a row that they do not share counts as hidden."""
    kept = {question.indicator.id for question in shared}
    names = {question.indicator.id for question in asked}
    rows = (row for row in view.rows if row.indicator.id in names)
    hidden = tuple(
        row if row.indicator.id in kept else replace(row, groups=(), everyone=None, hidden=row.hidden or "too-few") for row in rows
    )
    return replace(view, rows=hidden)


def _team_scores(views: dict[int, TeamSectionView], parts: Sequence[SideFramework]) -> dict[int, Score]:
    """Return the score of each team by its number: the mean of its groups where all teams have the same, else of everybody together."""
    results = {number: section_result(view, (), parts[number].result.goal) for number, view in views.items()}
    if len({tuple(group.roles for group in section.groups) for section in results.values()}) == 1:
        return {number: section.score for number, section in results.items()}
    return {number: everybody_score(view).score for number, view in views.items()}


def side_of(report: Report | TeamReport, versions: Mapping[str, str], day: str = "", files: int | None = None) -> ComparedSide:
    """Return a report as a side; `versions` are those of the frameworks that were answered, by id.

    Of a team, `day` is that of the last answers, and `files` the same number for sides that are the very same files.
    """
    alone = None if isinstance(report, TeamReport) else report.assessment
    gone = [answer.id.partition("/")[0] for answer in alone.set_aside] if alone else []
    return ComparedSide(
        kind=alone.mode if alone else "team",
        program=report.source.program,
        day=alone.updated if alone else day,
        set=report.source.set,
        role=alone.role_asked if alone else None,
        respondents=report.respondents,
        minimum=report.view.minimum if isinstance(report, TeamReport) else None,
        files=files,
        governance=report.source.governance,
        frameworks={
            part.framework.id: SideFramework(
                result=part, version=versions[part.framework.id], set_aside=gone.count(part.framework.id) if alone else None
            )
            for part in report.frameworks
        },
    )
