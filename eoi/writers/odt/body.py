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
from eoi.writers.odt.contents import contents
from eoi.writers.odt.figures import figure
from eoi.writers.odt.inline import inlines_xml
from eoi.writers.odt.ledger import Ledger
from eoi.writers.odt.lists import bullet_list, numbered_list
from eoi.writers.odt.paragraphs import leans_right, line, paragraph, style_of
from eoi.writers.odt.tables import table
from eoi.writers.odt.xml import last_space_kept
from eoi.writers.page import FRAMES, HEADING_STYLES, ROLE_STYLES, Place, leads_to, takes_marker


def flow(blocks: tuple[Block, ...], place: Place, ledger: Ledger) -> str:
    """Blocks one after the other; the first paragraph takes the marker of the list item they are in."""
    if place.marker is not None and not takes_marker(blocks):
        return paragraph(place.style(), "", place, ledger) + flow(blocks, place.after_marker(), ledger)
    if len(blocks) == 1:
        return block_xml(blocks[0], place, ledger)
    places = chain([place], repeat(place.after_marker()))
    following = [*blocks[1:], None]
    return "".join(
        [
            block_xml(block, here._replace(leads=True) if leads_to(block, after) else here, ledger)
            for block, here, after in zip(blocks, places, following, strict=False)
        ]
    )


def block_xml(block: Block, place: Place, ledger: Ledger) -> str:
    match block:
        case Paragraph():
            return line(place.style(ROLE_STYLES[block.role]), block.children, place, ledger)
        case Heading():
            return heading(block, place, ledger)
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


def heading(block: Heading, place: Place, ledger: Ledger) -> str:
    """The title of the document is no heading of it: the outline starts with its sections."""
    style = HEADING_STYLES[block.level]
    if block.level == 1:
        return line(style, block.children, place, ledger, anchor=block.anchor)
    content = last_space_kept(ledger.bookmarked(block.anchor, inlines_xml(block.children, ledger)))
    name = style_of(style, place, ledger, rtl=leans_right(content, block.children))
    return f'<text:h text:style-name="{name}" text:outline-level="{block.level - 1}">{content}</text:h>'
