"""The changes that could explain a new table row: an item is added.

A new row is read by the example of a row beside it, which has the same words around other values.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from eoi.document.templating.field_paths import read_known_path
from eoi.imports.base import BuiltDocument
from eoi.imports.differences import Difference
from eoi.imports.item_shapes import match_shape, read_shown
from eoi.imports.leaves import NOT_YET, Leaf, is_free, read_leaf_text, spell_alike, walk_leaves
from eoi.imports.lines import Line
from eoi.imports.list_items import add_beside, list_enclosing_items
from eoi.imports.markdown import simplify_marks
from eoi.imports.removed_rows import Edits, list_leaves_at, say_leaf
from eoi.source.nodes import Plain, convert_to_plain
from eoi.source.paths import write_path
from eoi.submission.lost_scales import ask_for_scale
from eoi.submission.quantities import MONEY
from eoi.submission.walk import find_field_at, find_part_at

Row = Mapping[int, Sequence[Line]]  # the lines of each column


def add_row(difference: Difference, built: BuiltDocument) -> Iterator[Edits]:
    """Yield the additions of an item that could make a new row."""
    after = next((pair.after for pair in difference.pairs if pair.after), None)
    if after is None:
        return
    new = group_by_column([pair.now for pair in difference.pairs if pair.now])
    for example, before in list_example_rows(after, built):
        for item in list_enclosing_items(
            path for lines in example.values() for one in lines for path in built.paths_of(one)
        ):
            value = read_row(new, example, item, built)
            change = add_beside(read_known_path(item), value, built, before) if value else None
            if change is not None:
                yield (change,)


def list_example_rows(after: Line, built: BuiltDocument) -> Iterator[tuple[Row, bool]]:
    """Yield the rows above and below a new one. Each comes with whether the new item goes before its item."""
    rows = list_rows_of_base(built)
    places = list(rows)
    if after.cell is not None and after.cell[:2] in rows:
        table, number = after.cell[:2]
        if any(built.paths_of(line) for lines in rows[table, number].values() for line in lines):
            yield rows[table, number], False
        if (table, number + 1) in rows:
            yield rows[table, number + 1], True
    elif (
        first := next((one for one in places if take_first_line(rows[one]).number > after.number), None)
    ) is not None:
        yield rows[first], True


def list_rows_of_base(built: BuiltDocument) -> dict[tuple[int, int], Row]:
    """Return the rows of all tables, by table and row number."""
    found: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in built.lines:
        if line.cell:
            found[line.cell[:2]].append(line)
    return {place: group_by_column(lines) for place, lines in found.items()}


def take_first_line(row: Row) -> Line:
    """Return the first line of a row."""
    return next(line for lines in row.values() for line in lines)


def group_by_column(lines: Sequence[Line]) -> dict[int, list[Line]]:
    """Return the lines of a row, by column number."""
    found: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.cell:
            found[line.cell.column].append(line)
    return dict(found)


def read_row(new: Row, example: Row, item: str, built: BuiltDocument) -> Plain:
    """Return the item that a new row shows, in the form of the example's item."""
    node = built.node_at(item)
    leaves = list(walk_leaves(node, read_known_path(item))) if node is not None else []
    if not any(len(leaf.path) > len(read_known_path(item)) for leaf in leaves):
        return say_cell(new[min(new)])  # an item that is one text
    fields: dict[str, Plain] = {}
    for column, lines in new.items():
        if column in example and not NOT_YET.match(say_cell(lines)):
            fields |= read_cell_fields(column, lines, example, item, built)
    return fields


def read_cell_fields(
    column: int, lines: Sequence[Line], example: Row, item: str, built: BuiltDocument
) -> dict[str, Plain]:
    """Return the fields that one cell shows.

    They are copied from an equal cell if there is one, or else read line by line after the example.
    """
    names = list_fields_of_cell(column, example, item, built)
    if found := copy_alike(column, lines, example, item, names, built):
        return found
    leaves = [leaf for one in names for leaf in list_leaves_at(f"{item}.{one}", built)]
    fields, models = dict[str, Plain](), example[column]
    for at, line in enumerate(lines):
        model = models[min(at, len(models) - 1)]
        for name, value in read_line_field(line, model, names, leaves, item).items():
            before = fields.get(name)
            fields[name] = (
                [*before, *value] if isinstance(before, list) and isinstance(value, list) else value
            )
    return fields


