"""Tables: data with a caption and a repeating head, details, and room to sign."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import NamedTuple

from eoi.document.blocks import Cell, Table
from eoi.document.inlines import plain_text
from eoi.writers.direction import runs_right_to_left
from eoi.writers.docx.inline import runs, text_runs
from eoi.writers.docx.ledger import Ledger
from eoi.writers.docx.lists import Flow
from eoi.writers.docx.paragraphs import paragraph
from eoi.writers.docx.place import Place
from eoi.writers.docx.xml import field_end, field_start, tag
from eoi.writers.widths import column_shares

STYLES = {"data": "DataTable", "details": "DetailsTable", "signatures": "SignaturesTable"}
SIGNING_HEIGHT = 794  # twips: 1.4 cm, room for a signature
FIRST_ROW, FIRST_COLUMN, NO_BANDS = 0x20, 0x80, 0x600  # of the table style


class Grid(NamedTuple):
    """What the cells of one table share."""

    kind: str
    widths: tuple[int, ...]
    place: Place
    ledger: Ledger
    flow: Flow


def table(block: Table, place: Place, ledger: Ledger, flow: Flow) -> str:
    """Word gives a table no space around it, joins it to one that follows at once, and wants a paragraph last
    in a cell, so a small one ends each table."""
    space = paragraph(place.twin("TableSpace"), "")
    caption = caption_xml(block, place, ledger)
    if not (block.head or block.rows):
        return caption
    grid = Grid(block.kind, grid_widths(block, place.room), place, ledger, flow)
    columns = tag("tblGrid", *(tag("gridCol", w=width) for width in grid.widths))
    head = row_xml(block.head, grid, tag("tblHeader")) if block.head else ""
    rows = [row_xml(row, grid) for row in block.rows]
    return caption + tag("tbl", table_properties(block, grid), columns, head, *rows) + space


def caption_xml(block: Table, place: Place, ledger: Ledger) -> str:
    words = runs(block.caption, ledger)
    number = number_field(block.number, ledger) if block.number is not None else ""
    separator = text_runs(": ") if number and words else ""
    content = ledger.bookmarked(block.anchor, number + separator + words)
    if not (number or words):
        return content + paragraph(place.twin("TableSpace"), "")
    return paragraph("Caption", content, place, rtl=runs_right_to_left(plain_text(block.caption)))


def number_field(number: int, ledger: Ledger) -> str:
    """A field, so that Word can list the tables and count on when one is added; told to start afresh where
    the document's own numbers skip."""
    restart = "" if ledger.counts_on(number) else rf"\r {number} "
    field = field_start(rf" SEQ Table \* ARABIC {restart}") + text_runs(str(number)) + field_end()
    return text_runs("Table ") + field


def grid_widths(block: Table, room: int) -> tuple[int, ...]:
    edges = [0, *(room * share // 100 for share in accumulate(column_shares(block)))]
    return tuple(right - left for left, right in pairwise(edges))


def table_properties(block: Table, grid: Grid) -> str:
    labelled = block.kind == "details" or any(row[0].scope == "row" for row in block.rows)
    look = NO_BANDS | (FIRST_ROW if block.head else 0) | (FIRST_COLUMN if labelled else 0)
    title = plain_text(block.caption)
    return tag(
        "tblPr",
        tag("tblStyle", val=STYLES[block.kind]),
        tag("tblW", w=sum(grid.widths), type="dxa"),
        tag("tblInd", w=grid.place.indent, type="dxa") if grid.place.indent else "",
        tag("tblLayout", type="fixed"),
        tag("tblLook", val=f"{look:04X}"),
        tag("tblCaption", val=title) if title else "",
    )


def row_xml(cells: tuple[Cell, ...], grid: Grid, repeated: str = "") -> str:
    height = tag("trHeight", val=SIGNING_HEIGHT, hRule="atLeast") if grid.kind == "signatures" else ""
    properties = tag("trPr", tag("cantSplit"), height, repeated)
    measured = zip(cells, grid.widths, strict=True)
    written = [cell_xml(cell, width, index, grid) for index, (cell, width) in enumerate(measured)]
    return tag("tr", properties, *written)


def cell_xml(cell: Cell, width: int, column: int, grid: Grid) -> str:
    align = tag("vAlign", val="bottom") if grid.kind == "signatures" else ""
    properties = tag("tcPr", tag("tcW", w=width, type="dxa"), align)
    place = grid.place.cell(width, frame(cell, column, grid.kind))
    content = grid.flow(cell.blocks, place, grid.ledger) if cell.blocks else ""
    return tag("tc", properties, content or paragraph(place.style(), ""))


def frame(cell: Cell, column: int, kind: str) -> str:
    if cell.scope == "col":
        return "ColumnHeading"
    label = cell.scope == "row" or (kind == "details" and column == 0)
    return "RowHeading" if label else ""
