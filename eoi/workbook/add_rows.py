"""New rows of returned sheets: items of lists or parts of items, except rows that only offer a function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from eoi.rounds import list_known_rounds, load_round
from eoi.source.nodes import Mapping, Path
from eoi.workbook.find_sheets import FoundRow, FoundSheet
from eoi.workbook.held_values import put_part, write_held
from eoi.workbook.layout import CATALOGUE, PARENT
from eoi.workbook.read_cells import read_new_row
from eoi.workbook.rows import NONE, SheetRow, label_items
from eoi.workbook.sheet_changes import CellDifference, NewItem, SheetChange, UnusableCell, WorkbookFindings
from eoi.workbook.sheets import FieldNames, list_sheet_plans


@dataclass(slots=True)
class RowAdditions:
    """The addition of new rows to the present file, `into`.

    `added` holds new items, since rows of later sheets can add parts to them.
    """

    into: Mapping
    found: WorkbookFindings
    added: dict[tuple[FieldNames, str], NewItem] = field(default_factory=dict)

    def add_row(
        self, sheet: FoundSheet, row: FoundRow, known: Sequence[SheetRow] = (), following: Path = ()
    ) -> None:
        """Add an item for a new row, unless the file has that item already.

        The item goes before the one at `following`, if the order of rows matters.
        """
        if is_offered(row):
            self.found.unchanged += len(row.cells)
            return
        values, texts, cells = read_new_row(sheet, row, self.into, self.found.unusable)
        if not values or any(one.values == texts for one in known):
            self.found.unchanged += cells + (PARENT in row.cells)
            return
        label = sheet.plan.labelled_by
        item = NewItem(values)
        seen = CellDifference("", "; ".join(write_held(one) for one in texts.values()), sheet.where(row))
        if sheet.plan.parent:
            self.add_part(sheet, row, item, replace(seen, where=sheet.where(row, PARENT)), cells)
            return
        if sheet.plan.may_be_none and values == {label.path: NONE}:
            self.found.changes.append(SheetChange("set", sheet.plan.names, seen, NONE, cells=cells))
            return
        if missing := [one for one in sheet.plan.columns if one.field.is_required and one.names not in texts]:
            reason = f"a row needs its {missing[0].heading.lower()}; fill it in, or delete the row"
            self.found.unusable.append(UnusableCell(seen, reason, cells=cells))
            return
        path = following or sheet.plan.names
        self.found.changes.append(
            SheetChange("insert" if following else "add", path, seen, item=item, cells=cells)
        )
        self.added[sheet.plan.names, " ".join(write_held(texts.get(label.names)).split())] = item

    def add_part(
        self, sheet: FoundSheet, row: FoundRow, item: NewItem, seen: CellDifference, cells: int
    ) -> None:
        """Add an item to the parent that its row names."""
        plan = sheet.plan
        cell = row.cells.get(PARENT)
        name = " ".join(cell.cell.words.split()) if cell else ""
        rest = plan.names[len(plan.parent) :]
        labels = {
            " ".join(label.split()): path for path, label in label_items(plan.parent, self.into).items()
        }
        cells += cell is not None
        if name in labels:
            self.found.changes.append(
                SheetChange("add", (*labels[name], *rest), seen, item=item, cells=cells)
            )
        elif new := self.added.get((plan.parent, name)):
            put_part(new.values, rest, item.values)
            self.found.changes.append(SheetChange("add", (), seen, item=None, cells=cells))
        else:
            whole = next(one for one in list_sheet_plans() if one.names == plan.parent).title
            reason = (
                f"there is no '{name}' on the sheet {whole}"
                if name
                else f"say which row of the sheet {whole} this belongs to"
            )
            self.found.unusable.append(UnusableCell(seen, reason, cells=cells))


def is_offered(row: FoundRow) -> bool:
    """Tell whether a row offers a function of a round's list, and nobody has changed it or added to it."""
    key = row.key.removeprefix(CATALOGUE)
    if key == row.key or not set(row.cells) <= {"function", "id"}:
        return False
    words = {path: " ".join(found.cell.words.split()) for path, found in row.cells.items()}
    return words.get("id", key) == key and words.get("function", "") in {"", *list_words_of_function(key)}


@cache
def list_words_of_function(key: str) -> frozenset[str]:
    """Return the names of a function in the lists of all rounds."""
    functions = (one for name in list_known_rounds() for one in load_round(name).functions)
    return frozenset(" ".join(one.function.split()) for one in functions if one.id == key)
