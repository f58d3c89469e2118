"""What stands beside a question and takes several steps, on a terminal and in lines: facts, differing views, a section left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

from peerkit.cli.prompting import keys, section_words, words
from peerkit.cli.prompting.interface import Option, Prompter, View
from peerkit.cli.prompting.signals import AskedToEnd
from peerkit.engine.interview.moves import Know, LeaveOut, Write
from peerkit.engine.interview.state_machine import Interview
from peerkit.model.answers import Dissent, Evidence
from peerkit.model.framework import Fact, FactValue

_BACK, _ADD, _CHANGE, _REMOVE = "", "add", "change", "remove"
_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class _Listed(Generic[_Thing]):
    """How things beside a question are listed: what is asked, what adds one, how one is named, and how one is written."""

    ask: str
    add: str
    label: Callable[[_Thing], str]
    write: Callable[[_Thing | None], _Thing | None]


def ask_facts(prompter: Prompter, interview: Interview) -> Know | None:
    """Ask every fact that a question hangs on, with what was said before; None where there is none."""
    if not interview.facts:
        prompter.show(section_words.NO_FACTS)
        return None
    said = interview.assessment.facts
    return Know({fact.id: ask_fact(prompter, fact, said.get(fact.id, fact.default)) for fact in interview.facts})


def ask_fact(prompter: Prompter, fact: Fact, current: FactValue) -> FactValue:
    """Return what a person says about a fact; `current` is what an empty line takes."""
    if fact.kind == "yes-no":
        options = [Option("yes", section_words.YES), Option("no", section_words.NO)]
        return prompter.choose(fact.ask, options, default="yes" if current else "no") == "yes"
    return prompter.choose(fact.ask, [Option(option, option) for option in fact.options], default=str(current))


def ask_leave_out(prompter: Prompter, view: View) -> LeaveOut | None:
    """Ask whether to leave out the section of the question shown; None where the person goes on with it. In a pipe, one line says it."""
    interview, question = view.interview, view.question
    if len(interview.parts) == 1:
        prompter.show(section_words.ONLY_SECTION)
        return None
    if not prompter.interactive:
        return LeaveOut(question.part)
    inside = sum(asked.part == question.part for asked in interview.questions)
    options = [section_words.KEEP_SECTION, section_words.LEAVE_SECTION]
    chosen = prompter.choose(section_words.ask_to_leave_out(question.section, inside), options, default="keep")
    return LeaveOut(question.part) if chosen == "leave" else None


def ask_views(prompter: Prompter, view: View) -> Write | None:
    """Add, change or remove a differing view of the question shown; None where nothing was changed."""
    write = partial(_ask_view, prompter, view.question.ask)
    listed = _Listed(section_words.ASK_VIEWS, section_words.ADD_VIEW, section_words.view_label, write)
    views = _changed(prompter, view.interview.beside.dissent, listed)
    return None if views is None else Write(dissent=views)


def ask_apart(prompter: Prompter, view: View) -> Write | None:
    """Ask how each sees the question shown, on which a group did not agree, until nobody has more to say; None where nothing is added."""
    views = before = view.interview.beside.dissent
    options = [Option("add", section_words.ADD_VIEW), Option("on", section_words.NO_MORE_VIEWS)]
    while prompter.choose(section_words.ask_apart(view.question.ask, views), options, default="on" if views else "add") == "add":
        views = (*views, _ask_view(prompter, view.question.ask, None))
    return None if views == before else Write(dissent=views)


def ask_evidence(prompter: Prompter, view: View, write: Callable[[Evidence | None], Evidence | None]) -> Write | None:
    """Add, change or remove a piece of evidence; None where nothing was changed. `write` asks for one; a pipe only adds."""
    there = view.interview.beside.evidence
    if not prompter.interactive:
        new = write(None)
        return None if new is None else Write(evidence=(*there, new))
    listed = _Listed(words.ASK_EVIDENCE, words.ADD_EVIDENCE, words.evidence_label, lambda before: _dated(prompter, write(before), before))
    evidence = _changed(prompter, there, listed)
    return None if evidence is None else Write(evidence=evidence)


def _dated(prompter: Prompter, new: Evidence | None, before: Evidence | None) -> Evidence | None:
    if new is None:
        return None
    earlier = (before.date or "") if before else ""
    try:
        date = prompter.write(words.EVIDENCE_DATE, current=earlier)
    except (AskedToEnd, EOFError):  # NOTE: what is asked next raises it again; by then the evidence is saved.
        date = earlier
    return replace(new, date=date or None)


def _changed(prompter: Prompter, there: tuple[_Thing, ...], listed: _Listed[_Thing]) -> tuple[_Thing, ...] | None:
    """Return things after one was added, changed or removed; None where nothing was. The first is written at once."""
    choices = [Option(str(number), listed.label(thing)) for number, thing in enumerate(there)]
    options = [Option(_BACK, words.GO_BACK), *choices, Option(_ADD, listed.add)]
    chosen = prompter.choose(listed.ask, options, default=_BACK, first=0) if there else _ADD
    if chosen == _BACK:
        return None
    if chosen != _ADD:
        return _mended(prompter, there, int(chosen), listed)
    new = listed.write(None)
    return None if new is None else (*there, new)


def _mended(prompter: Prompter, there: tuple[_Thing, ...], number: int, listed: _Listed[_Thing]) -> tuple[_Thing, ...] | None:
    labels = {_BACK: words.GO_BACK, _CHANGE: section_words.CHANGE, _REMOVE: section_words.REMOVE}
    options = [Option(value, label) for value, label in labels.items()]
    chosen = prompter.choose(listed.label(there[number]), options, default=_BACK, first=0)
    if chosen == _BACK:
        return None
    before, after = there[:number], there[number + 1 :]
    if chosen == _REMOVE:
        return (*before, *after)
    new = listed.write(there[number])
    return None if new is None else (*before, new, *after)


def _ask_view(prompter: Prompter, ask: str, before: Dissent | None) -> Dissent:
    default = None if before is None else str(before.answer)
    chosen = prompter.choose(f"{ask}\n\n{section_words.ASK_VIEW}", section_words.answers_to_choose(), default=default, first=0)
    people = _ask_people(prompter, before)
    why = prompter.write(section_words.ASK_VIEW_WHY, current=before.why if before else "", keep=True)
    return Dissent(answer=section_words.VIEWS[chosen], people=people, why=why)


def _ask_people(prompter: Prompter, before: Dissent | None) -> int:
    question, current = section_words.ASK_PEOPLE, "" if before is None else str(before.people)
    while (people := keys.people_of(prompter.write(question, current=current, fallback="1"))) is None:
        question = f"{section_words.ASK_PEOPLE} {section_words.PEOPLE_ACCEPTED}"
    return people
