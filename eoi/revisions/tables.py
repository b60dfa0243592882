"""Two versions of a table: rows paired by what they are called, columns by their headings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from eoi.document.blocks import Block, Cell, ColumnKind, Table
from eoi.revisions.align import align, share_of_words
from eoi.revisions.mark import mark_changed_cell
from eoi.revisions.summaries import compare_rows, words_of_blocks, words_of_row
from eoi.revisions.words import merge_words

Blocks = tuple[Block, ...]
MergeBlocks = Callable[[Blocks, Blocks], Blocks]
Column = tuple[int | None, int | None]
"""The number of a column in the old table and in the new one; None where it is not in the table."""


def merge_tables(old: Table, new: Table, merge_blocks: MergeBlocks) -> Table:
    """Return the new table with what came and went marked, down to the words of a cell."""
    columns = pair_columns(old, new)
    merged = RowMerge(columns, merge_blocks)
    aligned = align(old.rows, new.rows, words_of_row, compare_rows)
    pairs = list(aligned)
    row_paths = dict(zip(map(id, new.rows), new.row_paths, strict=False))
    same = all(was is not None and now is not None for was, now in columns)
    return replace(
        new,
        caption=merge_words(old.caption, new.caption),
        head=merged.row(old.head, new.head) if new.head else (),
        rows=tuple(merged.row(one, other) for one, other in pairs),
        shares=new.shares if same else (),
        row_paths=tuple(row_paths.get(id(row), "") for _, row in pairs) if row_paths else (),
        columns=tuple(kind_of_column(old, new, *column) for column in columns) if new.columns else (),
    )


def can_merge(old: Table, new: Table) -> bool:
    """Tell whether two tables have a column in common, or are as wide where no column has a heading."""
    if old.head and new.head:
        return any(was is not None and now is not None for was, now in pair_columns(old, new))
    return not (old.head or new.head) and len({len(row) for row in (*old.rows, *new.rows)}) <= 1


def pair_columns(old: Table, new: Table) -> list[Column]:
    """Pair the columns, by their headings where there are any."""
    if not new.head:
        return [(number, number) for number in range(len(new.rows[0] if new.rows else ()))]
    if len(old.head) == len(new.head):  # none came or went, though one may be called by another name
        return [(number, number) for number in range(len(new.head))]
    before, after = list(enumerate(old.head)), list(enumerate(new.head))
    pairs = align(before, after, heading_of, compare_headings)
    return [(one[0] if one else None, other[0] if other else None) for one, other in pairs]


def kind_of_column(old: Table, new: Table, was: int | None, now: int | None) -> ColumnKind:
    """Return the kind of a column in the version that has it."""
    kinds, number = (new.columns, now) if now is not None else (old.columns, was)
    return kinds[number] if kinds and number is not None else "text"


def heading_of(column: tuple[int, Cell]) -> str:
    """Return the words of a column's heading."""
    return words_of_blocks(column[1].blocks)


def compare_headings(one: tuple[int, Cell], other: tuple[int, Cell]) -> float:
    """Return how alike the headings of two columns are."""
    return share_of_words(heading_of(one), heading_of(other))


class RowMerge:
    """Merges rows whose columns are paired."""

    def __init__(self, columns: Sequence[Column], merge_blocks: MergeBlocks) -> None:
        self.columns, self.merge_blocks = columns, merge_blocks

    def row(self, old: tuple[Cell, ...] | None, new: tuple[Cell, ...] | None) -> tuple[Cell, ...]:
        """Return one row of both versions, or a row that only one of them has."""
        return tuple(self.cell(old, new, was, now) for was, now in self.columns)

    def cell(
        self, old: tuple[Cell, ...] | None, new: tuple[Cell, ...] | None, was: int | None, now: int | None
    ) -> Cell:
        before = old[was] if old is not None and was is not None else None
        after = new[now] if new is not None and now is not None else None
        if before and after:
            return replace(after, blocks=self.merge_blocks(before.blocks, after.blocks))
        if before is None and after is None:  # the column went before the row came, or the other way round
            return Cell((), revision="deleted" if now is None else "inserted")
        return mark_changed_cell(after or before or Cell(()), "deleted" if after is None else "inserted")
