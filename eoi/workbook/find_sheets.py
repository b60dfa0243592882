"""The sheets of the model in a returned workbook, wherever their columns and rows are now."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from eoi.workbook.grids import GridPlace, ReadCell, ReadSheet
from eoi.workbook.layout import ANSWER_COLUMNS, HEADING, QUESTION, LaidColumn, list_laid_columns, name_sheet
from eoi.workbook.sheets import SheetPlan, list_sheet_plans

HEADS = 10  # how many rows from the top are searched for heads
ENOUGH = 2  # how many headings identify a sheet without its hidden row


class FoundCell(NamedTuple):
    """A cell of a found sheet, and its position."""

    place: GridPlace
    cell: ReadCell


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A returned row: its number, its hidden key, and its cells by the paths of their columns."""

    number: int
    key: str
    cells: Mapping[str, FoundCell]


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """A sheet of the model as it was returned.

    `columns` holds the number of the column for each path, and `heads` the numbers of the rows above the
    answers. `key_column` is the number of the column with the hidden keys, or 0 if it has none.
    `word_columns` are the columns with words of eoi beside single answers.
    """

    plan: SheetPlan
    read: ReadSheet
    columns: Mapping[str, int]
    rows: tuple[FoundRow, ...]
    heads: frozenset[int]
    key_column: int = 0
    word_columns: frozenset[int] = frozenset()

    def where(self, row: FoundRow, path: str = "") -> str:
        """Return the name of a cell in a row: in the column of `path`, or the first cell."""
        if path in self.columns:
            return self.read.where(GridPlace(row.number, self.columns[path]))
        places = [found.place for found in row.cells.values()]
        return self.read.where(
            min(places, default=GridPlace(row.number, min(self.columns.values(), default=1)))
        )


def find_sheets(sheets: Collection[ReadSheet]) -> Iterator[FoundSheet]:
    """Yield the sheets that hold a list of the model. A copy of a sheet is left out."""
    seen: set[tuple[str, ...]] = set()
    for read in sheets:
        found = find_sheet(read)
        if found and found.plan.names not in seen:
            seen.add(found.plan.names)
            yield found


def find_sheet(read: ReadSheet) -> FoundSheet | None:
    """Return the sheet of the model that a sheet holds; return None for any other sheet.

    It is recognised by its hidden row, or else by its headings.
    """
    marks = {name_sheet(plan): plan for plan in list_sheet_plans()}
    top = sorted((place, cell.value) for place, cell in read.cells.items() if place.row <= HEADS)
    for place, value in top:
        if isinstance(value, str) and value in marks:
            plan = marks[value]
            known = {column.path for column in list_heads(plan) if column.path}
            named = {
                other.column: text for other, text in top if other.row == place.row and isinstance(text, str)
            }
            columns = {text: column for column, text in sorted(named.items(), reverse=True) if text in known}
            own = {column for other, text in top if (column := other.column) and is_word_column(plan, text)}
            return collect_rows(plan, read, columns, place.row, place.column, frozenset(own))
    return find_by_headings(read)


def find_by_headings(read: ReadSheet) -> FoundSheet | None:
    """Return the sheet of the model with this title, if a row has enough of its headings; None otherwise."""
    plan = next((one for one in list_sheet_plans() if one.title.lower() == read.title.strip().lower()), None)
    if plan is None or not plan.names:
        return None
    by_heading = {column.heading.lower(): column.path for column in list_laid_columns(plan)}
    for number in range(1, HEADS + 1):
        words = {
            place.column: cell.words.strip().lower()
            for place, cell in read.cells.items()
            if place.row == number
        }
        columns = {by_heading[text]: column for column, text in words.items() if text in by_heading}
        if len(columns) >= min(ENOUGH, len(by_heading)):
            return collect_rows(plan, read, columns, number, 0)
    return None


def is_word_column(plan: SheetPlan, text: object) -> bool:
    """Tell whether a heading is above our own words beside single answers."""
    return not plan.names and any(one.heading == text and not one.path for one in ANSWER_COLUMNS)


def list_heads(plan: SheetPlan) -> tuple[LaidColumn, ...]:
    """Return the columns of a sheet of the model."""
    return list_laid_columns(plan) if plan.names else ANSWER_COLUMNS


def collect_rows(
    plan: SheetPlan,
    read: ReadSheet,
    columns: Mapping[str, int],
    head: int,
    key_column: int,
    word_columns: frozenset[int] = frozenset(),
) -> FoundSheet:
    """Return the sheet with its rows below the head at row `head`.

    Rows without cells and key are left out.
    """
    keys = {place.row: cell.words for place, cell in read.cells.items() if place.column == key_column}
    questions = {column.question.lower() for column in list_heads(plan) if column.question}
    by_column = {column: path for path, column in columns.items()}
    rows: dict[int, dict[str, FoundCell]] = {}
    heads = {number for number, key in keys.items() if key in (HEADING, QUESTION)} | {head}
    for place, cell in sorted(read.cells.items()):
        if place.row <= head or place.row in heads:
            continue
        if not key_column and cell.words.strip().lower() in questions and place.row == head + 1:
            heads.add(place.row)
            rows.pop(place.row, None)
            continue
        found = rows.setdefault(place.row, {})
        if place.column in by_column:
            found[by_column[place.column]] = FoundCell(place, cell)
    ordered = (FoundRow(number, keys.get(number, ""), cells) for number, cells in sorted(rows.items()))
    kept = tuple(one for one in ordered if one.cells or one.key)
    return FoundSheet(plan, read, columns, kept, frozenset(heads), key_column, word_columns)
