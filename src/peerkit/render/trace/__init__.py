"""A document point by point, one format a file."""
