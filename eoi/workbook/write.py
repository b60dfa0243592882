"""Laid sheets written as an Excel workbook. Equal input gives equal bytes."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any
from zlib import compress

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from eoi.submission import MARKDOWN, Kind
from eoi.workbook.about import TITLE, WorkbookOrigin, write_about
from eoi.workbook.cells import TEXT_FORMAT, ShownCell, is_figure
from eoi.workbook.choices import add_choices
from eoi.workbook.comma_separated import FORMULA
from eoi.workbook.grids import ORIGIN
from eoi.workbook.layout import (
    FIRST_ROW,
    HEADING,
    QUESTION,
    LaidColumn,
    LaidSheet,
    choose_column_format,
    is_number,
)
from eoi.workbook.sheets import ANSWERS
from eoi.writers.zip_package import EPOCH, pack, unpack

HIDDEN = "eoi"
CHUNK = 30_000  # characters of the hidden file in each cell
A4 = 9
LINE_HEIGHT, HIGHEST = 15, 409  # points
PAGE_WIDTH = 190  # characters that fit side by side on a page
WORDS = Font(name="Calibri", size=11)
BOLD = Font(name="Calibri", size=11, bold=True)
LARGE = Font(name="Calibri", size=16, bold=True)
SMALL = Font(name="Calibri", size=10, color="404040")
GREY = PatternFill("solid", fgColor="E3E8EC")
TOP = Alignment(wrap_text=True, vertical="top")
LEFT = Alignment(horizontal="left", vertical="top")
LINE = Border(bottom=Side(style="thin", color="A0A8AF"))
MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads these as a character by its number


def write_workbook(sheets: Sequence[LaidSheet], origin: WorkbookOrigin) -> bytes:
    """Return the bytes of a workbook."""
    workbook = Workbook()
    about = workbook.active
    assert isinstance(about, Worksheet)
    fill_about(about, write_about(origin.title, origin.name, origin.saved))
    titles = {sheet.plan.names: sheet.plan.title for sheet in sheets}
    for sheet in sheets:
        fill_sheet(workbook.create_sheet(sheet.plan.title), sheet, titles.get(sheet.plan.parent, ""))
    hide_origin(workbook.create_sheet(HIDDEN), origin)
    return save_workbook(workbook, origin.title)


def save_workbook(workbook: Workbook, title: str) -> bytes:
    """Return the bytes of a workbook. Equal workbooks give equal bytes at any time."""
    return pack(save_parts(workbook, title))


def save_parts(workbook: Workbook, title: str) -> dict[str, bytes]:
    """Return the parts of a workbook as they are packed."""
    workbook.properties.title = title
    workbook.properties.creator = "eoi"
    workbook.properties.created = datetime(*EPOCH)
    stream = BytesIO()
    workbook.save(stream)
    return finish_parts(stream.getvalue())


def finish_package(raw: bytes) -> bytes:
    """Return a workbook without the time of writing, and with rows that grow as people type."""
    return pack(finish_parts(raw))


def finish_parts(raw: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook without the time of writing and without fixed row heights.

    The library marks each height as chosen by a person, and Excel never changes such a height.
    """
    parts = dict(unpack(raw))
    core = "docProps/core.xml"
    parts[core] = MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", parts[core])
    for name in parts:
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = parts[name].replace(b' customHeight="1"', b"")
    return parts


def fill_about(place: Worksheet, rows: Iterable[tuple[str, str]]) -> None:
    """Write the words of the first sheet."""
    place.title = TITLE
    for number, (head, words) in enumerate(rows, 1):
        write_own_words(place, number, 1, head, LARGE if number == 1 else BOLD)
        write_own_words(place, number, 2, words, WORDS)
        if number == 1 or not words:
            place.cell(number, 1).alignment = Alignment(vertical="top")
    place.column_dimensions["A"].width = 24
    place.column_dimensions["B"].width = 84
    place.row_dimensions[1].height = 26
    place.sheet_view.showGridLines = False
    set_up_page(place, "portrait")


