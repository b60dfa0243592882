"""Which rows of a table may break over pages: only those that no page could hold whole."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from eoi.document.blocks import Cell, Figure
from eoi.document.walk import walk
from eoi.writers.figure_size import size
from eoi.writers.line_lengths import PADDING, line_width, lines_of
from eoi.writers.page import A4
from eoi.writers.place import Place

LINE = 227  # twips a line of a table takes, as the table styles say
WIDEST_LETTER = 200  # twips
DRAWINGS = ("<w:drawing>", "<draw:frame ")  # in Word, in OpenDocument
AFTER = 40  # and a paragraph after its last
FILLED = 0.75  # of a page: lines break earlier than an estimate can know, and the head row needs room as well


def fits_a_page(
    cells: tuple[Cell, ...], written: Sequence[str], widths: tuple[int, ...], place: Place
) -> bool:
    most = place.depth * FILLED
    measured = zip(cells, written, widths, strict=True)
    return all(
        is_short(xml, width, most) or cell_depth(cell, width, place) < most for cell, xml, width in measured
    )


def is_short(xml: str, width: int, most: float) -> bool:
    """So little that it fits even if its markup were text; measuring each cell would cost more."""
    return len(xml) * WIDEST_LETTER / width * LINE < most and not any(start in xml for start in DRAWINGS)


def cell_depth(cell: Cell, width: int, place: Place) -> int:
    room = max(width * 100 / A4.room - PADDING, 1)  # in the unit of widths.py
    lines = sum(
        LINE * max(ceil(line_width(line) / max(room - indent, 1)), 1 + line.count("\n")) + AFTER
        for indent, line in lines_of(cell.blocks)
    )
    within = place.cell(width, "")
    return lines + sum(size(block, within)[1] for block in walk(cell.blocks) if isinstance(block, Figure))
