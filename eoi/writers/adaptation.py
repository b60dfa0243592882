"""The adaptation of a document to what a format can show, and to the look of a letterhead.

Paper shows no pictures for screens only. A format without tracked changes explains below the title how
changes are marked.
"""

from __future__ import annotations

from itertools import takewhile

from eoi.document.blocks import Block, Callout, Document, Figure, Heading, Paragraph, Revisions
from eoi.document.inline import Text
from eoi.document.look import BLUE, Look
from eoi.document.remembering import remember_last

Blocks = tuple[Block, ...]
DARK_BLUE = "#003087"  # the outlines of the pictures, as written in their templates


@remember_last
def leave_out_pictures(blocks: Blocks) -> Blocks:
    """Return the blocks without pictures for screens only.

    The result is kept, so that all formats use the same blocks, and tables are measured only once.
    """
    if not any(isinstance(block, Figure) and block.for_screen for block in blocks):
        return blocks
    return tuple(block for block in blocks if not (isinstance(block, Figure) and block.for_screen))


def remove_screen_pictures(document: Document) -> Document:
    """Return a document without the pictures for screens only."""
    kept = leave_out_pictures(document.blocks)
    return document if kept is document.blocks else document.replace(blocks=kept)


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


def replace_look(document: Document, look: Look) -> Document:
    """Return the document in a look, but with the size of text that its own file asks for."""
    own = look.replace(text_size=document.look.text_size)
    return document.replace(look=own, blocks=tuple(recolour(block, own) for block in document.blocks))


def recolour(block: Block, look: Look) -> Block:
    """Return a figure in the colours of the look, and any other block unchanged."""
    if not isinstance(block, Figure) or look.accent == BLUE:
        return block
    small = block.narrow and block.narrow.replace(svg=replace_blues(block.narrow.svg, look))
    return block.replace(svg=replace_blues(block.svg, look), narrow=small)


def replace_blues(svg: str, look: Look) -> str:
    """Replace the blues of the templates by the colours of the look."""
    return svg.replace(DARK_BLUE, look.dark_accent).replace(BLUE, look.accent)
