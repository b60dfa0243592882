"""The tree of a file: YAML's mappings, lists and scalars, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Sequence as Lines
from functools import cached_property
from typing import Any, NamedTuple

from eoi.findings import Position, Span
from eoi.frozen_value import FrozenValue
from eoi.source.characters import AT_THE_ENDS, trim

Path = tuple[str | int, ...]
# A function that returns the names of fields that the part of a file at a path may hold. The caller, who
# knows the model, passes it in. Without names, only the layout decides.
Names = Callable[[tuple[str, ...]], tuple[str, ...]]
Plain = str | list["Plain"] | dict[str, "Plain"]
# The line and the column where something starts, and those where it ends, counted from 0 as the parser does.
# Every value of a file has one, and hardly any is asked for its span, which takes ten times as long to make.
Place = tuple[int, int, int, int]
START_OF_FILE: Place = (0, 0, 0, 0)
new = tuple.__new__


def make_span(place: Place) -> Span:
    """Return a place as people count, from 1."""
    line, column, last_line, last_column = place
    # As `Position(...)` and `Span(...)` would, in half the time.
    start, end = new(Position, (line + 1, column + 1)), new(Position, (last_line + 1, last_column + 1))
    return new(Span, (start, end))


class Scalar(NamedTuple):
    """A single value as the text that was typed. The model decides what the text means."""

    text: str
    place: Place
    quoted: bool = False

    @property
    def span(self) -> Span:
        return make_span(self.place)


class Sequence(NamedTuple):
    """A list.

    `typed` is its text in the file if it is in brackets, or else empty; `blank` holds its empty items.
    """

    items: tuple[Node, ...]
    place: Place
    typed: str = ""
    blank: tuple[Node, ...] = ()

    @property
    def span(self) -> Span:
        return make_span(self.place)


class Entry(NamedTuple):
    """A field of a mapping: its name and its value."""

    key: Scalar
    value: Node


class Mapping(FrozenValue):
    """A group of fields with their values.

    `typed` is its text in the file if it is in braces, or else empty. `blank` holds the fields without a
    value, so that findings can point at them.
    """

    entries: tuple[Entry, ...]
    place: Place
    blank: tuple[Entry, ...] = ()
    typed: str = ""

    @property
    def span(self) -> Span:
        return make_span(self.place)

    @cached_property
    def by_name(self) -> dict[str | int, Entry]:
        """The fields by their names.

        Each finding looks up its place here. A search through a group of thousands of fields took minutes.
        """
        return {entry.key.text: entry for entry in (*self.blank, *self.entries)}

    def entry(self, key: str) -> Entry | None:
        return self.by_name.get(key)


Node = Scalar | Sequence | Mapping


def convert_to_plain(node: Node) -> Plain:
    """Return the tree as texts, lists and dictionaries without places."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [convert_to_plain(item) for item in node.items]
        case Mapping():
            return {entry.key.text: convert_to_plain(entry.value) for entry in node.entries}


def walk_values(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """Yield every value at or below a node, with its path. The node itself is at `path`."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from walk_values(entry.value, (*path, entry.key.text))
    else:
        for index, item in enumerate(node.items):
            yield from walk_values(item, (*path, index))


NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def is_empty(node: Node) -> bool:
    """Tell whether a node holds no value. Words that YAML reads as no value are none.

    A list or group with values has its empty ones apart, so its first value tells. A file that `eoi new`
    writes lists every field, so an empty field must mean the same as a missing one.
    """
    if isinstance(node, Scalar):
        text = node.text
        if text in NULLS:
            return not text or not node.quoted
        return text[0] in AT_THE_ENDS and not trim(text)
    if isinstance(node, Sequence):
        return not node.items or is_empty(node.items[0])
    return not node.entries or is_empty(node.entries[0].value)


def list_no_names(_path: tuple[str, ...]) -> tuple[str, ...]:
    """Return no names. Without names, only the layout decides."""
    return ()


def locate_mark(mark: Any, lines: Lines[str]) -> Position:
    """Convert a mark of the parser to a position inside the file. Without a mark, it is the start."""
    line, column = bound_mark(mark, lines) if mark else (0, 0)
    return Position(line + 1, column + 1)


def bound_mark(mark: Any, lines: Lines[str]) -> tuple[int, int]:
    """Return the line and the column of a mark of the parser, which can stand past the last line."""
    if mark.line >= len(lines):
        return len(lines) - 1, len(lines[-1])
    return mark.line, min(mark.column, len(lines[mark.line]))
