"""The highest level names a paper, and nothing that is done.

Why:
    A policy can be written in a week and change nothing, and a good program may have none. Practice decides, and paper is one proof
    of it: say at level 4 what a visitor would see people do, and put the paper into `look_for`.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            signposts: {0: "Nobody greets.", 2: "Some days.", 4: "There is a written policy on greeting people."}

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            signposts: {0: "Nobody greets.", 2: "Some days.", 4: "A peer worker greets each person, as the policy says."}
"""

import re

from peerkit.lint.contents import indicators
from peerkit.lint.framework_texts import plain
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "info", rests_on=("sections.indicators.id", "sections.indicators.signposts"), only_english=True)
_PAPER = (
    r"(?:agreement|charter|checklist|code of conduct|contract|document|flyer|form|framework|guide|guideline|handbook|leaflet|list"
    r"|manual|note|page|paper|plan|policy|policie|position description|poster|procedure|protocol|record|register|report|role description"
    r"|rota|rule|sheet|statement|strateg(?:y|ie)|template|terms of reference|text)s?"
)
_IS = r"(?:is|are|was|were|has been|have been|exists?)"
_SAYS = r"(?:says?|states?|sets? out|names?|lists?|describes?|defines?|covers?|explains?|includes?|mentions?)"
_WHO = r"(?:workers?|staff|peers?|people|person)"
_BEFORE = r"(?:(?!(?:who|that|which|and)\b)[\w'-]+ ){0,5}"
_ONLY = re.compile(
    rf"(?:here )?(?:there {_IS}|(?:we|the (?:program|team|organisation|service)|{_BEFORE}{_WHO}) (?:has|have))"
    rf" {_BEFORE}{_PAPER}\b"
    rf"|{_BEFORE}{_PAPER} (?:[\w' -]+ )?(?:{_IS}|{_SAYS})\b"
    rf"|(?:it|this|they|all of (?:it|this|them)|everything) (?:{_IS}|{_SAYS}|has a|have a)\b"
)
_PARTS = re.compile(r"[.;!]\s*|, (?:and|but|so)\s+")
_DONE = re.compile(
    r"\b(?:use[sd]?|using|follow(?:s|ed)?|go(?:es)? by|went by|works? by|keeps? to|kept|held|holds?|reads?|review(?:s|ed)?"
    r"|check(?:s|ed)?|talk(?:s|ed)?|discuss(?:es|ed)?|practi[sc]ed?|trained|changed?|acts?|acted|asks?|asked|meets?|met|shaped)\b"
)


def check(subject: Subject) -> Problems:
    """Yield the texts of level 4 in which each part says of a paper only that it is there, and what stands in it."""
    for path, _, indicator in indicators(subject.framework):
        parts = [part for part in _PARTS.split(plain(indicator.signposts.get("4", ""))) if part.strip()]
        if parts and re.search(rf"\b{_PAPER}\b", parts[0]) and all(_ONLY.match(part) and not _DONE.search(part) for part in parts):
            message = f"level 4 of {indicator.id} names a paper, and nothing that is done"
            hint = "Say what a visitor would see people do; the paper can stand in look_for."
            yield Problem(message=message, hint=hint, path=(*path, "signposts", "4"))
