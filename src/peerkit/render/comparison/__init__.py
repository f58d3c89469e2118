"""The formats of a comparison: each module here is one, found by its file name."""
