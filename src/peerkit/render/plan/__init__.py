"""The plan, in each of its formats."""
