"""The rows of a sheet with the values of the file: one for each item, with the text of every field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from eoi.source.characters import split_items
from eoi.source.nodes import Mapping, Node, Path, Scalar, Sequence, convert_to_plain
from eoi.submission import is_none_word
from eoi.submission.model import Submission
from eoi.submission.part import Field, Part
from eoi.workbook.sheets import FieldNames, SheetColumn, SheetPlan

Held = str | tuple[str, ...]
"""The text of a value, or the texts of a list of values."""
GroupFields = dict[str, tuple[str, Node]]
"""The fields of a group by their own names: the name that the file uses, and the value."""
NONE = "none"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: the path of its item, the label of the item's parent, and its values.

    With `says_none`, it is the only row of a list that the file declares empty, and its path is that of the
    list.
    """

    path: Path
    parent: str
    values: dict[FieldNames, Held]
    says_none: bool = False


def list_sheet_rows(sheet: SheetPlan, tree: Mapping) -> list[SheetRow]:
    """Return the rows of a sheet. The sheet of single answers has one, whose columns are printed as rows."""
    if not sheet.names:
        return [SheetRow((), "", read_values(sheet.columns, tree, Submission))]
    found: list[SheetRow] = []
    labels = label_items(sheet.parent, tree) if sheet.parent else {}
    for path, node, part in find_lists(sheet.names, tree, Submission, ()):
        parent = next((labels[path[:end]] for end in range(len(path), 0, -1) if path[:end] in labels), "")
        if sheet.may_be_none and is_none_word(node):
            found.append(SheetRow(path, parent, {sheet.labelled_by.names: NONE}, says_none=True))
            continue
        for index, item in enumerate(list_item_nodes(node)):
            found.append(SheetRow((*path, index), parent, read_values(sheet.columns, item, part)))
    return found


def find_lists(
    names: FieldNames, node: Node, part: type[Part], above: Path
) -> Iterator[tuple[Path, Node, type[Part]]]:
    """Yield each list that names lead to, with its path and its part of the model.

    Lists on the way lead to one list for each of their items.
    """
    group, (first, *rest) = list_group_fields(node, part), names
    field = part.by_written[first]
    assert field.part
    if part.none_of == first and is_none_word(node):
        yield (*above, first), node, field.part
        return
    if first not in group:
        return
    written, value = group[first]
    path = (*above, written)
    if not rest:
        yield path, value, field.part
    elif field.is_list:
        for index, item in enumerate(list_item_nodes(value)):
            yield from find_lists(tuple(rest), item, field.part, (*path, index))
    else:
        yield from find_lists(tuple(rest), value, field.part, path)


def list_group_fields(node: Node, part: type[Part]) -> GroupFields:
    """Return the fields of a group, even if the group is written as a single value."""
    match node:
        case Mapping():
            other = {name: own for name, own in part.other_names.items() if own not in node.by_name}
            return {
                other.get(entry.key.text, entry.key.text): (entry.key.text, entry.value)
                for entry in node.entries
            }
        case Scalar(text=text, place=place) if not (part.none_of and is_none_word(node)):
            return {name: (name, Scalar(one, place)) for name, one in part.expand(text).items()}
    return {}


def list_item_nodes(node: Node) -> tuple[Node, ...]:
    """Return the items of a list, even if the list is written as one text."""
    match node:
        case Sequence(items=items):
            return items
        case Scalar(text=text, place=place):
            return tuple(Scalar(one, place) for one in split_items(text))
    return ()


def read_values(columns: tuple[SheetColumn, ...], node: Node, part: type[Part]) -> dict[FieldNames, Held]:
    """Return the values of the columns that the file has."""
    found: dict[FieldNames, Held] = {}
    for column in columns:
        if (held := read_held_value(column.names, node, part)) is not None:
            found[column.names] = held
    return found


def read_held_value(names: FieldNames, node: Node, part: type[Part]) -> Held | None:
    """Return the value that names lead to; return None if the file has none."""
    for name in names[:-1]:
        group = list_group_fields(node, part)
        inner = part.by_written[name].part
        if name not in group or inner is None:
            return None
        node, part = group[name][1], inner
    group = list_group_fields(node, part)
    if names[-1] not in group:
        return None
    return hold_texts(part.by_written[names[-1]], group[names[-1]][1])


def hold_texts(field: Field, node: Node) -> Held:
    """Return the text of a value, or the texts of a list of values."""
    if field.is_list and not (field.may_be_none and is_none_word(node)):
        return tuple(
            item.text if isinstance(item, Scalar) else str(convert_to_plain(item))
            for item in list_item_nodes(node)
        )
    return node.text if isinstance(node, Scalar) else NONE


def label_items(names: FieldNames, tree: Mapping) -> dict[Path, str]:
    """Return a different label for each item of a list: its name for readers, or a number."""
    part: type[Part] = Submission
    found: dict[Path, str] = {}
    for path, node, part in find_lists(names, tree, Submission, ()):
        for index, item in enumerate(list_item_nodes(node)):
            group = list_group_fields(item, part)
            _, value = group.get(part.shorthand or next(iter(part.by_written)), ("", None))
            label = " ".join(value.text.split()) if isinstance(value, Scalar) else ""
            found[(*path, index)] = label or f"{part.__name__} {index + 1}"
    counted, seen = Counter(found.values()), Counter[str]()
    for place, label in found.items():
        seen[label] += 1
        if counted[label] > 1:
            found[place] = f"{label} ({seen[label]})"
    return found
