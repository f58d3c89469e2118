"""The file says it has a format that this version does not read.

Why:
    The key `format` says how a file is to be read. A newer format needs a newer peerkit; nothing else in the file is checked.

Bad:
    format: peerkit/framework/9

Good:
    format: peerkit/framework/1
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
