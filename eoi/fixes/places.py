"""The place in the tree that a finding is about."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.examined import ExaminedSubmission, UnreadableFile
from eoi.findings import Finding, Span
from eoi.source.nodes import Mapping, Node, Path, Scalar, Sequence
from eoi.source.paths import follow_path, read_path


def find_scalar(
    finding: Finding, examined: ExaminedSubmission | UnreadableFile
) -> tuple[Path, Scalar] | None:
    """Return the path and the value that a finding is about, or None if it is about no single value."""
    tree = examined.source.tree
    path = read_path(finding.path) or (find_value(tree, finding.span) if tree else ())
    steps = follow_path(tree, path) if tree else []
    if not path or len(steps) < len(path) or not isinstance(steps[-1][0], Scalar):
        return None
    return path, steps[-1][0]


def find_field(tree: Node, span: Span) -> Path | None:
    """Return the path of the field whose name is at a place, or None."""
    return next((path for path, place in list_field_names(tree) if place == span), None)


def list_field_names(node: Node, path: Path = ()) -> Iterator[tuple[Path, Span]]:
    """Yield the path of every field with the place of its name."""
    if isinstance(node, Mapping):
        for key, value in (*node.entries, *node.blank):
            yield (*path, key.text), key.span
            yield from list_field_names(value, (*path, key.text))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from list_field_names(item, (*path, index))


def find_value(node: Node, span: Span, path: Path = ()) -> Path:
    """Return the path of the value at a place, or an empty path if there is none."""
    if isinstance(node, Scalar):
        return path if node.span == span else ()
    steps: list[tuple[str | int, Node]] = (
        [(key.text, value) for key, value in node.entries]
        if isinstance(node, Mapping)
        else list(enumerate(node.items))
    )
    found = (find_value(child, span, (*path, step)) for step, child in steps)
    return next(filter(None, found), ())


def name_line(finding: Finding) -> str:
    """Return the line of a finding in words: `line 9`."""
    return f"line {finding.span.start.line}"
