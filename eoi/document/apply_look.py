"""Give a document the look of a letterhead, and the pictures in it its colours."""

from __future__ import annotations

from eoi.document.blocks import Block, Document, Figure
from eoi.document.look import BLUE, Look

DARK_BLUE = "#003087"  # the outlines of the pictures, as written in their templates


def in_look(document: Document, look: Look) -> Document:
    """Give a document a look. The size of its text stays as its file asks."""
    own = look.replace(text_size=document.look.text_size)
    return document.replace(look=own, blocks=tuple(recolour(block, own) for block in document.blocks))


def recolour(block: Block, look: Look) -> Block:
    """Draw a figure in the colours of the look."""
    if not isinstance(block, Figure) or look.accent == BLUE:
        return block
    small = block.narrow and block.narrow.replace(svg=in_accent(block.narrow.svg, look))
    return block.replace(svg=in_accent(block.svg, look), narrow=small)


def in_accent(svg: str, look: Look) -> str:
    """Replace the blues of the templates by the colours of the look."""
    return svg.replace(DARK_BLUE, look.dark_accent).replace(BLUE, look.accent)
