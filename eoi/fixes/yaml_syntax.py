"""Corrections of slips in the signs of YAML: a tab, a missing space, curly quotes, a dash for a hyphen."""

from __future__ import annotations

from eoi.change import Change
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding
from eoi.fixes import Fix
from eoi.source.edits import Lines, Replacement
from eoi.source.slip_repairs import list_certain_repairs
from eoi.submission.vocabulary import list_field_names_at


def propose(finding: Finding, examined: ExaminedSubmission | UnreadableFile) -> Fix | None:
    repairs = list_certain_repairs(examined.source.text, list_field_names_at)
    rows = repairs.get(finding.span.start)
    if rows is None:
        return None
    lines = Lines(examined.source.text)
    typed = examined.source.text.split("\n")
    changes = tuple(
        Change(
            Replacement(start, start + len(typed[number - 1]), now),
            typed[number - 1].strip(),
            now.strip(),
            finding.rule,
            f"line {number}",
        )
        for number, now in rows.items()
        if (start := lines.starts[number - 1]) >= 0
    )
    return Fix("Type the sign that YAML needs", "safe", changes)
