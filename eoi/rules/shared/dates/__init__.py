"""Dates of a submission, in its fields and in its sentences."""
