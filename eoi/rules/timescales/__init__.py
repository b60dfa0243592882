"""Dates in order, and against the round's own."""
