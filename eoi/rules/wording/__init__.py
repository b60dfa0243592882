"""Text that is unfinished or hard to read."""
