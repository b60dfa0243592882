"""Bulleted and numbered lists, native to Word, in the body and in cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eoi.document.blocks import BulletList, NumberedList
from eoi.writers.docx.context import Numbering, WordContext
from eoi.writers.docx.xml import tag
from eoi.writers.page import Surroundings
from eoi.writers.page_layout import Blocks

WriteBlocks = Callable[[Blocks, Surroundings], str]

BULLETS, CELL_BULLETS = 1, 3  # as in numbering.xml
NUMBERS, CELL_NUMBERS = 2, 4


def write_bullets(block: BulletList, place: Surroundings, write_blocks: WriteBlocks) -> str:
    """Write a list with bullets."""
    number = CELL_BULLETS if place.in_cell else BULLETS
    return write_items(block.items, place.item(number, "ListBullet"), write_blocks)


def write_numbers(
    block: NumberedList, place: Surroundings, context: WordContext, write_blocks: WriteBlocks
) -> str:
    """Write a numbered list that starts at its own number."""
    number = context.numbering(place.list_level, block.start, place.in_cell)
    return write_items(block.items, place.item(number, "ListNumber"), write_blocks)


def write_items(items: Sequence[Blocks], last: Surroundings, write_blocks: WriteBlocks) -> str:
    """Write the items of a list. Only the last one knows the next block after the list."""
    places = [last._replace(before_heading=False, ends="")] * (len(items) - 1) + [last]
    return "".join([write_blocks(blocks, place) for blocks, place in zip(items, places, strict=False)])


def numbering_instance(numbering: Numbering) -> str:
    """Write one numbered list, which starts afresh."""
    pattern = CELL_NUMBERS if numbering.in_cell else NUMBERS
    restart = tag("lvlOverride", tag("startOverride", val=numbering.start), ilvl=numbering.level)
    return tag("num", tag("abstractNumId", val=pattern), restart, numId=numbering.number)
