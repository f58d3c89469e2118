"""Pure functions from nouns to nouns: no file, screen, clock or chance. Days and random ids are handed in."""
