"""Bulleted and numbered lists, native to Word, in the body and in cells."""

from __future__ import annotations

from collections.abc import Callable

from eoi.document.blocks import Block, BulletList, NumberedList
from eoi.writers.docx.ledger import Ledger, Numbering
from eoi.writers.docx.xml import tag
from eoi.writers.page import Place

Flow = Callable[[tuple[Block, ...], Place, Ledger], str]

BULLETS, CELL_BULLETS = 1, 3  # as in numbering.xml
NUMBERS, CELL_NUMBERS = 2, 4


def bullet_list(block: BulletList, place: Place, ledger: Ledger, flow: Flow) -> str:
    number = CELL_BULLETS if place.in_cell else BULLETS
    item = place.item(number, "ListBullet")
    return "".join([flow(blocks, item, ledger) for blocks in block.items])


def numbered_list(block: NumberedList, place: Place, ledger: Ledger, flow: Flow) -> str:
    number = ledger.numbering(place.list_level, block.start, place.in_cell)
    item = place.item(number, "ListNumber")
    return "".join([flow(blocks, item, ledger) for blocks in block.items])


def numbering_instance(numbering: Numbering) -> str:
    pattern = CELL_NUMBERS if numbering.in_cell else NUMBERS
    restart = tag("lvlOverride", tag("startOverride", val=numbering.start), ilvl=numbering.level)
    return tag("num", tag("abstractNumId", val=pattern), restart, numId=numbering.number)
