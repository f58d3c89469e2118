"""A rule stopped with an error of its own.

Why:
    It is a mistake in peerkit and not in the file. It is reported, so that nobody takes the file for checked; all other rules run.
"""

from peerkit.lint.rule import Rule

RULE = Rule(__name__, __doc__, "error")
