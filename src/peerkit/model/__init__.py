"""The nouns: frozen data without behaviour beyond looking things up. Nothing here reads, writes or asks."""
