"""The note below the title that explains how changes are marked, for formats without tracked changes."""

from __future__ import annotations

from itertools import takewhile

from eoi.document.blocks import Block, Callout, Document, Heading, Paragraph, Revisions, Text


def add_legend(document: Document) -> Document:
    """Put the note below the title if the document has marked changes."""
    if document.revisions is None:
        return document
    titles = tuple(takewhile(is_main_title, document.blocks))
    note = Callout("note", (Paragraph((Text(describe_marks(document.revisions)),)),))
    return document.replace(blocks=(*titles, note, *document.blocks[len(titles) :]))


def is_main_title(block: Block) -> bool:
    """Tell whether a block is the title of the document or a subtitle."""
    is_subtitle = isinstance(block, Paragraph) and block.role == "subtitle"
    return is_subtitle or (isinstance(block, Heading) and block.level == 1)


def describe_marks(revisions: Revisions) -> str:
    """Explain the marks, and name the version that the document is compared with."""
    return (
        f"Changes since {revisions.since} are marked: what is new is underlined, and what is gone is struck "
        "through. Where something moved, the line is double."
    )
