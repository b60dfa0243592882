"""A document as it is printed: without the pictures of what its tables and sentences say already."""

from __future__ import annotations

from eoi.document.blocks import Block, Document, Figure
from eoi.writers.page_layout import remember_last


def for_paper(document: Document) -> Document:
    """Return a document without the pictures that are for a screen alone."""
    kept = leave_out_pictures(document.blocks)
    return document if len(kept) == len(document.blocks) else document.replace(blocks=kept)


@remember_last
def leave_out_pictures(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks that are printed: the same ones for each format, so that they are measured once."""
    return tuple(block for block in blocks if not (isinstance(block, Figure) and block.for_screen))
