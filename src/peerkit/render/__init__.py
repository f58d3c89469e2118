"""Nouns to text: nothing here reads or writes a file, and nothing computes a number."""
