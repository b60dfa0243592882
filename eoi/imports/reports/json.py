"""The outcome as JSON, for programs."""

from __future__ import annotations

from typing import Any

from eoi.change import Change
from eoi.imports.outcome import Conflict, ImportCounts, ImportOutcome, PlacedDifference, UnplacedDifference
from eoi.reports.json_text import encode_report
from eoi.source.edits import AddItem, SetValue

VERSION = 1


def write(name: str, outcome: ImportOutcome, _width: int) -> str:
    """Write the outcome as one JSON text."""
    report = {
        "version": VERSION,
        "file": name,
        "changes": [change for placed in outcome.placed for change in encode_placed(placed)],
        "comments": [encode_comment(change) for change in outcome.comments],
        "comments_left": [left._asdict() for left in outcome.left],
        "conflicts": [encode_conflict(conflict) for conflict in outcome.conflicts],
        "unplaced": [encode_unplaced(unplaced) for unplaced in outcome.unplaced],
        outcome.counts.unit: encode_counts(outcome.counts),
    }
    return encode_report(report)


def encode_counts(counts: ImportCounts) -> dict[str, int]:
    """Encode the counts of the words of a document, or of the cells of a workbook."""
    names = ("unchanged", "placed", "unplaced", "total")
    return {name: getattr(counts, name) for name in names}


def encode_placed(placed: PlacedDifference) -> list[dict[str, Any]]:
    """Encode the changes from one difference."""
    return [
        {"path": one.path, "was": one.was, "now": one.now, "by": one.by, "where": one.where}
        for one in placed.changes
    ]


def encode_comment(change: Change) -> dict[str, Any]:
    """Encode a comment that becomes part of the file, with its value there."""
    value = change.how.value if isinstance(change.how, AddItem | SetValue) else ""
    return {
        "path": change.path,
        "value": value,
        "text": change.now,
        "by": change.by,
        "where": change.where,
    }


def encode_conflict(conflict: Conflict) -> dict[str, Any]:
    """Encode a value that both the file and the document have changed."""
    (first, *_) = encode_placed(conflict.placed)
    return first | {"was": conflict.was, "file": conflict.mine, "now": conflict.theirs}


def encode_unplaced(unplaced: UnplacedDifference) -> dict[str, Any]:
    """Encode a difference without a place."""
    difference = unplaced.difference
    return {
        "was": difference.was,
        "now": difference.now,
        "where": difference.where,
        "by": difference.by or None,
        "reason": unplaced.reason,
        "nearest": unplaced.nearest or None,
        "template": unplaced.template or None,
    }
