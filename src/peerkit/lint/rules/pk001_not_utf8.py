"""The file is not written in UTF-8.

Why:
    Some editors save in an older encoding. A reader then has to guess what a letter such as é or ā is, and may guess wrong,
    so peerkit reads UTF-8 only. In the example, <E9> stands for the single byte that an older encoding writes for é.

Bad:
    title: Caf<E9> for carers

Good:
    title: Café for carers
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
