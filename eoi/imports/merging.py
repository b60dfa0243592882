"""Merge what came back into a file that has changed since the document was built: both, where they differ."""

from __future__ import annotations

from dataclasses import replace

from eoi.imports.base import Built
from eoi.imports.outcome import Conflict, Outcome, Placed
from eoi.imports.placing import say
from eoi.source import load
from eoi.source.edits import AddItem, InsertItem, Remove, Reword, SetValue
from eoi.source.edits.operations import tidy
from eoi.source.nodes import Node, Path, Plain, follow_path, to_plain
from eoi.submission.vocabulary import fields_at


def merge_into(outcome: Outcome, built: Built, into: bytes) -> Outcome:
    """Return the outcome for the file as it is now; changes to what has changed there are conflicts."""
    tree = load(into, "", fields_at).tree
    placed, conflicts = list[Placed](), list[Conflict]()
    for one in outcome.placed:
        if all(is_made(change.how, tree) for change in one.changes):
            continue
        found = (conflict_of(one, change.how, built, tree) for change in one.changes)
        if conflict := next((each for each in found if each), None):
            conflicts.append(conflict)
        else:
            placed.append(one)
    comments = tuple(one for one in outcome.comments if not is_made(one.how, tree))
    return replace(outcome, placed=tuple(placed), conflicts=tuple(conflicts), comments=comments)


def is_made(how: object, tree: Node | None) -> bool:
    """Tell whether the file says already what came back."""
    if isinstance(how, AddItem):
        there = value_at(tree, how.path)
        return isinstance(there, list) and tidy(how.value) in there
    return isinstance(how, SetValue) and value_at(tree, how.path) == tidy(how.value)


def conflict_of(placed: Placed, how: object, built: Built, tree: Node | None) -> Conflict | None:
    """Return the conflict at a place where the file says something else now; None where it does not.

    A list that has changed may have moved its items, so the whole list has to be as it was.
    """
    assert isinstance(how, SetValue | AddItem | InsertItem | Remove | Reword)
    above = how.path if isinstance(how, AddItem) else how.path[: last_list(how.path)]
    if value_at(built.source.tree, above) == value_at(tree, above):
        return None
    was, mine = (say(value_at(one, how.path) or "") for one in (built.source.tree, tree))
    return Conflict(placed, was, mine, "\n".join(change.now for change in placed.changes))


def last_list(path: Path) -> int:
    """Return where the numbers of items in a path end: a list that changed may have moved its items."""
    numbers = [place for place, step in enumerate(path) if isinstance(step, int)]
    return numbers[0] if numbers else len(path)


def value_at(tree: Node | None, path: Path) -> Plain | None:
    """Return what a tree says at a path; None where it says nothing."""
    found = follow_path(tree, path) if tree is not None else []
    return to_plain(found[-1][0]) if found and len(found) == len(path) else None
