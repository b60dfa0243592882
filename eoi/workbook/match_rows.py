"""Returned rows matched with the rows that eoi wrote, wherever they are now.

Equal rows are matched first, then rows with the same hidden key, and then rows with the same label. So a row
is found even if it was sorted, or copied without its hidden column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from eoi.source.paths import write_path
from eoi.workbook.cells import show_value
from eoi.workbook.find_sheets import FoundRow, FoundSheet
from eoi.workbook.layout import PARENT
from eoi.workbook.meaning import says_same
from eoi.workbook.rows import SheetRow
from eoi.workbook.sheets import SheetPlan

Tell = Callable[[int], object]


class RowMatch(NamedTuple):
    """A way to recognise equal rows: a key for the rows of each side, and a closer comparison."""

    left: Tell
    right: Tell
    is_same: Callable[[int, int], bool] = lambda _left, _right: True


def match_rows(found: FoundSheet, base: Sequence[SheetRow]) -> dict[int, int]:
    """Return the number of the row that eoi wrote for each returned row that has one."""
    back, plan = found.rows, found.plan
    keys = [write_path(row.path) for row in base]
    labels = [read_label_of_base(plan, row) for row in base]
    labels_back = [find_row_label(found, row) for row in back]

    def is_equal(left: int, right: int) -> bool:
        return is_same_row(found, back[left], base[right])

    by_key = RowMatch(lambda one: back[one].key, keys.__getitem__)
    return pair_by(
        (
            by_key._replace(is_same=is_equal),
            RowMatch(labels_back.__getitem__, labels.__getitem__, is_equal),
            by_key,
            RowMatch(
                labels_back.__getitem__, labels.__getitem__, lambda left, _right: bool(labels_back[left])
            ),
        ),
        len(back),
        len(base),
    )


def pair_by(ways: Iterable[RowMatch], lefts: int, rights: int) -> dict[int, int]:
    """Pair rows by one way after another. Each row is paired at most once."""
    pairs, taken = dict[int, int](), set[int]()
    for way in ways:
        free: defaultdict[object, list[int]] = defaultdict(list)
        for right in range(rights):
            if right not in taken:
                free[way.right(right)].append(right)
        for left in range(lefts):
            candidates = free.get(way.left(left), []) if left not in pairs else []
            right_one = next((one for one in candidates if way.is_same(left, one)), None)
            if right_one is not None:
                pairs[left] = right_one
                taken.add(right_one)
                candidates.remove(right_one)
    return pairs


def is_same_row(found: FoundSheet, row: FoundRow, base: SheetRow) -> bool:
    """Tell whether a row has the content that eoi wrote in every column."""
    if base.parent and PARENT in found.columns:
        parent = row.cells.get(PARENT)
        if parent is None or " ".join(parent.cell.words.split()) != " ".join(base.parent.split()):
            return False
    for column in found.plan.columns:
        if column.path in found.columns:
            held, cell = base.values.get(column.names), row.cells.get(column.path)
            if held is None or cell is None:
                if held is not None or cell is not None:
                    return False
            elif not says_same(cell.cell, show_value(column.field, held)):
                return False
    return True


def find_row_label(found: FoundSheet, row: FoundRow) -> str:
    """Return the label of a returned row for comparison; return an empty text if it has none."""
    cell = row.cells.get(found.plan.labelled_by.path)
    return " ".join(cell.cell.words.lower().split()) if cell else ""


def read_label_of_base(plan: SheetPlan, row: SheetRow) -> str:
    """Return the label of a row that eoi wrote for comparison; return an empty text if it has none."""
    held = row.values.get(plan.labelled_by.names)
    if held is None:
        return ""
    value = show_value(plan.labelled_by.field, held).value
    return " ".join(str(value).lower().split())


def follow_rows(plan: SheetPlan, base: Sequence[SheetRow], into: Sequence[SheetRow]) -> dict[int, int]:
    """Return the present numbers of rows by their numbers in an earlier version of the file."""
    labels, labels_now = ([read_label_of_base(plan, row) for row in rows] for rows in (base, into))

    def is_equal(left: int, right: int) -> bool:
        return base[left].values == into[right].values and base[left].parent == into[right].parent

    def is_alone(_left: int, _right: int) -> bool:
        return len(base) == len(into)

    return pair_by(
        (
            RowMatch(lambda one: base[one].path, lambda one: into[one].path, is_equal),
            RowMatch(labels.__getitem__, labels_now.__getitem__, is_equal),
            RowMatch(labels.__getitem__, labels_now.__getitem__, lambda left, _right: bool(labels[left])),
            RowMatch(lambda one: base[one].path, lambda one: into[one].path, is_alone),
        ),
        len(base),
        len(into),
    )
