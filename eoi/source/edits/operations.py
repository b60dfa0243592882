"""The changes that can be made to a tree, and their effect on its values.

Each path leads to a place of the file as it was read, even if other changes move that place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from eoi.source.nodes import Path, Plain

NOT_THERE = "there is no such place in the file"


class EditRefused(Exception):
    """An error for a change that cannot be made to the file; its text is the reason."""


@dataclass(frozen=True, slots=True)
class SetValue:
    """A change that gives a field or an item another value. A missing field is added, with its groups."""

    path: Path
    value: Plain
    order = 0

    def change(self, parent: Any, step: Any) -> None:
        if isinstance(step, int) and step == len(parent):
            parent.append(tidy(self.value))
        else:
            parent[step] = tidy(self.value)


@dataclass(frozen=True, slots=True)
class AddItem:
    """A change that adds an item at the end of the list at `path`; a missing list is added too."""

    path: Path
    value: Plain
    order = 2

    def change(self, parent: Any, step: Any) -> None:
        if isinstance(parent, dict):
            parent.setdefault(step, []).append(tidy(self.value))
        else:
            parent[step].append(tidy(self.value))


@dataclass(frozen=True, slots=True)
class InsertItem:
    """A change that adds an item in front of the one at `path`."""

    path: Path
    value: Plain
    order = 1

    def change(self, parent: Any, step: Any) -> None:
        parent.insert(step, tidy(self.value))


@dataclass(frozen=True, slots=True)
class Remove:
    """A change that removes a field or an item; comments beside it and in it stay."""

    path: Path
    order = 1

    def change(self, parent: Any, step: Any) -> None:
        if isinstance(step, int) or step in parent:  # a blank field is in the file, but not in the tree
            del parent[step]


@dataclass(frozen=True, slots=True)
class Rename:
    """A change that gives a field another name."""

    path: Path
    name: str
    order = 3

    def change(self, parent: Any, step: Any) -> None:
        if self.name in parent:
            raise EditRefused(f"there is a field `{self.name}` already")
        fields = list(parent.items())
        parent.clear()
        parent.update((self.name if name == step else name, value) for name, value in fields)


@dataclass(frozen=True, slots=True)
class MoveItem:
    """A change that moves an item within its list; `to` is its new number there, counted from 0."""

    path: Path
    to: int
    order = 1

    def change(self, parent: Any, step: Any) -> None:
        parent.insert(self.to, parent.pop(step))


@dataclass(frozen=True, slots=True)
class Reword:
    """A change that replaces words inside a text.

    `number` counts the earlier occurrences of these words in the text.
    """

    path: Path
    was: str
    now: str
    number: int = 0
    order = 0

    def change(self, parent: Any, step: Any) -> None:
        start = find_words(parent[step], self.was, self.number)
        parent[step] = parent[step][:start] + self.now + parent[step][start + len(self.was) :]


def find_words(text: str, words: str, number: int, start: int = 0) -> int:
    """Return the index where words occur. `number` tells which occurrence, counted from 0."""
    at = text.find(words, start)
    for _ in range(number):
        at = text.find(words, at + len(words)) if at >= 0 else at
    if at < 0:
        raise EditRefused("the words are not in the text")
    return at


Edit = SetValue | AddItem | InsertItem | Remove | Rename | MoveItem | Reword


def tidy(value: Plain) -> Plain:
    """Return a value as it is written.

    A text of several lines ends in one line end, and any other text in none.
    """
    if isinstance(value, str):
        text = value.strip("\n")
        return f"{text}\n" if "\n" in text else text
    if isinstance(value, list):
        return [tidy(item) for item in value]
    return {name: tidy(item) for name, item in value.items()}


def change_values(values: Plain, edits: Iterable[Edit]) -> Plain:
    """Make all changes to the values. Those that change the numbers of items or a name come last."""
    for change in sorted(edits, key=lambda one: (one.order, make_sort_key(one.path))):
        parent: Any = values
        for step, below in zip(change.path[:-1], change.path[1:], strict=True):
            if isinstance(parent, dict) and step not in parent:
                parent[cast("str", step)] = [] if isinstance(below, int) else {}
            parent = find_step(parent, step)
        try:
            change.change(parent, change.path[-1])
        except (AttributeError, IndexError, KeyError, TypeError):
            raise EditRefused(NOT_THERE) from None
    return values


def find_step(parent: Any, step: str | int) -> Any:
    """Return the value at a step, which must exist."""
    try:
        found = parent[step]
    except (KeyError, IndexError, TypeError):
        raise EditRefused(NOT_THERE) from None
    if isinstance(found, str):
        raise EditRefused("the file has one value there, and no fields or items")
    return found


def make_sort_key(path: Path) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts later items first, and inner values before the values around them."""
    return (*((-step, "") if isinstance(step, int) else (0, step) for step in path), (1, ""))


def drop_blanks(values: Plain) -> Plain | None:
    """Return the values without blank ones, as reading does; return None if nothing is left."""
    if isinstance(values, str):
        return values or None
    if isinstance(values, list):
        return [kept for item in values if (kept := drop_blanks(item)) is not None] or None
    fields = {name: kept for name, item in values.items() if (kept := drop_blanks(item)) is not None}
    return fields or None
