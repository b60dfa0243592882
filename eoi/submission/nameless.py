"""Find names with nothing after them that no field has: slips, or texts that end in a colon.

An empty field means nothing and is left out of the tree. A name that is no field must not be left out with
them, or its words would be lost.
"""

from __future__ import annotations

from eoi.source.nodes import Entry, Mapping, Node, Path, Scalar
from eoi.submission.model import Submission
from eoi.submission.part import Part

Stranger = tuple[Path, Entry]


def find_empty_strangers(tree: Mapping) -> list[Stranger]:
    """Return each empty name that is no field, with its path.

    `{resident: 177,643}` is the field `resident`, 177, and an empty field `643`; `- Our aims:` is an item
    with an empty field `Our aims`.
    """
    found = list[Stranger]()
    add_strangers(tree, Submission, (), False, found)
    return found


def add_strangers(
    node: Node, part: type[Part] | None, path: Path, is_empty: bool, found: list[Stranger]
) -> None:
    """Add the strangers below a node, of which the model knows the `part`."""
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
    """Add an entry to `found` if its name is no field; else look below it."""
    name = entry.key.text
    field = part.by_written.get(name) if part else None
    if field:
        add_strangers(entry.value, field.part, (*path, name), is_empty, found)
    elif is_empty and name.strip():
        found.append(((*path, name), entry))
