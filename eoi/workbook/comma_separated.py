"""A sheet as a file of comma-separated values, which any program can open.

Excel runs a text that begins with one of = + - @, even in quotes. Such a text gets an apostrophe before it in
the file, which is removed when the file is read.
"""

from __future__ import annotations

import csv
from io import StringIO
from itertools import islice

from eoi.imports.archive import CannotImport
from eoi.workbook.grids import MOST_COLUMNS, MOST_ROWS, GridPlace, ReadCell, ReadSheet
from eoi.workbook.layout import HEADING, QUESTION, LaidSheet

FORMULA = ("=", "+", "-", "@")  # the beginnings of a formula in a spreadsheet
RISKY = (*FORMULA, "\t", "\r")  # in CSV also what a spreadsheet can take off before it reads a formula
LONGEST = 1_000_000  # characters of a cell


def write_comma_separated(sheet: LaidSheet) -> bytes:
    """Return a sheet with its hidden row and column in UTF-8, with a mark by which Excel recognises UTF-8."""
    stream = StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([sheet.mark, *(column.path for column in sheet.columns)])
    writer.writerow([HEADING, *(column.heading for column in sheet.columns)])
    writer.writerow([QUESTION, *(column.question for column in sheet.columns)])
    for row in sheet.rows:
        writer.writerow([row.key, *(disarm_formula(cell.typed) if cell else "" for cell in row.cells)])
    return stream.getvalue().encode("utf-8-sig")


def disarm_formula(text: str) -> str:
    """Put an apostrophe before a text that Excel would run.

    A text that already looks like this gets one more, so that it can be restored.
    """
    return f"'{text}" if text.lstrip("'").startswith(RISKY) else text


def rearm(text: str) -> str:
    """Remove the apostrophe that `disarm_formula` added."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(RISKY) else text


def read_comma_separated(raw: bytes, title: str) -> ReadSheet:
    """Read a sheet; raise `CannotImport` if the file is not comma-separated text."""
    text = decode_csv(raw)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(LONGEST)
    try:
        rows = list(islice(csv.reader(StringIO(text, newline=""), delimiter=delimiter), MOST_ROWS + 1))
    except csv.Error:
        raise CannotImport("it is no comma-separated text; save the sheet as CSV UTF-8") from None
    if len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
        raise CannotImport("it has more rows or columns than any submission; delete those that are empty")
    cells = {
        GridPlace(number, column): ReadCell(rearm(value.replace("\r\n", "\n").replace("\r", "\n")))
        for number, row in enumerate(rows, 1)
        for column, value in enumerate(row, 1)
        if value.strip()
    }
    return ReadSheet(title, cells)


def decode_csv(raw: bytes) -> str:
    """Decode a file in UTF-8, or else in the older encoding of Windows."""
    if b"\x00" in raw:
        raise CannotImport("it is no text; save the sheet as CSV UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")
