"""The text of the document, block by block."""

from __future__ import annotations

from itertools import chain, repeat
from typing import assert_never

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Table,
)
from eoi.writers.docx.contents import contents
from eoi.writers.docx.figures import figure
from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.lists import bullet_list, numbered_list
from eoi.writers.docx.paragraphs import line, paragraph
from eoi.writers.docx.tables import table
from eoi.writers.place import Place
from eoi.writers.styling import FRAMES, HEADING_STYLES, ROLE_STYLES, leads_to, takes_marker

AFTER_TABLE = paragraph("TableSpace", "")
NEW_PAGE = paragraph("TableSpace", "", Place(opens=True))


def flow(blocks: tuple[Block, ...], place: Place, ledger: Ledger) -> str:
    """Blocks one after the other; the first paragraph carries the marker of the list item they are in."""
    if place.marker is not None and not takes_marker(blocks):
        return paragraph(place.style(), "", place) + flow(blocks, place.after_marker(), ledger)
    places = chain([place], repeat(place.after_marker()))
    preceding, following = [None, *blocks], [*blocks[1:], None]
    return "".join(
        [
            closed_up(placed(block, here._replace(leads=leads_to(block, after)), before, ledger), after)
            for before, block, here, after in zip(preceding, blocks, places, following, strict=False)
        ]
    )


def closed_up(written: str, after: Block | None) -> str:
    """A heading brings its own space: after a table at the foot of a page, ours would stand above it on the
    next, so it gives way to a line too thin for that."""
    if isinstance(after, Heading) and written.endswith(AFTER_TABLE):
        return written.removesuffix(AFTER_TABLE) + paragraph("SectionEnd", "")
    return written


def placed(block: Block, place: Place, before: Block | None, ledger: Ledger) -> str:
    """What comes after the contents starts a page, by itself where it can."""
    if not (isinstance(before, Contents) and place.is_body):
        return block_xml(block, place, ledger)
    if isinstance(block, Heading | Paragraph):
        return block_xml(block, place._replace(opens=True), ledger)
    return NEW_PAGE + block_xml(block, place, ledger)


def block_xml(block: Block, place: Place, ledger: Ledger) -> str:
    match block:
        case Paragraph():
            return line(place.style(ROLE_STYLES[block.role]), block.children, place, ledger)
        case Heading():
            style = HEADING_STYLES[block.level]
            return line(style, block.children, place, ledger, anchor=block.anchor)
        case BulletList():
            return bullet_list(block, place, ledger, flow)
        case NumberedList():
            return numbered_list(block, place, ledger, flow)
        case Quote():
            return flow(block.blocks, place.framed("Quote"), ledger)
        case Callout():
            return flow(block.blocks, place.framed(FRAMES[block.kind]), ledger)
        case Table():
            return table(block, place, ledger, flow)
        case Figure():
            return figure(block, place, ledger)
        case Contents():
            return contents(place, ledger)
        case _:
            assert_never(block)
