"""Text to model and back: the only readers and writers."""
