"""Changes as notices of GitHub Actions, each beside its line in the new version, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eoi.changes.diff import Diff
from eoi.changes.version_change import Level, VersionChange
from eoi.changes.words import describe_change, summarise, summarise_findings
from eoi.reports.github import MOST, escape_data, escape_property
from eoi.reports.lines import disarm, make_printable
from eoi.reports.totals import find_relative_path

COMMANDS = {Level.MAJOR: "warning", Level.MINOR: "notice", Level.WORDING: "notice"}


def write(diffs: Iterable[Diff], _width: int, _alone: Sequence[str] = ()) -> str:
    """Write the notices of every difference, followed by its counts."""
    return "".join(f"{line}\n" for diff in diffs for line in write_lines(diff))


def write_lines(diff: Diff) -> Iterator[str]:
    """Yield notices for the gravest changes, no more than a step can show, and then the counts."""
    gravest = sorted(diff.changes, key=lambda change: -change.level)
    yield from (write_notice(diff, change) for change in gravest[:MOST])
    if len(gravest) > MOST:
        yield f"Not shown here: {len(gravest) - MOST} more changes."
    yield disarm(make_printable(f"{diff.old} → {diff.new}: {summarise(diff)}"))
    yield summarise_findings(diff)


def write_notice(diff: Diff, change: VersionChange) -> str:
    """Write the workflow command of one change. A removal has no line in the new version."""
    line = {"line": str(change.now_line)} if change.now_line else {}
    file = {"file": make_printable(find_relative_path(diff.new))}
    properties = file | line | {"title": f"eoi ({change.level.word} change)"}
    written = ",".join(f"{name}={escape_property(value)}" for name, value in properties.items())
    said = ": ".join(filter(None, (change.section, ", ".join(change.item), describe_change(change))))
    return f"::{COMMANDS[change.level]} {written}::{escape_data(make_printable(said))}"
