"""What a table is measured by in twips, and which of its cells head a column or a row."""

from __future__ import annotations

from itertools import accumulate, pairwise

from eoi.document.blocks import Cell, Table
from eoi.writers.page import A4
from eoi.writers.widths import column_shares

SIGNING_HEIGHT = 794  # twips: 1.4 cm, room for a signature


def grid_widths(block: Table, room: int) -> tuple[int, ...]:
    shares = column_shares(block, 100 * room / A4.room)
    edges = [0, *(room * share // 100 for share in accumulate(shares))]
    return tuple(right - left for left, right in pairwise(edges))


def frame(cell: Cell, column: int, kind: str) -> str:
    if cell.scope == "col":
        return "ColumnHeading"
    label = cell.scope == "row" or (kind == "details" and column == 0)
    return "RowHeading" if label else ""
