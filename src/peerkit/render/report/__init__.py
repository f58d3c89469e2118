"""The formats of the gap report: each module here is one, found by its file name."""
