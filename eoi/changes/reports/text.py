"""Changes for a person at a terminal, in the order of the document, each with its level and its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eoi.changes.diff import Diff
from eoi.changes.version_change import VersionChange
from eoi.changes.words import (
    ChangedItem,
    describe_change,
    group_changes,
    summarise,
    summarise_findings,
)
from eoi.findings import Finding
from eoi.plain_words import capital
from eoi.reports.full import wrap_words
from eoi.reports.lines import make_printable, write_message


def write(diffs: Iterable[Diff], width: int, _alone: Sequence[str] = ()) -> str:
    """Write every difference, with an empty line between them."""
    return "\n".join("\n".join(write_lines(diff, width)) + "\n" for diff in diffs)


def write_lines(diff: Diff, width: int) -> Iterator[str]:
    """Yield one difference, section by section, and its findings."""
    yield from wrap_words(make_printable(f"{diff.old} → {diff.new}: {summarise(diff)}"), width)
    for section, rows in group_changes(diff.changes):
        yield from ("", section)
        for row in rows:
            yield from write_item(row, width)
    yield from ("", summarise_findings(diff))
    for label, findings in (("new", diff.came), ("fixed", diff.went)):
        for finding in findings:
            yield from wrap_words(f"  {label}: {say_finding(finding)}", width, indent="    ")


def write_item(row: ChangedItem, width: int) -> Iterator[str]:
    """Yield the lines of an item with its changes beneath it, or of a change without an item."""
    if not row.name:
        yield from write_change(row.changes[0], width, f"  {row.level.word}: ", begins_line=True)
        return
    yield from wrap_words(make_printable(f"  {row.level.word}: {row.name}"), width, indent="    ")
    for change in row.changes:
        yield from write_change(change, width, "    ")


def write_change(change: VersionChange, width: int, indent: str, begins_line: bool = False) -> Iterator[str]:
    """Yield the lines of one change, wrapped to the width of the terminal."""
    said, where = describe_change(change), change.where
    words = f"{capital(said) if begins_line else said}{f' ({where})' if where else ''}"
    yield from wrap_words(indent + make_printable(words), width, indent="      ")


def say_finding(finding: Finding) -> str:
    """Return a finding that only one of the versions has, on one line."""
    return make_printable(f"{finding.severity.word}: {write_message(finding)} [{finding.rule}]")
