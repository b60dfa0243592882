"""Which columns of a table say something: a final document has no mark where an answer is missing, and a
column that is empty from top to bottom would look like a mistake."""

from __future__ import annotations

from eoi.document.blocks import Cell
from eoi.document.subset import Element


def unanswered_columns(rows: list[Element]) -> frozenset[int]:
    """Those that hold nothing but fields without an answer; what a template leaves empty to be filled in by
    hand belongs to no field."""
    columns = zip(*(row.elements("th", "td") for row in rows), strict=False)
    unanswered = [all(map(is_unanswered, cells)) for cells in columns]
    # A table of nothing but such columns stays as it is: without any, it would be none.
    return frozenset() if all(unanswered) else frozenset(n for n, one in enumerate(unanswered) if one)


def is_unanswered(cell: Element) -> bool:
    return cell.name == "td" and "data-path" in cell.attributes and not cell.has_text


def leave_out_columns(row: tuple[Cell, ...], columns: frozenset[int]) -> tuple[Cell, ...]:
    return tuple(cell for number, cell in enumerate(row) if number not in columns)
