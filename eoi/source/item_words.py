"""Names for list items as people count them: "post 2 (Administrator)" for `resources.posts[1]`."""

from __future__ import annotations

from functools import lru_cache

from eoi.expressions import Expression
from eoi.findings import Finding
from eoi.plain_words import lower_start
from eoi.source.nodes import Mapping, Node, Path, Scalar
from eoi.source.paths import follow_path

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
    return number_item(tuple(int(number) if number else name for name, number in STEP.findall(text)))


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
