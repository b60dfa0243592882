"""Turn the wishes of a workbook into changes of the file: one change for each node that changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from eoi.source.edits import AddItem, Edit, InsertItem, Remove, Reword, SetValue
from eoi.source.edits.operations import sort_key
from eoi.source.nodes import Mapping, Node, Path, Plain, Scalar, to_plain
from eoi.source.nodes import Sequence as ListNode
from eoi.submission.model import Submission
from eoi.submission.nothing import is_none_word
from eoi.submission.part import Field, Part
from eoi.workbook.rows import fields_of, list_item_nodes
from eoi.workbook.wishes import Wish


class WishedEdit(NamedTuple):
    """A change of the file with the wishes that it fulfils."""

    edit: Edit
    wishes: tuple[Wish, ...]


class Reached(NamedTuple):
    """The last node of a path that the file has: its path in the file, the node, and the missing steps.

    `part` and `field` are the node's entries in the model.
    """

    path: Path
    node: Node
    rest: Path
    part: type[Part] | None
    field: Field | None


def list_edits(wishes: Iterable[Wish], tree: Mapping) -> list[WishedEdit]:
    """List the changes; wishes for one missing or single-value node become one change together."""
    direct, together = list[WishedEdit](), dict[Path, list[Wish]]()
    for wish in wishes:
        if wish.kind == "add" and not wish.path:
            continue  # it is part of an item that another wish adds
        place = reach(tree, wish.path)
        if place.rest or (wish.kind == "add" and not isinstance(place.node, ListNode)):
            anchor = (
                (*place.path, place.rest[0]) if place.rest and isinstance(place.node, Mapping) else place.path
            )
            together.setdefault(anchor, []).append(wish)
        else:
            direct += [WishedEdit(one, (wish,)) for one in edit_node(wish, place)]
    for one in [one for one in direct if one.edit.path in together]:
        direct.remove(one)
        together[one.edit.path] = [*one.wishes, *together[one.edit.path]]
    joined = (WishedEdit(edit_together(path, some, tree), tuple(some)) for path, some in together.items())
    return [*replace_last_items(direct, tree), *joined]


def replace_last_items(edits: Sequence[WishedEdit], tree: Mapping) -> Iterator[WishedEdit]:
    """Yield changes with one for a last item that goes while another comes in its place.

    Both concern the same words of the file, and an only item would leave no list to add to.
    """
    added = {one.edit.path: one for one in reversed(edits) if isinstance(one.edit, AddItem)}
    replaced = dict[Path, WishedEdit]()
    for one in edits:
        place = reach(tree, one.edit.path[:-1])
        size = len(place.node.items) if isinstance(place.node, ListNode) else 0
        if isinstance(one.edit, Remove) and one.edit.path[:-1] in added and one.edit.path[-1] == size - 1:
            replaced[one.edit.path[:-1]] = one
    for one in edits:
        new = added.get(one.edit.path[:-1])
        if one in replaced.values() and new and isinstance(new.edit, AddItem):
            yield WishedEdit(SetValue(one.edit.path, new.edit.value), (*new.wishes, *one.wishes))
        elif one.edit.path not in replaced or one is not added[one.edit.path]:
            yield one


def reach(tree: Mapping, path: Path) -> Reached:
    """Follow a path as far as the file has its groups and lists."""
    node, part, field, written = tree, Submission, None, ()  # type: Node, type[Part] | None, Field | None, Path
    for index, step in enumerate(path):
        if isinstance(step, int):
            if not (isinstance(node, ListNode) and step < len(node.items)):
                return Reached(written, node, path[index:], part, field)
            node, written = node.items[step], (*written, step)
            continue
        group = fields_of(node, part) if part and isinstance(node, Mapping) else {}
        if part is None or step not in group:
            return Reached(written, node, path[index:], part, field)
        name, node = group[step]
        field, written = part.by_written[step], (*written, name)
        part = field.part
    return Reached(written, node, (), part, field)


def edit_node(wish: Wish, place: Reached) -> Iterator[Edit]:
    """Yield the changes of a node that is there."""
    if wish.kind == "set":
        yield SetValue(place.path, wish.value)
    elif wish.kind == "add":
        assert wish.item
        yield AddItem(place.path, wish.item.values)
    elif wish.kind == "insert":
        assert wish.item
        yield InsertItem(place.path, wish.item.values)
    elif wish.kind == "list":
        yield from edit_list(place.path, place.node, wish.items)
    else:
        yield Remove(place.path)


def edit_list(path: Path, node: Node, items: Sequence[str]) -> Iterator[Edit]:
    """Yield the changes of a plain list: only of the items that differ."""
    if not items:
        yield Remove(path)
        return
    if not isinstance(node, ListNode):
        yield SetValue(path, items[0] if len(items) == 1 else list(items))
        return
    before = [one.text.strip("\n") if isinstance(one, Scalar) else str(to_plain(one)) for one in node.items]
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


def edit_together(path: Path, wishes: Sequence[Wish], tree: Mapping) -> Edit:
    """Return the one change that fulfils all wishes inside a missing node, or one written as one value."""
    place = reach(tree, path)
    if not place.rest and isinstance(place.node, Scalar) and (change := reword_list_text(place, wishes)):
        return change
    value = expand(place) if not place.rest else None
    # Rows go last, and the last of them first: the numbers of the others then stay what they were.
    kept = [wish for wish in wishes if wish.kind != "remove"]
    gone = sorted((wish for wish in wishes if wish.kind == "remove"), key=lambda one: sort_key(one.path))
    for wish in (*kept, *gone):
        value = apply_wish(value, wish.path[len(path) :], wish)
    return SetValue(path, collapse(place, value)) if value else Remove(path)


def collapse(place: Reached, value: Plain) -> Plain:
    """Write a group as the one value that it was written as, if no other field needs room."""
    shorthand = place.part.shorthand if place.part else ""
    is_one = isinstance(place.node, Scalar) and not place.rest and isinstance(value, dict)
    return value[shorthand] if is_one and isinstance(value, dict) and list(value) == [shorthand] else value


def reword_list_text(place: Reached, wishes: Sequence[Wish]) -> Edit | None:
    """Change a few words in a list that is written as one text, if no other change is needed."""
    if (
        len(wishes) != 1
        or not isinstance(place.node, Scalar)
        or place.field is None
        or not place.field.is_list
    ):
        return None
    (wish,), was = wishes, wishes[0].seen.was
    is_whole = len(wish.path) == len(place.path) + 2 and wish.kind == "set"
    is_once = bool(was) and place.node.text.count(was) == 1
    shorthand = place.field.part.shorthand if place.field.part else ""
    return (
        Reword(place.path, was, wish.value) if is_whole and is_once and wish.path[-1] == shorthand else None
    )


def expand(place: Reached) -> Plain | None:
    """Return the fields or items of a value in short form."""
    if not isinstance(place.node, Scalar):
        return to_plain(place.node)
    if place.field and place.field.is_list and not isinstance(place.path[-1], int):
        items = () if is_none_word(place.node) else list_item_nodes(place.node)
        return [to_plain(one) for one in items]
    if place.part:
        return {name: to_plain(one) for name, (_, one) in fields_of(place.node, place.part).items()}
    return None


def apply_wish(value: Plain | None, path: Path, wish: Wish) -> Plain | None:
    """Return a value with a wish in it, below it or for the whole of it."""
    if not path:
        return put_here(value, wish)
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(value) if isinstance(value, list) else []
        inner = apply_wish(items[step] if step < len(items) else None, rest, wish)
        return [*items[:step], *([inner] if inner is not None else []), *items[step + 1 :]]
    fields: dict[str, Plain] = dict(value) if isinstance(value, dict) else {}
    inner = apply_wish(fields.get(step), rest, wish)
    fields.pop(step, None) if inner is None else fields.update({step: inner})
    return fields


def put_here(value: Plain | None, wish: Wish) -> Plain | None:
    """Return the result of a wish for a whole value."""
    if wish.kind == "add":
        assert wish.item
        return [*(value if isinstance(value, list) else []), wish.item.values]
    if wish.kind == "list":
        return list(wish.items) or None
    return wish.value if wish.kind == "set" else None
