"""Placeholders in brackets: YAML reads `[to be agreed]` as a list, and the brackets would be lost."""

from __future__ import annotations

from dataclasses import replace

from eoi.source.nodes import Entry, Mapping, Node, Path, Scalar, Sequence
from eoi.submission.placeholders import is_instruction, is_placeholder
from eoi.submission.vocabulary import kind_at


def restore_placeholders(tree: Mapping) -> Mapping:
    """Return the tree in which each placeholder in brackets is the text that was typed."""
    entries = tuple(restore_entry(entry, ()) for entry in tree.entries)
    return replace(tree, entries=entries) if differ(entries, tree.entries) else tree


def restore_entry(entry: Entry, path: Path) -> Entry:
    if isinstance(entry.value, Scalar):
        return entry
    value = restore_node(entry.value, (*path, entry.key.text))
    return entry if value is entry.value else Entry(entry.key, value)


def restore_node(node: Node, path: Path) -> Node:
    match node:
        case Scalar():
            return node
        case Sequence(typed=typed) if typed:
            return restore_list(node, path)
        case Sequence(items=items):
            found = tuple(restore_node(item, (*path, index)) for index, item in enumerate(items))
            return replace(node, items=found) if differ(found, items) else node
        case Mapping(entries=entries):
            inner = tuple(restore_entry(entry, path) for entry in entries)
            return replace(node, entries=inner) if differ(inner, entries) else node


def restore_list(node: Sequence, path: Path) -> Node:
    """Return what stands in square brackets.

    A text where one belongs, else a list, perhaps of one placeholder.
    """
    kind = kind_at(path)
    if kind == "text" and is_placeholder(node.typed):
        return Scalar(node.typed, node.span)
    match node.items:
        case (Scalar(quoted=False),) if kind == "list" and is_instruction(node.typed):
            return replace(node, items=(Scalar(node.typed, node.span),))
    return node


def differ(new: tuple[object, ...], old: tuple[object, ...]) -> bool:
    """Tell whether any item is another than before."""
    return any(one is not other for one, other in zip(new, old, strict=True))
