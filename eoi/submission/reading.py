"""The conversion of a file's tree to a submission. All errors of the file are reported in one run.

An empty field means nothing, and is left out of the tree. A name that is no field, as where a text ends in a
colon, must be reported instead, or its words would be lost without notice.
"""

from __future__ import annotations

from eoi.findings import Finding
from eoi.source.nodes import Entry, Mapping, Node, Path, Scalar
from eoi.submission.model import Submission
from eoi.submission.part import Part
from eoi.submission.reader import ReadingProblem, read_part

Stranger = tuple[Path, Entry]


def read_submission(tree: Mapping) -> tuple[Submission | None, tuple[Finding, ...]]:
    """Return the submission, or None if it cannot be read, with each problem as a finding."""
    problems = list[ReadingProblem]()
    submission = read_part(Submission, tree, (), problems)
    strangers = find_empty_strangers(tree)
    if not problems and not strangers:
        return submission, ()
    from eoi.submission.reading_problems import describe_problems  # late: most files have none

    found = describe_problems(problems, strangers, tree)
    return None if problems else submission, tuple(found)


def find_empty_strangers(tree: Mapping) -> list[Stranger]:
    """Return each empty name that is no field, with its path.

    YAML reads `{resident: 177,643}` as a field `resident` of 177 and an empty field `643`, and `- Our aims:`
    as an item with an empty field `Our aims`.
    """
    found = list[Stranger]()
    add_strangers(tree, Submission, (), False, found)
    return found


def add_strangers(
    node: Node, part: type[Part] | None, path: Path, is_empty: bool, found: list[Stranger]
) -> None:
    """Add to `found` the empty names below a node that are no fields.

    `part` is the part of the model for the node, or None if there is none. `is_empty` is true if the node
    holds nothing.
    """
    if isinstance(node, Scalar):
        return
    if isinstance(node, Mapping):
        for entry in node.entries:
            if is_empty or type(entry.value) is not Scalar:
                add_stranger(entry, part, path, is_empty, found)
        for entry in node.blank:
            add_stranger(entry, part, path, True, found)
        return
    for index, item in enumerate(node.items):
        if type(item) is not Scalar:
            add_strangers(item, part, (*path, index), is_empty, found)
    for index, item in enumerate(node.blank, len(node.items)):
        add_strangers(item, part, (*path, index), True, found)


def add_stranger(
    entry: Entry, part: type[Part] | None, path: Path, is_empty: bool, found: list[Stranger]
) -> None:
    """Add an entry to `found` if its name is no field and it is empty; for a field, look below it."""
    name = entry.key.text
    field = part.by_written.get(name) if part else None
    if field:
        add_strangers(entry.value, field.part, (*path, name), is_empty, found)
    elif is_empty and name.strip():
        found.append(((*path, name), entry))
