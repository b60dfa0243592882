"""The words that eoi wrote into a workbook, told apart from words that somebody added."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from eoi.workbook.about import TAKEN_FROM
from eoi.workbook.find_sheets import FoundSheet, list_heads
from eoi.workbook.grids import GridPlace, ReadCell, ReadSheet
from eoi.workbook.layout import HEADING, QUESTION, name_sheet
from eoi.workbook.sheet_changes import CellDifference, UnusableCell

NOT_READ = "this column is not one of the workbook's; type answers into the columns that are"
NO_SHEET = "this sheet is not one of the workbook's; type answers into the sheets that are"
OURS_CHANGED = (
    "the words of the workbook itself were changed; answers go into the cells below and beside them"
)


class SweptCells(NamedTuple):
    """The cells that are no answers.

    `ours` is the number of cells with our own words, and `unusable` holds the cells that somebody added.
    """

    ours: int
    unusable: tuple[UnusableCell, ...]


def sweep(sheets: Collection[ReadSheet], found: Sequence[FoundSheet], about: Iterable[str]) -> SweptCells:
    """Look at every cell that the comparison leaves out. Our own words are counted, and others are listed."""
    by_sheet = {id(one.read): one for one in found}
    ours, unusable, known = 0, list[UnusableCell](), {" ".join(text.split()) for text in about}
    for sheet in sheets:
        found_sheet = by_sheet.get(id(sheet))
        own = known if found_sheet is None else set(list_sheet_words(found_sheet))
        for place, cell in sorted(sheet.cells.items()):
            reason = explain_cell(found_sheet, sheet, place, cell, own)
            if reason is None:
                continue
            if not reason:
                ours += 1
            else:
                unusable.append(UnusableCell(CellDifference("", cell.words, sheet.where(place)), reason))
    return SweptCells(ours, tuple(unusable))


def explain_cell(
    found: FoundSheet | None, sheet: ReadSheet, place: GridPlace, cell: ReadCell, own: Collection[str]
) -> str | None:
    """Return the reason to list a cell.

    It is an empty text if the cell holds our own words, and None if it holds an answer.
    """
    if found is None:
        return "" if is_own_cell(sheet, cell, own) else NO_SHEET
    known = place.column in found.columns.values() or place.column in found.word_columns
    if (
        place.column == found.key_column
        or place.column in found.word_columns
        or (known and place.row in found.heads)
    ):
        return "" if place.column == found.key_column or " ".join(cell.words.split()) in own else OURS_CHANGED
    return None if known and place.row > min(found.heads) else NOT_READ


def is_own_cell(sheet: ReadSheet, cell: ReadCell, about: Collection[str]) -> bool:
    """Tell whether a cell on a sheet without answers is one that eoi wrote."""
    words = " ".join(cell.words.split())
    return sheet.is_origin or words in about or words.startswith(TAKEN_FROM)


def list_sheet_words(found: FoundSheet) -> Iterator[str]:
    """Yield the words that eoi writes into the heads of a sheet and beside single answers."""
    plan = found.plan
    yield from (name_sheet(plan), HEADING, QUESTION)
    for column in list_heads(plan):
        yield from (column.path, column.heading, " ".join(column.question.split()))
    if not plan.names:
        for one in plan.columns:
            yield from (one.heading, " ".join(one.field.question.split()))
