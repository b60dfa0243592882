"""The children and scalars of a node, as an edit needs them."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.source.nodes import Entry, Mapping, Node, Scalar, Sequence, is_empty


def is_absent(node: Node) -> bool:
    """Tell whether a value takes up no characters of the text."""
    return isinstance(node, Scalar) and node.place[:2] == node.place[2:]


def holds_nothing(node: Node) -> bool:
    """Tell whether a value is blank, or has brackets with nothing in them."""
    return is_empty(node) if isinstance(node, Scalar) else not list_children(node)


def find_child(node: Node, step: str | int) -> Node | None:
    """Return the value at one step below a node; return None if there is none."""
    if isinstance(node, Mapping) and isinstance(step, str) and (entry := node.entry(step)):
        return entry.value
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def list_fields(node: Mapping) -> list[Entry]:
    """Return all fields in the order of the file, blank ones too."""
    return sorted((*node.entries, *node.blank), key=lambda entry: entry.key.place)


def list_items(node: Sequence) -> list[Node]:
    """Return all items in the order of the file, blank ones too."""
    return sorted((*node.items, *node.blank), key=lambda item: item.place)


def list_children(node: Mapping | Sequence) -> list[Node]:
    """Return all children of a node, blank ones too. Those of a mapping are its names and its values."""
    if isinstance(node, Mapping):
        return [part for entry in (*node.entries, *node.blank) for part in entry]
    return [*node.items, *node.blank]


def list_scalars(node: Node) -> list[Scalar]:
    """Return every value and every name of a field in a node, in the order of the file, blank ones too."""
    return sorted(walk_scalars(node), key=lambda scalar: scalar.place)


def walk_scalars(node: Node) -> Iterator[Scalar]:
    """Yield every value and every name of a field in a node, in no order."""
    if isinstance(node, Scalar):
        yield node
    else:
        for child in list_children(node):
            yield from walk_scalars(child)


def walk_entries(node: Node) -> Iterator[Entry]:
    """Yield every field of a node that is not blank, at any depth."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield entry
            yield from walk_entries(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from walk_entries(item)
