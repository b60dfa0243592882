"""Changes applied to a file together. The result is read again, and must hold exactly these changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from eoi.parse_errors.yaml import YAML_SYNTAX
from eoi.source import Source, load
from eoi.source.edits.children import holds_nothing
from eoi.source.edits.geometry import Geometry
from eoi.source.edits.insert import insert_field, insert_item
from eoi.source.edits.operations import (
    AddItem,
    Edit,
    EditRefused,
    InsertItem,
    MoveItem,
    Remove,
    Rename,
    Reword,
    SetValue,
    change_values,
    drop_blanks,
    find_words,
    tidy,
)
from eoi.source.edits.remove import move_item, remove, rename
from eoi.source.edits.set_value import set_value
from eoi.source.edits.text import Replacement, replace_in_file
from eoi.source.nodes import Mapping, Names, Path, Plain, Scalar, Sequence, convert_to_plain, list_no_names
from eoi.source.paths import follow_path, list_names_in_path

UNREADABLE = YAML_SYNTAX.name


def edit(source: Source, edits: Collection[Edit], names: Names = list_no_names) -> bytes:
    """Return the bytes of the file with all changes made; raise `EditRefused` if one of them cannot be made.

    `names` gives the fields that can stand at a path, in the order of the model.
    """
    tree = find_tree(source)
    raw = replace_in_file(source.raw, find_replacements(source, edits, names))
    verify(source, raw, change_values(convert_to_plain(tree), edits), names)
    return raw


def move(source: Source, path: Path, to: Path) -> tuple[Edit, Edit]:
    """Return the two changes that move a field or an item to another place, which has to be free.

    The new place gets the values only: comments stay in the old place.
    """
    steps = follow_path(find_tree(source), path)
    if not path or len(steps) < len(path) or len(follow_path(find_tree(source), to)) == len(to):
        raise EditRefused("there is no such place in the file, or the new one is taken")
    return Remove(path), SetValue(to, convert_to_plain(steps[-1][0]))


def find_tree(source: Source) -> Mapping:
    """Return the tree; raise `EditRefused` if the file could be read only by guessing."""
    if source.tree is None or not is_readable(source):
        raise EditRefused("the file cannot be read as it stands; correct what `eoi check` says first")
    return source.tree


def is_readable(source: Source) -> bool:
    """Tell whether a file could be read without guessing."""
    return (
        source.tree is not None and not source.lost and all(one.rule != UNREADABLE for one in source.findings)
    )


def find_replacements(
    source: Source, edits: Collection[Edit], names: Names = list_no_names
) -> list[Replacement]:
    """Return the replacements in the text that make the changes."""
    geometry = Geometry(find_tree(source), source.text)
    return [
        one for change in join_first_items(geometry, edits) for one in replace_for(geometry, change, names)
    ]


def join_first_items(geometry: Geometry, edits: Collection[Edit]) -> list[Edit]:
    """Join all items that are added to a missing list into one change, which sets the whole list."""
    first: dict[Path, list[Plain]] = {}
    for change in edits:
        if isinstance(change, AddItem) and is_absent_list(geometry, change.path):
            first.setdefault(change.path, []).append(change.value)
    others = [one for one in edits if not (isinstance(one, AddItem) and one.path in first)]
    return [*others, *(SetValue(path, items) for path, items in first.items())]


def is_absent_list(geometry: Geometry, path: Path) -> bool:
    """Tell whether there is no value at a path, or only a blank one."""
    node = geometry.node_at(path)
    return node is None or holds_nothing(node)


def replace_for(geometry: Geometry, change: Edit, names: Names) -> list[Replacement]:
    """Return the replacements in the text that make one change."""
    match change:
        case SetValue(path, value):
            return set_at(geometry, path, tidy(value), names)
        case AddItem(path, value):
            return add_at(geometry, path, tidy(value), names)
        case InsertItem(path, value):
            return insert_item(geometry, path, tidy(value))
        case Remove(path):
            return remove(geometry, path)
        case Rename(path, name):
            return rename(geometry, path, name)
        case MoveItem(path, to):
            return move_item(geometry, path, to)
        case Reword(path, was, now, number):
            return reword(geometry, path, was, now, number)


def set_at(geometry: Geometry, path: Path, value: Plain, names: Names) -> list[Replacement]:
    """Set a value that is there; add a missing one together with the groups around it."""
    for length in range(1, len(path) + 1):
        node, rest = geometry.node_at(path[:length]), path[length:]
        if rest and node is not None and not holds_nothing(node):
            continue
        spot = geometry.find(path[:length])
        if spot is None:
            return insert_missing(geometry, path[:length], nest(rest, value), names)
        return set_value(geometry, spot, nest(rest, value))
    raise EditRefused("a change needs a place")


def insert_missing(geometry: Geometry, path: Path, value: Plain, names: Names) -> list[Replacement]:
    """Add a field or an item that is missing."""
    if isinstance(path[-1], str):
        return insert_field(
            geometry, path, value, [str(step) for step in names(list_names_in_path(path[:-1]))]
        )
    return insert_item(geometry, path, tidy(value))


def reword(geometry: Geometry, path: Path, was: str, now: str, number: int) -> list[Replacement]:
    """Replace words within a text, and leave its lines unchanged."""
    spot = geometry.find(path)
    if spot is None or not isinstance(spot.value, Scalar):
        raise EditRefused("the file has no text there")
    start = find_words(geometry.text[: spot.end], was, number, geometry.start_of(spot.value))
    return [Replacement(start, start + len(was), now)]


def nest(path: Path, value: Plain) -> Plain:
    """Return a value inside the groups and lists of a path."""
    for step in reversed(path):
        if isinstance(step, str):
            value = {step: value}
        elif step == 0:
            value = [value]
        else:
            raise EditRefused("the list there has no items yet")
    return value


def add_at(geometry: Geometry, path: Path, value: Plain, names: Names) -> list[Replacement]:
    """Add an item at the end of a list."""
    node = geometry.node_at(path)
    if isinstance(node, Sequence) and node.items:
        return insert_item(geometry, (*path, len(node.items)), value)
    if node is not None and not holds_nothing(node):
        raise EditRefused("the file has no list there")
    return set_at(geometry, path, [value], names)


def verify(source: Source, raw: bytes, expected: Plain, names: Names) -> None:
    """Raise `EditRefused` unless the result reads back as expected.

    It must have the expected tree, all comments and no new problem.
    """
    again = load(raw, source.name, names)
    if (convert_to_plain(again.tree) if again.tree else None) != drop_blanks(expected):
        raise EditRefused("the file would not read back as meant")
    if Counter(one.rule for one in again.findings) - Counter(one.rule for one in source.findings):
        raise EditRefused("the file would have a new problem")
    if again.tree and list_comments(source) - list_comments(again):
        raise EditRefused("a comment would be lost")


def list_comments(source: Source) -> Counter[str]:
    """Count how often each comment occurs in a file."""
    if "#" not in source.text or source.tree is None:
        return Counter()
    geometry = Geometry(source.tree, source.text)
    return Counter(geometry.comments_between(0, len(source.text)))
