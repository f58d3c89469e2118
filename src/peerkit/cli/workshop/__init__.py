"""What comes of a workshop: what a group agrees on, written down question by question."""
