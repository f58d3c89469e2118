"""A condition names a value that its fact cannot have.

Why:
    Nobody can give that answer, so the condition does not hold when its author thinks it does. A yes-no fact is true or false,
    without quotes; a choice is one of its options, written the same way.

Bad:
    facts:
      - {id: team-size, ask: How many people work in it?, kind: choice, options: ["1-2", "3-9", "10+"], default: "3-9"}
    small_team: {team-size: 1 to 2}

Good:
    facts:
      - {id: team-size, ask: How many people work in it?, kind: choice, options: ["1-2", "3-9", "10+"], default: "3-9"}
    small_team: {team-size: "1-2"}
"""

from peerkit.lint.contents import NearNames, conditions
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Path, Problem
from peerkit.model.framework import Fact
from peerkit.source.yaml.document_words import shortened

RULE = Rule(__name__, __doc__, "error", rests_on=("facts", "small_team", "sections.indicators.only_if"))
Wanted = bool | str | tuple[str, ...]


def check(subject: Subject) -> Problems:
    """Yield the values in conditions that are no answer to the fact; a fact that is not there is left to the rule for that."""
    near = NearNames()
    facts = {fact.id: fact for fact in subject.framework.facts} if subject.framework else {}
    for path, condition in conditions(subject.framework):
        for name, wanted in condition.items():
            if name in facts:
                yield from _impossible(facts[name], wanted, (*path, name), near)


def _impossible(fact: Fact, wanted: Wanted, path: Path, near: NearNames) -> Problems:
    """Yield the values that are none of the fact's; an empty list holds none."""
    values = [((*path, place), value) for place, value in enumerate(wanted)] if isinstance(wanted, tuple) else [(path, wanted)]
    if fact.kind == "choice":
        for place, value in values:
            if value not in fact.options:
                yield _no_option(fact, shortened(str(value).lower() if isinstance(value, bool) else value), place, near)
    elif values and not isinstance(wanted, bool):
        message = f"{fact.id} is a yes-no fact, and this is {'a list' if isinstance(wanted, tuple) else 'a text'}"
        yield Problem(message=message, hint="Write true or false, without quotes.", path=path)


def _no_option(fact: Fact, value: str, path: Path, near: NearNames) -> Problem:
    options = [shortened(option) for option in fact.options]
    hint = near.hint(value, options, f"Write one of {shortened(', '.join(options))}.")
    return Problem(message=f'"{value}" is none of the options of {fact.id}', hint=hint, path=path)
