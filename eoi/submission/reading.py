"""The conversion of a file's tree to a submission. All errors of the file are reported in one run.

An empty field means nothing, and is left out of the tree. A name that is no field, as where a text ends in a
colon, must be reported instead, or its words would be lost without notice.

Placeholders, words that only stand in place of an answer, are removed here, once. After that the checklist,
the rules, the figures and the document all see a gap where the file has "TBC". The place of each is kept,
so that findings can point at it.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import is_
from typing import Any, NamedTuple, TypeVar

from eoi.findings import Finding
from eoi.source.nodes import Entry, Mapping, Node, Path, Scalar, Sequence
from eoi.submission import says_none
from eoi.submission.model import Submission
from eoi.submission.part import Part, replace
from eoi.submission.paths import is_given
from eoi.submission.placeholders import is_placeholder
from eoi.submission.reader import ReadingProblem, read_part

Stranger = tuple[Path, Entry]
AnyPart = TypeVar("AnyPart", bound=Part)


def read_submission(tree: Mapping) -> tuple[Submission | None, tuple[Finding, ...]]:
    """Return the submission, or None if it cannot be read, with each problem as a finding."""
    problems: list[ReadingProblem] = []
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
    found: list[Stranger] = []
    if hold_blank((tree,)):
        add_strangers(tree, Submission, (), False, found)
    return found


def hold_blank(nodes: Iterable[Node]) -> bool:
    """Tell whether one of some nodes, or a list or group in it, has an empty value beside others."""
    for node in nodes:
        if isinstance(node, Scalar):
            continue
        values = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
        if node.blank or hold_blank(values):
            return True
    return False


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


class Placeholder(NamedTuple):
    """A placeholder in the file, with its path."""

    path: Path
    text: str


def clear_placeholders(submission: Submission) -> tuple[Submission, tuple[Placeholder, ...]]:
    """Return the submission without placeholders, and the placeholders that were in it."""
    found: list[Placeholder] = []
    return clear_part(submission, (), found), tuple(found)


def clear_part(part: AnyPart, path: Path, found: list[Placeholder]) -> AnyPart:
    """Return the part without placeholders; return the same part if it has none."""
    changed: dict[str, Any] = {}
    for name, value in part.given.items():
        if not hold_placeholder((value,)):
            continue  # as most values are, so that no path need be made for them
        field = part.fields[name]
        kept = clear_value(value, (*path, field.written), found, field.is_required)
        if kept is not value:
            changed[name] = field.default if kept is None else kept
    return replace(part, **changed) if changed else part


def hold_placeholder(values: Iterable[object]) -> bool:
    """Tell whether one of some values is a placeholder, or is a list or a group that holds one."""
    for value in values:
        if isinstance(value, str):
            found = is_placeholder(value)
        elif isinstance(value, tuple):
            found = hold_placeholder(value)
        else:
            found = isinstance(value, Part) and hold_placeholder(value.given.values())
        if found:
            return True
    return False


def clear_value(value: Any, path: Path, found: list[Placeholder], required: bool = False) -> Any:
    """Return a value without placeholders, or None if it is one.

    A required placeholder stays, so that the checklist can point at it.
    """
    if isinstance(value, str):
        if not is_placeholder(value):
            return value
        found.append(Placeholder(path, value))
        return value if required else None
    if isinstance(value, tuple):
        return value if says_none(value) else clear_items(value, path, found, required)
    return clear_part(value, path, found) if isinstance(value, Part) else value


def clear_items(
    items: tuple[Any, ...], path: Path, found: list[Placeholder], required: bool
) -> tuple[Any, ...] | None:
    """Return a list without placeholders, or None if all its items are placeholders.

    If some items are answers the others stay, since items are found by their numbers in the file.
    """
    known = len(found)
    kept = tuple([clear_value(item, (*path, index), found, True) for index, item in enumerate(items)])
    if len(found) == known:
        return items  # as of most lists
    if not required and not is_given(kept):
        return None
    return items if all(map(is_, kept, items)) else kept
