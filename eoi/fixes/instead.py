"""The value that a finding knows to be right, written in place of the wrong one."""

from __future__ import annotations

from eoi.change import Change
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding
from eoi.fixes import Fix
from eoi.fixes.places import find_scalar, name_line
from eoi.source.edits import SetValue


def propose(finding: Finding, examined: ExaminedSubmission | UnreadableFile) -> Fix | None:
    found = find_scalar(finding, examined)
    if found is None or not finding.instead or finding.more:
        return None
    path, value = found
    change = Change(
        SetValue(path, finding.instead), value.text, finding.instead, finding.rule, name_line(finding)
    )
    return Fix(f"Write `{finding.instead}`", "suggested", (change,))
