"""Checks framework files: one rule per module in `rules`, run by `runner`."""
