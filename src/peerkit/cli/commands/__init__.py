"""One file per command, found by its file name; each holds a function `command`."""
