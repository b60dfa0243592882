"""Leave out of a tree what holds nothing."""

from __future__ import annotations

from operator import is_

from eoi.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from eoi.source.zero_width import AT_THE_ENDS, trim

NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def remove_blanks(node: Node) -> Node | None:
    """Remove empty values and items made only of them.

    A starter file lists every field; an empty one must mean the same as one left out.
    """
    if isinstance(node, Scalar):
        return None if is_blank(node) else node
    return remove_blank_items(node) if isinstance(node, Sequence) else remove_blank_fields(node)


def remove_blank_items(node: Sequence) -> Sequence | None:
    """Remove the empty items of a list; return None where nothing is left."""
    filled = [remove_blanks(item) for item in node.items]
    if filled and all(map(is_, filled, node.items)):
        return node
    items = tuple(kept for kept in filled if kept is not None)
    blank = tuple(item for item, kept in zip(node.items, filled, strict=True) if kept is None)
    return Sequence(items, node.span, node.typed, blank) if items else None


def remove_blank_fields(node: Mapping) -> Mapping | None:
    """Remove the empty fields of a group; return None where nothing is left."""
    values = [entry.value for entry in node.entries]
    filled = [remove_blanks(value) for value in values]
    if filled and all(map(is_, filled, values)):
        return node
    pruned = list(zip(node.entries, filled, strict=True))
    entries = tuple(
        entry if kept is entry.value else Entry(entry.key, kept) for entry, kept in pruned if kept is not None
    )
    blank = tuple(entry for entry, kept in pruned if kept is None)
    return Mapping(entries, node.span, blank, node.typed) if entries else None


def is_blank(scalar: Scalar) -> bool:
    """Tell whether a value is empty or one of YAML's words for nothing."""
    text = scalar.text
    if text[:1] in AT_THE_ENDS and not trim(text):
        return True
    return not scalar.quoted and text in NULLS
