"""A document in its printed form: without the pictures that repeat its tables and sentences."""

from __future__ import annotations

from eoi.document.blocks import Document
from eoi.writers.page_layout import leave_out_pictures


def for_paper(document: Document) -> Document:
    """Return a document without the pictures that are for a screen alone."""
    kept = leave_out_pictures(document.blocks)
    return document if kept is document.blocks else document.replace(blocks=kept)
