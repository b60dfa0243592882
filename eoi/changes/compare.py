"""The comparison of two versions of a submission, field by field, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from eoi.changes.levels import weigh, weigh_support, weigh_words
from eoi.changes.likeness import find_moved, pair_items
from eoi.changes.sections import Sections
from eoi.changes.values import (
    compare_words,
    is_same_amount,
    join_lines,
    label_item_or_text,
    measure_growth,
    say_item,
    say_value,
    says_anything,
)
from eoi.changes.version_change import ChangeKind, Level, VersionChange
from eoi.examined import ExaminedSubmission
from eoi.source.nodes import Mapping, Path
from eoi.source.paths import find_nearest, list_names_in_path
from eoi.submission import says_none
from eoi.submission.applicant import Applicant
from eoi.submission.assurance import Support
from eoi.submission.part import Field, Part

# The order of these lists has a meaning.
ORDERED = frozenset({"priorities", "phases"})


def compare(old: ExaminedSubmission, new: ExaminedSubmission) -> tuple[VersionChange, ...]:
    """Return every change from one version to the next, in the order of the new document.

    Items in another order, and text that is wrapped or quoted in another way, are no changes.
    """
    sections = Sections(new.round)
    comparison = Comparison(old.source.tree, new.source.tree, sections, new.source.name)
    found = comparison.compare_parts(ComparedPlace((), ()), old.submission, new.submission)
    return tuple(sorted(found, key=lambda change: comparison.sections.rank(change.section)))


class ComparedPlace(NamedTuple):
    """A place in both versions, with the names of the items that contain it."""

    was: Path
    now: Path
    items: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def below(self, name: str) -> ComparedPlace:
        return ComparedPlace((*self.was, name), (*self.now, name), self.items, (*self.names, name))

    def item(self, old: int | None, new: int | None, label: str) -> ComparedPlace:
        """Return the place of an item. In a version without the item, it is the place of the list."""
        was = self.was if old is None else (*self.was, old)
        now = self.now if new is None else (*self.now, new)
        return ComparedPlace(was, now, (*self.items, label) if label else self.items, ())


class Comparison:
    """The comparison of two trees, from which every change takes its lines."""

    def __init__(self, was: Mapping | None, now: Mapping | None, sections: Sections, by: str) -> None:
        self.was, self.now, self.sections, self.by = was, now, sections, by

    def compare_parts(self, place: ComparedPlace, old: Part, new: Part) -> Iterator[VersionChange]:
        for name, field in new.fields.items():
            yield from self.compare_values(
                place.below(field.written), field, getattr(old, name), getattr(new, name)
            )

    def compare_values(
        self, place: ComparedPlace, field: Field, old: Any, new: Any
    ) -> Iterator[VersionChange]:
        if old == new and says_anything(old) == says_anything(new):
            return
        if field.is_list:
            yield from self.compare_lists(place, field, old, new)
        elif isinstance(old, Part) and isinstance(new, Part):
            yield from self.compare_parts(place, old, new)
        elif field.part and (says_anything(old) or says_anything(new)):
            kind = field.part
            yield from self.compare_parts(place, old or kind(), new or kind())
        elif change := self.compare_words(place, field, old, new):
            yield change

    def compare_words(self, place: ComparedPlace, field: Field, old: Any, new: Any) -> VersionChange | None:
        was, now = say_value(old, field), say_value(new, field)
        if was == now:
            return None
        kind: ChangeKind = "changed" if was and now else "added" if now else "removed"
        level = weigh(make_pattern(place), field, is_item=False)
        if is_same_amount(old, new):
            level = Level.WORDING
        if level is Level.WORDING and kind != "changed":
            level = Level.MINOR  # an answer that was added or removed is more than wording
        if level is Level.WORDING and not is_same_amount(old, new):
            change = self.make(place, kind, weigh_words(was, now), was, now)
            return replace(change, pieces=tuple(compare_words(was, now)))
        return replace(self.make(place, kind, level, was, now), growth=measure_growth(old, new, field))

    def compare_lists(
        self, place: ComparedPlace, field: Field, old: Any, new: Any
    ) -> Iterator[VersionChange]:
        """Yield the changes between two lists, item by item. `none` in place of a list counts as a value."""
        none = [value if says_none(value) else None for value in (old, new)]
        if change := self.compare_words(place, field, *none):
            yield change
        pairs = pair_items(old, new)
        moved = find_moved(pairs) if place.names[-1] in ORDERED else set()
        for before, after in pairs:
            was = old[before] if before is not None else None
            now = new[after] if after is not None else None
            is_alone = field.part is Applicant and len(old) == len(new) == 1 and after == before
            label = "" if is_alone else label_item_or_text(now if now is not None else was)
            at = place.item(before, after, label)
            if was is None or now is None:
                yield self.report_item(at, place, field, was, now)
                continue
            if after in moved:
                yield self.report_move(at, place, field, before or 0, after or 0)
            yield from self.compare_items(at, place, was, now)

    def compare_items(
        self, at: ComparedPlace, place: ComparedPlace, was: Any, now: Any
    ) -> Iterator[VersionChange]:
        if isinstance(was, Part) and isinstance(now, Part):
            found = list(self.compare_parts(at._replace(names=()), was, now))
            if isinstance(was, Support) and isinstance(now, Support):
                least = weigh_support(was, now)
                found = [replace(change, level=max(change.level, least)) for change in found]
            yield from found
        elif (old := join_lines(str(was))) != (new := join_lines(str(now))):
            line = at._replace(items=place.items, names=place.names)
            change = self.make(line, "changed", weigh_words(old, new), old, new)
            yield replace(change, pieces=tuple(compare_words(old, new)))

    def report_item(
        self, at: ComparedPlace, place: ComparedPlace, field: Field, was: Any, now: Any
    ) -> VersionChange:
        """Return the change for an item that was added or removed."""
        level = weigh(make_pattern(place), field, is_item=True)
        if isinstance(was or now, Support):
            level = weigh_support(was, now)
        said_was, said_now = (say_item(one, field) for one in (was, now))
        is_line = not field.part
        where = at._replace(items=place.items, names=place.names) if is_line else at
        return self.make(
            where, "added" if was is None else "removed", max(level, Level.MINOR), said_was, said_now
        )

    def report_move(
        self, at: ComparedPlace, place: ComparedPlace, field: Field, before: int, after: int
    ) -> VersionChange:
        """Return the change for an item that moved within a list whose order matters."""
        level = max(weigh(make_pattern(place), field, is_item=True), Level.MINOR)
        return self.make(at, "moved", level, f"number {before + 1}", f"number {after + 1}")

    def make(self, place: ComparedPlace, kind: ChangeKind, level: Level, was: str, now: str) -> VersionChange:
        names = list_names_in_path(place.now or place.was)
        lines = (
            find_line_of_path(self.was, place.was) if was else None,
            find_line_of_path(self.now, place.now) if now else None,
        )
        return VersionChange(
            how=None,
            was=was,
            now=now,
            by=self.by,
            where=locate(*lines),
            kind=kind,
            level=level,
            section=self.sections.find(names),
            item=place.items,
            field=self.sections.name_field(place.names, bool(place.items)),
            was_path=place.was,
            now_path=place.now,
            was_line=lines[0],
            now_line=lines[1],
        )


def locate(was: int | None, now: int | None) -> str:
    """Return the lines of a value in both versions, such as `line 17, was 16`."""
    if now is None:
        return f"was line {was}" if was else ""
    return f"line {now}" if was in (None, now) else f"line {now}, was {was}"


def make_pattern(place: ComparedPlace) -> str:
    """Return a path without the indexes of items, such as `scope.functions.in_scope`."""
    return ".".join(list_names_in_path(place.now if len(place.now) >= len(place.was) else place.was))


def find_line_of_path(tree: Mapping | None, path: Path) -> int | None:
    """Return the line for a path, or of the nearest part of it that a version has, or None."""
    place = find_nearest(tree, path) if tree is not None else None
    return place.start.line if place else None
