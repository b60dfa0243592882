"""The merging of two versions of a table, with rows paired by their names and columns by their headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from eoi.document.blocks import Block, Cell, ColumnKind, Table
from eoi.revisions.align import Pair, align, align_with_moves, compute_share_of_words
from eoi.revisions.mark import mark_changed_cell
from eoi.revisions.moves import PlaceOfMove, can_move
from eoi.revisions.summaries import compare_rows, read_words_of_blocks, read_words_of_row
from eoi.revisions.words import merge_words

Blocks = tuple[Block, ...]
Row = tuple[Cell, ...]
MergeBlocks = Callable[[Blocks, Blocks], Blocks]
Column = tuple[int | None, int | None]
"""The number of a column in the old table and in the new one; None where it is not in the table."""


def merge_tables(old: Table, new: Table, merge_blocks: MergeBlocks, moves: Iterator[int]) -> Table:
    """Return the new table with insertions, deletions and moves marked, down to the words of a cell.

    `moves` numbers the rows that moved.
    """
    columns = pair_columns(old, new)
    merged = RowMerge(columns, merge_blocks)
    pairs = list(align_with_moves(old.rows, new.rows, read_words_of_row, compare_rows, moves))
    row_paths = dict(zip(map(id, new.rows), new.row_paths, strict=False))
    same = all(was is not None and now is not None for was, now in columns)
    return new.replace(
        caption=merge_words(old.caption, new.caption),
        head=merged.row(old.head, new.head) if new.head else (),
        rows=tuple(map(merged.pair, pairs)),
        shares=new.shares if same else (),
        row_paths=tuple(row_paths.get(id(pair.new), "") for pair in pairs) if row_paths else (),
        columns=tuple(find_column_kind(old, new, *column) for column in columns) if new.columns else (),
    )


def can_merge(old: Table, new: Table) -> bool:
    """Tell whether two tables have a column in common or, without headings, the same width."""
    if old.head and new.head:
        return any(was is not None and now is not None for was, now in pair_columns(old, new))
    return not (old.head or new.head) and len({len(row) for row in (*old.rows, *new.rows)}) <= 1


def pair_columns(old: Table, new: Table) -> list[Column]:
    """Pair the columns of two tables, by their headings if they have any."""
    if not new.head:
        return [(number, number) for number in range(len(new.rows[0] if new.rows else ()))]
    if len(old.head) == len(new.head):  # no column was added or removed, though one may have a new name
        return [(number, number) for number in range(len(new.head))]
    before, after = list(enumerate(old.head)), list(enumerate(new.head))
    pairs = align(before, after, read_column_heading, compare_headings)
    return [(pair.old[0] if pair.old else None, pair.new[0] if pair.new else None) for pair in pairs]


def find_column_kind(old: Table, new: Table, was: int | None, now: int | None) -> ColumnKind:
    """Return the kind of a column in the version that has it."""
    kinds, number = (new.columns, now) if now is not None else (old.columns, was)
    return kinds[number] if kinds and number is not None else "text"


def read_column_heading(column: tuple[int, Cell]) -> str:
    """Return the words of a column's heading."""
    return read_words_of_blocks(column[1].blocks)


def compare_headings(one: tuple[int, Cell], other: tuple[int, Cell]) -> float:
    """Return the likeness of the headings of two columns, from 0 to 1."""
    return compute_share_of_words(read_column_heading(one), read_column_heading(other))


class RowMerge:
    """The merging of rows whose columns are paired."""

    def __init__(self, columns: Sequence[Column], merge_blocks: MergeBlocks) -> None:
        self.columns, self.merge_blocks = columns, merge_blocks
        self.moved: dict[int, Row] = {}  # by the number of the move, since both places show the same row

    def pair(self, pair: Pair[Row]) -> Row:
        """Return the row for a pair. A row that moved has a pair for each place."""
        if pair.moved is None or not self.is_movable(pair):
            return self.row(pair.old, pair.new)
        if pair.number not in self.moved:
            self.moved[pair.number] = self.row(pair.old or pair.moved, pair.new or pair.moved)
        place = PlaceOfMove("deleted" if pair.new is None else "inserted", pair.number)
        return place.show_row(self.moved[pair.number])

    def is_movable(self, pair: Pair[Row]) -> bool:
        """Tell whether a row can be shown as moved.

        It has only words, and no column was added or removed.
        """
        same = all(was is not None and now is not None for was, now in self.columns)
        cells = (*(pair.old or ()), *(pair.new or ()), *(pair.moved or ()))
        return same and all(can_move(cell.blocks) for cell in cells)

    def row(self, old: Row | None, new: Row | None) -> Row:
        """Return a row merged from both versions, or marked if only one version has it."""
        return tuple(self.cell(old, new, was, now) for was, now in self.columns)

    def cell(self, old: Row | None, new: Row | None, was: int | None, now: int | None) -> Cell:
        before = old[was] if old is not None and was is not None else None
        after = new[now] if new is not None and now is not None else None
        if before and after:
            # An empty cell shows its old text, so it stays a heading if it was one.
            scope = after.scope if after.blocks else before.scope
            return after.replace(scope=scope, blocks=self.merge_blocks(before.blocks, after.blocks))
        if before is None and after is None:  # the column was removed before the row was added
            return Cell((), revision="deleted" if now is None else "inserted")
        return mark_changed_cell(after or before or Cell(()), "deleted" if after is None else "inserted")
