"""The interview: which questions are asked of whom, in which order, and what is saved of what is said."""
