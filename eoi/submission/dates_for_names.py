"""Dates in the place of a field's name: an item `1 October 2014: Joint committee starts`."""

from __future__ import annotations

from eoi.expressions import Expression
from eoi.source.characters import quote_text
from eoi.source.nodes import Mapping, Path, Scalar
from eoi.submission import TEXT
from eoi.submission.dates import DATE
from eoi.submission.own_words import can_read
from eoi.submission.rewriting import find_last_node
from eoi.submission.walk import find_part_at

UNSAFE = Expression(r"[^\w£(]|.*[,\[\]{}:#\"']")  # in a value between braces


def suggest_dated_item(path: Path, tree: Mapping) -> str:
    """Return the advice to give a date and the words behind it to their fields; empty if there are none."""
    words = find_words_beside_date(path)
    group, name = find_last_node(tree, path[:-1]), str(path[-1])
    if not words or not isinstance(group, Mapping) or not can_read(DATE, name):
        return ""
    node = group.by_name[name].value
    value = " ".join(node.text.split()) if isinstance(node, Scalar) else ""
    if len(group.by_name) == 1:
        return f"Write `- {{date: {quote_in_braces(name)}, {words}: {quote_in_braces(value or '...')}}}`."
    return f"Write `date: {name}` and `{words}: ...` in its place."


def find_words_beside_date(path: Path) -> str:
    """Return the first field for words in a kind of item that has a date; empty if it is none of a list."""
    part = find_part_at(path[:-1]) if len(path) > 1 and isinstance(path[-2], int) else None
    fields = part.by_written if part and "date" in part.by_written else {}
    return next((name for name, field in fields.items() if field.kind is TEXT and not field.is_list), "")


def quote_in_braces(text: str) -> str:
    """Return a text as it can stand between braces."""
    return quote_text(text) if UNSAFE.match(text) and text != "..." else text
