"""Rows that are added to a sheet as XML keep all their cells."""

from io import BytesIO

from openpyxl import Workbook, load_workbook

from eoi.workbook.cells import ShownCell
from eoi.workbook.long_sheets import LongRow, LongSheet, save_long_sheets


def test_a_row_of_more_cells_than_any_screen_shows_keeps_them_all() -> None:
    workbook = Workbook(write_only=True)
    cells = [ShownCell(f"answer {number}") for number in range(300)]
    sheet = LongSheet(workbook.create_sheet("Answers"), 1, [LongRow(cells)])
    saved = load_workbook(BytesIO(save_long_sheets(workbook, "Answers", [sheet])))
    (row,) = saved["Answers"].iter_rows(values_only=True)
    assert list(row) == [cell.value for cell in cells]
