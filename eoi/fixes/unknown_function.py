"""The name in the catalogue for a misspelt function, if no other row has it."""

from __future__ import annotations

from eoi.change import Change
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding
from eoi.fixes import Fix
from eoi.fixes.places import find_scalar, name_line
from eoi.rounds import UnknownRoundError, load_round
from eoi.source.edits import SetValue
from eoi.source.nodes import Mapping, Scalar, Sequence
from eoi.source.paths import follow_path
from eoi.submission.vocabulary import find_spelt_alike


def propose(finding: Finding, examined: ExaminedSubmission | UnreadableFile) -> Fix | None:
    tree, found = examined.source.tree, find_scalar(finding, examined)
    near = find_spelt_alike(found[1].text, list_functions(tree)) if found and tree else None
    if found is None or tree is None or near is None:
        return None
    path, value = found
    rows = [tree, *(node for node, _ in follow_path(tree, path[:-2]))][-1]
    taken = {read_id(row) for row in rows.items} if isinstance(rows, Sequence) else set()
    if near in taken:
        return None
    change = Change(SetValue(path, near), value.text, near, finding.rule, name_line(finding))
    return Fix(f"Write `{near}`", "safe", (change,))


def list_functions(tree: Mapping | None) -> tuple[str, ...]:
    """Return the ids of the functions in the round of a file, or an empty tuple if it names no round."""
    entry = tree.entry("round") if tree else None
    name = entry.value.text if entry and isinstance(entry.value, Scalar) else ""
    try:
        return tuple(load_round(name).function_names)
    except UnknownRoundError:
        return ()


def read_id(row: object) -> str:
    """Return the id of a row, or an empty text if it has none."""
    entry = row.entry("id") if isinstance(row, Mapping) else None
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""
