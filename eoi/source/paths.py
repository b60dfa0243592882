"""Paths in the tree of a file: how they are written, and the place in the file that each leads to."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from eoi.findings import Span
from eoi.source.nodes import Mapping, Node, Path, Scalar, Sequence


def names_of(path: Path) -> tuple[str, ...]:
    """Return the names of fields in a path without the numbers of items."""
    return tuple([step for step in path if isinstance(step, str)])


def follow_path(root: Node, path: Path) -> list[tuple[Node, Span]]:
    """Return the steps along `path` that the file has, each with its node and the key or item to point at."""
    node, steps = root, list[tuple[Node, Span]]()
    for part in path:
        if isinstance(part, str):
            entry = node.by_name.get(part) if isinstance(node, Mapping) else None
            if entry is None:
                break
            node = entry.value
            steps.append((node, entry.key.span))
        elif isinstance(node, Sequence) and part < len(node.items):
            node = node.items[part]
            steps.append((node, find_first_line(node)))
        else:
            break
    return steps


class End(NamedTuple):
    """The last step along a path that the file has.

    `depth` is the number of steps, `node` the value there, and `place` what to point at.
    """

    depth: int
    node: Node
    place: Span | None


def end_of(root: Node, path: Path) -> End:
    """Return the last of the steps that `follow_path` gives.

    Most callers need no other, and this is quicker.
    """
    node, entry, depth = root, None, 0
    for part in path:
        if isinstance(part, str):
            found = node.by_name.get(part) if isinstance(node, Mapping) else None
            if found is None:
                break
            entry, node = found, found.value
        elif isinstance(node, Sequence) and part < len(node.items):
            entry, node = None, node.items[part]
        else:
            break
        depth += 1
    if entry is not None:
        return End(depth, node, entry.key.span)
    return End(depth, node, find_first_line(node) if depth else None)


def find_nearest(root: Node, path: Path) -> Span | None:
    """Return the place to point at for `path`: its key, its list item, or the closest parent in the file.

    It is None if the file has no step of the path.
    """
    return end_of(root, path).place


def value_span(root: Node, path: Path) -> Span | None:
    """Return the place of the value itself if it is a scalar, or else what `find_nearest` returns."""
    depth, node, place = end_of(root, path)
    return node.span if depth and isinstance(node, Scalar) else place


def find_first_line(node: Node) -> Span:
    """Return the place to point at in a node: its first name or item, or the whole of a scalar."""
    match node:
        case Mapping(entries=(first, *_)):
            return first.key.span
        case Sequence(items=(first_item, *_)):
            return find_first_line(first_item)
        case _:
            return node.span


# Different files have the same paths, and the findings at one place write its path several times.
@lru_cache(maxsize=4096)
def path_text(path: Path) -> str:
    """Write the path `("posts", 0, "role")` as `posts[0].role`, which is how `yq` writes it."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


@lru_cache(maxsize=4096)
def pattern_text(path: Path) -> str:
    """Write a path without the numbers of its items: `posts[].role`."""
    text = ""
    for part in path:
        text += "[]" if isinstance(part, int) else f".{part}" if text else part
    return text


@lru_cache(maxsize=4096)
def item_path(path: Path) -> Path:
    """Return the part of a path up to its last list item. A path into no list gives an empty one."""
    for length in range(len(path), 0, -1):
        if isinstance(path[length - 1], int):
            return path[:length]
    return ()
