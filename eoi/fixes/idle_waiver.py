"""The deletion of a waiver that matches no gap, or the correction of its path if a gap has a similar one."""

from __future__ import annotations

from eoi.change import Change
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding
from eoi.fixes import Fix, instead
from eoi.fixes.places import find_scalar, name_line
from eoi.source.edits import Remove
from eoi.source.nodes import Sequence
from eoi.source.paths import follow_path


def propose(finding: Finding, examined: ExaminedSubmission | UnreadableFile) -> Fix | None:
    found, tree = find_scalar(finding, examined), examined.source.tree
    if finding.instead or found is None or tree is None:
        return instead.propose(finding, examined)
    path, value = found
    waivers = follow_path(tree, path[:1])[-1][0]
    is_last = isinstance(waivers, Sequence) and len(waivers.items) + len(waivers.blank) == 1
    how = Remove(path[:1] if is_last else path[:2])
    return Fix("Delete the waiver", "safe", (Change(how, value.text, "", finding.rule, name_line(finding)),))
