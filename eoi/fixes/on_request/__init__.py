"""Fixes that are made only on request: each is likely to be right, and a person has to confirm it."""
