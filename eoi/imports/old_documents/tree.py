"""The draft of a submission while it grows: values in their fields, each with its place in the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from eoi.expressions import Expression

STEP = Expression(r"([a-z_]+)(?:\[(\d+)\])?")


@dataclass(slots=True)
class DraftEntry:
    """A single value; `comments` tell where it was in the document."""

    text: str
    comments: tuple[str, ...] = ()
    is_prose: bool = False


@dataclass(slots=True)
class DraftGroup:
    """A group of fields by name."""

    fields: dict[str, Node] = field(default_factory=dict)
    comments: tuple[str, ...] = ()


@dataclass(slots=True)
class DraftList:
    """The items of a list."""

    items: list[DraftEntry | DraftGroup] = field(default_factory=list)
    comments: tuple[str, ...] = ()


Node: TypeAlias = DraftEntry | DraftGroup | DraftList


class Tree:
    """A draft to which values are added."""

    def __init__(self) -> None:
        self.top = DraftGroup()

    def get(self, path: str) -> Node | None:
        """Return the value at a path such as `applicants[0].staff.wte`; return None if there is none."""
        node: Node | None = self.top if path else None
        for name, number in STEP.findall(path):
            node = node.fields.get(name) if isinstance(node, DraftGroup) else None
            if number:
                items = node.items if isinstance(node, DraftList) else []
                node = items[int(number)] if int(number) < len(items) else None
        return node

    def put(self, path: str, text: str, *comments: str, is_prose: bool = False) -> bool:
        """Put a value at a path; return False if there is one already."""
        above, _, name = path.rpartition(".")
        group = self.group(above)
        if name in group.fields:
            return False
        group.fields[name] = DraftEntry(text, comments, is_prose)
        return True

    def group(self, path: str) -> DraftGroup:
        """Return the group at a path. It is made if there is none."""
        node = self.top
        for name, number in STEP.findall(path):
            if number:
                several = node.fields.setdefault(name, DraftList())
                assert isinstance(several, DraftList), path
                while len(several.items) <= int(number):
                    several.items.append(DraftGroup())
                item = several.items[int(number)]
            else:
                found = node.fields.setdefault(name, DraftGroup())
                item = found if isinstance(found, DraftEntry | DraftGroup) else DraftGroup()
            assert isinstance(item, DraftGroup), path
            node = item
        return node

    def several(self, path: str) -> DraftList:
        """Return the list at a path. It is made if there is none."""
        above, _, name = path.rpartition(".")
        found = self.group(above).fields.setdefault(name, DraftList())
        assert isinstance(found, DraftList), path
        return found

    def add(self, path: str, item: DraftEntry | DraftGroup, *comments: str) -> None:
        """Add an item to the list at a path."""
        several = self.several(path)
        several.items.append(item)
        several.comments += comments

    def add_words(self, path: str, words: Sequence[str], *comments: str) -> None:
        """Add each text as an item to a list."""
        for word in words:
            self.add(path, DraftEntry(word, comments))
