"""Items that were taken out of a list and put in again elsewhere, as one move with their comments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from eoi.change import Change
from eoi.imports.leaves import read_leaf_text
from eoi.imports.merging import find_plain
from eoi.imports.outcome import ImportOutcome, PlacedDifference
from eoi.imports.outcome_words import say_plain
from eoi.source import Source
from eoi.source.edits import AddItem, InsertItem, MoveItem, Remove
from eoi.source.edits.operations import tidy
from eoi.source.nodes import Path, Plain
from eoi.submission.walk import find_field_at


class ItemMove(NamedTuple):
    """The removal and the addition of one item, and the move that does both."""

    removal: Change
    addition: Change
    move: Change


def join_moves(outcome: ImportOutcome, source: Source) -> ImportOutcome:
    """Return the outcome with each item that is removed and added again in its list as a move."""
    changes = [change for placed in outcome.placed for change in placed.changes]
    found = [move for one in changes if (move := find_move(one, changes, source))]
    if not found:
        return outcome
    gone = {id(one.removal) for one in found}
    moved = {id(one.addition): one.move for one in found}
    placed = (
        PlacedDifference(
            one.difference,
            tuple(moved.get(id(change), change) for change in one.changes if id(change) not in gone),
        )
        for one in outcome.placed
    )
    return replace(outcome, placed=tuple(placed))


def find_move(removal: Change, changes: Sequence[Change], source: Source) -> ItemMove | None:
    """Return the move that a removal is a part of; return None if it is of none.

    Other changes in the same list could take place on the same lines, so that nothing is moved beside them.
    """
    how = removal.how
    if not isinstance(how, Remove) or not isinstance(how.path[-1], int):
        return None
    above, start = how.path[:-1], how.path[-1]
    addition, *more = [one for one in changes if one is not removal and is_in_list(one, above)] or [removal]
    items, item = find_plain(source.tree, above), find_plain(source.tree, how.path)
    if more or item is None or not isinstance(items, list):
        return None
    match addition.how:
        case InsertItem(path, value) if isinstance(path[-1], int):
            to = path[-1] - (path[-1] > start)
        case AddItem(path, value):
            to = len(items) - 1
        case _:
            return None
    if not is_same_item(item, value, above):
        return None
    said = say_plain(item)
    was, now = (f"number {number + 1} of {len(items)}: {said}" for number in (start, to))
    return ItemMove(removal, addition, replace(addition, how=MoveItem(how.path, to), was=was, now=now))


def is_in_list(change: Change, above: Path) -> bool:
    """Tell whether a change is one of a list, or of something in it."""
    path = getattr(change.how, "path", ())
    return bool(path[: len(above)] == above)


def is_same_item(one: Plain, other: Plain, above: Path) -> bool:
    """Tell whether two items have the same fields with the same values, however these are spelt."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return tidy(one) == tidy(other)
    return one.keys() == other.keys() and all(
        is_same_value(one[name], other[name], (*above, 0, name)) for name in one
    )


def is_same_value(one: Plain, other: Plain, path: Path) -> bool:
    """Tell whether two values of a field are the same."""
    field = find_field_at(path)
    if tidy(one) == tidy(other):
        return True
    if field is None or not isinstance(one, str) or not isinstance(other, str):
        return False
    value = read_leaf_text(field, one)
    return value is not None and value == read_leaf_text(field, other)
