"""The likely name for a misspelt field, if no other field has that name."""

from __future__ import annotations

from eoi.change import Change
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.expressions import Expression
from eoi.findings import Finding
from eoi.fixes import Fix, Safety
from eoi.fixes.places import find_field, name_line
from eoi.source.edits import Rename
from eoi.source.nodes import Mapping, Path, Scalar
from eoi.submission.fields_of_items import find_item_above
from eoi.submission.reader import ReadingProblem, read_field
from eoi.submission.rewriting import find_last_node
from eoi.submission.vocabulary import SURELY_MEANT, find_meant_fields, find_near_fields
from eoi.submission.walk import find_field_at

DIGIT = Expression(r"\d")


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

    A field that is in the group already, even if empty, does not count, nor one that cannot hold the value.
    A field that belongs to the item above is to be moved, not renamed.
    """
    if find_item_above(path, tree):
        return None
    group = find_last_node(tree, path[:-1])
    if not isinstance(group, Mapping):
        return None
    known = find_meant_fields(path)
    near = known or find_near_fields(path, SURELY_MEANT)
    free = [name for name in near if name not in group.by_name and is_readable_as(path, name, group)]
    if not free or (len(near) > 1 and not known):
        return None
    return free[0], "safe" if len(near) == 1 else "suggested"


def is_readable_as(path: Path, name: str, group: Mapping) -> bool:
    """Tell whether the field `name` can be read from the value at `path`, which is in `group`.

    Misspelt names below it do not matter. Where there is no value, the wrong name can hold it, as in
    `{headcount 43}`, and a field that must be there or an item with nothing else is missing still.
    """
    field, value = find_field_at((*path[:-1], name)), group.by_name[str(path[-1])].value
    if field is None:
        return False
    if isinstance(value, Scalar) and not value.text:
        return len(group.by_name) > 1 and not field.is_required and not DIGIT.search(str(path[-1]))
    problems: list[ReadingProblem] = []
    read_field(field, value, path, problems)
    return all(problem.what == "unknown" for problem in problems)
