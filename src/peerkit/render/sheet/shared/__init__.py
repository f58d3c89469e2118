"""What the formats of answer sheets share: their texts."""
