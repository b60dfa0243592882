"""Fixes for programs: the changes of each, and the parts of the text that they replace."""

from __future__ import annotations

from typing import NamedTuple

from eoi.findings import Finding, Position, Span
from eoi.fixes import Fix
from eoi.reports import CheckedFile


class FixedStretch(NamedTuple):
    """A part of the file, and the text that replaces it once the fix is made."""

    span: Span
    text: str


def find_stretches(file: CheckedFile, finding: Finding) -> tuple[Fix, list[FixedStretch]] | None:
    """Return the fix for a finding with the parts of the text that it replaces.

    Return None if there is no fix, or if it writes the whole file anew.
    """
    fix = file.fix(finding, True)
    if fix is None:
        return None
    from eoi.change import list_stretches  # late: few findings have a fix
    from eoi.source.edits import EditRefused, Lines
    from eoi.submission.vocabulary import list_field_names_at

    try:
        found = list_stretches(file.source, fix.changes, list_field_names_at)
    except EditRefused:
        return None
    lines = Lines(file.source.text)
    return fix, [
        FixedStretch(Span(lines.place_of(start), lines.place_of(end)), text)
        for start, end, text in sorted(found)
    ]


def describe_fix(file: CheckedFile, finding: Finding) -> dict[str, object] | None:
    """Return a fix as data for JSON, or None if there is none."""
    found = find_stretches(file, finding)
    if found is None:
        return None
    fix, stretches = found
    return {
        "label": fix.label,
        "safety": fix.safety,
        "changes": [
            {"path": one.path, "was": one.was, "now": one.now, "where": one.where} for one in fix.changes
        ],
        "edits": [
            {
                "start": describe_position(one.span.start),
                "end": describe_position(one.span.end),
                "text": one.text,
            }
            for one in stretches
        ],
    }


def describe_position(place: Position) -> dict[str, int]:
    """Return a place as data for JSON."""
    return {"line": place.line, "column": place.column}
