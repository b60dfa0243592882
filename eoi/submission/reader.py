"""The reader that fills the parts of the model from the tree of a file, and notes every problem."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple, TypeVar

from eoi.parse_errors.yaml import MAX_ITEMS, TOO_MANY_VALUES
from eoi.source.characters import DASHES, read_bullet, split_items
from eoi.source.nodes import START_OF_FILE, Entry, Mapping, Node, Path, Plain, Scalar, Sequence
from eoi.source.paths import write_path
from eoi.submission import NOTHING, NOTHING_AT_ALL, Kind, UnreadableError, is_none_word
from eoi.submission.part import Field, Part

P = TypeVar("P", bound=Part)


class ReadingProblem(NamedTuple):
    """A problem at a path. For a value that cannot be read, `refusal` is the reader's error."""

    path: Path
    what: Literal["unknown", "missing", "not a list", "not a group", "unreadable"]
    refusal: ValueError = ValueError()


def read_part(part: type[P], node: Node, path: Path, problems: list[ReadingProblem]) -> P:
    """Return the part that a node holds. It is complete only if no problem was added."""
    if isinstance(node, Mapping):
        return read_fields(part, node.entries, path, problems)
    if part.none_of and is_none_word(node):
        return part(**{part.none_of: NOTHING_AT_ALL})
    try:
        fields = part.expand(node.text) if isinstance(node, Scalar) else {}
    except ValueError as refusal:
        problems.append(ReadingProblem(path, "unreadable", refusal))
        return part()
    if not fields:
        problems.append(ReadingProblem(path, "not a group"))
        return part()
    meant = [Entry(Scalar(name, node.place), Scalar(text, node.place)) for name, text in fields.items()]
    return read_fields(part, meant, path, problems)


def read_fields(part: type[P], entries: Iterable[Entry], path: Path, problems: list[ReadingProblem]) -> P:
    """Return the part with the fields of some entries.

    Names that are no fields, and missing required fields, are added to `problems`.
    """
    known = part.by_written
    values: dict[str, Any] = {}
    for key, node in entries:
        field = known.get(key.text) or find_field_by_other_name(part, key.text, entries)
        if field is None:
            problems.append(ReadingProblem((*path, key.text), "unknown"))
        elif field.is_plain and type(node) is Scalar:
            # This does the same as `read_value` in half the time. Nearly every value of a file is read here.
            try:
                values[field.name] = field.kind.read(node.text)  # type: ignore[union-attr]
            except ValueError as refusal:
                values[field.name] = None
                problems.append(ReadingProblem((*path, field.written), "unreadable", refusal))
        else:
            values[field.name] = read_field(field, node, (*path, field.written), problems)
    for field in part.required:
        if field.name not in values:
            problems.append(ReadingProblem((*path, field.written), "missing"))
    return part(**values)


def find_field_by_other_name(part: type[Part], name: str, entries: Iterable[Entry]) -> Field | None:
    """Return the field that another name stands for.

    It is None if there is none, or if the field is also given by its own name.
    """
    own = part.other_names.get(name)
    if own is None or any(key.text == own for key, _ in entries):
        return None
    return part.by_written[own]


def read_field(field: Field, node: Node, path: Path, problems: list[ReadingProblem]) -> Any:
    """Read a field as a list, a table or a value, whichever it is."""
    if field.is_list:
        return read_list(field, node, path, problems)
    return (
        read_table(field, node, path, problems)
        if field.is_table
        else read_value(field.kind, node, path, problems)
    )


def read_value(kind: Kind[Any] | type[Part], node: Node, path: Path, problems: list[ReadingProblem]) -> Any:
    """Return the value or the part that a node holds; return None for a value that cannot be read."""
    if not isinstance(kind, Kind):
        return read_part(kind, node, path, problems)
    try:
        if not isinstance(node, Scalar):
            raise ValueError("write one value here, not a list or a group")
        return kind.read(node.text)
    except ValueError as refusal:
        problems.append(ReadingProblem(path, "unreadable", refusal))


def read_list(field: Field, node: Node, path: Path, problems: list[ReadingProblem]) -> tuple[Any, ...]:
    """Return the items that a node holds; return an empty list if the node is no list."""
    kind = field.kind
    if field.may_be_none and is_none_word(node):
        return NOTHING
    try:
        items = (
            list_items_by_line(node) if kind.by_line else node.items if isinstance(node, Sequence) else None
        )
    except ValueError as refusal:
        problems.append(ReadingProblem(path, "unreadable", refusal))
        return ()
    if items is None:
        problems.append(ReadingProblem(path, "not a list"))
        return ()
    return tuple([read_value(kind, item, (*path, index), problems) for index, item in enumerate(items)])


def list_items_by_line(node: Node) -> Iterable[Node] | None:
    """Return the items of a list, of a single value, or of a text with a bullet for each item.

    Return None if the node is a group.
    """
    match node:
        case Scalar(text=text, place=place):
            items = split_items(text)
            if len(items) > MAX_ITEMS:
                raise UnreadableError(
                    f"it lists {len(items):,} items, and may list {MAX_ITEMS}",
                    "Check that this is the right file.",
                    TOO_MANY_VALUES.name,
                )
            return [Scalar(item, place) for item in items]
        case Sequence(items=nodes):
            return map(remove_extra_bullet, nodes)
    return None


def remove_extra_bullet(node: Node) -> Node:
    """Return an item without a bullet behind its dash, which is one too many: `- • Develop prevention`.

    A long dash before a figure is kept, since it can be a minus sign.
    """
    found = read_bullet(node.text) if isinstance(node, Scalar) else None
    if not found or found.mark in "-+*" or (found.mark in DASHES and not found.words[0].isalpha()):
        return node
    return Scalar(str(found), node.place)


def read_table(field: Field, node: Node, path: Path, problems: list[ReadingProblem]) -> dict[Any, Any]:
    """Return the values that a node holds by name; return an empty table if the node is no group."""
    if field.keys is None or not isinstance(node, Mapping):
        problems.append(ReadingProblem(path, "not a group"))
        return {}
    return {
        read_value(field.keys, key, path, problems): read_value(
            field.kind, value, (*path, key.text), problems
        )
        for key, value in node.entries
    }


def read_data(part: type[P], data: Plain) -> P:
    """Return a part from data that is in no file; raise `ValueError` if it cannot be read."""
    problems: list[ReadingProblem] = []
    read = read_part(part, convert_to_tree(data), (), problems)
    if problems:
        told = (f"{write_path(path)}: {what} {refusal}".strip() for path, what, refusal in problems)
        raise ValueError("; ".join(told))
    return read


def convert_to_tree(data: Plain) -> Node:
    """Return data as a tree. Every place in it is the start of the file."""
    match data:
        case str():
            return Scalar(data, START_OF_FILE)
        case list():
            return Sequence(tuple([convert_to_tree(item) for item in data]), START_OF_FILE)
        case dict():
            return Mapping(
                tuple(
                    [Entry(Scalar(name, START_OF_FILE), convert_to_tree(one)) for name, one in data.items()]
                ),
                START_OF_FILE,
            )
