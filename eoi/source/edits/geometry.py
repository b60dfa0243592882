"""The places of a tree's nodes in the text: the indexes of their first and last characters, and style."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from eoi.expressions import Expression
from eoi.findings import Position
from eoi.source.comments import find_comments
from eoi.source.edits.children import (
    find_child,
    is_absent,
    list_children,
    list_fields,
    list_items,
    list_scalars,
    walk_entries,
    walk_scalars,
)
from eoi.source.edits.operations import NOT_THERE, EditRefused
from eoi.source.edits.text import Lines
from eoi.source.edits.values import Habits
from eoi.source.nodes import Entry, Mapping, Node, Path, Scalar, Sequence

COLON = Expression(r"\s*:")
NO_ITEM = "the file has no list there"
NO_FIELDS = "the file has no fields there"


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """A field or an item: its parent, its value, and its place in the text.

    `index` is its number among the fields or items of its parent in the order of the file, blank ones
    included. `start` is the index of its first character, a dash included; `head` is behind its colon or
    dash; `end` is behind its last character.
    """

    parent: Mapping | Sequence
    index: int
    value: Node
    name: str
    start: int
    head: int
    end: int
    in_brackets: bool


class Geometry:
    """The tree of a file, with the text that it was read from."""

    def __init__(self, tree: Mapping, text: str) -> None:
        self.tree, self.text, self.lines = tree, text, Lines(text)

    def start_of(self, node: Node) -> int:
        """Return the index of a value's first character."""
        return self.lines.index_of(node.span.start)

    def is_bracket(self, node: Node) -> bool:
        """Tell whether a list or a group is written in brackets."""
        return not isinstance(node, Scalar) and self.text[self.start_of(node) :][:1] in ("[", "{")

    def is_block(self, node: Node) -> bool:
        """Tell whether a value is a text below a bar."""
        return isinstance(node, Scalar) and node.quoted and self.text[self.start_of(node) :][:1] in ("|", ">")

    def end_of(self, node: Node) -> int:
        """Return the index behind a value's last character.

        White space at the end of a text below a bar does not count.
        """
        if isinstance(node, Scalar):
            end = self.lines.index_of(node.span.end)
            if not self.is_block(node):
                return end
            start = self.start_of(node)
            return start + len(self.text[start:end].rstrip())
        last = max((self.end_of(child) for child in list_children(node)), default=self.start_of(node) + 1)
        return self.find_bracket(last, node) if self.is_bracket(node) else last

    def find_bracket(self, index: int, node: Node) -> int:
        """Return the index behind the bracket that closes a list or a group, searched from an index on."""
        closing = "]" if isinstance(node, Sequence) else "}"
        while index < len(self.text):
            character = self.text[index]
            if character == closing:
                return index + 1
            if character == "#":
                index = self.lines.line_end(index)
            elif character not in " \t\n,:":
                break
            index += 1
        raise EditRefused("the end of the brackets there cannot be found")

    def find(self, path: Path) -> PlacedNode | None:
        """Find the field or item at a path; return None if its last step is missing."""
        parent, in_brackets = self.find_parent(path)
        step = path[-1]
        if isinstance(parent, Sequence) and isinstance(step, int):
            return self.spot_of_item(parent, step, in_brackets) if step < len(parent.items) else None
        if isinstance(parent, Mapping) and isinstance(step, str):
            entry = parent.entry(step)
            return self.spot_of_field(parent, entry, in_brackets) if entry else None
        raise EditRefused(NO_ITEM if isinstance(step, int) else NO_FIELDS)

    def find_parent(self, path: Path) -> tuple[Node, bool]:
        """Find the parent of the last step of a path.

        Tell also whether it is in brackets, its own or those around it.
        """
        node: Node = self.tree
        in_brackets = self.is_bracket(node)
        for step in path[:-1]:
            if (below := find_child(node, step)) is None:
                raise EditRefused(NOT_THERE)
            node = below
            in_brackets = in_brackets or self.is_bracket(node)
        return node, in_brackets

    def node_at(self, path: Path) -> Node | None:
        """Return the value at a path; return None if there is none."""
        node: Node | None = self.tree
        for step in path:
            node = find_child(node, step) if node is not None else None
        return node

    def spot_of_field(self, parent: Mapping, entry: Entry, in_brackets: bool) -> PlacedNode:
        """Find the place of a field in the text."""
        start, key_end = (self.lines.index_of(place) for place in entry.key.span)
        colon = COLON.match(self.text, key_end)
        if colon is None:
            raise EditRefused("the colon of the field cannot be found")
        head = colon.end()
        end = max(head, self.end_of(entry.value)) if not is_absent(entry.value) else head
        index = list_fields(parent).index(entry)
        return PlacedNode(parent, index, entry.value, entry.key.text, start, head, end, in_brackets)

    def spot_of_item(self, parent: Sequence, step: int, in_brackets: bool) -> PlacedNode:
        """Find the place of an item that is not blank, by its number among such items."""
        return self.spot_of_child(parent, parent.items[step], in_brackets)

    def spot_of_child(self, parent: Sequence, item: Node, in_brackets: bool) -> PlacedNode:
        """Find the place of an item in the text."""
        start = self.start_of(item)
        head = start if in_brackets else self.find_dash(start, item) + 1
        end = max(head, self.end_of(item)) if not is_absent(item) else head
        first = start if in_brackets else head - 1
        return PlacedNode(parent, list_items(parent).index(item), item, "", first, head, end, in_brackets)

    def find_dash(self, index: int, item: Node) -> int:
        """Return the index of the dash of an item, which is on the same line or further up."""
        if is_absent(item):
            return self.text.rfind("-", 0, index + 1)
        before = self.lines.before(index)
        while True:
            words = before.rstrip()
            if words.endswith("-"):
                return index - len(before) + len(words) - 1
            index = self.lines.line_start(index) - 1
            if words or index < 0:
                raise EditRefused("the dash of the item cannot be found")
            before = self.lines.before(index).split("#")[0]
            index = self.lines.line_start(index) + len(before)

    def siblings(self, spot: PlacedNode) -> list[PlacedNode]:
        """Return all fields or items with the same parent, this one included."""
        return self.list_spots(spot.parent, spot.in_brackets)

    def list_spots(self, parent: Mapping | Sequence, in_brackets: bool) -> list[PlacedNode]:
        """List all fields or items of a node, blank ones too."""
        if isinstance(parent, Mapping):
            return [self.spot_of_field(parent, entry, in_brackets) for entry in list_fields(parent)]
        return [self.spot_of_child(parent, item, in_brackets) for item in list_items(parent)]

    @cached_property
    def comments(self) -> list[Position]:
        """The places of all comments."""
        return list(find_comments(self.text.split("\n"), list_scalars(self.tree)))

    def comments_between(self, start: int, end: int) -> list[str]:
        """Return the comments that begin in a stretch of the text."""
        if "#" not in self.text[start:end]:
            return []
        at = (self.lines.index_of(place) for place in self.comments)
        return [
            self.text[index : self.lines.line_end(index)].rstrip() for index in at if start <= index < end
        ]

    @cached_property
    def habits(self) -> Habits:
        """The author's habits, as found in the rest of the file."""
        steps, dashes = dict[int, int](), dict[int, int]()
        for entry in walk_entries(self.tree):
            child, column = entry.value, entry.key.place[1]
            if not isinstance(child, Scalar) and not self.is_bracket(child):
                counts = steps if isinstance(child, Mapping) else dashes
                offset = child.place[1] - column
                counts[offset] = counts.get(offset, 0) + 1
        starts = [self.text[self.start_of(one)] for one in walk_scalars(self.tree) if one.quoted]
        step = choose_most_frequent(steps, 2)
        return Habits(
            step, choose_most_frequent(dashes, step), "'" if starts.count("'") > starts.count('"') else '"'
        )


def choose_most_frequent(counts: dict[int, int], usual: int) -> int:
    """Return the number with the highest count, or the usual number if nothing was counted."""
    return max(counts, key=lambda offset: counts[offset], default=usual)
