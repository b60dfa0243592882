"""Requirement paths over a submission: `governance.groups[].quorum` to one place for each group."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from eoi.source.item_words import LABELS
from eoi.source.nodes import Path, item_path
from eoi.submission.nothing import says_none
from eoi.submission.part import Part
from eoi.submission.placeholders import is_placeholder


def find_places(part: object, pattern: str) -> Iterator[tuple[Path, Any]]:
    """Find each concrete path that `pattern` means here, with its value; none if a list is empty."""
    return iter(Lookup(part).find_places(pattern))


class Lookup:
    """The places of one submission. Look each list up once: many patterns lead into the same few lists."""

    def __init__(self, part: object) -> None:
        self.part = part
        self.found: dict[str, list[tuple[Path, Any]]] = {}

    def find_places(self, pattern: str) -> list[tuple[Path, Any]]:
        """Find each concrete path that `pattern` means here, with its value; none if a list is empty."""
        if pattern not in self.found:
            self.found[pattern] = self.find(pattern)
        return self.found[pattern]

    def find(self, pattern: str) -> list[tuple[Path, Any]]:
        above, names, is_each = split_last_step(pattern)
        if not above:
            found: list[tuple[Path, Any]] = [(names, get_value_below(self.part, names))]
        else:
            items = self.find_places(above)
            found = [((*path, *names), get_value_below(item, names)) for path, item in items]
        if is_each:
            return [((*path, index), item) for path, items in found for index, item in enumerate(items or ())]
        return found


def get_value_below(value: object, names: tuple[str, ...]) -> Any:
    """Follow names from a value; return None if one is not filled in."""
    for name in names:
        if value is None:
            return None
        value = getattr(value, name, None)
    return value


@cache
def split_last_step(pattern: str) -> tuple[str, tuple[str, ...], bool]:
    """Return the list that `pattern` leads into, the names below its items, and whether these are a list."""
    is_each = pattern.endswith("[]")
    above, brackets, rest = pattern.removesuffix("[]").rpartition("[]")
    return above + brackets, tuple(rest.strip(".").split(".")), is_each


def is_given(value: object) -> bool:
    """Tell whether anything was written: a text left as a placeholder, "[Name]" or "TBC", was not."""
    if isinstance(value, str):
        return not is_placeholder(value)
    if isinstance(value, tuple):
        return says_none(value) or any(map(is_given, value))
    if isinstance(value, Part):
        return any(map(is_given, value.given.values()))
    return value is not None


def is_answer(value: object) -> bool:
    """Tell whether a field answers the question; the dates of a vote, for one, do not give its result."""
    if value is None:
        return False
    if isinstance(value, str):
        return not is_placeholder(value)
    if isinstance(value, tuple) and not says_none(value):
        return any(map(is_answer, value))
    names = getattr(value, "answered_by", ())
    return any(is_given(getattr(value, name)) for name in names) if names else is_given(value)


def get_value(submission: object, path: Path) -> Any:
    """Return the value that a path leads to."""
    value: Any = submission
    for part in path:
        value = value[part] if isinstance(part, int) else getattr(value, part, None)
    return value


def find_item(submission: object, path: Path) -> Any:
    """Return the list item that `path` leads into, or nothing if it leads into no list."""
    item = item_path(path)
    return get_value(submission, item) if item else None


def label_item(item: object) -> str:
    """Return the name by which a reader knows an item."""
    names = list_labels(type(item)) if isinstance(item, Part) else ()
    return next((str(value) for name in names if (value := getattr(item, name))), "")


@cache
def list_labels(part: type[Part]) -> tuple[str, ...]:
    """List the labels that a kind of item has: to ask a part for a name that it lacks takes long."""
    return tuple(name for name in LABELS if name in part.fields or hasattr(part, name))
