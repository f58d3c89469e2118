"""A theme is not in the list of themes.

Why:
    Themes let people find the same idea in several frameworks. A theme that nobody has defined leads nowhere. Themes are defined in
    the `themes.yaml` beside the framework; where there is none, in the one that comes with peerkit.

Bad:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            themes: [shared-pwoer]

Good:
    sections:
      - id: welcome
        indicators:
          - id: first-visit
            themes: [shared-power]
"""

from peerkit.errors import did_you_mean
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.constraints import ID_PATTERN, LONGEST_ID, Matches
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "error")
_ID = Matches(ID_PATTERN, LONGEST_ID)


def check(subject: Subject) -> Problems:
    """Yield the themes of indicators that are not known in the folder; what cannot be an id is left to the rule for that."""
    known = subject.folder.themes
    if known is None:
        return
    for path, indicator in subject.indicator_data():
        themes = indicator.get("themes")
        for position, theme in enumerate(themes if isinstance(themes, list) else []):
            if _ID.admits(theme) and theme not in known:
                hint = did_you_mean(
                    theme, sorted(known), "Use a theme that is there, or define this one in the themes.yaml beside the file."
                )
                yield Problem(message=f"there is no theme {theme}", hint=hint, path=(*path, "themes", position))
