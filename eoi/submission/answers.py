"""The removal of placeholders from a submission: words that only stand in place of an answer.

It is done once, here. After that the checklist, the rules, the figures and the document all see a gap where
the file has "TBC". The place of each placeholder is kept, so that findings can point at it.
"""

from __future__ import annotations

from operator import is_
from typing import Any, NamedTuple, TypeVar

from eoi.source.nodes import Path
from eoi.submission.model import Submission
from eoi.submission.nothing import says_none
from eoi.submission.part import Part, replace
from eoi.submission.paths import is_given
from eoi.submission.placeholders import is_placeholder

AnyPart = TypeVar("AnyPart", bound=Part)


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
        if holds_no_placeholder(value):
            continue
        field = part.fields[name]
        kept = clear_value(value, (*path, field.written), found, field.is_required)
        if kept is not value:
            changed[name] = field.default if kept is None else kept
    return replace(part, **changed) if changed else part


def holds_no_placeholder(value: Any) -> bool:
    """Tell whether a value certainly holds no placeholder.

    Its path is then not needed, which saves time.
    """
    if isinstance(value, str):
        return not is_placeholder(value)
    return not isinstance(value, (tuple, Part))


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
    kept = tuple([clear_value(item, (*path, index), found, True) for index, item in enumerate(items)])
    if not required and not is_given(kept):
        return None
    return items if all(map(is_, kept, items)) else kept
