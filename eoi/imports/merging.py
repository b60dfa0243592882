"""The merging of returned changes into a file that has changed meanwhile. Both values are kept in a conflict.

The items of a list are matched by their names, so that an item inserted above others makes no difference.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from eoi.change import Change
from eoi.changes.likeness import pair_items
from eoi.document.templating.field_paths import is_known_path, read_known_path
from eoi.examined import ExaminedSubmission
from eoi.imports.outcome import Conflict, ImportOutcome, PlacedDifference
from eoi.imports.outcome_words import say_plain
from eoi.source.edits import AddItem, Edit, InsertItem, Remove, Reword, SetValue
from eoi.source.edits.operations import tidy
from eoi.source.nodes import Node, Path, Plain, convert_to_plain
from eoi.source.paths import follow_path, write_path
from eoi.submission.part import Part

PLACES = ("about", "path")  # fields of remarks and waivers that name a field


class FileClash(NamedTuple):
    """A conflict: the old value, and the value that the file has now."""

    was: str
    mine: str


@dataclass(slots=True)
class FileVersions:
    """The file that a document was built from, and the file as it is now."""

    base: ExaminedSubmission
    mine: ExaminedSubmission
    pairs: dict[Path, dict[int, int]] = field(default_factory=dict)

    def follow(self, path: Path) -> Path | None:
        """Return where a path of the base is now; return None if an item on it is gone."""
        found: Path = ()
        for at, step in enumerate(path):
            if isinstance(step, int):
                now = self.pair_lists(path[:at], found).get(step)
                if now is None:
                    return None
                step = now
            found = (*found, step)
        return found

    def pair_lists(self, base: Path, mine: Path) -> dict[int, int]:
        """Return the present numbers of the items of a list, by their old numbers."""
        if base not in self.pairs:
            pairs = pair_items(
                find_items_at(self.base.submission, base), find_items_at(self.mine.submission, mine)
            )
            self.pairs[base] = {was: now for was, now in pairs if was is not None and now is not None}
        return self.pairs[base]

    def was(self, path: Path) -> Plain | None:
        return find_plain(self.base.source.tree, path)

    def now(self, path: Path) -> Plain | None:
        return find_plain(self.mine.source.tree, path)

    def merge(self, change: Edit) -> Edit | FileClash | None:
        """Return a change adapted to the present file; return None if the file has the new value already."""
        match change:
            case SetValue(path) | Reword(path):
                return self.merge_value(change, path)
            case Remove(path):
                return self.merge_removal(change)
            case AddItem(path, value):
                there = self.follow(path)
                if there is None:
                    return FileClash(say_at(self.was(path)), "")
                moved = self.move_places(value)
                return None if has_item(self.now(there), moved) else AddItem(there, moved)
            case InsertItem():
                return self.merge_new_item(change)
        return change

    def merge_value(self, change: SetValue | Reword, path: Path) -> Edit | FileClash | None:
        """Merge the change of a value into the file as it is now.

        Return None if the file has the new value already, and a clash if it was changed to another one.
        """
        there = self.follow(path)
        was, mine = self.was(path), self.now(there) if there is not None else None
        if there is not None and mine == was:
            return replace(change, path=there)
        wanted = tidy(change.value) if isinstance(change, SetValue) else reword_text(was, change)
        return None if there is not None and mine == wanted else FileClash(say_at(was), say_at(mine))

    def merge_removal(self, change: Remove) -> Edit | FileClash | None:
        """Merge the removal of a field or an item. It is a conflict if its value has changed meanwhile."""
        there = self.follow(change.path)
        was, mine = self.was(change.path), self.now(there) if there is not None else None
        if there is None or mine is None:
            return None
        return Remove(there) if mine == was else FileClash(say_at(was), say_at(mine))

    def merge_new_item(self, change: InsertItem) -> Edit | FileClash | None:
        """Merge a new item, so that it follows the same neighbour as in the document."""
        *above, at = change.path
        there = self.follow(tuple(above))
        if there is None or not isinstance(at, int):
            return FileClash("", "")
        held = self.now(there)
        if has_item(held, change.value):
            return None
        before = self.pair_lists(tuple(above), there).get(at - 1, -1 if not at else None)
        size = len(held) if isinstance(held, list) else 0
        if before is None or before + 1 >= size:
            return AddItem(there, change.value)
        return InsertItem((*there, before + 1), change.value)

    def move_places(self, value: Plain) -> Plain:
        """Return a remark or a waiver with the present path of its field."""
        if not isinstance(value, dict):
            return value
        moved = dict(value)
        for name in PLACES:
            written = value.get(name)
            if isinstance(written, str) and is_known_path(written):
                there = self.follow(read_known_path(written))
                moved[name] = write_path(there) if there is not None else written
        return moved


def merge_into(outcome: ImportOutcome, base: ExaminedSubmission, mine: ExaminedSubmission) -> ImportOutcome:
    """Return the outcome for the present file. Two changes of one value are a conflict."""
    versions = FileVersions(base, mine)
    placed, conflicts = list[PlacedDifference](), list[Conflict]()
    for one in outcome.placed:
        merged = [(change, merge_change(change, versions)) for change in one.changes]
        clash = next((found for _, found in merged if isinstance(found, FileClash)), None)
        kept = tuple(found for _, found in merged if isinstance(found, Change))
        if clash is not None:
            theirs = "\n".join(change.now for change in one.changes)
            conflicts.append(Conflict(one, clash.was, clash.mine, theirs))
        elif kept:
            placed.append(replace(one, changes=kept))
    said = [merge_change(change, versions) for change in outcome.comments]
    comments = tuple(one for one in said if isinstance(one, Change))
    return replace(outcome, placed=tuple(placed), conflicts=tuple(conflicts), comments=comments)


def merge_change(change: Change, versions: FileVersions) -> Change | FileClash | None:
    """Return a change adapted to the present file; return None if the file has the new value already."""
    assert isinstance(change.how, SetValue | AddItem | InsertItem | Remove | Reword)
    merged = versions.merge(change.how)
    return merged if merged is None or isinstance(merged, FileClash) else replace(change, how=merged)


def find_plain(tree: Node | None, path: Path) -> Plain | None:
    """Return the value of a tree at a path; return None if there is none."""
    found = follow_path(tree, path) if tree is not None else []
    return convert_to_plain(found[-1][0]) if found and len(found) == len(path) else None


def find_items_at(part: Any, path: Path) -> tuple[Any, ...]:
    """Return the items of a list in the model; return an empty tuple if there is no list."""
    for step in path:
        if isinstance(part, tuple) and isinstance(step, int) and step < len(part):
            part = part[step]
        elif isinstance(part, Part) and step in part.by_written:
            part = getattr(part, part.by_written[str(step)].name)
        else:
            return ()
    return part if isinstance(part, tuple) else ()


def has_item(held: Plain | None, value: Plain) -> bool:
    """Tell whether a list has an item with this value."""
    return isinstance(held, list) and tidy(value) in held


def reword_text(text: Plain | None, change: Reword) -> str | None:
    """Return a text with the returned words; return None if the value is no text."""
    return text.replace(change.was, change.now, 1) if isinstance(text, str) else None


def say_at(value: Plain | None) -> str:
    """Write a value in words; return an empty text if there is none."""
    return say_plain(value) if value is not None else ""
