"""Notes on a draft: the remarks of a reviewer, and their marks in the text."""
