"""The right word of a vocabulary for a misspelt one, if only one word is near."""

from __future__ import annotations

from eoi.change import Change
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding
from eoi.fixes import Fix
from eoi.fixes.places import find_scalar, name_line
from eoi.source.edits import SetValue
from eoi.submission.choices import Choice
from eoi.submission.walk import find_field_at


def propose(finding: Finding, examined: ExaminedSubmission | UnreadableFile) -> Fix | None:
    found = find_scalar(finding, examined)
    field = find_field_at(found[0]) if found else None
    kind = field.kind if field and not field.is_table else None
    if found is None or not isinstance(kind, Choice):
        return None
    path, value = found
    near = kind.list_near(value.text)
    if len(near) != 1:
        return None
    change = Change(SetValue(path, near[0]), value.text, near[0], finding.rule, name_line(finding))
    return Fix(f"Write `{near[0]}`", "safe", (change,))
