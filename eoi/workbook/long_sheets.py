"""Sheets of many rows: openpyxl makes the workbook, and the rows are added as XML.

The library takes ten times as long for each cell, and holds all cells in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from eoi.frozen_value import FrozenValue
from eoi.workbook.cells import TEXT_FORMAT, ShownCell
from eoi.workbook.comma_separated import FORMULA
from eoi.workbook.layout import is_number
from eoi.workbook.write import ESCAPED, TOP, WORDS, save_parts
from eoi.writers.text import escape
from eoi.writers.zip_package import pack

END = b"</sheetData>"
AT_ONCE = 50  # rows
SIZE = re.compile(rb"<dimension [^>]*/>")  # the size of the sheet without the added rows


class LongRow(NamedTuple):
    """A row. `height` is in points, or 0 for the usual height."""

    cells: Sequence[ShownCell]
    height: float = 0


class LongSheet(FrozenValue):
    """The rows to add below those that the library made for a sheet, and the formats of their numbers."""

    place: Worksheet
    first: int
    rows: Iterable[LongRow]
    formats: Sequence[str] = ()


class CellStyles(FrozenValue):
    """The numbers of cell styles in a workbook.

    `risky` is for a text that looks like a formula. It keeps the text from becoming one when somebody edits
    it.
    """

    text: int
    risky: int
    figures: Mapping[str, int]


def save_long_sheets(workbook: Workbook, title: str, sheets: Sequence[LongSheet]) -> bytes:
    """Return the bytes of a workbook with the rows of its long sheets. Equal workbooks give equal bytes."""
    rows = [write_rows(sheet, add_styles(sheet)) for sheet in sheets]
    parts = save_parts(workbook, title)
    # The library names the parts when it saves them.
    names = [sheet.place.path.lstrip("/") for sheet in sheets]
    found = dict(zip(names, rows, strict=True))
    return pack(
        {name: put_rows(part, found[name]) if name in found else part for name, part in parts.items()}
    )


def add_styles(sheet: LongSheet) -> CellStyles:
    """Add the styles of the cells of a sheet to its workbook."""
    figures = {format_: add_style(sheet.place, format_) for format_ in sheet.formats}
    return CellStyles(add_style(sheet.place), add_style(sheet.place, is_risky=True), figures)


def add_style(place: Worksheet, format_: str = TEXT_FORMAT, is_risky: bool = False) -> int:
    """Add a style to a workbook, and return its number."""
    cell: Any = WriteOnlyCell(place)
    cell.number_format, cell.alignment, cell.font, cell.quotePrefix = format_, TOP, WORDS, is_risky
    return int(cell.style_id)


def put_rows(part: bytes, rows: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a part of the workbook with more rows behind its own."""
    before, end, after = part.partition(END)
    yield SIZE.sub(b"", before)
    yield from rows
    yield end + after


def write_rows(sheet: LongSheet, styles: CellStyles) -> Iterator[bytes]:
    """Yield the rows as XML, many at a time.

    The package takes as long for a short piece as for a long one.
    """
    rows = enumerate(sheet.rows, sheet.first)
    while piece := "".join(write_xml_row(number, row, styles) for number, row in islice(rows, AT_ONCE)):
        yield piece.encode()


def write_xml_row(number: int, row: LongRow, styles: CellStyles) -> str:
    """Write a row. Empty cells are left out."""
    height = f' ht="{row.height:g}"' if row.height else ""
    cells = [
        write_xml_cell(f"{get_column_letter(column)}{number}", cell, styles)
        for column, cell in enumerate(row.cells, 1)
        if cell.value != ""
    ]
    return f'<row r="{number}"{height}>{"".join(cells)}</row>'


def write_xml_cell(place: str, cell: ShownCell, styles: CellStyles) -> str:
    """Write a cell. A text is never read as a formula, even after somebody edits it."""
    if is_number(cell):
        return f'<c r="{place}" s="{styles.figures[cell.format]}"><v>{cell.value}</v></c>'
    text = str(cell.value)
    style = styles.risky if text.startswith(FORMULA) else styles.text
    words = escape(ESCAPED.sub("_x005F_", text) if "_x" in text else text)
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'
