"""Changes as JSON for programs: each change with its paths, lines and words, without nesting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from eoi.changes.diff import Diff
from eoi.changes.version_change import VersionChange
from eoi.changes.words import describe_change
from eoi.findings import Finding
from eoi.reports.json_text import encode_report
from eoi.source.nodes import Path
from eoi.source.paths import write_path

VERSION = 1


def write(diffs: Iterable[Diff], _width: int, _alone: Sequence[str] = ()) -> str:
    """Write every difference as one JSON text."""
    return encode_report({"version": VERSION, "differences": [encode_diff(diff) for diff in diffs]})


def encode_diff(diff: Diff) -> dict[str, Any]:
    """Return one difference for JSON."""
    return {
        "old": diff.old,
        "new": diff.new,
        "counts": {level.word: number for level, number in diff.counts.items()},
        "changes": [encode_change(change) for change in diff.changes],
        "findings": {
            "new": [encode_diff_finding(finding) for finding in diff.came],
            "fixed": [encode_diff_finding(finding) for finding in diff.went],
            "unchanged": diff.stayed,
        },
    }


def encode_change(change: VersionChange) -> dict[str, Any]:
    """Return one change for JSON, with a sentence that describes it."""
    return {
        "kind": change.kind,
        "level": change.level.word,
        "section": change.section,
        "item": list(change.item),
        "field": change.field,
        "sentence": describe_change(change),
        "was": encode_side(change.was, change.was_path, change.was_line),
        "now": encode_side(change.now, change.now_path, change.now_line),
        "growth": change.growth or None,
        "words": [{"sign": sign, "text": words} for sign, words in change.pieces],
    }


def encode_side(said: str, path: Path, line: int | None) -> dict[str, Any] | None:
    """Return the value in one version for JSON, or None if it has no value."""
    return {"text": said, "path": write_path(path), "line": line} if said else None


def encode_diff_finding(finding: Finding) -> dict[str, Any]:
    """Return a finding that only one of the versions has, for JSON."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.label,
        "message": finding.message,
        "path": finding.path,
        "line": finding.span.start.line,
    }
