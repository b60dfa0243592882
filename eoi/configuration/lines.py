"""The line of a key in TOML, which the reader of the standard library does not report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

HEADER = re.compile(r"\s*\[{1,2}([^\[\]]*)\]")
KEY = re.compile(r"\s*([\w.\"'/*?\[\]!-]+)\s*=")


def find_line(text: str, path: Sequence[str], item: str = "") -> int:
    """Return the line of the key that `path` leads to, or of the `item` in its value.

    If the key has no line of its own, as in an inline table, return the line of the key above it, and if
    nothing is found, the first line.
    """
    best, depth = 1, 0
    whole = [*path, item] if item else path
    for number, found in list_keys(text):
        known = count_common_steps(found, whole)
        if known > depth:
            best, depth = number, known
    return find_line_of_item(text, best, item) if item and depth < len(whole) else best


def list_keys(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each line that begins a table or a key, with the whole path of that table or key."""
    table: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if header := HEADER.match(line):
            table = split_key(header[1])
            yield number, table
        elif key := KEY.match(line):
            yield number, [*table, *split_key(key[1])]


def split_key(written: str) -> list[str]:
    """Split `severity."long-sentence"` into its names."""
    if written.strip()[:1] in ('"', "'"):
        return [written.strip().strip("\"'")]
    return [part.strip().strip("\"'") for part in written.split(".")]


def count_common_steps(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the first path if the second begins with it, or else 0."""
    return len(one) if len(one) <= len(other) and list(one) == list(other[: len(one)]) else 0


def find_line_of_item(text: str, first: int, item: str) -> int:
    """Return the first line from `first` on that has the item in quotes, or `first` if none has."""
    for number, line in enumerate(text.split("\n")[first - 1 :], start=first):
        if f'"{item}"' in line or f"'{item}'" in line:
            return number
    return first
