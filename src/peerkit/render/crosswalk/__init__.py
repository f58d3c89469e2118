"""Frameworks side by side, one format a file."""
