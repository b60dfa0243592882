"""The move of a milestone in front of the first milestone with a later date."""

from __future__ import annotations

from eoi.change import Change
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding
from eoi.fixes import Fix
from eoi.fixes.places import name_line
from eoi.rules.shared.dates.vague_dates import is_before
from eoi.source.edits import MoveItem
from eoi.source.paths import read_path


def propose(finding: Finding, examined: ExaminedSubmission | UnreadableFile) -> Fix | None:
    if not isinstance(examined, ExaminedSubmission):
        return None
    milestones, index = examined.submission.timescales, read_path(finding.path)[1]
    assert isinstance(index, int)
    own = milestones[index]
    later = (
        at
        for at, one in enumerate(milestones[:index])
        if one.date and own.date and is_before(own.date, one.date)
    )
    first = next(later, None)
    if first is None:
        return None
    where = f"before {milestones[first].milestone}"
    name = own.milestone or f"milestone {index + 1}"
    how = MoveItem(("timescales", index), first)
    return Fix(f"Move it {where}", "suggested", (Change(how, name, where, finding.rule, name_line(finding)),))
