"""Files: those that a call reads, those that it writes, and those that it may overwrite."""
