"""New rows that the rebuilt document spells otherwise, such as £15,200 for "15,200", or says only in part."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from eoi.imports.differences import Difference
from eoi.imports.item_shapes import find_shown
from eoi.imports.leaves import NOT_YET, Leaf
from eoi.imports.lines import Line
from eoi.imports.markdown import simplify_marks
from eoi.imports.pairs import LinePair
from eoi.imports.reading import PairedLines, make_line_key
from eoi.imports.removed_rows import Edits
from eoi.source.edits import AddItem, InsertItem
from eoi.source.nodes import Path
from eoi.submission.walk import find_part_at


def list_unread_cells(reading: PairedLines, difference: Difference, edits: Edits) -> list[LinePair] | None:
    """Return the lines of a new row that no value of the added item says.

    Return None if the rebuilt document has no row that begins with the same cell.
    """
    leaves = list_added_leaves(edits) if difference.shape == "row added" else []
    came = [pair for pair in difference.pairs if pair.now and pair.now.cell]
    if not leaves or not came:
        return None
    first = [pair for pair in came if find_returned_column(pair) == find_returned_column(came[0])]
    found = [
        [pair for pair in came if pair.now and not is_said_in_row(pair.now, row, leaves)]
        for row in reading.new_rows
        if all(pair.now and has_line(row, pair.now) for pair in first)
    ]
    return min(found, key=len, default=None)


def list_added_leaves(edits: Edits) -> list[Leaf]:
    """Return the values of the item that a single change adds."""
    match edits:
        case (AddItem(path, dict(values)),) | (InsertItem((*path, _), dict(values)),):
            part = find_part_at((*path, 0))
            fields = part.by_written if part else {}
            steps: Path = tuple(path)
            return [
                Leaf((*steps, 0, name), fields[name], value)
                for name, value in values.items()
                if isinstance(value, str) and name in fields
            ]
    return []


def is_said_in_row(line: Line, row: Sequence[Line], leaves: Sequence[Leaf]) -> bool:
    """Tell whether a rebuilt row has a line, the same value in its place, or its words as a value."""
    words = simplify_marks(line.words)
    if (
        NOT_YET.match(words)
        or has_line(row, line)
        or any(one.text.lower() == words.lower() for one in leaves)
    ):
        return True
    beside = [simplify_marks(one.words) for one in row if one.cell and one.cell[2:] == (line.cell or ())[2:]]
    values = [leaf for leaf in leaves if not leaf.is_free and find_shown(leaf, words)]
    return any(find_shown(leaf, other) for leaf in values for other in beside)


def has_line(row: Collection[Line], line: Line) -> bool:
    """Tell whether a row has a line with the same words in the same column."""
    return make_line_key(line) in map(make_line_key, row)


def find_returned_column(pair: LinePair) -> int:
    """Return the column of a line that came; 0 outside of tables."""
    return pair.now.cell.column if pair.now and pair.now.cell else 0


def split_unread(difference: Difference, unread: Sequence[LinePair]) -> tuple[Difference, list[Difference]]:
    """Return a new row without the lines that nothing says, and each of these alone."""
    rest = tuple(pair for pair in difference.pairs if pair not in unread)
    alone = [replace(difference, shape="wording", pairs=(pair,)) for pair in unread]
    return replace(difference, pairs=rest), alone
