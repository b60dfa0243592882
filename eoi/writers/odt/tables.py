"""Tables: data with a caption and a repeating head, details, and room to sign."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from eoi.document.blocks import Cell, Table, TableKind
from eoi.document.inlines import plain_text
from eoi.writers.odt.ledger import NEXT_PAGE, Ledger
from eoi.writers.odt.lists import Flow, outside
from eoi.writers.odt.paragraphs import caption, paragraph
from eoi.writers.odt.xml import points
from eoi.writers.page import Place
from eoi.writers.row_heights import SIGNING_HEIGHT, fits_a_page, frame, grid_widths
from eoi.writers.xml import escaped

PADDING = 'fo:padding-top="3pt" fo:padding-right="4.25pt" fo:padding-bottom="2pt" fo:padding-left="4.25pt"'
HAIRLINE, LAST_LINE = "0.5pt solid #c8d0d4", "0.5pt solid #aeb7bd"
HEAD_LINE, SIGNING_LINE = "1.5pt solid #005eb8", "0.75pt solid #425563"
HEAD_TINT, LABEL_TINT = "#e8edee", "#f0f4f5"


class Look(NamedTuple):
    """`topmost` and `last` are the first and last rows; `head` is the row that repeats."""

    kind: TableKind
    head: bool = False
    topmost: bool = False
    last: bool = False
    label: bool = False


@cache
def cell_properties(look: Look) -> str:
    signatures = look.kind == "signatures"
    top = HAIRLINE if look.topmost and not signatures else "none"
    sides = 'fo:border-left="none" fo:border-right="none"'
    edges = f'fo:border-top="{top}" fo:border-bottom="{line_below(look)}" {sides}'
    align = ' style:vertical-align="bottom"' if signatures else ""
    return f"<style:table-cell-properties {edges} {PADDING}{tint(look)}{align}/>"


def line_below(look: Look) -> str:
    if look.kind == "signatures":
        return SIGNING_LINE
    return HEAD_LINE if look.head else LAST_LINE if look.last else HAIRLINE


def tint(look: Look) -> str:
    if look.head:
        return f' fo:background-color="{HEAD_TINT}"'
    return f' fo:background-color="{LABEL_TINT}"' if look.label and look.kind == "details" else ""


SPACE, CELL_SPACE = 120, 80  # twips above a table without a caption, and below each


class Grid(NamedTuple):
    """What the cells of one table share."""

    widths: tuple[int, ...]
    place: Place
    ledger: Ledger
    flow: Flow


def table(block: Table, place: Place, ledger: Ledger, flow: Flow) -> str:
    above = place._replace(marker=None, level=0)
    head = caption("Table", block.number, block.caption, block.anchor, above, ledger)
    body = table_xml(block, place, ledger, flow, captioned=bool(head)) if block.head or block.rows else ""
    return outside(head + body, place)


def table_xml(block: Table, place: Place, ledger: Ledger, flow: Flow, *, captioned: bool) -> str:
    grid = Grid(grid_widths(block, place.room), place, ledger, flow)
    style = table_style(grid, captioned=captioned)
    start = f'<table:table table:name="Table{ledger.next("table")}" table:style-name="{style}">'
    title = plain_text(block.caption)
    about = f"<table:title>{escaped(title)}</table:title>" if title else ""
    head = row_xml(block.head, Look(block.kind, head=True, topmost=True), grid) if block.head else ""
    repeated = f"<table:table-header-rows>{head}</table:table-header-rows>" if head else ""
    rows = [row_xml(row, look, grid) for row, look in zip(block.rows, looks(block), strict=True)]
    return f"{start}{about}{columns(grid)}{repeated}{''.join(rows)}</table:table>"


def looks(block: Table) -> list[Look]:
    end = len(block.rows) - 1
    return [
        Look(block.kind, topmost=number == 0 and not block.head, last=number == end)
        for number in range(len(block.rows))
    ]


def table_style(grid: Grid, *, captioned: bool) -> str:
    space = points(CELL_SPACE if grid.place.in_cell else SPACE)
    opening = grid.ledger.opened()
    page = ' fo:break-before="page"' if opening == NEXT_PAGE else ""
    properties = (
        f'<style:table-properties style:width="{points(sum(grid.widths))}" table:align="left"'
        f' fo:margin-left="{points(grid.place.indent)}" fo:margin-top="{"0pt" if captioned else space}"'
        f' fo:margin-bottom="{space}"{page} table:border-model="collapsing"/>'
    )
    master = f' style:master-page-name="{opening}"' if opening and not page else ""
    return grid.ledger.style("table", master, properties)


def columns(grid: Grid) -> str:
    return "".join(
        [f'<table:table-column table:style-name="{column(width, grid)}"/>' for width in grid.widths]
    )


def column(width: int, grid: Grid) -> str:
    properties = f'<style:table-column-properties style:column-width="{points(width)}"/>'
    return grid.ledger.style("table-column", "", properties)


def row_xml(cells: tuple[Cell, ...], look: Look, grid: Grid) -> str:
    """Rows do not break over pages, but for those that no page could hold."""
    measured = zip(cells, grid.widths, strict=True)
    written = [cell_xml(cell, width, index, look, grid) for index, (cell, width) in enumerate(measured)]
    together = "always" if fits_a_page(cells, written, grid.widths, grid.place) else "auto"
    height = f' style:min-row-height="{points(SIGNING_HEIGHT)}"' if look.kind == "signatures" else ""
    properties = f'<style:table-row-properties fo:keep-together="{together}"{height}/>'
    style = grid.ledger.style("table-row", "", properties)
    return f'<table:table-row table:style-name="{style}">{"".join(written)}</table:table-row>'


def cell_xml(cell: Cell, width: int, index: int, look: Look, grid: Grid) -> str:
    place = grid.place.cell(width, frame(cell, index, look.kind))._replace(level=0)
    properties = cell_properties(look._replace(label=place.frame == "RowHeading"))
    style = grid.ledger.style("table-cell", "", properties)
    content = grid.flow(cell.blocks, place, grid.ledger) if cell.blocks else ""
    content = content or paragraph(place.style(), "", place, grid.ledger)
    start = f'<table:table-cell table:style-name="{style}" office:value-type="string">'
    return f"{start}{content}</table:table-cell>"
