"""The agenda of a workshop, in each of its formats."""
