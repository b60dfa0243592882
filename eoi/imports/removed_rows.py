"""The changes that could explain a removed table row: a field or an item is removed."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.document.templating.field_paths import read_known_path
from eoi.imports.base import BuiltDocument
from eoi.imports.comments import find_common_path
from eoi.imports.differences import Difference
from eoi.imports.leaves import Leaf, walk_leaves
from eoi.imports.lines import Line
from eoi.imports.list_items import list_enclosing_items, remove_item
from eoi.imports.markdown import simplify_marks
from eoi.source.edits import Edit, Remove
from eoi.source.nodes import Scalar
from eoi.source.nodes import Sequence as ListNode
from eoi.source.paths import write_path

Edits = tuple[Edit, ...]


def remove_row(difference: Difference, built: BuiltDocument) -> Iterator[Edits]:
    """Yield the removals that could explain a removed row.

    They are of one field, or of an item, the innermost first.
    """
    shown = find_common_path(difference.paths)
    if shown and not shown.endswith("]") and is_all_gone(shown, difference, built):
        yield (Remove(read_known_path(shown)),)
    for item in list_enclosing_items([shown] if shown.endswith("]") else difference.paths):
        change = remove_item(read_known_path(item), built)
        if change is not None and is_all_gone(item, difference, built):
            yield (change,)


def is_all_gone(path: str, difference: Difference, built: BuiltDocument) -> bool:
    """Tell whether the removed lines showed all text of an item. If other lines show text of it, it stays."""
    return find_line_left(path, difference, built) is None


def find_line_left(path: str, difference: Difference, built: BuiltDocument) -> Line | None:
    """Return a remaining line with text of an item that no removed line shows; None if there is none.

    Text that other items of the list have too does not count.
    """
    gone = [*difference.lost, *(pair.base for pair in difference.changed if pair.base)]
    numbers = {line.number for line in gone}
    words = simplify_marks(" ".join(line.words for line in gone)).lower()
    texts = [
        said
        for leaf in list_leaves_at(path, built)
        if (said := say_leaf(leaf)) not in words and not is_shared(leaf, path, built)
    ]
    return next(
        (
            line
            for line in built.lines
            if line.number not in numbers
            and any(text in simplify_marks(line.words).lower() for text in texts)
            and any(one.startswith(path) for one in built.paths_of(line))
        ),
        None,
    )


def is_shared(leaf: Leaf, path: str, built: BuiltDocument) -> bool:
    """Tell whether another item of the list has the same text in the same field."""
    above, bracket, _ = path.rpartition("[")
    holder = built.node_at(above) if bracket and path.endswith("]") else None
    inside = write_path(leaf.path).removeprefix(path)
    others = range(len(holder.items)) if isinstance(holder, ListNode) else ()
    found = (built.node_at(f"{above}[{at}]{inside}") for at in others if f"{above}[{at}]" != path)
    return any(isinstance(one, Scalar) and one.text.split() == leaf.text.split() for one in found)


def list_leaves_at(path: str, built: BuiltDocument) -> list[Leaf]:
    """Return the values at and below a path."""
    node = built.node_at(path)
    return list(walk_leaves(node, read_known_path(path))) if node is not None else []


def say_leaf(leaf: Leaf) -> str:
    """Return a value in small letters as a document may print it."""
    return simplify_marks(" ".join(leaf.text.split())).lower()
