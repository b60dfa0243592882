"""Tables: data with a caption and a head that repeats, details, and room to sign."""

from __future__ import annotations

import re
from functools import lru_cache

from eoi.document.blocks import Cell, Revision, Scope, Table
from eoi.document.subset.inlines import read_plain_words
from eoi.document.walk import find_only_text
from eoi.writers.docx.context import WordContext
from eoi.writers.docx.paragraphs import WriteBlocks, write_caption, write_paragraph, write_section_end
from eoi.writers.docx.revisions import find_row_revision, mark_cell, mark_end, mark_row
from eoi.writers.docx.xml import write_tag, write_text_runs
from eoi.writers.page import Surroundings
from eoi.writers.row_heights import (
    SIGNING_HEIGHT,
    SIGNING_ROOM,
    choose_cell_frame,
    compute_grid_widths,
    stays_whole,
)
from eoi.writers.text import keep_together, runs_right_to_left

STYLES = {"data": "DataTable", "details": "DetailsTable", "signatures": "SignaturesTable"}
# The style of a paragraph that is not kept with the next one yet.
PARAGRAPH, LEADS = re.compile(r'(<w:pStyle w:val="[^"]*"/>)(?!<w:keepNext/>)'), r"\1<w:keepNext/>"
ROOM_TO_SIGN = write_tag("trHeight", val=SIGNING_HEIGHT, hRule="atLeast")
FIRST_ROW, FIRST_COLUMN, NO_BANDS = 0x20, 0x80, 0x600  # parts of the table style to use or to leave out


class WordGrid:
    """A table with everything that is needed to write its cells; `widths` are in twips."""

    def __init__(
        self, table: Table, place: Surroundings, context: WordContext, write_blocks: WriteBlocks
    ) -> None:
        self.table, self.place, self.context, self.write_blocks = table, place, context, write_blocks
        self.widths = compute_grid_widths(table, place.room)
        self.places: dict[tuple[Scope | None, int], Surroundings] = {}

    def place_cell(self, scope: Scope | None, column: int) -> Surroundings:
        """Return the surroundings in a cell, which the cells of a column share."""
        place = self.places.get((scope, column))
        if place is None:
            frame, right = choose_cell_frame(scope, column, self.table), self.table.aligns_right(column)
            place = self.places[scope, column] = self.place.cell(self.widths[column], frame, right=right)
        return place


def write_table(block: Table, place: Surroundings, context: WordContext, write_blocks: WriteBlocks) -> str:
    """Write a table and a small paragraph after it.

    Word puts no space around a table, joins it to a table right after it, and requires a paragraph at the end
    of a cell. Before a heading and at the end of a section the paragraph is too thin to see: the heading has
    its own space, and a taller line could need a page of its own.
    """
    above = place._replace(ends="") if block.head or block.rows else place
    caption = write_caption(
        "Table", block.number, block.caption, block.anchor, above, context, block.revision
    )
    if not (block.head or block.rows):
        return caption
    grid = WordGrid(block, place, context, write_blocks)
    columns = "".join([f'<w:gridCol w:w="{width}"/>' for width in grid.widths])
    heading = write_row(block.head, grid, "<w:tblHeader/>") if block.head else ""
    rows = lead_rows([write_row(row, grid) for row in block.rows], block.kept, block.leading)
    if block.leads:
        rows[-1] = PARAGRAPH.sub(LEADS, rows[-1])
    return (
        caption
        + f"<w:tbl>{write_table_properties(block, grid)}<w:tblGrid>{columns}</w:tblGrid>"
        + f"{heading}{''.join(rows)}</w:tbl>"
        + write_space_after_table(place._replace(leads=block.leads), mark_end(block.revision, context))
    )


