"""The deletion of a comment that sets nothing aside.

A comment that lacks a reason or a rule stays, since it may be wanted.
"""

from __future__ import annotations

from eoi.change import Change
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding
from eoi.fixes import Fix
from eoi.fixes.places import name_line
from eoi.parse_errors.values import NOTHING_SET_ASIDE
from eoi.source.edits import Lines, Replacement


def propose(finding: Finding, examined: ExaminedSubmission | UnreadableFile) -> Fix | None:
    if finding.message != NOTHING_SET_ASIDE.message:
        return None
    lines = Lines(examined.source.text)
    start, end = (lines.index_of(place) for place in finding.span)
    comment = lines.text[start:end]
    before = lines.before(start)
    start -= len(before) - len(before.rstrip())
    if not before.strip() and end < len(lines.text):
        end += 1  # a comment on a line of its own is deleted with its line
    change = Change(Replacement(start, end, ""), comment, "", finding.rule, name_line(finding))
    return Fix("Delete the comment", "safe", (change,))
