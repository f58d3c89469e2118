"""A statement of the document is neither covered nor excused.

Why:
    Readers take a framework for the whole document. A statement that no indicator covers may be left out for a good reason; the
    reason belongs under `not_assessed`, where everybody can read it. It is shown at the section that covers most of what stands
    beside it in the document. Where there is no outline in the folder `sources`, nothing is said.

Bad:
    # example.yaml
    sections:
      - id: welcome
        indicators:
          - {id: first-visit, covers: [door.1]}
    # sources/example.yaml
    format: peerkit/source/1
    sections:
      - id: door
        title: At the door
        statements:
          - {id: door.1, gist: People are greeted when they come.}
          - {id: door.2, gist: More people come., force: outcome}

Good:
    # example.yaml
    sections:
      - id: welcome
        indicators:
          - {id: first-visit, covers: [door.1]}
    not_assessed:
      - {covers: [door.2], why: "It is an effect, and needs a count at the door."}
    # sources/example.yaml
    format: peerkit/source/1
    sections:
      - id: door
        title: At the door
        statements:
          - {id: door.1, gist: People are greeted when they come.}
          - {id: door.2, gist: More people come., force: outcome}
"""

from collections import Counter

from peerkit.lint.contents import NearNames, cited, outline_of, sections, statements
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.crosswalk import OutlineSection
from peerkit.model.finding import Path, Problem
from peerkit.model.framework import Framework

RULE = Rule(__name__, __doc__, "warning", rests_on=("sections.indicators.covers", "not_assessed.covers"))
_LONGEST_GIST = 120
_HINT = "Add it to the covers of an indicator that asks about it, or to not_assessed with the reason."


def check(subject: Subject) -> Problems:
    """Yield the statements that the framework does not speak of, each once; while a section is empty, nobody knows what will be covered."""
    framework, outline = subject.framework, outline_of(subject)
    if framework is None or outline is None or not all(section.indicators for section in framework.sections) or not framework.sections:
        return
    named = {name for _, name in cited(framework)}
    spoken_of = named | _meant(named, [statement.id for statement in statements(outline)])
    for part in outline.sections:
        left_out = {statement.id: statement.gist for statement in part.statements if statement.id not in spoken_of}
        place = _place(framework, part) if left_out else ()
        for name, gist in left_out.items():
            message = f"{name} is neither covered nor excused: {_beginning(gist)}"
            yield Problem(message=message, hint=_HINT, path=place, at_key=place == ("sections",))


def _meant(named: set[str], known: list[str]) -> set[str]:
    """Return the statements that unknown ids most likely stand for: they are left to the rule for unknown ids."""
    left_out = [name for name in known if name not in named]
    near = NearNames()
    return {meant for name in sorted(named.difference(known)) if (meant := near.best(name, left_out))}


def _place(framework: Framework, part: OutlineSection) -> Path:
    """Return the path of the section that covers most of a part of the document; of all sections where none does."""
    names = {statement.id for statement in part.statements}
    covered = {
        (*path, "id"): sum(name in names for indicator in section.indicators for name in indicator.covers)
        for path, section in sections(framework)
    }
    [(path, count)] = Counter(covered).most_common(1)
    return path if count else ("sections",)


def _beginning(gist: str) -> str:
    return gist if len(gist) <= _LONGEST_GIST else f"{gist[: _LONGEST_GIST - 1]}…"
