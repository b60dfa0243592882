"""The pages of a document: which tables and blocks are on portrait pages, and which on landscape ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from eoi.document.blocks import Block, BulletList, Callout, Figure, Heading, NumberedList, Paragraph, Table
from eoi.document.inline import Reference
from eoi.document.remembering import remember_last
from eoi.document.subset.inlines import read_plain_words
from eoi.document.walk import list_own_inlines, walk_inlines
from eoi.writers.adaptation import Blocks
from eoi.writers.column_widths import ALLOWANCE, measure_column_bounds
from eoi.writers.line_widths import UPRIGHT, Room

FEWEST_COLUMNS = 5
READABLE = 60.0  # hundredths of the page: a longer line is broken in any case
TOO_MUCH = 230.0
LONGEST_BRIDGE = 3
LONGEST_HEAD = 9  # blocks: the title, two or three lines below it and a few sentences
LONGEST_ITEM = 240  # letters: less than three lines


class Stretch(NamedTuple):
    """Blocks in a row on pages of one orientation: landscape if `wide`."""

    wide: bool
    blocks: tuple[Block, ...]


def split_by_orientation(blocks: Blocks, room: Room = UPRIGHT) -> tuple[Stretch, ...]:
    """Split all the blocks, in order, by the orientation of their pages.

    `room` is the room on a portrait page.
    """
    return turn_pages(blocks, room)


@remember_last
def turn_pages(blocks: Blocks, room: Room) -> tuple[Stretch, ...]:
    """Split all the blocks, in order, by the orientation of their pages.

    The headings and the line before a wide table go on its page, as does a short head of the document. All
    tables with the same headings have the same orientation, so that pages of a series do not alternate.
    """
    heads = {block.head for block in blocks if isinstance(block, Table) and is_wide(block, room)}
    if not heads:  # as most documents are; their heads need not be compared
        return (Stretch(False, blocks),) if blocks else ()
    wide = [isinstance(block, Table) and bool(block.head) and block.head in heads for block in blocks]
    for index in range(len(blocks) - 1, 0, -1):
        if wide[index] and leads_to_table(blocks[index - 1], blocks[index]):
            wide[index - 1] = True
    found = group_by_side(list(zip(wide, blocks, strict=True)))
    joined = [
        stretch.wide or is_bridge(found, index) or is_short_head(found, index)
        for index, stretch in enumerate(found)
    ]
    return group_by_side(
        [(side, block) for side, stretch in zip(joined, found, strict=True) for block in stretch.blocks]
    )


def group_by_side(sides: list[tuple[bool, Block]]) -> tuple[Stretch, ...]:
    """Group neighbouring blocks whose pages have the same orientation."""
    return tuple(
        Stretch(wide, tuple(block for _, block in group)) for wide, group in groupby(sides, key=itemgetter(0))
    )


def is_bridge(found: tuple[Stretch, ...], index: int) -> bool:
    """Tell whether a stretch is only a few lines between two wide tables.

    On a portrait page of their own they would leave most of it empty.
    """
    blocks = found[index].blocks
    is_between = 0 < index < len(found) - 1
    return is_between and len(blocks) <= LONGEST_BRIDGE and all(isinstance(b, Paragraph) for b in blocks)


def is_short_head(found: tuple[Stretch, ...], index: int) -> bool:
    """Tell whether a stretch is only the title and a few lines before a wide table.

    On a portrait page of their own they would leave most of the first page empty.
    """
    blocks = found[index].blocks
    return (
        index == 0
        and len(found) > 1
        and len(blocks) <= LONGEST_HEAD
        and isinstance(blocks[0], Heading)
        and blocks[0].level == 1
        and all(isinstance(block, Paragraph | Callout) for block in blocks[1:])
    )


def is_wide(table: Table, room: Room = UPRIGHT) -> bool:
    """Tell whether a table needs a landscape page.

    It has at least five columns. Either several of them hold running text, or their words would break on a
    portrait page.
    """
    if table.kind != "data" or len(table.head) < FEWEST_COLUMNS:
        return False
    bounds = measure_column_bounds(table)
    if sum(word - ALLOWANCE for word, _ in bounds) > room.for_columns(len(bounds)):
        return True
    return sum(min(line, READABLE) for _, line in bounds) > TOO_MUCH


def leads_to_table(block: Block, after: Block) -> bool:
    """Tell whether a block belongs on the page of the block after it."""
    if isinstance(block, Heading):
        return block.level > 1
    if isinstance(block, Paragraph) and block.role == "question":
        return True
    return isinstance(after, Table) and introduces(block, after)


def introduces(block: Block, after: Block | None) -> bool:
    """Tell whether a paragraph introduces the next block, and so stays on its page.

    Examples are "It set these conditions:" and "Table 3 sets out the votes".
    """
    match block, after:
        case Paragraph(), BulletList() | NumberedList():
            return True
        case Paragraph(children), Table() | Figure():
            named = (inline.anchor for inline in walk_inlines(children) if isinstance(inline, Reference))
            return after.anchor in named or read_plain_words(children).rstrip().endswith(":")
        case _:
            return False


def ends_with_short_items(items: Sequence[Blocks]) -> bool:
    """Tell whether the last two items of a list are so short that one alone on a page would look lost."""
    return len(items) > 1 and all(
        len(item) == 1 and len(read_plain_words(list_own_inlines(item[0]))) <= LONGEST_ITEM
        for item in items[-2:]
    )
