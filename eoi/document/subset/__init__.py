"""The HTML subset that templates write, and its conversion to blocks."""
