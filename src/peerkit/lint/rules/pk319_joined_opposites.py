"""An "or" joins opposites at level 0.

Why:
    Level 0 takes in every way of not doing it, in one picture. Where it names two that are each other's opposite, people who see one
    of them read a text of which half is wrong, and go up a level.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            signposts: {0: "Nobody greets people, or everybody does at once.", 2: "Some days.", 4: "Every day."}

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            signposts: {0: "How people are greeted is left to chance.", 2: "Some days.", 4: "Every day."}
"""

import re

from peerkit.lint.contents import indicators
from peerkit.lint.framework_texts import Wording, plain, problem_at
from peerkit.lint.rule import Problems, Rule, Subject

RULE = Rule(__name__, __doc__, "info", rests_on=("sections.indicators.signposts",), only_english=True)
_NONE, _ALL = r"(?:nobody|no one|nothing|never|none)", r"(?:everybody|everyone|everything|always|all of (?:it|them))"
_OPPOSITES = (
    (_NONE, _ALL),
    (r"too (?:few|little|small|late|loose|short|slow)", r"too (?:many|much|big|early|strict|long|fast|soon)"),
    (r"(?:pushed|forced|pressed|made to|told to)", r"(?:left alone|kept out|held back|stopped|left out|forbidden|not allowed)"),
    (
        r"left to (?:each|them|chance|whoever|themselves)",
        r"(?:decided|settled|set|fixed) for (?:them|people|everyone)|others (?:decide|tell|settle|set)",
    ),
    (r"(?:others decide|decided over|a form decides|decided for)", r"(?:nothing|not) (?:is |was )?(?:agreed|decided|settled)"),
    (r"(?:no|without) rules?", r"(?:strict|fixed|rigid|set) rules?"),
    (r"(?:hidden|kept secret|not told)", r"(?:told to (?:all|everyone)|known to (?:all|everyone)|made public)"),
    (r"(?:left alone|on their own)", r"(?:taken over|watched|never (?:left )?alone|done for them)"),
)
_JOINED = [
    re.compile(rf"\b(?:{first})\b[^.;]*?\b(?P<joint>or)\b[^.;]*?\b(?:{second})\b")
    for pair in _OPPOSITES
    for first, second in (pair, pair[::-1])
]


def check(subject: Subject) -> Problems:
    """Yield the texts of level 0 in which an "or" stands between two words of which one is the other's opposite."""
    for path, _, indicator in indicators(subject.framework):
        text = indicator.signposts.get("0", "")
        found = next((match for pattern in _JOINED if (match := pattern.search(plain(text)))), None)
        if found:
            message = 'this "or" joins opposites, so half of level 0 is wrong for whoever sees the other half'
            hint = "Write one picture that takes in both, such as what people do not get."
            yield problem_at(subject, Wording((*path, "signposts", "0"), text), *found.span("joint"), message, hint)
