"""The look of a letterhead put on a document, and its colours on the pictures."""

from __future__ import annotations

from eoi.document.blocks import Block, Document, Figure
from eoi.document.look import BLUE, Look

DARK_BLUE = "#003087"  # the outlines of the pictures, as written in their templates


def in_look(document: Document, look: Look) -> Document:
    """Return the document in a look, but with the size of text that its own file asks for."""
    own = look.replace(text_size=document.look.text_size)
    return document.replace(look=own, blocks=tuple(recolour(block, own) for block in document.blocks))


def recolour(block: Block, look: Look) -> Block:
    """Return a figure in the colours of the look, and any other block unchanged."""
    if not isinstance(block, Figure) or look.accent == BLUE:
        return block
    small = block.narrow and block.narrow.replace(svg=in_accent(block.narrow.svg, look))
    return block.replace(svg=in_accent(block.svg, look), narrow=small)


def in_accent(svg: str, look: Look) -> str:
    """Replace the blues of the templates by the colours of the look."""
    return svg.replace(DARK_BLUE, look.dark_accent).replace(BLUE, look.accent)