def lead_rows(rows: list[str], kept: int, leading: int = 0) -> list[str]:
    """Keep the last rows together on one page, and the first rows with the next one."""
    first = len(rows) - max(kept, 1)
    return [
        *(PARAGRAPH.sub(LEADS, row) for row in rows[:leading]),
        *rows[leading:first],
        *(PARAGRAPH.sub(LEADS, row) for row in rows[first:-1]),
        *rows[-1:],
    ]


def write_space_after_table(place: Surroundings, line_end: str) -> str:
    """Write the small paragraph after a table. It also ends the section if the table does."""
    if place.ends or (place.before_heading and not place.in_cell):
        return write_section_end(place.ends, "" if place.ends else line_end)
    return write_paragraph(place.twin("TableSpace"), "", Surroundings(line_end=line_end, leads=place.leads))


def write_table_properties(block: Table, grid: WordGrid) -> str:
    """Write the style, the widths and the title of a table."""
    labelled = block.kind == "details" or any(row[0].scope == "row" for row in block.rows)
    look = NO_BANDS | (FIRST_ROW if block.head else 0) | (FIRST_COLUMN if labelled else 0)
    title = read_plain_words(block.caption)
    indent = write_tag("tblInd", w=grid.place.indent, type="dxa") if grid.place.indent else ""
    caption = write_tag("tblCaption", val=title) if title else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="{STYLES[block.kind]}"/><w:tblW w:w="{sum(grid.widths)}" w:type="dxa"/>'
        f'{indent}<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look:04X}"/>{caption}</w:tblPr>'
    )


def write_row(cells: tuple[Cell, ...], grid: WordGrid, repeated: str = "") -> str:
    """Write a row, which is kept on one page if it is short enough."""
    fate = find_row_revision(cells) if grid.context.revisions else ""
    written = "".join([write_cell(cell, column, grid, fate) for column, cell in enumerate(cells)])
    whole = "<w:cantSplit/>" if stays_whole(cells, grid.widths, grid.place) else ""
    properties = whole + (ROOM_TO_SIGN if grid.table.kind == "signatures" else "") + repeated
    if fate:
        properties += mark_row(fate, properties, grid.context)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{written}</w:tr>" if properties else f"<w:tr>{written}</w:tr>"


def write_cell(cell: Cell, column: int, grid: WordGrid, fate: Revision) -> str:
    """Write a cell. An empty cell gets an empty paragraph, since Word requires one."""
    place, width = grid.place_cell(cell.scope, column), grid.widths[column]
    text = find_only_text(cell.blocks)
    if text is not None and not grid.context.revisions:
        return write_text_cell(text, width, grid.table.kind, place)
    content = grid.write_blocks(cell.blocks, place) if cell.blocks else ""
    properties = write_cell_properties(width, grid.table.kind)
    if change := mark_cell(cell, fate, grid.context):
        properties = properties.replace("</w:tcPr>", f"{change}</w:tcPr>")
    return f"<w:tc>{properties}{content or write_paragraph(place.style(), '')}</w:tc>"


@lru_cache(maxsize=1024)
def write_text_cell(text: str, width: int, kind: str, place: Surroundings) -> str:
    """Write a cell with one plain text.

    The result is kept, since the questions of a round are in the checklist of each of its submissions.
    """
    words = write_text_runs(keep_together(text))
    rtl = not words.isascii() and runs_right_to_left(text)
    line = write_paragraph(place.style(), words, place, rtl=rtl)
    return f"<w:tc>{write_cell_properties(width, kind)}{line}</w:tc>"


@lru_cache(maxsize=256)  # the many cells of a column have the same width
def write_cell_properties(width: int, kind: str) -> str:
    """Write the width of a cell, and for a cell to sign the room above its words."""
    own = write_tag("tcW", w=width, type="dxa")
    if kind != "signatures":
        return write_tag("tcPr", own)
    above = write_tag("tcMar", write_tag("top", w=SIGNING_ROOM, type="dxa"))
    return write_tag("tcPr", own, above, write_tag("vAlign", val="bottom"))
