"""Dates in the place of a field's name: an item `1 October 2014: Joint committee starts`."""

from __future__ import annotations

from typing import Any

from eoi.expressions import Expression
from eoi.source.characters import quote_text
from eoi.source.nodes import Mapping, Path, Scalar
from eoi.submission import TEXT, Kind
from eoi.submission.dates import DATE
from eoi.submission.own_words import can_read
from eoi.submission.rewriting import find_last_node
from eoi.submission.walk import find_part_at

UNSAFE = Expression(r"[^\w£(]|.*[,\[\]{}:#\"']")  # in a value between braces


def suggest_dated_item(path: Path, tree: Mapping) -> str:
    """Return the advice to give a date and the words behind it to their fields; empty if there are none."""
    group, name = find_last_node(tree, path[:-1]), str(path[-1])
    date, words = find_field_of_kind(path, DATE), find_field_of_kind(path, TEXT)
    if not (date and words and isinstance(group, Mapping) and can_read(DATE, name)):
        return ""
    node = group.by_name[name].value
    value = " ".join(node.text.split()) if isinstance(node, Scalar) else ""
    if isinstance(path[-2], int) and len(group.by_name) == 1:
        return f"Write `- {{{date}: {quote_in_braces(name)}, {words}: {quote_in_braces(value or '...')}}}`."
    return f"Write `{date}: {name}` and, on the next line, `{words}: ...`."


def find_field_of_kind(path: Path, kind: Kind[Any]) -> str:
    """Return the first field of a kind in the group of the last step of a path; empty if there is none."""
    part = find_part_at(path[:-1])
    fields = part.by_written.values() if part else ()
    return next((field.written for field in fields if field.kind is kind and not field.is_list), "")


def quote_in_braces(text: str) -> str:
    """Return a text as it can stand between braces."""
    return quote_text(text) if UNSAFE.match(text) and text != "..." else text
