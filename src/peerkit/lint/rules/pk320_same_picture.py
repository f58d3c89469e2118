"""Two levels show the same picture.

Why:
    Where two signposts differ only in how many or how often, "some" of one person is "most" of another, and each chooses a level of
    their own. Say at each level what a visitor would see there and not below. Small words and endings do not count.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            signposts: {0: "People come in unseen.", 2: "Some people meet a peer at the door.", 4: "Most people meet a peer at the door."}

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            signposts: {0: "People come in unseen.", 2: "On two days a peer is at the door.", 4: "A peer greets each person by name."}
"""

from itertools import combinations

from peerkit.lint.contents import indicators
from peerkit.lint.framework_texts import meaning
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "info", rests_on=("sections.indicators.signposts",), only_english=True)
_MOST_ALIKE = 0.8
_FEWEST_WORDS = 3
_HOW_MUCH = meaning(
    "some most many few several half part mostly often sometimes usually always regularly sometime more less least nearly almost everyone "
    "everybody somebody someone quite very"
)
_DENIED = meaning("no not nobody none nothing never nowhere without cannot nor neither")


def check(subject: Subject) -> Problems:
    """Yield the signposts that say the same as a lower one but for how much; what says it in the very same words has a rule of its own."""
    for path, _, indicator in indicators(subject.framework):
        told = {level: meaning(text) for level, text in sorted(indicator.signposts.items())}
        for lower, level in combinations(told, 2):
            first, second = told[lower] - _HOW_MUCH, told[level] - _HOW_MUCH
            alike = len(first & second) / (len(first | second) or 1)
            is_denied = bool((first ^ second) & _DENIED)
            if told[lower] != told[level] and len(first & second) >= _FEWEST_WORDS and alike > _MOST_ALIKE and not is_denied:
                message = f"levels {lower} and {level} show the same picture, and differ in how much only"
                hint = f"Write what a visitor would see at level {level} and not at level {lower}."
                yield Problem(message=message, hint=hint, path=(*path, "signposts", level))
