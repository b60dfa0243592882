"""Paths in the tree of a file: as they are written, as people count items, and the place where each leads."""

from __future__ import annotations

from functools import lru_cache

from eoi.expressions import Expression
from eoi.findings import Finding, Span
from eoi.plain_words import lower_start
from eoi.source.nodes import Mapping, Node, Path, Scalar, Sequence, make_span

LABELS = ("known_as", "name", "role", "title", "function", "milestone", "what", "contractor_group", "line")
STEP = Expression(r"([^.\[\]]+)|\[(\d+)\]")
LONGEST = 40  # characters of an item's own name
# The word for one item of a list, if the list's name is no plural or not the word that a reader would use.
NOUNS = {
    "carve_outs": "carve-out",
    "evaluation": "review",
    "excludes": "excluded item",
    "includes": "included item",
    "lines": "budget line",
    "nhs_england": "meeting",
    "sub_functions": "sub-function",
    "support": "body",
    "timescales": "milestone",
    "weaknesses": "weakness",
}


def list_names_in_path(path: Path) -> tuple[str, ...]:
    """Return the names of fields in a path without the numbers of items."""
    return tuple([step for step in path if isinstance(step, str)])


def follow_path(root: Node, path: Path) -> list[tuple[Node, Span]]:
    """Return the steps along `path` that the file has, each with its node and the key or item to point at."""
    node = root
    steps: list[tuple[Node, Span]] = []
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


def find_last_step(root: Node, path: Path) -> tuple[int, Node, Node | None]:
    """Return the last of the steps that `follow_path` gives: their number, the value, and what to point at.

    Most callers need no other, and this is quicker.
    """
    node, entry, depth = root, None, 0
    for part in path:
        if isinstance(node, Mapping):
            found = node.by_name.get(part)
            if found is None:
                break
            entry, node = found, found.value
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            entry, node = None, node.items[part]
        else:
            break
        depth += 1
    if entry is not None:
        return depth, node, entry.key
    return depth, node, find_first_node(node) if depth else None


def find_nearest(root: Node, path: Path) -> Span | None:
    """Return the place to point at for `path`: its key, its list item, or the closest parent in the file.

    It is None if the file has no step of the path.
    """
    shown = find_last_step(root, path)[2]
    return shown.span if shown else None


def find_place_of_value(root: Node, path: Path) -> Span | None:
    """Return the place of the value itself if it is a scalar, or else what `find_nearest` returns."""
    depth, node, shown = find_last_step(root, path)
    if depth and isinstance(node, Scalar):
        return make_span(node.place)
    return make_span(shown.place) if shown else None


def find_first_line(node: Node) -> Span:
    """Return the place to point at in a node: its first name or item, or the whole of a scalar."""
    return find_first_node(node).span


def find_first_node(node: Node) -> Node:
    """Return the first name or item of a node, or a scalar itself."""
    if isinstance(node, Mapping) and node.entries:
        return node.entries[0].key
    if isinstance(node, Sequence) and node.items:
        return find_first_node(node.items[0])
    return node


# Different files have the same paths, and the findings at one place write its path several times.
@lru_cache(maxsize=4096)
def write_path(path: Path) -> str:
    """Write the path `("posts", 0, "role")` as `posts[0].role`, which is how `yq` writes it."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def read_path(text: str) -> Path:
    """Return a path that was written as text, such as `governance.groups[0].quorum`."""
    return tuple([int(number) if number else name for name, number in STEP.findall(text)])


@lru_cache(maxsize=4096)
def write_path_pattern(path: Path) -> str:
    """Write a path without the numbers of its items: `posts[].role`."""
    text = ""
    for part in path:
        text += "[]" if isinstance(part, int) else f".{part}" if text else part
    return text


@lru_cache(maxsize=4096)
def take_item_path(path: Path) -> Path:
    """Return the part of a path up to its last list item. A path into no list gives an empty one."""
    for length in range(len(path), 0, -1):
        if isinstance(path[length - 1], int):
            return path[:length]
    return ()


def name_item(tree: Mapping, path: Path) -> str:
    """Name the item that a path leads into, and the items around it.

    A path into no list gives an empty text.
    """
    steps = follow_path(tree, path)
    names = [
        name_one(str(path[depth - 1]), step, steps[depth][0] if depth < len(steps) else None)
        for depth, step in enumerate(path)
        if isinstance(step, int)
    ]
    return " of ".join(reversed(names))


# Different files have the same paths, and a missing answer is named several times.
@lru_cache(maxsize=4096)
def number_item(path: Path) -> str:
    """Name the item that a path leads into by its number, counted from 1, as in `member 2 of group 1`."""
    names = [
        name_kind(str(path[depth - 1]), step + 1) for depth, step in enumerate(path) if isinstance(step, int)
    ]
    return " of ".join(reversed(names))


def number_path(text: str) -> str:
    """Name the item that a path leads into, as `number_item` does, if the path is written as text.

    Findings hold such paths.
    """
    return number_item(read_path(text))


def name_one(list_name: str, index: int, node: Node | None) -> str:
    """Write an item's kind, its number counted from 1, and its own name, if it has one."""
    label = read_label(node)
    return f"{name_kind(list_name, index + 1)}{f' ({label})' if label else ''}"


def name_kind(list_name: str, number: int) -> str:
    """Write the kind and the number: `post 2`, or `item 2` of a list whose name is not a plural."""
    words = list_name.replace("_", " ")
    if list_name in NOUNS:
        return f"{NOUNS[list_name]} {number}"
    if words.endswith("ies"):
        return f"{words[:-3]}y {number}"
    if words.endswith("s") and not words.endswith(("ss", "is", "us")):
        return f"{words[:-1]} {number}"
    return f"item {number} of `{list_name}`"


def begin_with_item(finding: Finding, path: Path, tree: Mapping) -> Finding:
    """Begin a message with the name of its list item, counted from 1 as people do."""
    item = name_item(tree, path)
    if not item:
        return finding
    return finding._replace(message=f"{item[0].upper()}{item[1:]}: {lower_start(finding.message)}")


def read_label(node: Node | None) -> str:
    """Read the item's own name from the file, shortened for a message; return an empty text without one."""
    if not isinstance(node, Mapping):
        return ""
    found = (entry.value for name in LABELS if (entry := node.entry(name)))
    text = next((" ".join(value.text.split()) for value in found if isinstance(value, Scalar)), "")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."
