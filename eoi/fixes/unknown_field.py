"""The likely name for a misspelt field, if no other field has that name."""

from __future__ import annotations

from eoi.change import Change
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding
from eoi.fixes import Fix, Safety
from eoi.fixes.places import find_field, name_line
from eoi.source.edits import Rename
from eoi.source.nodes import Mapping, Path
from eoi.source.paths import follow_path
from eoi.submission.vocabulary import SURELY_MEANT, find_meant_fields, find_near_fields, take_first_free


def propose(finding: Finding, examined: ExaminedSubmission | UnreadableFile) -> Fix | None:
    tree = examined.source.tree
    path = find_field(tree, finding.span) if tree else None
    found = find_name(path, tree) if path and tree else None
    if path is None or found is None:
        return None
    name, safety = found
    change = Change(Rename(path, name), str(path[-1]), name, finding.rule, name_line(finding))
    return Fix(f"Rename it `{name}`", safety, (change,))


def find_name(path: Path, tree: Mapping) -> tuple[str, Safety] | None:
    """Return the most similar field and whether it is certain, or None.

    A field that is in the group already, even if empty, does not count.
    """
    group = [tree, *(node for node, _ in follow_path(tree, path[:-1]))][-1]
    taken = frozenset(group.by_name if isinstance(group, Mapping) else ()) - {path[-1]}
    if known := find_meant_fields(path):
        return (
            (meant, "safe" if len(known) == 1 else "suggested")
            if (meant := take_first_free(known, taken))
            else None
        )
    near = find_near_fields(path, SURELY_MEANT)
    if len(near) != 1 or near[0] in taken:
        return None
    return near[0], "safe"
