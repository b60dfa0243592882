"""The files that a command writes, and the files that it may overwrite."""
