"""Answers that the round asks for and the file lacks."""
