"""Unknown fields that belong to the item of a list above them: below `  - role: Manager`, a `  cost: £40k`.

YAML reads them as fields of the group around the list, where another field can mean the same.
"""

from __future__ import annotations

from eoi.findings import Span
from eoi.source.nodes import Entry, Mapping, Node, Path, Sequence
from eoi.source.paths import follow_path, name_item
from eoi.submission.rewriting import find_last_node
from eoi.submission.vocabulary import find_meant_fields, list_field_names_at


def suggest_indenting(path: Path, tree: Mapping, otherwise: str) -> str:
    """Return the advice on an unknown field that can belong to the item above, or else the other advice."""
    item = find_item_above(path, tree)
    if not item:
        return otherwise
    column = follow_path(tree, item)[-1][1].start.column
    indent = f"egin it with {column - 1} spaces{name_lines_below(follow_path(tree, path)[-1])}"
    owner = name_item(tree, item)
    if is_in_line(path, item, tree):
        return f"B{indent}: it is a field of {owner}, above."
    return f"{otherwise} If it is a field of {owner}, b{indent}."


def find_item_above(path: Path, tree: Mapping) -> Path:
    """Return the path of the item above an unknown field, if it can mean that; otherwise an empty path.

    The item lacks the field. Its dash is in line with the name, or the group has a field that can be meant
    as well.
    """
    group = find_last_node(tree, path[:-1])
    above = find_list_above(group, path) if isinstance(group, Mapping) and not group.typed else None
    items = above.value.items if above and isinstance(above.value, Sequence) else ()
    if above is None or not items or not isinstance(items[-1], Mapping) or items[-1].typed:
        return ()
    item: Path = (*path[:-1], above.key.text, len(items) - 1)
    meant = find_meant_fields((*item, path[-1]))
    if not meant or any(items[-1].entry(name) for name in meant):
        return ()
    is_in_doubt = bool(find_meant_fields(path))
    is_found = path[-1] in meant if is_in_doubt else is_in_line(path, item, tree)
    return item if is_found else ()


def find_list_above(group: Mapping, path: Path) -> Entry | None:
    """Return the list above an unknown field, with only unknown fields between, or None."""
    start = group.by_name[path[-1]].key.place
    known = [group.by_name[name] for name in list_field_names_at(path[:-1]) if name in group.by_name]
    above = [entry for entry in known if entry.key.place < start]
    last = max(above, key=lambda one: one.key.place, default=None)
    return last if last and isinstance(last.value, Sequence) and not last.value.typed else None


def is_in_line(path: Path, item: Path, tree: Mapping) -> bool:
    """Tell whether the name of a field is in line with the dashes of the list that has the item."""
    name, items = follow_path(tree, path)[-1][1], follow_path(tree, item[:-1])[-1][0]
    return items.span.start.column == name.start.column


def name_lines_below(step: tuple[Node, Span]) -> str:
    """Return the words of advice on the lines below a name that belong to it; empty without any."""
    node, name = step
    end = node.span.end
    last = end.line if end.column > 1 else end.line - 1
    return f", and move the lines down to line {last} with it" if last > name.start.line else ""
