"""The formats of the team report: each module here is one, found by its file name."""
