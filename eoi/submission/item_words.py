"""Name a list item as a person counts: "post 2 (Administrator)" for `resources.posts[1]`."""

from __future__ import annotations

from eoi.source.nodes import Mapping, Node, Path, Scalar, follow
from eoi.submission.paths import LABELS

LONGEST = 40  # characters of an item's own name


def name_item(tree: Mapping, path: Path) -> str:
    """Name the item that a path leads into, and each that it is in; nothing where it leads into no list."""
    steps = follow(tree, path)
    names = [
        name_one(str(path[depth - 1]), step, steps[depth][0] if depth < len(steps) else None)
        for depth, step in enumerate(path)
        if isinstance(step, int)
    ]
    return " of ".join(reversed(names))


def name_one(list_name: str, index: int, node: Node | None) -> str:
    """Write an item's kind, its number from one, and its own name, if it has one."""
    label = read_label(node)
    return f"{name_kind(list_name, index + 1)}{f' ({label})' if label else ''}"


def name_kind(list_name: str, number: int) -> str:
    """Write the kind and the number: `post 2`, or `item 2 of support` where the list's name is no plural."""
    words = list_name.replace("_", " ")
    if words.endswith("ies"):
        return f"{words[:-3]}y {number}"
    if words.endswith("s") and not words.endswith(("ss", "is", "us")):
        return f"{words[:-1]} {number}"
    return f"item {number} of `{list_name}`"


def read_label(node: Node | None) -> str:
    """Read the item's own name from the file, shortened to a part of a line."""
    if not isinstance(node, Mapping):
        return ""
    found = (entry.value for name in LABELS if (entry := node.entry(name)))
    text = next((" ".join(value.text.split()) for value in found if isinstance(value, Scalar)), "")
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."
