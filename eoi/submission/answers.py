"""Clear a submission of words that only hold the place of an answer.

Once it is done here, "TBC" is a gap to the checklist, to each rule, to the figures and to the document alike.
The place of each is kept, so that it can be pointed at.
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
    """The words that hold the place of an answer, and where they stand."""

    path: Path
    text: str


def clear_placeholders(submission: Submission) -> tuple[Submission, tuple[Placeholder, ...]]:
    """Return the submission without placeholders, and the placeholders that were in it."""
    found: list[Placeholder] = []
    return clear_part(submission, (), found), tuple(found)


def clear_part(part: AnyPart, path: Path, found: list[Placeholder]) -> AnyPart:
    """Return the part without placeholders; the same part where there are none."""
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
    """Tell whether a value clearly holds no placeholder, so that its place need not be known."""
    if isinstance(value, str):
        return not is_placeholder(value)
    return not isinstance(value, (tuple, Part))


def clear_value(value: Any, path: Path, found: list[Placeholder], required: bool = False) -> Any:
    """Return None for a text that is no answer. One that is required stays, for the checklist to point at."""
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
    """Return a list unchanged if it says anything: items are found by their numbers in the file."""
    kept = tuple([clear_value(item, (*path, index), found, True) for index, item in enumerate(items)])
    if not required and not is_given(kept):
        return None
    return items if all(map(is_, kept, items)) else kept
