"""Placeholders in brackets. YAML reads `[to be agreed]` as a list, so that the brackets would be lost."""

from __future__ import annotations

from operator import is_

from eoi.source.nodes import Entry, Mapping, Node, Path, Scalar, Sequence
from eoi.submission.placeholders import is_instruction, is_placeholder


def restore_placeholders(tree: Mapping, typed: str) -> Mapping:
    """Replace each list that is really a placeholder in brackets by the text that was typed.

    `typed` is the text of the file. Most files have no brackets, and are returned at once.
    """
    return restore_fields(tree, ()) if "[" in typed else tree


def restore_fields(node: Mapping, path: Path) -> Mapping:
    """Return the group with its placeholders as texts. Fields that hold a text already are skipped."""
    new = {
        entry.key.text: value
        for entry in node.entries
        if not isinstance(entry.value, Scalar)
        and (value := restore_node(entry.value, (*path, entry.key.text))) is not entry.value
    }
    if not new:
        return node
    entries = [
        Entry(entry.key, new[entry.key.text]) if entry.key.text in new else entry for entry in node.entries
    ]
    return Mapping(tuple(entries), node.span, node.blank, node.typed)


def restore_node(node: Node, path: Path) -> Node:
    """Return a node with its placeholders as texts; return the same node if it has none."""
    match node:
        case Scalar():
            return node
        case Sequence(typed=typed) if typed:
            return restore_list(node, path)
        case Sequence(items=items):
            found = tuple([restore_node(item, (*path, index)) for index, item in enumerate(items)])
            return node if all(map(is_, found, items)) else node._replace(items=found)
        case Mapping():
            return restore_fields(node, path)


def restore_list(node: Sequence, path: Path) -> Node:
    """Return a placeholder in square brackets as a text, and any other list unchanged.

    If the field is a list, the text becomes its only item.
    """
    from eoi.submission.vocabulary import kind_at  # late: few files have lists in brackets

    kind = kind_at(path)
    if kind == "text" and is_placeholder(node.typed):
        return Scalar(node.typed, node.span)
    match node.items:
        case (Scalar(quoted=False),) if kind == "list" and is_instruction(node.typed):
            return node._replace(items=(Scalar(node.typed, node.span),))
    return node
