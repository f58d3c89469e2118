"""One file of answers to its report: scores, gaps and lanes, and who may see what of them."""
