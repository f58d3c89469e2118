"""What a person is told and asked before the first question: what this is for, who answers, how much, and the facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from peerkit.cli.assess.new_assessment import Draft
from peerkit.cli.assess.room import ask_room
from peerkit.cli.prompting import welcome_words, words
from peerkit.cli.prompting.interface import Option, Prompter
from peerkit.engine.interview import question_counts, scope
from peerkit.engine.interview.question_counts import Amount
from peerkit.model.answers import Assessment, Set
from peerkit.model.constraints import LONGEST_TEXT
from peerkit.model.framework import Fact, FactValue, Framework
from peerkit.model.scale import ROLE_LABELS, ROLES, SETS

Equal = Mapping[str, tuple[str, ...]]
_GROUP = "group"


def welcome(draft: Draft, equal: Equal) -> str:
    """Return the first screen for what a draft asks: for every role that could answer, and each set that could be chosen."""
    return welcome_words.welcome(draft.frameworks, draft.assessment, amounts(draft, equal))


def amounts(draft: Draft, equal: Equal) -> dict[Set, Amount]:
    """Return how much is asked in each set that can be chosen; one entry where the sets are alike for whoever may answer."""
    assessment = draft.assessment
    possible = list(question_counts.whoever_answers(assessment)) if "who" in draft.open else [assessment]
    sets: tuple[Set, ...] = SETS if "set" in draft.open else (assessment.set,)
    if len(sets) > 1 and not any(question_counts.sets_differ(draft.frameworks, one) for one in possible):
        sets = ("quick",)
    return {name: question_counts.amount(draft.frameworks, [replace(one, set=name) for one in possible], equal) for name in sets}


def ask_what_is_open(draft: Draft, equal: Equal, prompter: Prompter, ask_role: str = words.ASK_ROLE) -> Assessment:
    """Return the assessment with what the person says; where nobody can be asked, as the options made it."""
    assessment = draft.assessment
    if not prompter.interactive:
        return assessment
    if "program" in draft.open:
        assessment = replace(assessment, program=ask_program(prompter))
    if "who" in draft.open:
        assessment = _with_role(assessment, ask_role, prompter)
    if assessment.mode == "consensus" and not assessment.room:
        assessment = replace(assessment, room=ask_room(welcome_words.ASK_ROOM, prompter))
    if "set" in draft.open and question_counts.sets_differ(draft.frameworks, assessment):
        assessment = replace(assessment, set=ask_set(draft.frameworks, assessment, equal, prompter))
    if "facts" in draft.open:
        assessment = with_facts(assessment, scope.facts_needed(draft.frameworks, assessment), prompter)
    return assessment


def ask_program(prompter: Prompter) -> str:
    """Ask what the program is called."""
    name = prompter.write(words.ASK_PROGRAM, fallback=words.DEFAULT_PROGRAM)
    return " ".join(name.split())[:LONGEST_TEXT]


def _with_role(assessment: Assessment, ask: str, prompter: Prompter) -> Assessment:
    """Ask who answers: one of the roles, or a group together."""
    options = [*(Option(role, ROLE_LABELS[role]) for role in ROLES), Option(_GROUP, welcome_words.GROUP_LABEL)]
    chosen = prompter.choose(ask, options)
    if chosen == _GROUP:
        return replace(assessment, mode="consensus", role=None)
    return replace(assessment, role=next(role for role in ROLES if role == chosen))


def ask_set(frameworks: Sequence[Framework], assessment: Assessment, equal: Equal, prompter: Prompter) -> Set:
    """Ask how much to ask; what is really asked in each set is counted."""
    quick, full = (question_counts.asked(frameworks, replace(assessment, set=one), equal) for one in SETS)
    options = [Option("quick", words.set_label("Quick", quick)), Option("full", words.set_label("Full", full))]
    return "full" if prompter.choose(words.ASK_SET, options) == "full" else "quick"


def with_facts(assessment: Assessment, facts: Iterable[Fact], prompter: Prompter) -> Assessment:
    """Return the assessment with the facts that it does not have yet, as the person says them."""
    said = dict(assessment.facts)
    for fact in facts:
        if fact.id not in said:
            said[fact.id] = _ask_fact(fact, prompter)
    return replace(assessment, facts=said)


def _ask_fact(fact: Fact, prompter: Prompter) -> FactValue:
    if fact.kind == "yes-no":
        options = [Option("yes", "Yes"), Option("no", "No")]
        return prompter.choose(fact.ask, options, default="yes" if fact.default else "no") == "yes"
    return prompter.choose(fact.ask, [Option(option, option) for option in fact.options], default=str(fact.default))
