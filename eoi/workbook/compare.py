"""Compare the returned sheets with those that eoi wrote, cell by cell, and with the file as it is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from eoi.rounds import known_rounds, load_round
from eoi.source.nodes import Mapping, Path, Plain, path_text
from eoi.submission.kinds import Kind
from eoi.workbook.cells import TOO_LONG, show_value, split_cell
from eoi.workbook.find_sheets import FoundCell, FoundRow, FoundSheet
from eoi.workbook.grids import GridPlace
from eoi.workbook.held_values import check_items, is_met, put_part, put_value, write_held
from eoi.workbook.layout import ANSWER, CATALOGUE, PARENT
from eoi.workbook.match_rows import follow_rows, match_rows
from eoi.workbook.meaning import says_same, write_meaning
from eoi.workbook.rows import NONE, Held, SheetRow, label_items, list_sheet_rows
from eoi.workbook.sheets import ORDERED, FieldNames, SheetColumn, SheetPlan, every_sheet
from eoi.workbook.wishes import CellClash, CellDifference, NewItem, UnusableCell, Wish, WorkbookFindings

MERGED = "it is merged with other cells; split them, so that each cell has its own value"
ROW_GONE = (
    "the row of this question is gone, so the file keeps its answer; to remove the answer, keep the row "
    "and empty the cell"
)
NO_QUESTION = "no question of the submission stands beside it; move it beside one"
ITEM_GONE = "the file no longer has what this row is about; add it as a new row, or delete the row"
TOO_LONG_TO_CHANGE = "its text was too long for a cell; change it in the YAML file"


@dataclass(frozen=True, slots=True)
class TreeVersions:
    """The file as it was when the workbook was written, and as it is now."""

    base: Mapping
    into: Mapping


@dataclass(slots=True)
class WorkbookComparison:
    """Compares the sheets of one workbook, one after the other; items that are added can get parts later."""

    versions: TreeVersions
    found: WorkbookFindings = field(default_factory=WorkbookFindings)
    added: dict[tuple[FieldNames, str], NewItem] = field(default_factory=dict)

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
                self.add_row(sheet, row, known, following.path if following else ())
        for number in sorted(set(range(len(base))) - set(pairs.values())):
            self.remove_row(sheet, base[number], into[now[number]] if number in now else None)

    def compare_answers(self, sheet: FoundSheet, base: SheetRow, into: SheetRow) -> None:
        """Compare the sheet of single answers, which has a row for each."""
        if ANSWER not in sheet.columns:
            return
        rows = {row.key: row for row in sheet.rows}
        for column in sheet.plan.columns:
            row = rows.get(column.path)
            if row is None and column.names in base.values:
                gone = f"{sheet.read.title or sheet.plan.title}, a row that is gone"
                seen = CellDifference(write_held(base.values[column.names]), "", gone)
                self.found.troubles.append(UnusableCell(seen, ROW_GONE, path_text(column.names), cells=0))
            elif row is not None:
                cell = row.cells.get(ANSWER)
                where = cell.place if cell else GridPlace(row.number, sheet.columns.get(ANSWER, 1))
                self.compare_cell(sheet, where, cell, column, base, into)
        known = {column.path for column in sheet.plan.columns}
        for row in sheet.rows:
            if row.key not in known and (cell := row.cells.get(ANSWER)):
                seen = CellDifference("", cell.cell.words, sheet.read.where(cell.place))
                self.found.troubles.append(UnusableCell(seen, NO_QUESTION))

    def compare_row(self, sheet: FoundSheet, row: FoundRow, base: SheetRow, into: SheetRow | None) -> None:
        """Compare one row with the item behind it."""
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
            self.add_row(sheet, row)
            return
        self.found.unchanged += PARENT in row.cells
        for column in sheet.plan.columns:
            if column.path in sheet.columns:
                place = GridPlace(row.number, sheet.columns[column.path])
                self.compare_cell(sheet, place, row.cells.get(column.path), column, base, into)

    def compare_none(self, sheet: FoundSheet, row: FoundRow) -> None:
        """Compare the row that says that there is nothing to list."""
        cell = row.cells.get(sheet.plan.labelled_by.path)
        says_only_that = row.cells.keys() <= {sheet.plan.labelled_by.path, PARENT}
        if cell and cell.cell.words.strip().lower() == NONE and says_only_that:
            self.found.unchanged += len(row.cells)
        else:
            self.add_row(sheet, row)

    def clash_of_gone_row(self, sheet: FoundSheet, row: FoundRow, base: SheetRow) -> None:
        """Note a row whose item is no longer in the file: it matters only where somebody changed it."""
        changed = [
            cell
            for column in sheet.plan.columns
            if (cell := row.cells.get(column.path)) and not self.is_unchanged(cell, column, base)
        ]
        self.found.unchanged += len(row.cells) - len(changed)
        for cell in changed:
            seen = CellDifference("", cell.cell.words, sheet.read.where(cell.place))
            self.found.troubles.append(
                UnusableCell(
                    seen,
                    "the file no longer has what this row is about; add it as a new row, or delete the row",
                )
            )

    def is_unchanged(self, cell: FoundCell, column: SheetColumn, base: SheetRow) -> bool:
        """Tell whether a cell has the same content as eoi wrote into it."""
        held = base.values.get(column.names)
        return held is not None and says_same(cell.cell, show_value(column.field, held))

    def compare_cell(
        self,
        sheet: FoundSheet,
        place: GridPlace,
        cell: FoundCell | None,
        column: SheetColumn,
        base: SheetRow,
        into: SheetRow,
    ) -> None:
        """Compare one cell with the old and the present value in the file."""
        was, mine = base.values.get(column.names), into.values.get(column.names)
        if (cell is None and was is None) or (cell and self.is_unchanged(cell, column, base)):
            self.found.unchanged += cell is not None
            return
        path = (*into.path, *column.names)
        seen = CellDifference(write_held(was), cell.cell.words if cell else "", sheet.read.where(place))
        try:
            if place in sheet.read.merged:
                raise ValueError(MERGED)
            wish = self.read_wish(column, cell, was, replace(PLAIN_WISH, path=path, seen=seen))
        except ValueError as problem:
            self.found.troubles.append(
                UnusableCell(seen, str(problem), path_text(path), int(cell is not None))
            )
            return
        if is_met(column, wish, was):
            self.found.unchanged += cell is not None
        elif mine == was:
            self.found.wishes.append(wish)
        elif is_met(column, wish, mine):
            self.found.unchanged += cell is not None
        else:
            self.found.clashes.append(CellClash(wish, write_held(mine)))

    def read_wish(self, column: SheetColumn, cell: FoundCell | None, was: Held | None, plain: Wish) -> Wish:
        """Return the value that a cell asks for; raise `ValueError` with the reason if it cannot be read."""
        field_ = column.field
        if was is not None and show_value(field_, was).value == TOO_LONG:
            raise ValueError(TOO_LONG_TO_CHANGE)
        if cell is None:
            if field_.is_required:
                raise ValueError("it has to be filled in")
            return replace(plain, kind="clear", cells=0)
        example = was if isinstance(was, str) else self.example_of(column)
        text = write_meaning(field_, cell.cell, example)
        seen = replace(plain.seen, now=text)
        if field_.is_list and not (field_.may_be_none and text.strip().lower() == NONE):
            before = was if isinstance(was, tuple) else ()
            items = tuple(split_cell(text, before))
            check_items(field_.kind, items)
            return replace(plain, kind="list", items=items, before=was or (), seen=seen)
        if isinstance(field_.kind, Kind) and not field_.is_list:
            field_.kind.read(text)
        return replace(plain, value=text, seen=seen)

    def example_of(self, column: SheetColumn) -> str:
        """Return an example of this column's values from the file, if it has one."""
        for plan in (one for one in every_sheet() if column in one.columns):
            for row in list_sheet_rows(plan, self.versions.into):
                held = row.values.get(column.names)
                if isinstance(held, str) and held != NONE:
                    return held
        return ""

    def add_row(
        self, sheet: FoundSheet, row: FoundRow, known: Sequence[SheetRow] = (), following: Path = ()
    ) -> None:
        """Add an item for a new row, unless the file has that item by now.

        It goes before the item at `following`, if the order of rows matters.
        """
        if is_offered(row):
            self.found.unchanged += len(row.cells)
            return
        values, texts, cells = self.read_row(sheet, row)
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
            self.found.wishes.append(Wish("set", sheet.plan.names, seen, NONE, cells=cells))
            return
        if missing := [one for one in sheet.plan.columns if one.field.is_required and one.names not in texts]:
            reason = f"a row needs its {missing[0].heading.lower()}; fill it in, or delete the row"
            self.found.troubles.append(UnusableCell(seen, reason, cells=cells))
            return
        path = following or sheet.plan.names
        self.found.wishes.append(Wish("insert" if following else "add", path, seen, item=item, cells=cells))
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
            " ".join(label.split()): path
            for path, label in label_items(plan.parent, self.versions.into).items()
        }
        cells += cell is not None
        if name in labels:
            self.found.wishes.append(Wish("add", (*labels[name], *rest), seen, item=item, cells=cells))
        elif new := self.added.get((plan.parent, name)):
            put_part(new.values, rest, item.values)
            self.found.wishes.append(Wish("add", (), seen, item=None, cells=cells))
        else:
            whole = next(one for one in every_sheet() if one.names == plan.parent).title
            reason = (
                f"there is no '{name}' on the sheet {whole}"
                if name
                else f"say which row of the sheet {whole} this belongs to"
            )
            self.found.troubles.append(UnusableCell(seen, reason, cells=cells))

    def read_row(
        self, sheet: FoundSheet, row: FoundRow
    ) -> tuple[dict[str, Plain], dict[FieldNames, Held], int]:
        """Return the values of a new row, nested as in the file and by column, and how many they are."""
        values, texts, cells = dict[str, Plain](), dict[FieldNames, Held](), 0
        for column in sheet.plan.columns:
            cell = row.cells.get(column.path)
            if cell is None:
                continue
            seen = CellDifference("", cell.cell.words, sheet.read.where(cell.place))
            try:
                if cell.place in sheet.read.merged:
                    raise ValueError(MERGED)
                wish = self.read_new(sheet.plan, column, cell, replace(PLAIN_WISH, seen=seen))
            except ValueError as problem:
                pattern = f"{path_text(sheet.plan.names)}[].{column.path}"
                self.found.troubles.append(UnusableCell(seen, str(problem), pattern))
                continue
            texts[column.names] = wish.items or wish.value
            put_value(values, column.names, list(wish.items) if wish.kind == "list" else wish.value)
            cells += 1
        return values, texts, cells

    def read_new(self, plan: SheetPlan, column: SheetColumn, cell: FoundCell, plain: Wish) -> Wish:
        """Read a cell of a new row as a wish; `none` in the first may answer for the whole list."""
        if plan.may_be_none and column is plan.labelled_by and cell.cell.words.strip().lower() == NONE:
            return replace(plain, value=NONE)
        return self.read_wish(column, cell, None, plain)

    def remove_row(self, sheet: FoundSheet, base: SheetRow, into: SheetRow | None) -> None:
        """Take an item out whose row is gone, unless the file has changed it meanwhile.

        An item that holds only lists of its own has an empty row here, and is not gone.
        """
        if into is None or not base.values:
            return
        was = "; ".join(write_held(one) for one in base.values.values())
        seen = CellDifference(was, "", f"{sheet.read.title or sheet.plan.title}, a row that is gone")
        wish = Wish("clear" if base.says_none else "remove", into.path, seen, cells=0)
        if into.values == base.values:
            self.found.wishes.append(wish)
        else:
            mine = "; ".join(write_held(one) for one in into.values.values())
            self.found.clashes.append(CellClash(wish, mine))


PLAIN_WISH = Wish("set", (), CellDifference("", "", ""))


def has_moved(row: FoundRow, base: SheetRow) -> bool:
    """Tell whether a row names another item that it is part of."""
    cell = row.cells.get(PARENT)
    return cell is not None and " ".join(cell.cell.words.split()) != " ".join(base.parent.split())


def is_offered(row: FoundRow) -> bool:
    """Tell whether a row offers a function of a catalogue, and nobody has changed it or filled in more."""
    key = row.key.removeprefix(CATALOGUE)
    if key == row.key or not set(row.cells) <= {"function", "id"}:
        return False
    said = {path: " ".join(found.cell.words.split()) for path, found in row.cells.items()}
    return said.get("id", key) == key and said.get("function", "") in {"", *words_of_function(key)}


@cache
def words_of_function(key: str) -> frozenset[str]:
    """Return how the catalogues of all rounds call a function."""
    functions = (one for name in known_rounds() for one in load_round(name).functions)
    return frozenset(" ".join(one.function.split()) for one in functions if one.id == key)
