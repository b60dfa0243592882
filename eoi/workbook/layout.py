"""A submission laid out as sheets of cells, independent of the format of any program.

Row 1 of a sheet is hidden, and says which field each column holds. Column A is hidden too, and says which
item of the file each row holds. So columns and rows may be moved.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from eoi.rounds.model import CatalogueFunction, Round
from eoi.source.nodes import Mapping
from eoi.source.paths import write_path
from eoi.workbook.cells import ShownCell, empty_format, show_value
from eoi.workbook.rows import SheetRow, label_items, list_sheet_rows
from eoi.workbook.sheets import ANSWERS, SheetColumn, SheetPlan, list_sheet_plans, spell

MARK = "eoi:"
PARENT, ANSWER = "part of", "answer"
HEADING, QUESTION = f"{MARK}heading", f"{MARK}question"
CATALOGUE = f"{MARK}catalogue."
SCOPE = ("scope", "functions")
FIRST_ROW = 4  # the first row below the paths, the headings and the questions
ROOM = 100  # how many rows to fill in follow the last one


class LaidColumn(NamedTuple):
    """A column of a laid sheet: its hidden path, its heading and question, and the field, if it has one."""

    path: str
    heading: str
    question: str
    column: SheetColumn | None = None


class LaidRow(NamedTuple):
    """A row of a laid sheet: its hidden key, and its cells. An empty cell is None."""

    key: str
    cells: tuple[ShownCell | None, ...]


@dataclass(frozen=True, slots=True)
class LaidSheet:
    """A sheet with all its words. `labels` are the choices for the column that names parents."""

    plan: SheetPlan
    columns: tuple[LaidColumn, ...]
    rows: tuple[LaidRow, ...]
    labels: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        return name_sheet(self.plan)


def lay_out_sheets(tree: Mapping, round_: Round) -> list[LaidSheet]:
    """Return the sheets of a workbook: the usual ones, and those of other lists with items."""
    found = []
    for plan in list_sheet_plans():
        rows = list_sheet_rows(plan, tree)
        if rows or plan.is_usual:
            found.append(lay_sheet(plan, rows, tree, round_))
    return found


def lay_sheet(plan: SheetPlan, rows: list[SheetRow], tree: Mapping, round_: Round) -> LaidSheet:
    """Return one sheet with its rows."""
    if not plan.names:
        return LaidSheet(plan, ANSWER_COLUMNS, tuple(lay_answers(plan, rows[0])))
    labels = tuple(label_items(plan.parent, tree).values()) if plan.parent else ()
    laid = [lay_item_row(plan, row) for row in rows]
    if plan.names == SCOPE:
        laid += lay_catalogue(plan, find_missing_functions(tree, round_))
    return LaidSheet(plan, list_laid_columns(plan), tuple(laid), labels)


ANSWER_COLUMNS = (
    LaidColumn("", "Field", ""),
    LaidColumn("", "Question", "What the submission asks"),
    LaidColumn(ANSWER, "Answer", "Leave empty what you do not know yet"),
)


def lay_answers(plan: SheetPlan, row: SheetRow) -> Iterator[LaidRow]:
    """Yield a row for each single answer: its name, its question and its value in the file."""
    for column in plan.columns:
        held = row.values.get(column.names)
        answer = None if held is None else show_value(column.field, held)
        words = (ShownCell(column.heading), ShownCell(column.field.question))
        yield LaidRow(column.path, (*words, answer))


def list_laid_columns(plan: SheetPlan) -> tuple[LaidColumn, ...]:
    """Return the columns of a list: the parent of each row if there is one, and the fields."""
    own = tuple(LaidColumn(one.path, one.heading, one.field.question, one) for one in plan.columns)
    if not plan.parent:
        return own
    whole = next(one for one in list_sheet_plans() if one.names == plan.parent)
    question = f"Which row of the sheet {whole.title} it belongs to"
    return (LaidColumn(PARENT, spell(name_list_item(plan.parent[-1])), question), *own)


def name_list_item(name: str) -> str:
    """Return the name of one item of a list: "group" for `groups`."""
    return name.removesuffix("s")


def lay_item_row(plan: SheetPlan, row: SheetRow) -> LaidRow:
    """Return the cells of an item."""
    held = (row.values.get(one.names) for one in plan.columns)
    cells = [
        None if value is None else show_value(one.field, value)
        for one, value in zip(plan.columns, held, strict=True)
    ]
    return LaidRow(write_path(row.path), (*([ShownCell(row.parent)] if plan.parent else []), *cells))


def find_missing_functions(tree: Mapping, round_: Round) -> list[CatalogueFunction]:
    """Return the functions of the round's list that the file has no row for."""
    named: set[object] = set()
    for plan in list_sheet_plans():
        if plan.names in (SCOPE, ("scope", "tables", "functions")):
            for row in list_sheet_rows(plan, tree):
                named |= {row.values.get(("id",)), row.values.get(("function",))}
    return [one for one in round_.functions if one.id not in named and one.function not in named]


def lay_catalogue(plan: SheetPlan, functions: Collection[CatalogueFunction]) -> Iterator[LaidRow]:
    """Yield a row for each function to decide about. It counts only if somebody fills in more of it."""
    for one in functions:
        known = {"function": ShownCell(one.function), "id": ShownCell(one.id)}
        yield LaidRow(f"{CATALOGUE}{one.id}", tuple(known.get(column.path) for column in plan.columns))


def name_sheet(plan: SheetPlan) -> str:
    """Return the mark in the first cell of a sheet, which identifies it under any title."""
    return f"{MARK}{'.'.join(plan.names) or ANSWERS.lower()}"


def choose_column_format(column: LaidColumn) -> str:
    """Return the number format of the empty cells of a column."""
    return empty_format(column.column.field) if column.column else "@"


def is_number(cell: ShownCell) -> bool:
    """Tell whether a cell holds a number."""
    return isinstance(cell.value, Decimal)
