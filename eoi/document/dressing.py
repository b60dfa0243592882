"""A document in the look of a letterhead: its own, and that of the pictures in it."""

from __future__ import annotations

from dataclasses import replace

from eoi.document.blocks import Block, Document, Figure
from eoi.document.look import BLUE, Look

DARK_BLUE = "#003087"  # what the pictures outline with, as their templates have it


def in_look(document: Document, look: Look) -> Document:
    """Give a document a look; the size of the text stays what its file asks for."""
    own = replace(look, text_size=document.look.text_size)
    return replace(document, look=own, blocks=tuple(recolour(block, own) for block in document.blocks))


def recolour(block: Block, look: Look) -> Block:
    """Draw a figure in the colours of the look."""
    if not isinstance(block, Figure) or look.accent == BLUE:
        return block
    return replace(block, svg=block.svg.replace(DARK_BLUE, look.dark_accent).replace(BLUE, look.accent))
