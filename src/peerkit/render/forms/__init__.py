"""Forms: what people write on by hand, drawn from the noun itself, since a page has no lines to cut along and no boxes to tick."""
