"""The text of the document, block by block."""

from __future__ import annotations

from itertools import chain, repeat
from typing import assert_never

from eoi.document.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    Document,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quote,
    Table,
)
from eoi.writers.docx.contents import contents
from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.lists import bullet_list, numbered_list
from eoi.writers.docx.paragraphs import line, paragraph
from eoi.writers.docx.place import Place
from eoi.writers.docx.tables import table
from eoi.writers.docx.xml import DECLARATION, NAMESPACES

HEADING_STYLES = {1: "Title", 2: "Heading1", 3: "Heading2", 4: "Heading3", 5: "Heading4"}
ROLE_STYLES = {"body": "", "subtitle": "Subtitle", "question": "Question"}
FRAMES = {"gap": "Gap", "note": "Note"}
SECTION = (  # A4 upright, margins of 2.2 cm, and a first page without header and footer
    "<w:sectPr>"
    '<w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1247" w:right="1247" w:bottom="1247" w:left="1247"'
    ' w:header="624" w:footer="624" w:gutter="0"/>'
    '<w:cols w:space="708"/><w:titlePg/>'
    "</w:sectPr>"
)


def document_xml(document: Document, ledger: Ledger) -> str:
    body = flow(document.blocks, Place(), ledger)
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}{SECTION}</w:body></w:document>"


def flow(blocks: tuple[Block, ...], place: Place, ledger: Ledger) -> str:
    """Blocks one after the other; the first paragraph carries the marker of the list item they are in."""
    if place.marker is not None and not takes_marker(blocks):
        return paragraph(place.style(), "", place) + flow(blocks, place.after_marker(), ledger)
    places = chain([place], repeat(place.after_marker()))
    following = [*blocks[1:], None]
    return "".join(
        [
            block_xml(block, here._replace(leads=leads_to(block, after)), ledger)
            for block, here, after in zip(blocks, places, following, strict=False)
        ]
    )


def leads_to(block: Block, after: Block | None) -> bool:
    """A paragraph that leads to a list stays on its page: "It set these conditions:"."""
    return isinstance(block, Paragraph) and isinstance(after, BulletList | NumberedList)


def takes_marker(blocks: tuple[Block, ...]) -> bool:
    return bool(blocks) and isinstance(blocks[0], Heading | Paragraph | Quote | Callout)


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
            return line("Caption", block.caption, place, ledger, anchor=block.anchor)
        case Contents():
            return contents(ledger)
        case _:
            assert_never(block)
