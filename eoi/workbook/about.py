"""The first sheet of a workbook: its purpose, how to fill it in, and how to return it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from eoi.submission.days import MONTHS
from eoi.workbook.sheets import list_sheet_plans

TITLE, TAKEN_FROM = "About", "Taken from "
HOW = (
    ("Fill in", "Type in the white cells. The grey rows over each column say what it asks."),
    (
        "Leave empty",
        "Leave empty what you do not know yet. An empty cell is never taken for an answer.",
    ),
    ("Add", "Type in the first empty row to add to a list. You can also insert a row anywhere."),
    ("Remove", "Delete a whole row to take it out. Hiding, sorting or moving rows changes nothing."),
    ("Several in a cell", "Where a cell lists things, write one on each line (Alt and Enter)."),
    ("Amounts", "Type £43.3k, £4.7m or 43,300. A cell may show £43.3k and hold 43,300."),
    (
        "Dates",
        "Type 20 June 2014, 20/06/2014, June 2014, 2014/15 or 2014. A month alone stays a month.",
    ),
    ("Shares", "Type 58%."),
    ("Yes or no", "Choose from the list in the cell."),
    (
        "Formulas",
        "You can use formulas for your own sums: what counts is the figure that a cell shows.",
    ),
    ("Notes", "Columns and sheets that you add are not read. They are listed when the workbook comes back."),
    ("Send it back", "Save the workbook as .xlsx or .ods, and send it to whoever sent it to you."),
)


class WorkbookOrigin(NamedTuple):
    """The file that a workbook was made from, its title, and the day it was saved."""

    title: str
    name: str
    digest: str
    raw: bytes
    saved: date | None = None


def write_about(title: str, name: str, saved: date | None = None) -> Iterator[tuple[str, str]]:
    """Yield the rows of the sheet, each a term and its meaning."""
    yield title, ""
    yield "", f"{TAKEN_FROM}{name}{f', as saved on {write_long_day(saved)}' if saved else ''}."
    yield "", ""
    yield "How to fill it in", ""
    yield from HOW
    yield "", ""
    yield "For whoever takes it back", ""
    yield "Look", f"eoi import FILE.xlsx --into {name} shows what has changed, and writes nothing."
    yield "Take over", f"eoi import FILE.xlsx --into {name} --apply makes the changes."
    yield "", ""
    yield "The sheets", ""
    for plan in list_sheet_plans():
        if plan.is_usual:
            yield plan.title, plan.question
    yield "", "Any other list has a sheet where the submission has something in it."


def write_long_day(day: date) -> str:
    """Write a day in words: `20 June 2014`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
