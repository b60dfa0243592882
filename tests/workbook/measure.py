"""How workbooks come back: untouched, and with every kind of edit on every sheet.

    python -m tests.workbook.measure            prints the table
    python -m tests.workbook.measure --store    keeps it for the page about trust
    python -m tests.workbook.measure --misses   names what is not as it should be

Each edit is made on every sheet of the fullest submission. It is right if the YAML file then differs in the
one place that was edited, and in no other. LibreOffice saves all workbooks of a format in one run.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import Workbook

from benchmarks.environment import machine, today
from docs.workbooks import STORE, WorkbookRow, table
from eoi.source.paths import write_path
from eoi.submission import TEXT
from eoi.submission.dates import DATE
from eoi.submission.quantities import MONEY
from eoi.workbook.export import export_sheet
from eoi.workbook.layout import FIRST_ROW, LaidSheet
from eoi.workbook.rows import SheetRow, list_sheet_rows
from tests.programs import office_all_saved
from tests.workbook.workbooks import (
    BATH,
    COMPLETE,
    FILES,
    applied,
    back,
    cell_name,
    differences,
    edited,
    examined_of,
    fields_of,
    sheets_of,
    tree_of,
    workbook_of,
)

RAW = COMPLETE.read_bytes()
PATHS = {"a text": TEXT, "an amount": MONEY, "a date": DATE}
TYPED = {"a text": "Renewed words", "an amount": 1_234_500, "a date": date(2014, 10, 3)}
LAST_COLUMN = 60  # of an added column, right of all others


class ListSheet(NamedTuple):
    """A sheet of a list with the items that it holds."""

    laid: LaidSheet
    rows: list[SheetRow]

    @property
    def last(self) -> int:
        """The row of the last item."""
        return FIRST_ROW + len(self.rows) - 1

    @property
    def list_path(self) -> str:
        """The list that the last item is in."""
        return write_path(self.rows[-1].path[:-1])


Expected = dict[str, str]  # by the title of a sheet, the one place that differs after an edit; empty for none
Edit = Callable[[Workbook, list[ListSheet]], Expected]


def list_sheets() -> list[ListSheet]:
    """The sheets of lists that hold something."""
    tree = examined_of(RAW).source.tree
    assert tree
    found = [
        ListSheet(sheet, list_sheet_rows(sheet.plan, tree)) for sheet in sheets_of(RAW) if sheet.plan.names
    ]
    return [one for one in found if one.rows and not one.rows[0].says_none]


def change_cells(kind: str) -> Edit:
    def edit(workbook: Workbook, sheets: list[ListSheet]) -> Expected:
        """Type another value into the last cell of a kind on each sheet."""
        expected = Expected()
        for one in sheets:
            fields = [
                (cell_name(one.laid, number, index), path)
                for number, row in enumerate(one.rows, FIRST_ROW)
                for index, path in fields_of(one.laid, row, PATHS[kind])
                if path.rpartition(".")[2] not in ("id", "code", "function")
            ]
            if fields:
                cell, path = fields[-1]
                title, _, name = cell.rpartition("!")
                workbook[title.strip("'")][name].value = TYPED[kind]
                expected[one.laid.plan.title] = path
        return expected

    return edit


def add_rows(workbook: Workbook, sheets: list[ListSheet]) -> Expected:
    """Type a copy of the last row below it, with another name."""
    expected = Expected()
    for one in sheets:
        sheet: Any = workbook[one.laid.plan.title]
        label = one.laid.plan.labelled_by
        if label.field.kind is not TEXT or one.laid.plan.names[-1] == "functions":
            continue
        if one.laid.plan.names in {other.laid.plan.parent for other in sheets}:
            continue  # other sheets name its rows
        for cell in sheet[one.last]:
            if cell.column > 1:
                sheet.cell(one.last + 1, cell.column).value = cell.value
        column = next(cell.column for cell in sheet[1] if cell.value == label.path)
        sheet.cell(one.last + 1, column).value = "Renewed words"
        expected[one.laid.plan.title] = one.list_path
    return expected


def delete_rows(workbook: Workbook, sheets: list[ListSheet]) -> Expected:
    """Delete the last row of each sheet whose rows no other sheet is part of."""
    parents = {one.laid.plan.parent for one in sheets}
    expected = Expected()
    for one in sheets:
        if one.laid.plan.names not in parents and not one.laid.plan.parent:
            workbook[one.laid.plan.title].delete_rows(one.last)
            expected[one.laid.plan.title] = one.list_path
    return expected


def reverse_rows(workbook: Workbook, sheets: list[ListSheet]) -> Expected:
    for one in sheets:
        sheet = workbook[one.laid.plan.title]
        values = [[cell.value for cell in row] for row in sheet.iter_rows(FIRST_ROW, one.last)]
        for row, known in zip(sheet.iter_rows(FIRST_ROW, one.last), reversed(values), strict=True):
            for cell, value in zip(row, known, strict=True):
                cell.value = value
    return {one.laid.plan.title: "" for one in sheets}


def hide_rows(workbook: Workbook, sheets: list[ListSheet]) -> Expected:
    for one in sheets:
        workbook[one.laid.plan.title].row_dimensions[one.last].hidden = True
    return {one.laid.plan.title: "" for one in sheets}


def leave_rows_empty(workbook: Workbook, sheets: list[ListSheet]) -> Expected:
    for one in sheets:
        workbook[one.laid.plan.title].insert_rows(one.last)
    return {one.laid.plan.title: "" for one in sheets}


def move_columns(workbook: Workbook, sheets: list[ListSheet]) -> Expected:
    """Move the second column behind all others."""
    for one in sheets:
        sheet: Any = workbook[one.laid.plan.title]
        for row in sheet.iter_rows(1, one.last, 2, 2):
            sheet.cell(row[0].row, LAST_COLUMN).value = row[0].value
        sheet.delete_cols(2)
    return {one.laid.plan.title: "" for one in sheets}


def add_columns(workbook: Workbook, sheets: list[ListSheet]) -> Expected:
    for one in sheets:
        sheet: Any = workbook[one.laid.plan.title]
        for row, words in ((2, "My notes"), (one.last, "ask the practices")):
            sheet.cell(row, LAST_COLUMN).value = words
    return {one.laid.plan.title: "" for one in sheets}


EDITS: dict[str, Edit] = {
    **{f"{kind} changed": change_cells(kind) for kind in PATHS},
    "a row added": add_rows,
    "a row deleted": delete_rows,
    "rows in reverse order": reverse_rows,
    "a row hidden": hide_rows,
    "a row left empty": leave_rows_empty,
    "a column moved": move_columns,
    "a column of one's own added": add_columns,
}
# LibreOffice takes a quarter of a minute for a workbook, so these are made to one.
TOGETHER = (*(f"{kind} changed" for kind in PATHS), "a row hidden", "a column of one's own added")
UNTOUCHED, UNTOUCHED_SHEET = "nothing, in a whole workbook", "nothing, in one sheet"
INDEX = re.compile(r"\[\d+\]")


Counts = dict[tuple[str, str], list[bool]]  # by edit and way: whether each was as it should be


def measure(saved: bool) -> tuple[list[WorkbookRow], list[str]]:
    """Make every edit, in every format; return the counts and what is not as it should be."""
    sheets, counts, misses = list_sheets(), Counts(), list[str]()
    for file in FILES:
        counts.setdefault((UNTOUCHED, "xlsx"), []).append(changes_nothing(workbook_of(file), file, "xlsx"))
    for name in EDITS:
        raw, expected = make([name], sheets)
        misses += count("xlsx", raw, expected, sheets, counts)
    for way in ("xlsx-saved", "ods-saved") if saved else ():
        format_ = way.partition("-")[0]
        raw, expected = make(TOGETHER, sheets)
        back_again = save({"untouched.xlsx": workbook_of(BATH), "edited.xlsx": raw}, format_)
        counts[UNTOUCHED, way] = [changes_nothing(back_again["untouched.xlsx"], BATH, format_)]
        misses += count(way, back_again["edited.xlsx"], expected, sheets, counts)
    measure_csv(sheets, counts)
    rows = [WorkbookRow(edit, way, len(found), sum(found)) for (edit, way), found in counts.items()]
    return rows, misses


def make(names: Sequence[str], sheets: list[ListSheet]) -> tuple[bytes, dict[str, Expected]]:
    """Make edits to one workbook; return what each has to change."""
    expected = dict[str, Expected]()

    def edit_all(workbook: Workbook) -> None:
        expected.update({name: EDITS[name](workbook, sheets) for name in names})

    return edited(workbook_of(COMPLETE), edit_all), expected


def save(sent: dict[str, bytes], format_: str) -> dict[str, bytes]:
    """All workbooks as LibreOffice saves them."""
    with tempfile.TemporaryDirectory() as folder:
        return office_all_saved(sent, Path(folder), format_)


def changes_nothing(raw: bytes, file: Path, format_: str) -> bool:
    """Whether a workbook that nobody touched changes no byte of its file."""
    outcome, before = back(raw, file.read_bytes(), f"back.{format_}"), file.read_bytes()
    return outcome.is_empty and applied(outcome, before) == before


def count(
    way: str, raw: bytes, expected: dict[str, Expected], sheets: list[ListSheet], counts: Counts
) -> list[str]:
    """Count what differs and should, sheet by sheet; return what differs and should not, or does not."""
    after = applied(back(raw, RAW, f"back.{way.partition('-')[0]}"), RAW)
    found = differences(tree_of(RAW), tree_of(after))
    wanted = {path for one in expected.values() for path in one.values()}
    stray = {title_of(path, sheets): path for path in found if path not in wanted}
    misses = list[str]()
    for name, places in expected.items():
        wrong = {
            title: path for title, path in places.items() if title in stray or (path and path not in found)
        }
        counts[name, way] = [title not in wrong for title in places]
        misses += [f"{way}: {name}: {title}: {stray.get(title, path)}" for title, path in wrong.items()]
    return misses + [f"{way}: {title}: {path}" for title, path in stray.items()]


def title_of(path: str, sheets: list[ListSheet]) -> str:
    """Return the sheet that a path is on."""
    names = {".".join(one.laid.plan.names): one.laid.plan.title for one in sheets}
    bare = INDEX.sub("", path)
    return names.get(max((one for one in names if bare.startswith(one)), key=len, default=""), path)


def measure_csv(sheets: list[ListSheet], counts: Counts) -> None:
    """Each sheet as comma-separated values: untouched, and with its last text retyped."""
    examined = examined_of(RAW)
    for one in sheets:
        raw = export_sheet(examined, one.laid.plan.title)
        counts.setdefault((UNTOUCHED_SHEET, "csv"), []).append(back(raw, RAW, "back.csv").is_empty)
        rows = list(csv.reader(StringIO(raw.decode("utf-8-sig"))))
        cells = [
            (number, index, path)
            for number, row in enumerate(one.rows, len(rows) - len(one.laid.rows))
            for index, path in fields_of(one.laid, row)
            if path.rpartition(".")[2] not in ("id", "code", "function")
        ]
        if not cells:
            continue
        number, index, path = cells[-1]
        rows[number][1 + index + bool(one.laid.plan.parent)] = str(TYPED["a text"])
        stream = StringIO()
        csv.writer(stream).writerows(rows)
        found = differences(
            tree_of(RAW), tree_of(applied(back(stream.getvalue().encode(), RAW, "a.csv"), RAW))
        )
        counts.setdefault(("a text changed", "csv"), []).append(found == [path])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--store", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--without-office", action="store_true", help="leave out LibreOffice, which is slow")
    options = parser.parse_args()
    rows, misses = measure(saved=not options.without_office)
    if options.store:
        kept = {"date": today(), "machine": machine(), "rows": [list(row) for row in rows]}
        STORE.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join([*table(rows), *(misses if options.misses else ())]) + "\n")


if __name__ == "__main__":
    main()
