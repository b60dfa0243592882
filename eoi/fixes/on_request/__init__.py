"""Fixes that are made only on request: each is likely what was meant, and a person has to say so."""
