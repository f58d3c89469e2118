"""Data: what other programs read of a product. Each module holds a product's formats, each of them a function of that name."""
