"""The files that a command writes, and what they may overwrite."""
