"""A copy of a returned workbook, with a comment at each cell that cannot be used."""

from __future__ import annotations

import re
import warnings
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from eoi.imports.archive import CannotImport
from eoi.imports.outcome import ImportOutcome
from eoi.workbook.cell_comments import NOT_TAKEN
from eoi.workbook.grids import ReadSheet
from eoi.workbook.write import ESCAPED, finish_package
from eoi.writers.zip_package import unpack

AUTHOR = "eoi"
YELLOW = PatternFill("solid", fgColor="FFF2A8")
PLACE = re.compile(r"(?:(?P<title>.*)!)?(?P<cell>[A-Z]{1,3}[1-9][0-9]{0,6})")
WIDTH, LINE, LETTERS = 320, 18, 48  # of a comment, in pixels and letters
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f]")


def mark_workbook(raw: bytes, sheets: Collection[ReadSheet], outcome: ImportOutcome) -> bytes:
    """Return a copy of a workbook as .xlsx, with a comment at each cell that cannot be used.

    The workbook may have any format that can be read.
    """
    is_excel = "xl/workbook.xml" in unpack(raw)
    workbook = open_copy(raw) if is_excel else write_copy(sheets)
    for (title, cell), reasons in collect_reasons(outcome).items():
        place = workbook[title] if title in workbook.sheetnames else workbook.worksheets[0]
        write_reasons(place, cell, reasons)
    stream = BytesIO()
    workbook.save(stream)
    return finish_package(stream.getvalue())


def open_copy(raw: bytes) -> Workbook:
    """Return an Excel workbook to write into; raise `CannotImport` if the library cannot read it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts missing in the copy, such as pictures
            return load_workbook(BytesIO(raw))
    except Exception:  # the library has no error of its own for a file that it cannot read
        raise CannotImport("no marked copy can be made of it; save it again in Excel") from None


def write_copy(sheets: Collection[ReadSheet]) -> Workbook:
    """Return a workbook with the cells of a workbook in another format."""
    workbook = Workbook()
    first = workbook.active
    assert isinstance(first, Worksheet)
    workbook.remove(first)
    for sheet in sheets:
        place = workbook.create_sheet(sheet.title or "Sheet")
        for (row, column), cell in sheet.cells.items():
            copied = place.cell(row, column)
            if isinstance(cell.value, str):
                copied.value = ESCAPED.sub("_x005F_", UNSEEN.sub("?", cell.value))
                copied.data_type = "s"
            else:
                copied.value = cell.value
            copied.number_format = (
                "0.##%" if cell.is_share else "d mmm yyyy" if is_day(cell.value) else "General"
            )
        if sheet.is_origin:
            place.sheet_state = "veryHidden"
        else:
            place.row_dimensions[1].hidden = place.title != "About"
            place.column_dimensions["A"].hidden = place.title != "About"
    return workbook


def is_day(value: str | Decimal | bool | date) -> bool:
    """Tell whether a cell holds a day."""
    return isinstance(value, date)


def collect_reasons(outcome: ImportOutcome) -> Mapping[tuple[str, str], list[str]]:
    """Return the messages for each cell, by its sheet and its name."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for one in outcome.unplaced:
        add_reason(found, one.difference.where, f"{NOT_TAKEN}{one.reason}.")
    for conflict in outcome.conflicts:
        mine = conflict.mine or "nothing"
        both = f"It was '{conflict.was}', and is '{mine}' now."
        reason = f"{NOT_TAKEN}the submission has changed here too. {both}"
        add_reason(found, conflict.placed.difference.where, reason)
    return found


def add_reason(found: dict[tuple[str, str], list[str]], where: str, reason: str) -> None:
    """Add a message for a cell. A removed row has no cell, so its message is left out."""
    if match := PLACE.fullmatch(where):
        title = (match["title"] or "").strip("'").replace("''", "'")
        found[title, match["cell"]].append(reason)


def write_reasons(place: Worksheet, name: str, reasons: Collection[str]) -> None:
    """Write messages at a cell, below its earlier comments."""
    cell = place[name]
    before = [cell.comment.text] if getattr(cell, "comment", None) else []
    text = "\n".join([*before, *reasons])
    lines = sum(1 + len(line) // LETTERS for line in text.split("\n"))
    cell.comment = Comment(text, AUTHOR, height=LINE * (lines + 2), width=WIDTH)
    cell.fill = YELLOW
