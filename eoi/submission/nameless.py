"""Names that are no fields and have nothing after them: misspelt fields, or texts that end in a colon.

An empty field means nothing, and is left out of the tree. A name that is no field must be reported instead,
or its words would be lost without notice.
"""

from __future__ import annotations

from eoi.source.nodes import Entry, Mapping, Node, Path, Scalar
from eoi.submission.model import Submission
from eoi.submission.part import Part

Stranger = tuple[Path, Entry]


def find_empty_strangers(tree: Mapping) -> list[Stranger]:
    """Return each empty name that is no field, with its path.

    YAML reads `{resident: 177,643}` as a field `resident` of 177 and an empty field `643`, and `- Our aims:`
    as an item with an empty field `Our aims`.
    """
    found = list[Stranger]()
    add_strangers(tree, Submission, (), False, found)
    return found


def add_strangers(
    node: Node, part: type[Part] | None, path: Path, is_empty: bool, found: list[Stranger]
) -> None:
    """Add to `found` the empty names below a node that are no fields.

    `part` is the part of the model for the node, or None if there is none. `is_empty` is true if the node
    holds nothing.
    """
    if isinstance(node, Scalar):
        return
    if isinstance(node, Mapping):
        for entry in node.entries:
            if is_empty or type(entry.value) is not Scalar:
                add_stranger(entry, part, path, is_empty, found)
        for entry in node.blank:
            add_stranger(entry, part, path, True, found)
        return
    for index, item in enumerate(node.items):
        if type(item) is not Scalar:
            add_strangers(item, part, (*path, index), is_empty, found)
    for index, item in enumerate(node.blank, len(node.items)):
        add_strangers(item, part, (*path, index), True, found)


def add_stranger(
    entry: Entry, part: type[Part] | None, path: Path, is_empty: bool, found: list[Stranger]
) -> None:
    """Add an entry to `found` if its name is no field and it is empty; for a field, look below it."""
    name = entry.key.text
    field = part.by_written.get(name) if part else None
    if field:
        add_strangers(entry.value, field.part, (*path, name), is_empty, found)
    elif is_empty and name.strip():
        found.append(((*path, name), entry))
