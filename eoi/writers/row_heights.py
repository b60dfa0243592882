"""The heights of rows and tables, measured so that none breaks over pages without need."""

from __future__ import annotations

from itertools import accumulate, pairwise

from eoi.document.blocks import Cell, Scope, Table
from eoi.writers.cell_measures import measure_cell
from eoi.writers.column_widths import compute_column_shares
from eoi.writers.line_widths import PADDING
from eoi.writers.page import A4, Surroundings, compute_figure_size

SMALL = 8  # lines: less than a quarter of a landscape page
LOW, FIRST_LOW, PAIR = 6, 3, 2  # lines, lines, rows
FEW, OF_FEW_ROWS = 4, 14  # rows, and their most lines: a break would leave one of so few rows alone


def is_small(table: Table, shares: tuple[int, ...]) -> bool:
    """Tell whether a table is kept on one page.

    Part of a small table alone on a page, such as its head or its last rows, would be hard to read.
    """
    if len(table.rows) > SMALL:
        return False
    most = OF_FEW_ROWS if len(table.rows) <= FEW else SMALL
    return sum(count_row_lines(row, shares) for row in (table.head, *table.rows)) <= most


def count_kept_rows(table: Table, shares: tuple[int, ...]) -> int:
    """Count the last rows that stay on one page.

    They are all rows of a small table, or the last two of another if these are low or to be signed.
    """
    if is_small(table, shares):
        return len(table.rows)
    low = table.kind == "signatures" or all(count_row_lines(row, shares) <= LOW for row in table.rows[-PAIR:])
    return PAIR if low and len(table.rows) > FEW else 0


def count_leading_rows(table: Table, shares: tuple[int, ...], kept: int) -> int:
    """Count the first rows that stay on the page of the next one; `kept` are the last that stay together.

    It is the first row of a larger table, if both are low.
    """
    if kept == len(table.rows) or len(table.rows) <= FEW:
        return 0
    return int(all(count_row_lines(row, shares) <= FIRST_LOW for row in table.rows[:PAIR]))


def count_row_lines(row: tuple[Cell, ...], shares: tuple[int, ...]) -> int:
    """Estimate the number of lines of a row."""
    return max([count_cell_lines(cell, share) for cell, share in zip(row, shares, strict=False)], default=0)


def count_cell_lines(cell: Cell, share: int) -> int:
    """Estimate the number of lines of a cell; `share` is its width in per cent of the page."""
    room = max(share - PADDING, 1)
    return sum([line.count_lines(room) for line in measure_cell(cell.blocks).lines])


LINE = 252  # twips of a line in a table, as in the table styles
AFTER = 20  # and twips after the last line of a paragraph
FULL_WIDTH = A4.room
KEPT_WHOLE = 1 / 3  # of a page: keeping a taller row whole would leave too much of the page before it empty


def stays_whole(cells: tuple[Cell, ...], widths: tuple[int, ...], place: Surroundings) -> bool:
    """Tell whether a row is kept on one page: if it is no taller than a third of the page."""
    depths = [
        measure_cell_depth(cell, width, place)
        for cell, width in zip(cells, widths, strict=True)
        if cell.blocks
    ]
    return max(depths, default=0) < place.depth * KEPT_WHOLE


def measure_cell_depth(cell: Cell, width: int, place: Surroundings) -> int:
    """Estimate the height of a cell in twips."""
    room = max(width * 100 / FULL_WIDTH - PADDING, 1)  # in the unit of column_widths.py
    measure = measure_cell(cell.blocks)
    depth = 0
    for line in measure.lines:
        depth += LINE * max(line.count_lines(room), 1 + line.breaks) + AFTER
    if not measure.figures:
        return depth
    within = place.cell(width, "")
    return depth + sum(compute_figure_size(figure, within)[1] for figure in measure.figures)


SIGNING_HEIGHT = 1020  # twips: 1.8 cm, the least height of a row to sign
SIGNING_ROOM = 520  # twips: the room for a signature above the words, however many lines these have


def compute_grid_widths(block: Table, room: int) -> tuple[int, ...]:
    """Return the widths of a table's columns in twips."""
    shares = compute_column_shares(block, 100 * room / FULL_WIDTH)
    edges = [0, *(room * share // 100 for share in accumulate(shares))]
    return tuple(right - left for left, right in pairwise(edges))


def choose_cell_frame(scope: Scope | None, column: int, table: Table) -> str:
    """Return the style for the paragraphs of a cell; return an empty text for ordinary ones."""
    if scope == "col":
        return "ColumnHeading"
    if table.plain:
        return ""
    label = scope == "row" or (table.kind == "details" and column == 0)
    return "RowHeading" if label else ""
