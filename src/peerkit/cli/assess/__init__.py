"""How answers come in: what the options choose, what is asked first, the interview, and sheets that were filled."""
