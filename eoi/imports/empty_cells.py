"""The cells of a table that somebody fills in, for the field that its item leaves out, or empties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eoi.document.templating.field_paths import read_known_path
from eoi.imports.base import BuiltDocument
from eoi.imports.differences import Difference
from eoi.imports.gap_answers import read_answer
from eoi.imports.leaves import NOT_YET, Leaf, read_leaf_text
from eoi.imports.lines import CellPlace
from eoi.imports.list_items import list_enclosing_items
from eoi.imports.markdown import simplify_marks
from eoi.imports.new_rows import list_marked_fields, list_rows_of_base, make_field
from eoi.imports.removed_rows import Edits
from eoi.source.edits import Remove, SetValue
from eoi.source.nodes import Scalar, is_empty
from eoi.submission import is_bare_none
from eoi.submission.walk import find_part_at


def fill_cell(difference: Difference, built: BuiltDocument) -> Iterator[Edits]:
    """Yield the answers to each field that the item of a row leaves out and that can hold the words.

    The fields that other rows show in this column come first.
    """
    (pair,) = difference.pairs
    if not (pair.base and pair.now and pair.base.cell and NOT_YET.match(pair.base.words)):
        return
    words = read_answer(pair.base.words, pair.now.words)
    for item in list_enclosing_items(difference.paths):
        likely = list_fields_of_column(pair.base.cell, item, built)
        for name in sorted(list_fields_without_value(item, built), key=lambda one: one not in likely):
            for field, value in make_field(name, words, item).items():
                yield (SetValue((*read_known_path(item), field), value),)


def empty_cell(difference: Difference, leaves: Sequence[Leaf]) -> Iterator[Edits]:
    """Yield the removal of the value that made up an emptied cell. A dash is as good as an empty cell."""
    (pair,) = difference.pairs
    if pair.base is None or not difference.is_emptied:
        return
    words = simplify_marks(pair.base.words).removesuffix(".")
    for leaf in leaves:
        value = read_leaf_text(leaf.field, words)
        is_same_text = simplify_marks(leaf.text).removesuffix(".").casefold() == words.casefold()
        if is_same_text or (value is not None and value == read_leaf_text(leaf.field, leaf.text)):
            yield (Remove(leaf.path),)


def list_fields_of_column(place: CellPlace, item: str, built: BuiltDocument) -> Sequence[str]:
    """Return the fields that a column shows of other items of the same list."""
    above = item.rpartition("[")[0]
    rows = [row for (table, _), row in list_rows_of_base(built).items() if table == place.table]
    lines = [line for row in rows for line in row.get(place.column, ())]
    others = list_enclosing_items(path for line in lines for path in built.paths_of(line))
    return [
        name
        for other in others
        if other.rpartition("[")[0] == above and other != item
        for name in list_marked_fields(lines, other, built)
    ]


def list_fields_without_value(item: str, built: BuiltDocument) -> list[str]:
    """Return the fields of an item that have no value in the file."""
    part = find_part_at(read_known_path(item))
    names = part.by_written if part else {}
    return [
        name for name, field in names.items() if field.part is None and lacks_value(f"{item}.{name}", built)
    ]


def lacks_value(path: str, built: BuiltDocument) -> bool:
    """Tell whether a field has no value in the file, an empty one, or the answer `none`."""
    node = built.node_at(path)
    return node is None or (isinstance(node, Scalar) and (is_empty(node) or is_bare_none(node.text)))
