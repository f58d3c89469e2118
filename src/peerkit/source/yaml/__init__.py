"""Text in YAML to data with the place of everything, to nouns, and what is wrong with it in words."""
