"""Which rows of a table may break over pages: only those that no page could hold whole."""

from __future__ import annotations

from math import ceil

from eoi.document.blocks import Cell, Figure
from eoi.document.walk import walk
from eoi.writers.docx.figures import size
from eoi.writers.docx.page import A4
from eoi.writers.docx.place import Place
from eoi.writers.widths import PADDING, line_width, lines_of

LINE = 227  # twips a line of a table takes, as the table styles say
AFTER = 40  # and a paragraph after its last
FILLED = 0.75  # of a page: lines break earlier than an estimate can know, and the head row needs room as well


def fits_a_page(cells: tuple[Cell, ...], widths: tuple[int, ...], place: Place) -> bool:
    depth = max([cell_depth(cell, width, place) for cell, width in zip(cells, widths, strict=True)])
    return depth < place.depth * FILLED


def cell_depth(cell: Cell, width: int, place: Place) -> int:
    room = max(width * 100 / A4.room - PADDING, 1)  # in the unit of widths.py
    lines = sum(
        LINE * max(ceil(line_width(line) / max(room - indent, 1)), 1 + line.count("\n")) + AFTER
        for indent, line in lines_of(cell.blocks)
    )
    within = place.cell(width, "")
    return lines + sum(size(block, within)[1] for block in walk(cell.blocks) if isinstance(block, Figure))
