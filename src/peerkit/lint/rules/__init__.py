"""The rules, one module each: `pk101_duplicate_id.py` holds the rule PK101 duplicate-id. See `peerkit.lint.rule`."""
