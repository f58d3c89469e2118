"""A key is not known where it stands.

Why:
    A key that is misspelt, or indented too far, would be passed over, and what it says would be lost. The hint names keys that
    look like it.

Bad:
    titel: Carers' café

Good:
    title: Carers' café
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
