"""Additions and removals of list items. A list can also be one text with a line for each item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from eoi.imports.base import BuiltDocument
from eoi.imports.leaves import list_leaves, lower_line_start
from eoi.imports.markdown import simplify_marks
from eoi.source.edits import AddItem, Edit, InsertItem, Remove, SetValue
from eoi.source.nodes import Path, Plain, Scalar
from eoi.source.nodes import Sequence as ListNode
from eoi.source.paths import write_path
from eoi.submission.walk import find_field_at

STEP = re.compile(r"\[(\d+)\]$")
BULLET = re.compile(r"^\s*(?:[-*•·]|\d+[.)])?\s*")


def add_beside(path: Path, value: Plain, built: BuiltDocument, before: bool = False) -> Edit | None:
    """Return the change that adds an item behind or before another one; None if there is no such list."""
    *above, index = path
    assert isinstance(index, int)
    place = index + (not before)
    holder = built.node_at(write_path(tuple(above)))
    if isinstance(holder, Scalar):
        return add_list_line(holder.text, tuple(above), place, value) if isinstance(value, str) else None
    if isinstance(holder, ListNode) and place < len(holder.items):
        return InsertItem((*above, place), value)
    return AddItem(tuple(above), value) if isinstance(holder, ListNode) else None


def add_list_line(text: str, above: Path, place: int, words: str) -> Edit | None:
    """Return the change that adds a line to a list in one text, with a bullet like the others.

    It is None if the place is not in the list.
    """
    lines = text.strip("\n").split("\n")
    filled = [at for at, line in enumerate(lines) if line.strip()]
    if not filled or place > len(filled):
        return None
    mark = BULLET.match(lines[filled[max(0, place - 1)]])
    at = filled[place] if place < len(filled) else len(lines)
    lines.insert(at, f"{mark[0] if mark else ''}{words}")
    return SetValue(above, "\n".join(lines))


def remove_item(path: Path, built: BuiltDocument) -> Edit | None:
    """Return the change that removes an item, or its list if it is the only item; None if it is not there."""
    *above, index = path
    holder = built.node_at(write_path(tuple(above))) if isinstance(index, int) else None
    if isinstance(holder, Scalar) and isinstance(index, int):
        lines = holder.text.strip("\n").split("\n")
        filled = [at for at, line in enumerate(lines) if line.strip()]
        if index >= len(filled) or len(filled) < 2:
            return Remove(tuple(above))
        del lines[filled[index]]
        return SetValue(tuple(above), "\n".join(lines))
    if built.node_at(write_path(path)) is None:
        return None
    is_only = isinstance(holder, ListNode) and len(holder.items) == 1
    return Remove(tuple(above)) if is_only else Remove(path)


def list_enclosing_items(paths: Iterable[str]) -> list[str]:
    """Return the paths of the list items that paths lead into, each once, the innermost first."""
    found: dict[str, None] = {}
    for path in paths:
        while path:
            if STEP.search(path):
                found[path] = None
            path = path.rpartition("[" if STEP.search(path) else ".")[0]
    return sorted(found, key=len, reverse=True)


def write_item_like(words: str, path: Path, built: BuiltDocument) -> list[Plain]:
    """Return the possible ways to write words as an item like its neighbours: a text, or its first field."""
    said, field = simplify_marks(words), find_field_at(path)
    name = field.part.shorthand if field is not None and field.part is not None else ""
    ways = list(dict.fromkeys((said, lower_line_start(said))))
    if name and not isinstance(built.node_at(write_path(path)), Scalar | None):
        return [{name: way} for way in ways]
    return [*ways]


def find_items_with_words(words: str, paths: Sequence[str], built: BuiltDocument) -> Iterator[str]:
    """Yield the paths of list items with the same words as a line.

    An item can also be one line of a text.
    """
    wanted = simplify_marks(words).lower()
    for leaf in list_leaves(paths, built):
        if simplify_marks(" ".join(leaf.text.split())).lower() == wanted:
            item = next((at for at in range(len(leaf.path), 0, -1) if isinstance(leaf.path[at - 1], int)), 0)
            if item and item >= len(leaf.path) - 1:
                yield write_path(leaf.path[:item])
        elif leaf.field.is_list and "\n" in leaf.text:
            lines = [line for line in leaf.text.split("\n") if line.strip()]
            for at, line in enumerate(lines):
                if simplify_marks(BULLET.sub("", line)).strip().lower() == wanted:
                    yield write_path((*leaf.path, at))
