"""The edge: the only part that reads arguments, asks people and prints."""
