"""Organisations: rounds and rules of their own, and which rules they want for which files."""
