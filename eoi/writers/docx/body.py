"""The text of the document, block by block, in sections of pages that lie one way."""

from __future__ import annotations

from collections.abc import Sequence
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
from eoi.writers.docx.pages import Stationery
from eoi.writers.docx.paragraphs import line, paragraph
from eoi.writers.docx.tables import table
from eoi.writers.docx.xml import part_xml, tag
from eoi.writers.page import FRAMES, HEADING_STYLES, ROLE_STYLES, Place, leads_to, takes_marker
from eoi.writers.page_layout import Stretch

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


def document_xml(parts: Sequence[Stretch], stationery: Stationery, ledger: Ledger) -> str:
    written = [section_text(stretch, stationery, ledger) for stretch in parts]
    properties = [
        stationery.section(stretch.wide, first=index == 0) for index, stretch in enumerate(parts)
    ] or [stationery.section(False, first=True)]
    sections = [closed(text, end) for text, end in zip(written, properties[:-1], strict=False)]
    return part_xml("document", tag("body", *sections, *written[-1:], properties[-1]))


def section_text(stretch: Stretch, stationery: Stationery, ledger: Ledger) -> str:
    page = stationery.page.on_its_side() if stretch.wide else stationery.page
    return flow(stretch.blocks, Place.on(page), ledger)


def closed(text: str, properties: str) -> str:
    """The last paragraph of a section says how its pages are; one more than needed could fall on a page of
    its own, so the space after a table gives way to a line too thin for that."""
    body = text.removesuffix(AFTER_TABLE)
    if body == text and text.endswith("</w:p>"):
        start, end = text.rsplit("</w:pPr>", 1)
        return f"{start}{properties}</w:pPr>{end}"
    return body + tag("p", tag("pPr", tag("pStyle", val="SectionEnd"), properties))
