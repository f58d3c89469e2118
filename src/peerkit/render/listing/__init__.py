"""The list of frameworks, one format a file."""
