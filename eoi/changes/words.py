"""Changes in words: "Budget: £220m → £221.2m (+0.5%)", with the changes of an item below its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from eoi.changes.diff import Diff
from eoi.changes.version_change import NAMED, Level, Piece, VersionChange

# How many unchanged words are shown on either side of a change in a long text.
AROUND = 5
MOST_SHOWN = 160  # characters
MARKS = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
NO_CHANGE = "Nothing changed."


class ChangedItem(NamedTuple):
    """The changes of one item, or of a field that is in no item, for which `name` is empty."""

    name: str
    changes: tuple[VersionChange, ...]

    @property
    def level(self) -> Level:
        """Return the gravest level of the changes."""
        return max(change.level for change in self.changes)


def group_changes(changes: Iterable[VersionChange]) -> Iterator[tuple[str, list[ChangedItem]]]:
    """Yield each section with its items, in the order of the document."""
    for section, found in groupby(changes, key=lambda change: change.section):
        yield section, list(group_rows(found))


def group_rows(changes: Iterable[VersionChange]) -> Iterator[ChangedItem]:
    """Yield the items of one section. Successive changes of one item are joined."""
    for item, found in groupby(changes, key=lambda change: change.item):
        if item:
            yield ChangedItem(", ".join(item), tuple(found))
        else:
            yield from (ChangedItem("", (change,)) for change in found)


def describe_change(change: VersionChange) -> str:
    """Describe the change of a field on one line, without the name of its item."""
    return " ".join(word_change(change).split())


def word_change(change: VersionChange) -> str:
    """Describe a change like `describe_change`, but with the line breaks of its texts."""
    if change.kind == "moved":
        return f"moved from {change.was} to {change.now}"
    if not change.field:
        return describe_item(change)
    name = name_value(change)
    if change.pieces:
        return name + mark_pieces(change.pieces)
    if change.kind == "changed":
        return f"{name}{change.was} → {change.now}{f' ({change.growth})' if change.growth else ''}"
    return (
        f"{name}{shorten_whole(change.now)}, new"
        if change.kind == "added"
        else f"{name}{shorten_whole(change.was)}, gone"
    )


def name_value(change: VersionChange) -> str:
    """Return the words before the value of a field.

    They are empty for whether a function is in scope, which says so itself.
    """
    return "" if change.field == "in scope" else f"{change.field}: "


def describe_item(change: VersionChange) -> str:
    """Return words that say whether a whole item is new or gone, with its answers apart from its name."""
    said = shorten_whole(change.now or change.was)
    verb = "new" if change.kind == "added" else "gone"
    return verb if said == NAMED else f"{verb}: {said}"


def mark_pieces(pieces: Sequence[Piece]) -> str:
    """Return the words of a text with marks as in `wdiff`: `[-gone-] {+new+}`."""
    return " ".join(MARKS[sign].format(words.strip()) for sign, words in shorten_pieces(pieces))


def shorten_pieces(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces of a text, with long unchanged pieces cut to a few words at each end."""
    for number, piece in enumerate(pieces):
        words = piece.words.split(" ")
        if piece.sign != "=" or len(words) <= 2 * AROUND + 1:
            yield piece
            continue
        before = " ".join(words[:AROUND]) + " " if number else ""
        after = " ".join(words[-AROUND - 1 :]) if number + 1 < len(pieces) else ""
        yield Piece("=", f"{before}... {after}")


def summarise(diff: Diff) -> str:
    """Return the number of changes in words: `2 major changes, 1 minor change and 3 changes of wording`."""
    words = {Level.MAJOR: "major {}", Level.MINOR: "minor {}", Level.WORDING: "{} of wording"}
    found = [
        f"{number} {words[level].format('change' if number == 1 else 'changes')}"
        for level, number in diff.counts.items()
        if number
    ]
    return " and ".join(filter(None, (", ".join(found[:-1]), *found[-1:]))) or NO_CHANGE


def summarise_findings(diff: Diff) -> str:
    """Return the number of findings in words: `Findings: 1 new, 2 fixed, 12 unchanged`."""
    return f"Findings: {len(diff.came)} new, {len(diff.went)} fixed, {diff.stayed} unchanged."


def shorten_whole(text: str) -> str:
    """Return the beginning of a text that was added or removed as a whole."""
    line = " ".join(text.split())
    return line if len(line) <= MOST_SHOWN else f"{line[:MOST_SHOWN].rpartition(' ')[0]} ..."
