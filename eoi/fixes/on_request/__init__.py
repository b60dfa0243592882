"""Fixes that are made only on request. Each is probably right, but a person has to confirm it."""
