"""Comparison of changed cells with values of the file, and the values of new rows."""

from __future__ import annotations

from collections.abc import Sequence

from eoi.source.nodes import Path, Plain
from eoi.submission import Kind
from eoi.workbook.meaning import means_same
from eoi.workbook.rows import Held
from eoi.workbook.sheet_changes import SheetChange
from eoi.workbook.sheets import FieldNames, SheetColumn


def is_met(column: SheetColumn, change: SheetChange, held: Held | None) -> bool:
    """Tell whether the file already has the value that a cell asks for."""
    if held is None:
        return change.kind == "clear" or (change.kind == "list" and not change.items)
    if change.kind == "clear":
        return False
    if change.kind == "list":
        return isinstance(held, tuple) and [tidy_spaces(one) for one in held] == [
            tidy_spaces(one) for one in change.items
        ]
    return (
        isinstance(held, str)
        and isinstance(column.field.kind, Kind)
        and means_same(column.field.kind, change.value, held)
    )


def tidy_spaces(text: str) -> str:
    """Return a text with single spaces on each line."""
    return "\n".join(" ".join(line.split()) for line in text.strip().split("\n"))


def check_items(kind: object, items: Sequence[str]) -> None:
    """Raise `ValueError` if an item of a list cannot be read."""
    if isinstance(kind, Kind):
        for item in items:
            kind.read(item)


def put_value(values: dict[str, Plain], names: FieldNames, value: Plain) -> None:
    """Put a value into groups. A missing group is made."""
    for name in names[:-1]:
        inner = values.setdefault(name, {})
        assert isinstance(inner, dict)
        values = inner
    values[names[-1]] = value


def put_part(values: dict[str, Plain], names: Path, part: Plain) -> None:
    """Add an item to a list inside a new item."""
    *above, last = (str(name) for name in names)
    for name in above:
        inner = values.setdefault(name, {})
        assert isinstance(inner, dict)
        values = inner
    items = values.setdefault(last, [])
    assert isinstance(items, list)
    items.append(part)


def write_held(held: Held | None) -> str:
    """Write a value of the file for a report; return an empty text if there is none."""
    return "" if held is None else held if isinstance(held, str) else "; ".join(held)
