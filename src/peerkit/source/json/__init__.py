"""Files in JSON, read strictly, and replaced whole or not at all."""
