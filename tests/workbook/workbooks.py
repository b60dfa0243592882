"""Workbooks as eoi writes them, changed as an officer would change them in Excel.

raw = changed(workbook_of(BATH, "Posts"), {"Posts!G4": 45_600})
back(raw, BATH.read_bytes())
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from difflib import ndiff
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from eoi.change import apply_changes
from eoi.examined import ExaminedSubmission
from eoi.imports.outcome import ImportOutcome
from eoi.pipeline import examine
from eoi.source import load
from eoi.source.nodes import Plain, convert_to_plain
from eoi.source.paths import write_path
from eoi.submission import TEXT
from eoi.submission.vocabulary import list_field_names_at
from eoi.workbook.export import export_workbook, list_sheets
from eoi.workbook.import_workbook import import_workbook
from eoi.workbook.layout import FIRST_ROW, LaidSheet
from eoi.workbook.rows import SheetRow
from tests.samples import EXAMPLES, ROOT

BATH = ROOT / "examples" / "bath-and-north-east-somerset.yaml"
COMPLETE = ROOT / "tests" / "golden" / "documents" / "complete.yaml"
FILES = (*EXAMPLES, *sorted((ROOT / "tests" / "bids").glob("*.yaml")), COMPLETE)
DAY = date(2014, 6, 2)
NAME = "ours.yaml"
SHEETS_ABOUT_IT = ("About", "eoi")


@cache
def workbook_of(file: Path, *titles: str) -> bytes:
    """The whole workbook, or a few sheets of it: to change these and read them takes a tenth of the time."""
    return edited(workbook_of(file), keep_sheets(titles)) if titles else exported(file.read_bytes())


def keep_sheets(titles: Collection[str]) -> Callable[[Workbook], None]:
    def edit(workbook: Workbook) -> None:
        for title in workbook.sheetnames:
            if title not in (*titles, *SHEETS_ABOUT_IT):
                del workbook[title]

    return edit


def exported(raw: bytes) -> bytes:
    return export_workbook(examined_of(raw), NAME, DAY)


def examined_of(raw: bytes) -> ExaminedSubmission:
    examined = examine(raw, NAME)
    assert isinstance(examined, ExaminedSubmission), examined.findings
    return examined


def edited(raw: bytes, edit: Callable[[Workbook], None]) -> bytes:
    """The workbook after somebody edited it and saved it."""
    workbook = load_workbook(BytesIO(raw))
    edit(workbook)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def sheets_of(raw: bytes) -> list[LaidSheet]:
    return list_sheets(examined_of(raw))


def changed(
    raw: bytes,
    cells: Mapping[str, Any],
    formats: Mapping[str, str] | None = None,
    text_formats: Collection[str] = (),
) -> bytes:
    """The workbook with other values in some cells, named as Excel names them.

    In the cells of `text_formats` a value is typed as a text, which stays one.
    """

    def edit(workbook: Workbook) -> None:
        for where, value in cells.items():
            title, _, name = where.rpartition("!")
            cell = workbook[title.strip("'")][name]
            cell.value = value
            if where in text_formats:
                cell.data_type = "s"
            if formats and where in formats:
                cell.number_format = formats[where]

    return edited(raw, edit)


def back(raw: bytes, into: bytes, name: str = "back.xlsx", base: bytes | None = None) -> ImportOutcome:
    return import_workbook(raw, name, into, NAME, base)


def applied(outcome: ImportOutcome, into: bytes) -> bytes:
    return (
        apply_changes(load(into, NAME, list_field_names_at), outcome.changes, list_field_names_at)
        if outcome.changes
        else into
    )


def changed_lines(outcome: ImportOutcome, into: bytes) -> list[str]:
    """The lines of the file that differ once the changes are made, as a diff marks them."""
    after = applied(outcome, into).decode()
    return [line for line in ndiff(into.decode().split("\n"), after.split("\n")) if line[0] in "+-"]


def said(outcome: ImportOutcome) -> list[tuple[str, str]]:
    """What could not be taken over: the cell, and why."""
    return [(one.difference.where, one.reason) for one in outcome.unplaced]


def cells_of(raw: bytes) -> int:
    """How many cells of a workbook hold something, as another program counts them."""
    return sum(
        1
        for sheet in load_workbook(BytesIO(raw))
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    )


def fields_of(sheet: LaidSheet, row: SheetRow, kind: object = TEXT) -> list[tuple[int, str]]:
    """The columns of a row that hold a value of a kind, with the path of the field."""
    return [
        (index, write_path((*row.path, *column.names)))
        for index, column in enumerate(sheet.plan.columns)
        if column.field.kind is kind and isinstance(row.values.get(column.names), str)
    ]


def cell_name(sheet: LaidSheet, row: int, index: int) -> str:
    """The name of a cell as Excel has it; the sheet of single answers has them below each other."""
    if not sheet.plan.names:
        return f"Answers!D{FIRST_ROW + index}"
    letter = get_column_letter(2 + index + bool(sheet.plan.parent))
    return f"'{sheet.plan.title}'!{letter}{row}"


def tree_of(raw: bytes) -> Plain:
    tree = load(raw, "x", list_field_names_at).tree
    assert tree
    return convert_to_plain(tree)


def differences(one: Plain, two: Plain, path: str = "") -> list[str]:
    """The paths at which two trees differ."""
    if isinstance(one, dict) and isinstance(two, dict):
        names = list(dict.fromkeys([*one, *two]))
        return [
            found
            for name in names
            for found in differences(one.get(name, ""), two.get(name, ""), f"{path}.{name}".strip("."))
        ]
    if isinstance(one, list) and isinstance(two, list) and len(one) == len(two):
        pairs = enumerate(zip(one, two, strict=True))
        return [found for number, (a, b) in pairs for found in differences(a, b, f"{path}[{number}]")]
    return [] if one == two else [path]
