"""Drafts: the papers of a submission in every format, and where each of them is written."""
