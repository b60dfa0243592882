"""Edits of the file for the changes of a workbook, with one edit for each node that changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from eoi.source.edits import AddItem, Edit, InsertItem, Remove, Reword, SetValue
from eoi.source.edits.operations import make_sort_key
from eoi.source.nodes import Mapping, Node, Path, Plain, Scalar, convert_to_plain
from eoi.source.nodes import Sequence as ListNode
from eoi.submission import is_none_word
from eoi.submission.model import Submission
from eoi.submission.part import Field, Part
from eoi.workbook.rows import list_group_fields, list_item_nodes
from eoi.workbook.sheet_changes import SheetChange


class ChangeEdit(NamedTuple):
    """An edit of the file, with the changes that it makes."""

    edit: Edit
    changes: tuple[SheetChange, ...]


class ReachedNode(NamedTuple):
    """The last node of a path that the file has.

    `path` is its path as the file writes it, and `rest` the missing steps. `part` and `field` are the node's
    entries in the model, or None.
    """

    path: Path
    node: Node
    rest: Path
    part: type[Part] | None
    field: Field | None


def list_edits(changes: Iterable[SheetChange], tree: Mapping) -> list[ChangeEdit]:
    """List the edits for changes. Changes below one missing node, or of one value, share an edit."""
    direct, together = list[ChangeEdit](), dict[Path, list[SheetChange]]()
    for change in changes:
        if change.kind == "add" and not change.path:
            continue  # another change adds the item that it is part of
        place = reach(tree, change.path)
        if place.rest or (change.kind == "add" and not isinstance(place.node, ListNode)):
            anchor = (
                (*place.path, place.rest[0]) if place.rest and isinstance(place.node, Mapping) else place.path
            )
            together.setdefault(anchor, []).append(change)
        else:
            direct += [ChangeEdit(one, (change,)) for one in edit_node(change, place)]
    for one in [one for one in direct if one.edit.path in together]:
        direct.remove(one)
        together[one.edit.path] = [*one.changes, *together[one.edit.path]]
    joined = (ChangeEdit(edit_together(path, some, tree), tuple(some)) for path, some in together.items())
    return [*replace_last_items(direct, tree), *joined]


def replace_last_items(edits: Sequence[ChangeEdit], tree: Mapping) -> Iterator[ChangeEdit]:
    """Yield the edits, with a replacement if the last item is removed and another is added.

    Both edits concern the same place of the file. Removing the only item would leave no list to add to.
    """
    added = {one.edit.path: one for one in reversed(edits) if isinstance(one.edit, AddItem)}
    replaced: dict[Path, ChangeEdit] = {}
    for one in edits:
        place = reach(tree, one.edit.path[:-1])
        size = len(place.node.items) if isinstance(place.node, ListNode) else 0
        if isinstance(one.edit, Remove) and one.edit.path[:-1] in added and one.edit.path[-1] == size - 1:
            replaced[one.edit.path[:-1]] = one
    for one in edits:
        new = added.get(one.edit.path[:-1])
        if one in replaced.values() and new and isinstance(new.edit, AddItem):
            yield ChangeEdit(SetValue(one.edit.path, new.edit.value), (*new.changes, *one.changes))
        elif one.edit.path not in replaced or one is not added[one.edit.path]:
            yield one


def reach(tree: Mapping, path: Path) -> ReachedNode:
    """Follow a path as far as the file has its groups and lists."""
    node, part, field, written = tree, Submission, None, ()  # type: Node, type[Part] | None, Field | None, Path
    for index, step in enumerate(path):
        if isinstance(step, int):
            if not (isinstance(node, ListNode) and step < len(node.items)):
                return ReachedNode(written, node, path[index:], part, field)
            node, written = node.items[step], (*written, step)
            continue
        group = list_group_fields(node, part) if part and isinstance(node, Mapping) else {}
        if part is None or step not in group:
            return ReachedNode(written, node, path[index:], part, field)
        name, node = group[step]
        field, written = part.by_written[step], (*written, name)
        part = field.part
    return ReachedNode(written, node, (), part, field)


def edit_node(change: SheetChange, place: ReachedNode) -> Iterator[Edit]:
    """Yield the edits for a change of a node that the file has."""
    if change.kind == "set":
        yield SetValue(place.path, change.value)
    elif change.kind == "add":
        assert change.item
        yield AddItem(place.path, change.item.values)
    elif change.kind == "insert":
        assert change.item
        yield InsertItem(place.path, change.item.values)
    elif change.kind == "list":
        yield from edit_list(place.path, place.node, change.items)
    else:
        yield Remove(place.path)


def edit_list(path: Path, node: Node, items: Sequence[str]) -> Iterator[Edit]:
    """Yield the edits of a plain list, only for items that differ."""
    if not items:
        yield Remove(path)
        return
    if not isinstance(node, ListNode):
        yield SetValue(path, items[0] if len(items) == 1 else list(items))
        return
    before = [
        one.text.strip("\n") if isinstance(one, Scalar) else str(convert_to_plain(one)) for one in node.items
    ]
    for code, start, end, first, last in SequenceMatcher(None, before, items, False).get_opcodes():
        if code == "equal":
            continue
        shared = min(end - start, last - first)
        for number in range(shared):
            yield SetValue((*path, start + number), items[first + number])
        for number in range(start + shared, end):
            yield Remove((*path, number))
        for number in range(first + shared, last):
            at_end = end == len(before)
            yield AddItem(path, items[number]) if at_end else InsertItem((*path, end), items[number])


def edit_together(path: Path, changes: Sequence[SheetChange], tree: Mapping) -> Edit:
    """Return the single edit for all changes below a missing node, or of a value written as one text."""
    place = reach(tree, path)
    if not place.rest and isinstance(place.node, Scalar) and (reworded := reword_list_text(place, changes)):
        return reworded
    value = expand(place) if not place.rest else None
    # Rows are removed last, and from the last one up, so that the numbers of the others stay the same.
    kept = [change for change in changes if change.kind != "remove"]
    gone = sorted(
        (change for change in changes if change.kind == "remove"), key=lambda one: make_sort_key(one.path)
    )
    for change in (*kept, *gone):
        value = apply_change(value, change.path[len(path) :], change)
    return SetValue(path, collapse(place, value)) if value else Remove(path)


def collapse(place: ReachedNode, value: Plain) -> Plain:
    """Return a group as a single value, if the file wrote it like this and has no other field."""
    shorthand = place.part.shorthand if place.part else ""
    is_one = isinstance(place.node, Scalar) and not place.rest and isinstance(value, dict)
    return value[shorthand] if is_one and isinstance(value, dict) and list(value) == [shorthand] else value


def reword_list_text(place: ReachedNode, changes: Sequence[SheetChange]) -> Edit | None:
    """Return the change of words in a list written as one text; None if more needs to change."""
    if (
        len(changes) != 1
        or not isinstance(place.node, Scalar)
        or place.field is None
        or not place.field.is_list
    ):
        return None
    (change,), was = changes, changes[0].seen.was
    is_whole = len(change.path) == len(place.path) + 2 and change.kind == "set"
    is_once = bool(was) and place.node.text.count(was) == 1
    shorthand = place.field.part.shorthand if place.field.part else ""
    return (
        Reword(place.path, was, change.value)
        if is_whole and is_once and change.path[-1] == shorthand
        else None
    )


def expand(place: ReachedNode) -> Plain | None:
    """Return the fields or items of a value in short form; return None if it is neither."""
    if not isinstance(place.node, Scalar):
        return convert_to_plain(place.node)
    if place.field and place.field.is_list and not isinstance(place.path[-1], int):
        items = () if is_none_word(place.node) else list_item_nodes(place.node)
        return [convert_to_plain(one) for one in items]
    if place.part:
        return {
            name: convert_to_plain(one)
            for name, (_, one) in list_group_fields(place.node, place.part).items()
        }
    return None


def apply_change(value: Plain | None, path: Path, change: SheetChange) -> Plain | None:
    """Return a value with a change made in it, at a path below it or to the whole of it."""
    if not path:
        return put_here(value, change)
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(value) if isinstance(value, list) else []
        inner = apply_change(items[step] if step < len(items) else None, rest, change)
        return [*items[:step], *([inner] if inner is not None else []), *items[step + 1 :]]
    fields: dict[str, Plain] = dict(value) if isinstance(value, dict) else {}
    inner = apply_change(fields.get(step), rest, change)
    fields.pop(step, None) if inner is None else fields.update({step: inner})
    return fields


def put_here(value: Plain | None, change: SheetChange) -> Plain | None:
    """Return the result of a change to a whole value; return None if it is removed."""
    if change.kind == "add":
        assert change.item
        return [*(value if isinstance(value, list) else []), change.item.values]
    if change.kind == "list":
        return list(change.items) or None
    return change.value if change.kind == "set" else None
