"""Tables of a document as rows of the model's lists, by the heads of their columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from eoi.expressions import Expression
from eoi.imports.lines import Line
from eoi.imports.old_documents.table_heads import Cell, Heads, Row, join_cell_words
from eoi.imports.old_documents.tree import DraftEntry, DraftGroup, DraftList
from eoi.imports.old_documents.units import write_with_unit
from eoi.submission import Kind, UnreadableError
from eoi.submission.part import Field

NUMBER = Expression(
    r"(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s{1,4}",
)
SCOPE_WORDS = {"in": "yes", "out": "no", "in scope": "yes", "out of scope": "no"}
BULLETED = Expression(r"[•·▪●*–-]\s{0,3}")


@dataclass(frozen=True, slots=True)
class OldTable:
    """A table of a document: its cells by row and column."""

    number: int
    rows: Mapping[int, Row]

    @property
    def lines(self) -> Iterator[Line]:
        for row in self.rows.values():
            for cell in row.values():
                yield from cell


def gather_table(lines: Sequence[Line]) -> OldTable:
    """Return the lines of a table by row and column."""
    rows: dict[int, dict[int, Cell]] = {}
    for place, cell in groupby(lines, key=lambda line: line.cell):
        assert place
        known = rows.setdefault(place.row, {})
        known[place.column] = (*known.get(place.column, ()), *cell)
    first = next(line.cell for line in lines if line.cell)
    return OldTable(first.table, rows)


def is_repeated(row: Row, heads: Heads) -> bool:
    """Tell whether a row repeats the heads, as tables do on each page."""
    return {column: join_cell_words(cell) for column, cell in row.items()} == heads.names


def can_continue_table(table: OldTable, heads: Heads) -> bool:
    """Tell whether a table can continue another, as it does after a page break."""
    return all(set(row) <= set(heads.names) for row in table.rows.values())


def fill_row(row: Row, heads: Heads, last: DraftGroup | None) -> tuple[DraftGroup | None, list[Line]]:
    """Fill a group with a row; return it, and the lines without a field.

    A row without its first cell continues the last group, and the returned group is None.
    """
    key = min(heads.fields)
    first = join_cell_words(row.get(key, ()))
    goes_on = last is not None and (not first or is_item_alone(row, key))
    group = last if goes_on and last is not None else DraftGroup()
    left: list[Line] = []
    for column, cell in row.items():
        field = heads.fields.get(column)
        if field is None:
            left += [line for line in cell if line.words]
        elif goes_on and column == key:
            left += add_details(group, cell, heads)
        else:
            left += fill_field(group, field, cell, heads.units.get(column, ""))
    if not goes_on and not group.fields:
        return None, left
    return (None if goes_on else group), left


def is_item_alone(row: Row, key: int) -> bool:
    """Tell whether a row has nothing but a list item in its first cell."""
    return bool(BULLETED.match(join_cell_words(row.get(key, ())))) and not any(
        join_cell_words(cell) for column, cell in row.items() if column != key
    )


def add_details(group: DraftGroup, cell: Cell, heads: Heads) -> list[Line]:
    """Add items to the details of a function; return the lines instead if the list has no such field."""
    if heads.path != "scope.functions":
        return [line for line in cell if line.words]
    details = group.fields.setdefault("details", DraftList())
    assert isinstance(details, DraftList)
    details.items += [
        DraftEntry(remove_typed_bullet(line.words), (line.where,)) for line in cell if line.words
    ]
    return []


def fill_field(group: DraftGroup, field: Field, cell: Cell, unit: str) -> list[Line]:
    """Put the words of a cell into a field; return its lines if the field cannot hold them, or none.

    `unit` is that of the amounts in the column.
    """
    lines = [line for line in cell if line.words]
    if not lines:
        return []
    where = lines[0].where
    if field.is_list:
        several = group.fields.setdefault(field.written, DraftList(comments=(where,)))
        assert isinstance(several, DraftList)
        several.items += [DraftEntry(remove_typed_bullet(line.words)) for line in lines]
        return []
    items = [line for line in lines if line.kind == "bullet" or BULLETED.match(line.words)]
    if "details" not in group.fields and field.written == "function" and items and items[0] is not lines[0]:
        head = lines[: lines.index(items[0])]
        details = [DraftEntry(remove_typed_bullet(line.words)) for line in lines[len(head) :]]
        group.fields["details"] = DraftList([*details])
        lines = head
    words = " ".join(line.words for line in lines)
    found = group.fields.get(field.written)
    if isinstance(found, DraftEntry):
        found.text = f"{found.text} {words}"
        return []
    comments = (where,)
    if match := NUMBER.match(words):
        comments = (f"{where}, numbered {match[0].strip()}",)
        words = words[match.end() :]
    printed, words = words, write_with_unit(words, unit)
    if field.written == "in_scope":
        words = SCOPE_WORDS.get(words.lower().rstrip("."), words)
    if printed != words:
        comments = (f"{comments[0]}, as printed: {printed}",)
    if not can_hold_words(field, words):
        return lines
    group.fields[field.written] = DraftEntry(words, comments)
    return []


def can_hold_words(field: Field, words: str) -> bool:
    """Tell whether a field can hold these words."""
    if not isinstance(field.kind, Kind):
        return False
    try:
        field.kind.read(words)
    except (ValueError, UnreadableError):
        return False
    return True


def remove_typed_bullet(words: str) -> str:
    """Return the words of an item without a typed bullet."""
    match = BULLETED.match(words)
    return words[match.end() :] if match and match.end() < len(words) else words
