"""A statement is not in the outline of the document.

Why:
    `covers` points to the outline in the folder `sources` beside the framework. An id that is not in it leads nowhere, and the
    statement that was meant counts as left out. Where there is no outline, nothing is said.

Bad:
    # example.yaml
    sections:
      - id: welcome
        indicators:
          - {id: first-visit, covers: [door.11]}
    # sources/example.yaml
    format: peerkit/source/1
    sections:
      - id: door
        title: At the door
        statements:
          - {id: door.1, gist: People are greeted when they come.}

Good:
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
"""

from peerkit.lint.contents import NearNames, cited, outline_of, statements
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "error", rests_on=("sections.indicators.covers", "not_assessed.covers"))


def check(subject: Subject) -> Problems:
    """Yield the statement ids that the outline does not have, of indicators and of what is not assessed."""
    framework, outline = subject.framework, outline_of(subject)
    if framework is None or outline is None:
        return
    near = NearNames()
    known = dict.fromkeys(statement.id for statement in statements(outline))
    for path, name in cited(framework):
        if name not in known:
            hint = near.hint(name, known, f"Use an id that is in sources/{framework.id}.yaml.")
            yield Problem(message=f"the document has no statement {name}", hint=hint, path=path)
