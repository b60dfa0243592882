"""Corrections of lists of names whose items begin with a long dash or a bullet, where a hyphen belongs."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.change import Change
from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding, Position
from eoi.fixes import Fix
from eoi.source.characters import read_bullet
from eoi.source.edits import SetValue
from eoi.source.nodes import Mapping, Node, Path, Plain, Scalar
from eoi.submission.walk import find_field_at


def propose(finding: Finding, examined: ExaminedSubmission | UnreadableFile) -> Fix | None:
    """Return the fix for a field that holds a list of names, since no text can be meant there."""
    source, start = examined.source, finding.span.start
    found = find_text_at(source.tree, start) if source.tree else None
    field = find_field_at(found[0]) if found else None
    if not found or not field or not field.is_list or field.part:
        return None
    path, text = found
    lines = source.text.split("\n")[start.line - 1 : text.span.end.line]
    items = [read_bullet(line) for line in lines]
    marks = {item.level for item in items if item}
    if None in items or len(marks) != 1:
        return None
    words = [item.words for item in items if item]
    how = SetValue(path, list[Plain](words))
    change = Change(how, text.text, "; ".join(words), finding.rule, f"line {start.line}")
    return Fix("Type the hyphens that begin the items", "safe", (change,))


def find_text_at(node: Node, start: Position) -> tuple[Path, Scalar] | None:
    """Return the text that begins at a place, with its path, or None if none does."""
    return next((found for found in list_texts_with_paths(node) if found[1].span.start == start), None)


def list_texts_with_paths(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """Yield every text of a file with its path."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from list_texts_with_paths(value, (*path, key.text))
    else:
        for index, item in enumerate(node.items):
            yield from list_texts_with_paths(item, (*path, index))
