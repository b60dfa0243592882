"""How tall a table is, in lines, and whether it is so small that a page should not end within it."""

from __future__ import annotations

from math import ceil

from eoi.document.blocks import Cell, Table
from eoi.writers.line_lengths import PADDING, line_width, lines_of

SMALL = 8  # lines: less than a quarter of a page on its side
FEW, OF_FEW_ROWS = 4, 14  # rows, and the lines they may have: to part them leaves a row alone


def is_small(table: Table, shares: tuple[int, ...]) -> bool:
    """Its head at the foot of one page and its last two rows alone on the next would help nobody."""
    if len(table.rows) > SMALL:
        return False
    most = OF_FEW_ROWS if len(table.rows) <= FEW else SMALL
    return sum(height(row, shares) for row in (table.head, *table.rows)) <= most


def height(row: tuple[Cell, ...], shares: tuple[int, ...]) -> int:
    """How many lines a row takes, more or less: one that must stay whole and cannot would leave the page."""
    return max((cell_lines(cell, share) for cell, share in zip(row, shares, strict=False)), default=0)


def cell_lines(cell: Cell, share: int) -> int:
    room = max(share - PADDING, 1)
    return sum(ceil(line_width(line) / max(room - indent, 1)) for indent, line in lines_of(cell.blocks))
