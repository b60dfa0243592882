"""Which stretches of a document need the page on its side: those around tables too wide for it upright."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from eoi.document.blocks import Block, Heading, Paragraph, Reference, Table
from eoi.document.walk import walk_inlines
from eoi.writers.recent import Blocks, recent
from eoi.writers.widths import line_widths

FEWEST_COLUMNS = 5
READABLE = 60.0  # of a hundred: beyond this a longer line only adds rows
TOO_MUCH = 160.0
LONGEST_BRIDGE = 3


class Stretch(NamedTuple):
    """Blocks in a row on pages of one orientation."""

    wide: bool
    blocks: tuple[Block, ...]


@recent
def stretches(blocks: Blocks) -> tuple[Stretch, ...]:
    """All the blocks, in order; a wide table takes along the headings and the line that lead to it, and
    tables with the same headings, so that a series of tables does not turn back and forth."""
    heads = {block.head for block in blocks if isinstance(block, Table) and is_wide(block)}
    wide = [isinstance(block, Table) and bool(block.head) and block.head in heads for block in blocks]
    for index in range(len(blocks) - 1, 0, -1):
        if wide[index] and leads(blocks[index - 1], blocks[index]):
            wide[index - 1] = True
    found = in_a_row(list(zip(wide, blocks, strict=True)))
    joined = [(stretch.wide or is_bridge(found, index)) for index, stretch in enumerate(found)]
    return in_a_row(
        [(side, block) for side, stretch in zip(joined, found, strict=True) for block in stretch.blocks]
    )


def in_a_row(sides: list[tuple[bool, Block]]) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(wide, tuple(block for _, block in group)) for wide, group in groupby(sides, key=itemgetter(0))
    )


def is_bridge(found: tuple[Stretch, ...], index: int) -> bool:
    """A few lines between two wide tables would leave a page of their own nearly empty."""
    blocks = found[index].blocks
    is_between = 0 < index < len(found) - 1
    return is_between and len(blocks) <= LONGEST_BRIDGE and all(isinstance(b, Paragraph) for b in blocks)


def is_wide(table: Table) -> bool:
    """Five columns or more, of which several hold running text."""
    if table.kind != "data" or len(table.head) < FEWEST_COLUMNS:
        return False
    return sum(min(width, READABLE) for width in line_widths(table)) > TOO_MUCH


def leads(block: Block, after: Block) -> bool:
    match block:
        case Heading(level):
            return level > 1
        case Paragraph(children) if isinstance(after, Table):
            names = [inline.anchor for inline in walk_inlines(children) if isinstance(inline, Reference)]
            return after.anchor in names
        case _:
            return False