def read_line_field(
    line: Line, model: Line, names: Sequence[str], leaves: Sequence[Leaf], item: str
) -> dict[str, Plain]:
    """Return the field that one line of a cell shows, by the example of another line."""
    words, example = simplify_marks(line.words), simplify_marks(model.words)
    for leaf in leaves:
        if leaf.field.kind is MONEY and "£" not in words and ask_for_scale(leaf.text, words):
            return {}
        if say_leaf(leaf) == example.lower():
            return make_field(name_inside(leaf, item), spell_alike(leaf, words) or words, item)
    for leaf in leaves if len(leaves) == 1 else ():
        if (spelt := read_shown(leaf, example, words)) is not None:
            return {name_inside(leaf, item): spelt}
    shown = [leaf for leaf in leaves if say_leaf(leaf) in example.lower()]
    return match_shape(words, example, shown, item) or (make_field(names[0], words, item) if names else {})


def name_inside(leaf: Leaf, item: str) -> str:
    """Return the name of the field of an item that a value is in."""
    return re.split(r"[.\[]", write_path(leaf.path).removeprefix(f"{item}."), maxsplit=1)[0]


def make_field(name: str, words: str, item: str) -> dict[str, Plain]:
    """Return words as the value of a field; return an empty mapping if it cannot hold them."""
    field = find_field_at((*read_known_path(item), name))
    if field is None or field.part is not None:
        return {}
    if field.is_list:
        return {name: [words]}
    return {name: words} if is_free(field) or read_leaf_text(field, words) is not None else {}


def list_fields_of_cell(column: int, example: Row, item: str, built: BuiltDocument) -> list[str]:
    """Return the fields of an item that a cell shows, by bookmarks or by the words in it."""
    names = list_marked_fields(example[column], item, built)
    others = " ".join(f" {say_cell(lines)} " for one, lines in example.items() if one != column).lower()
    here = f" {say_cell(example[column])} ".lower()
    for leaf in list_leaves_at(item, built):
        words = f" {say_leaf(leaf)} "
        if (
            words in here
            and words not in others
            and "." not in write_path(leaf.path).removeprefix(f"{item}.")
        ):
            names.append(name_inside(leaf, item))
    found = list(dict.fromkeys(names or find_by_value(column, example, item, built)))
    return found or ([find_naming_field_of_item(item)] if column == min(example) else [])


def find_by_value(column: int, example: Row, item: str, built: BuiltDocument) -> Iterator[str]:
    """Yield the fields whose value a cell shows in another spelling, such as a date in full."""
    for leaf in list_leaves_at(item, built):
        value = None if leaf.is_free else read_leaf_text(leaf.field, leaf.text)
        shown = [at for at, lines in example.items() if read_leaf_text(leaf.field, say_cell(lines)) == value]
        if value is not None and shown == [column]:
            yield name_inside(leaf, item)


def list_marked_fields(lines: Sequence[Line], item: str, built: BuiltDocument) -> list[str]:
    """Return the fields of an item that the bookmarks in a cell name, each once."""
    paths = [path for line in lines for path in built.paths_of(line)]
    inside = (path.removeprefix(f"{item}.") for path in paths if path.startswith(f"{item}."))
    return list(dict.fromkeys(re.split(r"[.\[]", name, maxsplit=1)[0] for name in inside))


def find_naming_field_of_item(item: str) -> str:
    """Return the first field of an item, with which its row begins."""
    part = find_part_at(read_known_path(item))
    return next(iter(part.by_written), "") if part else ""


def copy_alike(
    column: int, lines: Sequence[Line], example: Row, item: str, names: Sequence[str], built: BuiltDocument
) -> dict[str, Plain]:
    """Copy the fields of another row of the table whose cell in this column has the same text.

    A choice, which the document prints in other words, is then spelt as in the file.
    """
    place = take_first_line(example).cell
    above = item.rpartition("[")[0]
    for (table, _), row in list_rows_of_base(built).items():
        if (
            place is None
            or table != place.table
            or column not in row
            or say_cell(row[column]) != say_cell(lines)
        ):
            continue
        for other in list_enclosing_items(path for line in row[column] for path in built.paths_of(line)):
            if other.rpartition("[")[0] == above:
                found = {name: node for name in names if (node := built.node_at(f"{other}.{name}"))}
                return {name: convert_to_plain(node) for name, node in found.items()}
    return {}


def say_cell(lines: Sequence[Line]) -> str:
    """Return the words of a cell."""
    return simplify_marks(" ".join(line.words for line in lines))
