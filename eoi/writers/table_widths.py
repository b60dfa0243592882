"""The widths of the columns of tables, alike for tables that follow each other."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from eoi.document.blocks import Block, Cell, Table
from eoi.document.remembering import remember_last
from eoi.writers.adaptation import Blocks, leave_out_pictures
from eoi.writers.cell_measures import measure_cell
from eoi.writers.column_widths import ALLOWANCE, compute_column_shares, measure_column_bounds
from eoi.writers.line_widths import UPRIGHT, Room, find_letter_width, is_sure, measure_room
from eoi.writers.page import A4, Page
from eoi.writers.page_layout import Stretch, split_by_orientation
from eoi.writers.row_heights import count_kept_rows, count_leading_rows

LONGEST_BOLD = 34  # letters of a label


def lay_out_columns(blocks: Blocks, page: Page = A4, font: str = "", room: Room = UPRIGHT) -> Blocks:
    """Return the blocks with the widths of columns set in each table.

    A table that needs more than `room` is put on a landscape page. The letters of a wide font leave less room
    for words.
    """
    return give_widths(blocks, page, font, room)


def lay_out_stretches(
    blocks: Blocks, page: Page = A4, font: str = "", room: Room = UPRIGHT
) -> tuple[Stretch, ...]:
    """Return the blocks split by the orientation of their pages, with the widths of columns set."""
    laid = measure_tables(leave_out_pictures(blocks), page, font, room)
    return tuple(
        Stretch(wide, tuple([laid.get(id(block), block) for block in inner]))
        for wide, inner in split_by_orientation(blocks, room)
    )


@remember_last
def give_widths(blocks: Blocks, page: Page, font: str, room: Room) -> Blocks:
    """Return the blocks with the widths of columns set in each table.

    Pictures for screens only make no difference to the widths.
    """
    laid = measure_tables(leave_out_pictures(blocks), page, font, room)
    return tuple(laid.get(id(block), block) for block in blocks)


@remember_last
def measure_tables(blocks: Blocks, page: Page, font: str, room: Room) -> dict[int, Table]:
    """Return the tables with their widths, by the identity of the original.

    The tables of a series get the same widths.
    """
    letters, sure = find_letter_width(font), is_sure(font)
    upright, on_its_side = (Room(measure_room(side), letters, sure) for side in (page, page.on_its_side()))
    leads = {id(first) for first, second in pairwise(blocks) if is_table_of_facts(first, second)}
    return {
        id(table): table.replace(
            shares=shares,
            plain=plain,
            kept=(kept := count_kept_rows(table, shares)),
            leading=count_leading_rows(table, shares, kept),
            leads=id(table) in leads and kept == len(table.rows),
        )
        for stretch in split_by_orientation(blocks, room)
        for tables in group_tables_by_head(stretch.blocks)
        for shares in [choose_shares_of_series(tables, on_its_side if stretch.wide else upright)]
        for plain in [any(map(has_long_labels, tables))]
        for table in tables
    }


def is_table_of_facts(first: Block, second: Block) -> bool:
    """Tell whether a table of facts comes right after another, such as document control after abbreviations.

    Alone on the last page it would look like a leftover.
    """
    return isinstance(first, Table) and isinstance(second, Table) and first.kind == second.kind == "details"


def has_long_labels(table: Table) -> bool:
    """Tell whether the row labels of a table are sentences. In bold they would darken half of the table."""
    labels = (cell for row in table.rows for cell in row if cell.scope == "row")
    return table.kind == "data" and any(
        line.letters > LONGEST_BOLD for label in labels for line in measure_cell(label.blocks).lines
    )


def group_tables_by_head(blocks: Blocks) -> list[list[Table]]:
    """Group the tables with rows by their heads. A table without a head is a group of its own."""
    found: dict[tuple[Cell, ...] | int, list[Table]] = defaultdict(list)
    for block in blocks:
        if isinstance(block, Table) and block.rows:
            found[block.head or id(block)].append(block)
    return list(found.values())


def choose_shares_of_series(tables: list[Table], room: Room) -> tuple[int, ...]:
    """Return the widths of columns, in per cent, for all tables of a series."""
    together = tables[0]
    if len(tables) > 1:
        together = together.replace(rows=tuple(row for table in tables for row in table.rows))
    if not room.sure:
        room = room.with_spare([word - ALLOWANCE for word, _ in measure_column_bounds(together)])
    return compute_column_shares(together, room.for_columns(len(together.rows[0])))
