"""The outcome for a person at a terminal: each change with its place, and its old and new value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eoi.change import Change, shorten_line
from eoi.changes.values import compare_words
from eoi.changes.words import mark_pieces
from eoi.imports.comments import LeftComment
from eoi.imports.outcome import Conflict, ImportOutcome, PlacedDifference, UnplacedDifference
from eoi.imports.outcome_words import NO_WAY
from eoi.reports.full import wrap_words
from eoi.reports.lines import make_printable
from eoi.source.edits import AddItem
from eoi.source.paths import number_path

NOTHING = "Nothing was changed in it."
CONFLICTS = "Conflicts: the file has changed there too"
LONG = 70  # characters beyond which a value is compared word by word
PARAGRAPH_END = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+•]|\d+[.)])\s)")
LONGEST = 300  # characters of a value


def write(name: str, outcome: ImportOutcome, width: int) -> str:
    """Write the changes, the conflicts, the unplaced differences, and the count of words."""
    return "\n".join(write_lines(name, outcome, width)) + "\n"


def write_lines(name: str, outcome: ImportOutcome, width: int) -> Iterator[str]:
    """Yield the lines of the report."""
    if outcome.is_empty:
        yield from wrap_words(f"{name}: {NOTHING}", width)
        return
    yield from write_part("Changes", outcome.placed, write_placed, width)
    yield from write_part("Comments", outcome.comments, write_comment, width)
    yield from write_part("Comments that change nothing", outcome.left, write_left, width)
    yield from write_part(CONFLICTS, outcome.conflicts, write_conflict, width)
    yield from write_part("No place found", outcome.unplaced, write_unplaced, width)
    yield from wrap_words(say_word_count(name, outcome), width)


def write_part(title: str, found: Iterable[object], write_one: object, width: int) -> Iterator[str]:
    """Yield the lines of one part; yield nothing if it is empty."""
    found = list(found)
    if not found:
        return
    yield title
    for one in found:
        yield from write_one(one, width)  # type: ignore[operator]
    yield ""


def write_placed(placed: PlacedDifference, width: int) -> Iterator[str]:
    """Yield the lines of the changes from one difference."""
    for change in placed.changes:
        yield from wrap_words(f"  {say_field(change.path)} ({change.where}, {change.by})", width, "    ")
        yield from write_values(change.was, change.now, width)


def write_comment(change: Change, width: int) -> Iterator[str]:
    """Yield the lines of a comment that goes into the file."""
    value = change.how.value if isinstance(change.how, AddItem) else ""
    about = (value.get("about") or value.get("path")) if isinstance(value, dict) else ""
    what = f"{change.path}, about {about}" if about else change.path
    yield from wrap_words(f"  {what} ({change.where}, {change.by})", width, "    ")
    yield from write_value_line("says", change.now, width)


def write_left(left: LeftComment, width: int) -> Iterator[str]:
    """Yield the lines of a comment that changes nothing, with the reason."""
    yield from wrap_words(f"  {left.where}: {left.reason}", width, "    ")
    yield from write_value_line("says", left.text, width)


def write_conflict(conflict: Conflict, width: int) -> Iterator[str]:
    """Yield the lines of a value that both the file and the document have changed."""
    change = conflict.placed.changes[0]
    yield from wrap_words(f"  {say_field(change.path)} ({change.where}, {change.by})", width, "    ")
    if min(map(len, (conflict.was, conflict.mine, conflict.theirs))) <= LONG:
        for label, value in (("was", conflict.was), ("file", conflict.mine), ("came back", conflict.theirs)):
            yield from write_value_line(label, value, width)
        return
    for label, value in (("file", conflict.mine), ("came back", conflict.theirs)):
        marked = f"    {label}: {mark_changed_words(conflict.was, value)}"
        yield from wrap_words(make_printable(marked), width, "      ")


def write_unplaced(unplaced: UnplacedDifference, width: int) -> Iterator[str]:
    """Yield the lines of a difference without a place."""
    near = f"; it stands by {say_field(unplaced.nearest)}" if unplaced.nearest else ""
    reason = unplaced.reason
    if unplaced.template:
        # Where the template puts fields into words of its own, both can be changed only there.
        reason = reason.replace(NO_WAY, NO_WAY.partition("; ")[0])
        near = f"; the template {unplaced.template}, has these words"
    yield from wrap_words(f"  {unplaced.difference.where}: {reason}{near}", width, "    ")
    yield from write_values(unplaced.difference.was, unplaced.difference.now, width)


def write_values(was: str, now: str, width: int) -> Iterator[str]:
    """Yield the old and the new value.

    Of a long text only the changed words are shown, with some around them.
    """
    if min(len(was), len(now)) > LONG or (now and was.split() == now.split()):
        yield from wrap_words(make_printable(f"    {mark_changed_words(was, now)}"), width, "      ")
        return
    yield from write_value_line("was", was, width)
    yield from write_value_line("now", now, width)


def mark_changed_words(was: str, now: str) -> str:
    """Return the changed words of a long text, with some words around them.

    If all words are the same, return where paragraphs begin now or began before.
    """
    if was.split() == now.split():
        return "; ".join(tell_paragraphs(was, now)) or "only spaces and line ends differ"
    return mark_pieces(tuple(compare_words(" ".join(was.split()), " ".join(now.split()))))


def tell_paragraphs(was: str, now: str) -> Iterator[str]:
    """Yield in words where the paragraphs of two texts with the same words begin differently."""
    before, after = find_paragraphs(was), find_paragraphs(now)
    for number in sorted(after.keys() - before.keys()):
        yield f"a new paragraph begins with '{shorten_line(after[number])}'"
    for number in sorted(before.keys() - after.keys()):
        yield f"no paragraph begins with '{shorten_line(before[number])}' any more"


def find_paragraphs(text: str) -> dict[int, str]:
    """Return the paragraphs and lines of lists, by the number of words before each."""
    found, words = dict[int, str](), 0
    for paragraph in PARAGRAPH_END.split(text.strip()):
        found[words] = paragraph
        words += len(paragraph.split())
    return found


def write_value_line(label: str, value: str, width: int) -> Iterator[str]:
    """Yield the lines of one value, which is cut if it is too long."""
    words = " ".join(value.split())
    shown = words if len(words) <= LONGEST else f"{words[: LONGEST - 3]}..."
    yield from wrap_words(make_printable(f"    {label}: {shown or 'nothing'}"), width, "      ")


def say_field(path: str) -> str:
    """Return a field in words, with its path."""
    item = number_path(path)
    return f"{item}: {path}" if item else path


def say_word_count(name: str, outcome: ImportOutcome) -> str:
    """Write how many words are unchanged, placed and without a place."""
    counts = outcome.counts
    return (
        f"{name} has {counts.total:,} {counts.unit}: {counts.unchanged:,} unchanged, "
        f"{counts.placed:,} placed, {counts.unplaced:,} without a place."
    )
