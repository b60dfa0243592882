"""The comparison of returned sheets, cell by cell, with those that eoi wrote and with the present file."""

from __future__ import annotations

from dataclasses import dataclass

from eoi.source.nodes import Mapping
from eoi.source.paths import write_path
from eoi.workbook.add_rows import RowAdditions
from eoi.workbook.find_sheets import FoundCell, FoundRow, FoundSheet
from eoi.workbook.grids import GridPlace
from eoi.workbook.held_values import is_met, write_held
from eoi.workbook.layout import ANSWER, PARENT
from eoi.workbook.match_rows import follow_rows, match_rows
from eoi.workbook.read_cells import is_unchanged, read_change, refuse_merged
from eoi.workbook.rows import NONE, SheetRow, list_sheet_rows
from eoi.workbook.sheet_changes import CellClash, CellDifference, SheetChange, UnusableCell, WorkbookFindings
from eoi.workbook.sheets import ORDERED, SheetColumn

ROW_GONE = (
    "the row of this question is gone, so the file keeps its answer; to remove the answer, keep the row "
    "and empty the cell"
)
NO_QUESTION = "no question of the submission stands beside it; move it beside one"
ITEM_GONE = "the file no longer has what this row is about; add it as a new row, or delete the row"


@dataclass(frozen=True, slots=True)
class TreeVersions:
    """The file as it was when the workbook was written, and the present file."""

    base: Mapping
    into: Mapping


