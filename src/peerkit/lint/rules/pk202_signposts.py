"""A signpost for level 0, 2 or 4 is missing, or two signposts say the same.

Why:
    Signposts say what a visitor would see at a level. People who answer tell the levels apart by them; where one is missing or the
    same as another, two people who see the same thing choose different levels.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            signposts: {0: "Nobody is there.", 2: "A peer is there on some days.", 4: "A peer is there on some days."}

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            signposts: {0: "Nobody is there.", 2: "A peer is there on some days.", 4: "A peer is there every day."}
"""

from peerkit.lint.contents import indicators, listed
from peerkit.lint.framework_texts import essence
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Path, Problem
from peerkit.model.framework import Indicator

RULE = Rule(__name__, __doc__, "error", rests_on=("sections.indicators.signposts",))
_REQUIRED = ("0", "2", "4")


def check(subject: Subject) -> Problems:
    """Yield the signposts that are missing, once per indicator, and each one that repeats a lower one."""
    for path, _, indicator in indicators(subject.framework):
        yield from _missing(indicator, (*path, "signposts"))
        yield from _repeated(indicator, (*path, "signposts"))


def _missing(indicator: Indicator, path: Path) -> Problems:
    missing = [level for level in _REQUIRED if level not in indicator.signposts]
    if missing:
        subject = f"signpost for level {missing[0]} is" if len(missing) == 1 else f"signposts for levels {listed(missing)} are"
        hint = f'Add {missing[0]}: "…" with what a visitor would see or hear at that level.'
        yield Problem(message=f"the {subject} missing", hint=hint, path=path, at_key=True)


def _repeated(indicator: Indicator, path: Path) -> Problems:
    first: dict[str, str] = {}
    for level, text in sorted(indicator.signposts.items()):
        lower = first.setdefault(essence(text), level)
        if lower != level:
            hint = f"Write what a visitor would see at level {level} and not at level {lower}."
            yield Problem(message=f"the signposts for levels {lower} and {level} say the same", hint=hint, path=(*path, level))
