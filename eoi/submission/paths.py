"""The places of a submission that a pattern means: `governance.groups[].quorum` is one for each group."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from eoi.source.nodes import Path
from eoi.source.paths import LABELS, take_item_path
from eoi.submission import says_none
from eoi.submission.part import Part
from eoi.submission.placeholders import is_placeholder


def find_places(part: object, pattern: str) -> Iterator[tuple[Path, Any]]:
    """Yield each path that `pattern` means in a part, with its value. An empty list gives no paths."""
    return iter(Lookup(part).find_places(pattern))


class Lookup:
    """The places of one submission by pattern.

    Each list is searched once, since many patterns lead into it.
    """

    def __init__(self, part: object) -> None:
        self.part = part
        self.found: dict[str, list[tuple[Path, Any]]] = {}

    def find_places(self, pattern: str) -> list[tuple[Path, Any]]:
        """Return each path that `pattern` means, with its value. An empty list gives no paths."""
        found = self.found.get(pattern)
        if found is None:
            found = self.found[pattern] = self.find(pattern)
        return found

    def find(self, pattern: str) -> list[tuple[Path, Any]]:
        above, names, is_each = split_last_step(pattern)
        if not above:
            found: list[tuple[Path, Any]] = [(names, get_value_below(self.part, names))]
        else:
            found = []  # a comprehension takes longer than a loop, since most lists have few items
            for path, item in self.find_places(above):
                found.append((path + names, get_value_below(item, names)))
        if is_each:
            return [((*path, index), item) for path, items in found for index, item in enumerate(items or ())]
        return found


def get_value_below(value: object, names: tuple[str, ...]) -> Any:
    """Return the value behind several names; return None if one of them is not filled in."""
    for name in names:
        if value is None:
            return None
        value = getattr(value, name, None)
    return value


@cache
def split_last_step(pattern: str) -> tuple[str, tuple[str, ...], bool]:
    """Split a pattern at the last list that it leads into.

    Return the pattern of that list, the names below its items, and whether the pattern ends in `[]`.
    """
    is_each = pattern.endswith("[]")
    above, brackets, rest = pattern.removesuffix("[]").rpartition("[]")
    return above + brackets, tuple(rest.strip(".").split(".")), is_each


def is_given(value: object) -> bool:
    """Tell whether anything was written. A placeholder such as "[Name]" or "TBC" does not count."""
    if isinstance(value, str):
        return not is_placeholder(value)
    if isinstance(value, tuple):
        return says_none(value) or any(map(is_given, value))
    if isinstance(value, Part):
        return any(map(is_given, value.given.values()))
    return value is not None


def is_answer(value: object) -> bool:
    """Tell whether a value answers its question.

    The dates of a vote do not, for example, since they do not give its result.
    """
    if value is None:
        return False
    if isinstance(value, str):
        return not is_placeholder(value)
    if isinstance(value, tuple) and not says_none(value):
        return any(map(is_answer, value))
    names = getattr(value, "answered_by", ())
    return any(is_given(getattr(value, name)) for name in names) if names else is_given(value)


def get_value(submission: object, path: Path) -> Any:
    """Return the value at a path."""
    value: Any = submission
    for part in path:
        value = value[part] if isinstance(part, int) else getattr(value, part, None)
    return value


def find_item(submission: object, path: Path) -> Any:
    """Return the list item that `path` leads into; return None if it leads into no list."""
    item = take_item_path(path)
    return get_value(submission, item) if item else None


def label_item(item: object) -> str:
    """Return the name by which a reader knows an item; return an empty text if it has none."""
    for name in list_labels(type(item)) if isinstance(item, Part) else ():
        if value := getattr(item, name):
            return str(value)
    return ""


@cache
def list_labels(part: type[Part]) -> tuple[str, ...]:
    """Return the names of label fields that a kind of item has.

    The result is kept, since asking a part for a missing name takes long.
    """
    return tuple(name for name in LABELS if name in part.fields or hasattr(part, name))