@dataclass(slots=True)
class WorkbookComparison:
    """The comparison of the sheets of a workbook, one after the other."""

    versions: TreeVersions
    found: WorkbookFindings
    additions: RowAdditions

    @classmethod
    def of(cls, versions: TreeVersions) -> WorkbookComparison:
        """Return a comparison with nothing found yet."""
        found = WorkbookFindings()
        return cls(versions, found, RowAdditions(versions.into, found))

    def compare(self, sheet: FoundSheet) -> None:
        """Compare one sheet."""
        plan = sheet.plan
        base, into = list_sheet_rows(plan, self.versions.base), list_sheet_rows(plan, self.versions.into)
        if not plan.names:
            self.compare_answers(sheet, base[0], into[0])
            return
        pairs, now = match_rows(sheet, base), follow_rows(plan, base, into)
        known = [one for number, one in enumerate(into) if number not in now.values()]
        for index, row in enumerate(sheet.rows):
            if index in pairs:
                current = into[now[pairs[index]]] if pairs[index] in now else None
                self.compare_row(sheet, row, base[pairs[index]], current)
            elif row.cells:
                below = (into[now[pairs[one]]] for one in sorted(pairs) if one > index and pairs[one] in now)
                following = next(below, None) if plan.names in ORDERED else None
                self.additions.add_row(sheet, row, known, following.path if following else ())
        for number in sorted(set(range(len(base))) - set(pairs.values())):
            self.remove_row(sheet, base[number], into[now[number]] if number in now else None)

    def compare_answers(self, sheet: FoundSheet, base: SheetRow, into: SheetRow) -> None:
        """Compare the sheet of single answers, which has one row for each."""
        if ANSWER not in sheet.columns:
            return
        rows = {row.key: row for row in sheet.rows}
        for column in sheet.plan.columns:
            row = rows.get(column.path)
            if row is None and column.names in base.values:
                gone = f"{sheet.read.title or sheet.plan.title}, a row that is gone"
                seen = CellDifference(write_held(base.values[column.names]), "", gone)
                self.found.unusable.append(UnusableCell(seen, ROW_GONE, write_path(column.names), cells=0))
            elif row is not None:
                cell = row.cells.get(ANSWER)
                where = cell.place if cell else GridPlace(row.number, sheet.columns.get(ANSWER, 1))
                self.compare_cell(sheet, where, cell, column, base, into)
        known = {column.path for column in sheet.plan.columns}
        for row in sheet.rows:
            if row.key not in known and (cell := row.cells.get(ANSWER)):
                seen = CellDifference("", cell.cell.words, sheet.read.where(cell.place))
                self.found.unusable.append(UnusableCell(seen, NO_QUESTION))

    def compare_row(self, sheet: FoundSheet, row: FoundRow, base: SheetRow, into: SheetRow | None) -> None:
        """Compare a row with its item."""
        if not row.cells:
            self.remove_row(sheet, base, into)
            return
        if base.says_none:
            self.compare_none(sheet, row)
            return
        if into is None:
            self.clash_of_gone_row(sheet, row, base)
            return
        if has_moved(row, base):
            self.remove_row(sheet, base, into)
            self.additions.add_row(sheet, row)
            return
        self.found.unchanged += PARENT in row.cells
        for column in sheet.plan.columns:
            if column.path in sheet.columns:
                place = GridPlace(row.number, sheet.columns[column.path])
                self.compare_cell(sheet, place, row.cells.get(column.path), column, base, into)

    def compare_none(self, sheet: FoundSheet, row: FoundRow) -> None:
        """Compare the row that says that a list has nothing in it."""
        cell = row.cells.get(sheet.plan.labelled_by.path)
        says_only_that = row.cells.keys() <= {sheet.plan.labelled_by.path, PARENT}
        if cell and cell.cell.words.strip().lower() == NONE and says_only_that:
            self.found.unchanged += len(row.cells)
        else:
            self.additions.add_row(sheet, row)

    def clash_of_gone_row(self, sheet: FoundSheet, row: FoundRow, base: SheetRow) -> None:
        """Record a row whose item is no longer in the file. Only its changed cells are reported."""
        changed = [
            cell
            for column in sheet.plan.columns
            if (cell := row.cells.get(column.path)) and not is_unchanged(cell, column, base)
        ]
        self.found.unchanged += len(row.cells) - len(changed)
        for cell in changed:
            seen = CellDifference("", cell.cell.words, sheet.read.where(cell.place))
            self.found.unusable.append(
                UnusableCell(
                    seen,
                    ITEM_GONE,
                )
            )

    def compare_cell(
        self,
        sheet: FoundSheet,
        place: GridPlace,
        cell: FoundCell | None,
        column: SheetColumn,
        base: SheetRow,
        into: SheetRow,
    ) -> None:
        """Compare a cell with the old and the present value in the file."""
        was, mine = base.values.get(column.names), into.values.get(column.names)
        path = (*into.path, *column.names)
        self.found.paths[sheet.read.where(place)] = path
        self.found.paths[sheet.read.where(GridPlace(place.row, 0))] = into.path or path
        if (cell is None and was is None) or (cell and is_unchanged(cell, column, base)):
            self.found.unchanged += cell is not None
            return
        seen = CellDifference(write_held(was), cell.cell.words if cell else "", sheet.read.where(place))
        try:
            refuse_merged(sheet, place)
            change = read_change(column, cell, was, SheetChange("set", path, seen), self.versions.into)
        except ValueError as problem:
            self.found.unusable.append(
                UnusableCell(seen, str(problem), write_path(path), int(cell is not None))
            )
            return
        if is_met(column, change, was):
            self.found.unchanged += cell is not None
        elif mine == was:
            self.found.changes.append(change)
        elif is_met(column, change, mine):
            self.found.unchanged += cell is not None
        else:
            self.found.clashes.append(CellClash(change, write_held(mine)))

    def remove_row(self, sheet: FoundSheet, base: SheetRow, into: SheetRow | None) -> None:
        """Remove the item of a removed row. It is a conflict if the file has changed the item meanwhile.

        An item that has only lists has an empty row, and is not removed.
        """
        if into is None or not base.values:
            return
        was = "; ".join(write_held(one) for one in base.values.values())
        seen = CellDifference(was, "", f"{sheet.read.title or sheet.plan.title}, a row that is gone")
        change = SheetChange("clear" if base.says_none else "remove", into.path, seen, cells=0)
        if into.values == base.values:
            self.found.changes.append(change)
        else:
            mine = "; ".join(write_held(one) for one in into.values.values())
            self.found.clashes.append(CellClash(change, mine))


def has_moved(row: FoundRow, base: SheetRow) -> bool:
    """Tell whether a row names another parent than before."""
    cell = row.cells.get(PARENT)
    return cell is not None and " ".join(cell.cell.words.split()) != " ".join(base.parent.split())
