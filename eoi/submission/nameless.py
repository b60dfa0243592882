"""Names with nothing after them that no field has: they are slips, or texts that end in a colon.

A field that is left empty means nothing, so empty values are left out of the tree. What is no field must not
be left out with them: its words would be lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from eoi.source.nodes import Entry, Mapping, Node, Path, Scalar, Sequence
from eoi.submission.vocabulary import fields_at


def empty_strangers(node: Node, path: Path = (), empty: bool = False) -> Iterator[tuple[Path, Entry]]:
    """`{resident: 177,643}` is the field `resident`, 177, and an empty field `643`; `- Our aims:` is an item
    with an empty field `Our aims`."""
    if isinstance(node, Sequence):
        if not node.blank and all(isinstance(item, Scalar) for item in node.items):
            return
        every_item = [(item, empty) for item in node.items] + [(item, True) for item in node.blank]
        for index, (item, blank) in enumerate(every_item):
            if not isinstance(item, Scalar):
                yield from empty_strangers(item, (*path, index), blank)
    elif isinstance(node, Mapping):
        known = fields_at(path)
        every = [(entry, empty) for entry in node.entries] + [(entry, True) for entry in node.blank]
        for entry, blank in every:
            if not blank and isinstance(entry.value, Scalar):
                continue
            name = entry.key.text
            if name in known:
                if not isinstance(entry.value, Scalar):
                    yield from empty_strangers(entry.value, (*path, name), blank)
            elif blank and name.strip():
                yield (*path, name), entry
