"""Cells of a returned workbook, read as values for the file."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from eoi.source.nodes import Mapping, Plain
from eoi.source.paths import write_path
from eoi.submission import Kind
from eoi.submission.lost_scales import ask_for_scale
from eoi.submission.quantities import MONEY
from eoi.workbook.cells import TOO_LONG, show_value, split_cell
from eoi.workbook.find_sheets import FoundCell, FoundRow, FoundSheet
from eoi.workbook.grids import GridPlace
from eoi.workbook.held_values import check_items, put_value
from eoi.workbook.meaning import says_same, write_meaning
from eoi.workbook.rows import NONE, Held, SheetRow, list_sheet_rows
from eoi.workbook.sheet_changes import CellDifference, SheetChange, UnusableCell
from eoi.workbook.sheets import FieldNames, SheetColumn, SheetPlan, list_sheet_plans

MERGED = "it is merged with other cells; split them, so that each cell has its own value"
TOO_LONG_TO_CHANGE = "its text was too long for a cell; change it in the YAML file"


class NewRow(NamedTuple):
    """The values of a new row.

    `values` is nested as in the file, `texts` has them by column, and `cells` is the number of cells they
    fill.
    """

    values: dict[str, Plain]
    texts: dict[FieldNames, Held]
    cells: int


def is_unchanged(cell: FoundCell, column: SheetColumn, base: SheetRow) -> bool:
    """Tell whether a cell has the content that eoi wrote into it."""
    held = base.values.get(column.names)
    return held is not None and says_same(cell.cell, show_value(column.field, held))


def refuse_merged(sheet: FoundSheet, place: GridPlace) -> None:
    """Raise `ValueError` with the reason if a cell is merged with others."""
    if place in sheet.read.merged:
        raise ValueError(MERGED)


def read_new_row(sheet: FoundSheet, row: FoundRow, into: Mapping, unusable: list[UnusableCell]) -> NewRow:
    """Read a new row. Cells that cannot be read are added to `unusable`."""
    values, texts, cells = dict[str, Plain](), dict[FieldNames, Held](), 0
    for column in sheet.plan.columns:
        cell = row.cells.get(column.path)
        if cell is None:
            continue
        seen = CellDifference("", cell.cell.words, sheet.read.where(cell.place))
        try:
            refuse_merged(sheet, cell.place)
            change = read_new_cell(sheet.plan, column, cell, SheetChange("set", (), seen), into)
        except ValueError as problem:
            pattern = f"{write_path(sheet.plan.names)}[].{column.path}"
            unusable.append(UnusableCell(seen, str(problem), pattern))
            continue
        texts[column.names] = change.items or change.value
        put_value(values, column.names, list(change.items) if change.kind == "list" else change.value)
        cells += 1
    return NewRow(values, texts, cells)


def read_new_cell(
    plan: SheetPlan, column: SheetColumn, cell: FoundCell, plain: SheetChange, into: Mapping
) -> SheetChange:
    """Return the change of a cell in a new row.

    `none` in the label's column can answer for the whole list.
    """
    if plan.may_be_none and column is plan.labelled_by and cell.cell.words.strip().lower() == NONE:
        return replace(plain, value=NONE)
    return read_change(column, cell, None, plain, into)


def read_change(
    column: SheetColumn, cell: FoundCell | None, was: Held | None, plain: SheetChange, into: Mapping
) -> SheetChange:
    """Return `plain` with the value of a cell; raise `ValueError` with the reason if it cannot be read."""
    field = column.field
    if was is not None and show_value(field, was).value == TOO_LONG:
        raise ValueError(TOO_LONG_TO_CHANGE)
    if cell is None:
        if field.is_required:
            raise ValueError("it has to be filled in")
        return replace(plain, kind="clear", cells=0)
    example = was if isinstance(was, str) else find_example(column, into)
    text = write_meaning(field, cell.cell, example)
    seen = replace(plain.seen, now=text)
    if field.is_list and not (field.may_be_none and text.strip().lower() == NONE):
        before = was if isinstance(was, tuple) else ()
        items = tuple(split_cell(text, before))
        check_items(field.kind, items)
        return replace(plain, kind="list", items=items, before=was or (), seen=seen)
    if isinstance(field.kind, Kind) and not field.is_list:
        field.kind.read(text)
    if field.kind is MONEY and isinstance(was, str) and (question := ask_for_scale(was, text)):
        raise ValueError(question)
    return replace(plain, value=text, seen=seen)


def find_example(column: SheetColumn, into: Mapping) -> str:
    """Return a value of this column from the file as an example; return an empty text if there is none."""
    for plan in (one for one in list_sheet_plans() if column in one.columns):
        for row in list_sheet_rows(plan, into):
            held = row.values.get(column.names)
            if isinstance(held, str) and held != NONE:
                return held
    return ""
