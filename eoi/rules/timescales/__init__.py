"""Dates that are out of order, or do not fit those of the round."""