def fill_sheet(place: Worksheet, sheet: LaidSheet, parent_title: str) -> None:
    """Write the hidden paths, the heads and the rows of a sheet, and set its look."""
    write_own_words(place, 1, 1, sheet.mark, SMALL)
    write_own_words(place, 2, 1, HEADING, SMALL)
    write_own_words(place, 3, 1, QUESTION, SMALL)
    for number, column in enumerate(sheet.columns, 2):
        write_column_head(place, number, column)
    for number, row in enumerate(sheet.rows, FIRST_ROW):
        write_own_words(place, number, 1, row.key, SMALL)
        for index, (cell, column) in enumerate(zip(row.cells, sheet.columns, strict=True), 2):
            write_sheet_cell(place, number, index, cell or ShownCell("", choose_column_format(column)))
        place.row_dimensions[number].height = measure_height_of_cells(
            zip(row.cells, sheet.columns, strict=True)
        )
    heads = [(ShownCell(column.question), column) for column in sheet.columns]
    place.row_dimensions[3].height = measure_height_of_cells(heads)
    place.row_dimensions[1].hidden = True
    place.column_dimensions["A"].hidden = True
    place.freeze_panes = f"{'C' if len(sheet.columns) > 1 else 'B'}{FIRST_ROW}"
    place.print_title_rows = "2:3"
    set_up_page(place, "landscape", sum(choose_column_width(column) for column in sheet.columns))
    add_choices(place, sheet, parent_title)


def write_column_head(place: Worksheet, number: int, column: LaidColumn) -> None:
    """Write the hidden path, the heading and the question of a column, and set its width and format."""
    write_own_words(place, 1, number, column.path, SMALL)
    write_own_words(place, 2, number, column.heading, BOLD)
    write_own_words(place, 3, number, column.question, SMALL)
    for row in (2, 3):
        place.cell(row, number).fill = GREY
    place.cell(3, number).border = LINE
    dimension = place.column_dimensions[get_column_letter(number)]
    dimension.width = choose_column_width(column)
    dimension.number_format = choose_column_format(column)
    dimension.alignment = TOP
    dimension.font = WORDS


def choose_column_width(column: LaidColumn) -> float:
    """Return the width of a column in characters, from the kind of its values."""
    if column.column is None:
        return {"answer": 80.0, "Question": 48.0}.get(column.path or column.heading, 26.0)
    field = column.column.field
    if field.kind is MARKDOWN or field.is_list:
        return 48
    if field.words or is_figure(field.kind) or not isinstance(field.kind, Kind) or field.kind.name != "str":
        return 16
    return 14 if column.path in ("band", "code", "id") else 30


def write_own_words(place: Worksheet, row: int, column: int, text: str, font: Font) -> None:
    """Write words of our own."""
    if text:
        write_sheet_cell(place, row, column, ShownCell(text))
        place.cell(row, column).font = font


def write_sheet_cell(place: Worksheet, row: int, column: int, shown: ShownCell) -> None:
    """Write a cell. A text is never read as a formula, even after somebody edits it."""
    cell: Any = place.cell(row, column)
    cell.number_format, cell.alignment, cell.font = shown.format, TOP, WORDS
    if is_number(shown):
        cell.value = shown.value
        if cell.column_letter == "D" and place.title == ANSWERS:
            cell.alignment = LEFT
    elif shown.value:
        cell.value = ESCAPED.sub("_x005F_", str(shown.value))
        cell.data_type = "s"
        cell.quotePrefix = str(shown.value).startswith(FORMULA)


def measure_height_of_cells(cells: Iterable[tuple[ShownCell | None, LaidColumn]]) -> float:
    """Return the height of a row in points that shows all lines of its fullest cell."""
    lines = [count_text_lines(str(cell.value), choose_column_width(column)) for cell, column in cells if cell]
    return min(LINE_HEIGHT * max(lines, default=1) + 2, HIGHEST)


def count_text_lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a column with this width in characters."""
    return sum(1 + int(len(line) * 0.95 / width) for line in text.split("\n"))


def set_up_page(place: Worksheet, orientation: str, width: float = 0) -> None:
    """Print a sheet on A4 with its name at the foot. A wide sheet takes several pages side by side."""
    pages = max(1, round(width / PAGE_WIDTH))
    place.page_setup.fitToWidth = pages
    if pages > 1:  # LibreOffice takes long to open a sheet that repeats rows and columns
        place.print_title_cols = "B:B"
    place.page_setup.orientation = orientation  # type: ignore[assignment]
    place.page_setup.paperSize = A4
    place.page_setup.fitToHeight = 0
    place.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    footer: Any = place.oddFooter
    footer.left.text, footer.right.text = "&A", "Page &P of &N"
    place.page_margins.left = place.page_margins.right = 0.5


def hide_origin(place: Worksheet, origin: WorkbookOrigin) -> None:
    """Write the source file into a hidden sheet. The returned workbook is compared with it."""
    packed = b64encode(compress(origin.raw, 9)).decode()
    chunks = [packed[start : start + CHUNK] for start in range(0, len(packed), CHUNK)]
    for number, text in enumerate((ORIGIN, origin.digest, origin.title, origin.name, *chunks), 1):
        write_sheet_cell(place, number, 1, ShownCell(text, TEXT_FORMAT))
    place.sheet_state = "veryHidden"
