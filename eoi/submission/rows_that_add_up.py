"""Rows of a table that add up others: which is the total of all, and which rows each of them can add up."""

from __future__ import annotations

from eoi.frozen_value import FrozenValue


class TableRows(FrozenValue):
    """The rows of a table, counted from 0.

    `items` are those to add up, `sums` those that add up others, and `sums_of_some` those among them whose
    names say that they add up only some, such as "Subtotal".
    """

    items: tuple[int, ...]
    sums: tuple[int, ...]
    sums_of_some: frozenset[int]


def find_total_row(rows: TableRows) -> int | None:
    """Return the number of the row with the total of all others; return None if there is none.

    It is the last sum that has all other rows above it, or all below it.
    """
    items = rows.items
    whole = [
        index
        for index in rows.sums
        if index not in rows.sums_of_some and items and (index > items[-1] or index < items[0])
    ]
    return whole[-1] if whole else None


def list_possible_parts(rows: TableRows, index: int) -> tuple[tuple[int, ...], ...]:
    """Return the sets of rows that a sum can add up, the likelier first.

    They are all rows above it, or only those since a sum before it. For a sum at the top they are the rows
    below it.
    """
    above = tuple(item for item in rows.items if item < index)
    if not above:
        return (rows.items,) if rows.items else ()
    before = [other for other in reversed(rows.sums) if other < index]
    since = [tuple(item for item in above if item > other) for other in before]
    likelier = [above, *since] if index == find_total_row(rows) else [*since, above]
    return tuple(dict.fromkeys(parts for parts in likelier if parts))
