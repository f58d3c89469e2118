"""Answer sheets to print or send round: a module for each format."""
