"""Tables: data with a caption and a head that repeats, details, and room to sign."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from eoi.document.blocks import Cell, Table, TableKind
from eoi.document.subset.inlines import read_plain_words
from eoi.writers.odt.captions import write_caption
from eoi.writers.odt.paragraphs import WriteBlocks, join_pieces, write_paragraph
from eoi.writers.odt.xml import OdtContext, write_points
from eoi.writers.page import Surroundings
from eoi.writers.row_heights import (
    SIGNING_HEIGHT,
    SIGNING_ROOM,
    choose_cell_frame,
    compute_grid_widths,
    stays_whole,
)
from eoi.writers.text import escape

TOP = 60  # twips above the words of a cell
PADDING = 'fo:padding-right="4.25pt" fo:padding-bottom="2pt" fo:padding-left="4.25pt"'
HAIRLINE, LAST_LINE = "0.5pt solid #c8d0d4", "0.5pt solid #aeb7bd"
HEAD_LINE, SIGNING_LINE = "1.5pt solid #005eb8", "0.75pt solid #425563"
HEAD_TINT, LABEL_TINT = "#e8edee", "#f0f4f5"


class CellLook(NamedTuple):
    """The facts that decide the look of a cell.

    `topmost` and `last` are true in the first and last rows, and `head` in the row that repeats. `leads` is
    true in a row that stays on the page of the next one.
    """

    kind: TableKind
    head: bool = False
    topmost: bool = False
    last: bool = False
    label: bool = False
    leads: bool = False


@cache
def write_cell_properties(look: CellLook) -> str:
    """Write the borders, the padding and the tint of a cell."""
    signatures = look.kind == "signatures"
    top = HAIRLINE if look.topmost and not signatures else "none"
    sides = 'fo:border-left="none" fo:border-right="none"'
    edges = f'fo:border-top="{top}" fo:border-bottom="{choose_line_below(look)}" {sides}'
    align = ' style:vertical-align="bottom"' if signatures else ""
    above = f'fo:padding-top="{write_points(SIGNING_ROOM if signatures else TOP)}"'
    return f"<style:table-cell-properties {edges} {above} {PADDING}{write_tint(look)}{align}/>"


def choose_line_below(look: CellLook) -> str:
    """Return the border below a cell."""
    if look.kind == "signatures":
        return SIGNING_LINE
    return HEAD_LINE if look.head else LAST_LINE if look.last else HAIRLINE


def write_tint(look: CellLook) -> str:
    """Return the background attribute of a cell, or an empty text if the cell is no head or label."""
    if look.head:
        return f' fo:background-color="{HEAD_TINT}"'
    return f' fo:background-color="{LABEL_TINT}"' if look.label and look.kind == "details" else ""


SPACE, CELL_SPACE = 120, 80  # twips above a table without a caption, and below each


class OdtGrid(NamedTuple):
    """A table with everything that is needed to write its cells; `widths` are in twips."""

    table: Table
    widths: tuple[int, ...]
    place: Surroundings
    context: OdtContext
    write_blocks: WriteBlocks


def write_table(block: Table, place: Surroundings, context: OdtContext, write_blocks: WriteBlocks) -> str:
    """Write a table below its caption. A table without rows has only its caption."""
    above = place._replace(marker=None, level=0)
    caption = write_caption("Table", block.number, block.caption, block.anchor, above, context)
    if not (block.head or block.rows):
        return caption
    widths = compute_grid_widths(block, place.room)
    grid = OdtGrid(block, widths, place, context, write_blocks)
    return caption + write_table_xml(block, grid, name_table_style(grid, captioned=bool(caption)))


def write_table_xml(block: Table, grid: OdtGrid, style: str) -> str:
    """Write the table itself. Its head repeats on every page."""
    start = f'<table:table table:name="Table{grid.context.next("table")}" table:style-name="{style}">'
    title = read_plain_words(block.caption)
    about = f"<table:title>{escape(title)}</table:title>" if title else ""
    head = write_row(block.head, CellLook(block.kind, head=True, topmost=True), grid) if block.head else ""
    repeated = f"<table:table-header-rows>{head}</table:table-header-rows>" if head else ""
    rows = [write_row(row, look, grid) for row, look in zip(block.rows, make_row_looks(block), strict=True)]
    return f"{start}{about}{write_columns(grid)}{repeated}{''.join(rows)}</table:table>"


def make_row_looks(block: Table) -> list[CellLook]:
    """Return the look of each row."""
    end = len(block.rows) - 1
    first_kept = end if block.is_whole else len(block.rows) - block.kept
    return [
        CellLook(
            block.kind,
            topmost=number == 0 and not block.head,
            last=number == end,
            leads=number < block.leading or first_kept <= number < end,
        )
        for number in range(len(block.rows))
    ]


def name_table_style(grid: OdtGrid, *, captioned: bool) -> str:
    """Return the name of the style of a table: its width, its place and the space around it."""
    space = write_points(CELL_SPACE if grid.place.in_cell else SPACE)
    opening = grid.context.take_opening()
    # If the last table fills its page, even a thin line after it would need a page of its own.
    is_kept = grid.table.leads or (grid.place.ends and grid.table.is_whole)
    kept = ' fo:keep-with-next="always"' if is_kept else ""
    kept += ' style:may-break-between-rows="false"' if grid.table.is_whole else ""
    properties = (
        f'<style:table-properties style:width="{write_points(sum(grid.widths))}" table:align="left"'
        f' fo:margin-left="{write_points(grid.place.indent)}" fo:margin-top="{"0pt" if captioned else space}"'
        f' fo:margin-bottom="{space}"{kept} table:border-model="collapsing"/>'
    )
    master = f' style:master-page-name="{opening}"' if opening else ""
    return grid.context.style("table", master, properties)


def write_columns(grid: OdtGrid) -> str:
    """Write the columns with their widths."""
    return "".join(
        [
            f'<table:table-column table:style-name="{name_column_style(width, grid)}"/>'
            for width in grid.widths
        ]
    )


def name_column_style(width: int, grid: OdtGrid) -> str:
    """Return the name of the style of a column with this width."""
    properties = f'<style:table-column-properties style:column-width="{write_points(width)}"/>'
    return grid.context.style("table-column", "", properties)


def write_row(cells: tuple[Cell, ...], look: CellLook, grid: OdtGrid) -> str:
    """Write a row. It is kept on one page, unless it is taller than a third of a page."""
    measured = zip(cells, grid.widths, strict=True)
    written = [write_cell(cell, width, index, look, grid) for index, (cell, width) in enumerate(measured)]
    together = "always" if stays_whole(cells, grid.widths, grid.place) else "auto"
    height = f' style:min-row-height="{write_points(SIGNING_HEIGHT)}"' if look.kind == "signatures" else ""
    properties = f'<style:table-row-properties fo:keep-together="{together}"{height}/>'
    style = grid.context.style("table-row", "", properties)
    return f'<table:table-row table:style-name="{style}">{"".join(written)}</table:table-row>'


def write_cell(cell: Cell, width: int, index: int, look: CellLook, grid: OdtGrid) -> str:
    """Write a cell. An empty cell gets an empty paragraph."""
    frame, right = choose_cell_frame(cell.scope, index, grid.table), grid.table.aligns_right(index)
    place = grid.place.cell(width, frame, right=right)
    place = place._replace(level=0, leads=look.leads, leads_all=look.leads)
    properties = write_cell_properties(look._replace(label=place.frame == "RowHeading"))
    style = grid.context.style("table-cell", "", properties)
    content = join_pieces(grid.write_blocks(cell.blocks, place))
    content = content or write_paragraph(place.style(), "", place, grid.context)
    start = f'<table:table-cell table:style-name="{style}" office:value-type="string">'
    return f"{start}{content}</table:table-cell>"
