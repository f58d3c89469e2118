"""A page as a Word document: blocks become pieces, and pieces become the parts of a file."""
