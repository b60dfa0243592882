"""Gaps: answers to complete, marked in a document and listed in a checklist."""
