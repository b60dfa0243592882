"""Lists to choose from, in cells of a workbook that can hold only a few words."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from eoi.submission import Kind
from eoi.submission.scope import LEADER, LEADERS
from eoi.workbook.layout import FIRST_ROW, PARENT, ROOM, LaidSheet


def add_choices(place: Worksheet, sheet: LaidSheet, parent_title: str) -> None:
    """Add a list to choose from to the cells that can hold only a few words."""
    last = FIRST_ROW + len(sheet.rows) + ROOM
    for number, column in enumerate(sheet.columns, 2):
        letter = get_column_letter(number)
        if column.path == PARENT and parent_title:
            end = FIRST_ROW + len(sheet.labels) + ROOM
            source = f"'{parent_title}'!$B${FIRST_ROW}:$B${end}"
            add_choice(place, source, f"{letter}{FIRST_ROW}:{letter}{last}", True)
        elif column.column and (words := list_choices(column.column.field.kind)):
            is_open = not column.column.field.words
            add_choice(place, f'"{",".join(words)}"', f"{letter}{FIRST_ROW}:{letter}{last}", is_open)
    if not sheet.plan.names:
        for number, one in enumerate(sheet.plan.columns, FIRST_ROW):
            if words := list_choices(one.field.kind):
                add_choice(place, f'"{",".join(words)}"', f"D{number}", not one.field.words)


def list_choices(kind: object) -> tuple[str, ...]:
    """Return the words to choose from; return an empty tuple if there are none."""
    if not isinstance(kind, Kind):
        return ()
    return kind.words or (LEADERS.words if kind is LEADER else ())


def add_choice(place: Worksheet, source: str, cells: str, is_open: bool) -> None:
    """Add a list to choose from. If it `is_open`, other words can be typed too."""
    choice = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=not is_open)
    choice.error = "Choose one of the words in the list, or leave the cell empty."
    choice.errorTitle = "Choose from the list"
    choice.add(cells)
    place.add_data_validation(choice)
