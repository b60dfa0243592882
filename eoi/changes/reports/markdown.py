"""Changes in Markdown for a pull request or a build summary: ~~removed~~ and **added** words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eoi.changes.diff import Diff
from eoi.changes.version_change import VersionChange
from eoi.changes.words import (
    ChangedItem,
    describe_change,
    group_changes,
    shorten_pieces,
    summarise,
    summarise_findings,
)
from eoi.plain_words import capital
from eoi.reports.lines import write_message
from eoi.reports.markdown import escape_inline

MARKS = {"=": "{}", "-": "~~{}~~", "+": "**{}**"}


def write(diffs: Iterable[Diff], _width: int, alone: Sequence[str] = ()) -> str:
    """Write every difference under a heading of its own, and first what only one folder has."""
    lines = [["## In one folder only", "", *(f"- {escape_inline(line)}" for line in alone)]] if alone else []
    return "\n".join("\n".join(one) + "\n" for one in (*lines, *map(write_lines, diffs)))


def write_lines(diff: Diff) -> Iterator[str]:
    """Yield one difference, section by section, and its findings."""
    yield from (f"## {escape_inline(diff.old)} → {escape_inline(diff.new)}", "", f"{summarise(diff)}", "")
    for section, rows in group_changes(diff.changes):
        yield from (f"### {escape_inline(section)}", "")
        for row in rows:
            yield from write_item(row)
        yield ""
    yield summarise_findings(diff)
    found = [("New", one) for one in diff.came] + [("Fixed", one) for one in diff.went]
    if found:
        yield ""
    for label, finding in found:
        yield f"- {label} {finding.severity.word}: {escape_inline(write_message(finding))} (`{finding.rule}`)"


def write_item(row: ChangedItem) -> Iterator[str]:
    """Yield the changes of one item as a list below its name."""
    if not row.name:
        yield f"- {row.level.word}: {write_change(row.changes[0], begins_line=True)}"
        return
    yield f"- {row.level.word}: **{escape_inline(row.name)}**"
    yield from (f"  - {write_change(change)}" for change in row.changes)


def write_change(change: VersionChange, begins_line: bool = False) -> str:
    """Write one change, with its old words struck through and its new ones in bold."""
    if change.pieces:
        pieces = shorten_pieces(change.pieces)
        marked = (MARKS[sign].format(escape_inline(" ".join(words.split()))) for sign, words in pieces)
        said = f"{escape_inline(change.field)}: {' '.join(marked)}"
    else:
        said = escape_inline(describe_change(change))
    where = change.where
    return f"{capital(said) if begins_line else said}{f' ({where})' if where else ''}"
