"""Helpers of several rules, none of which is a rule; here, every text and every date of a submission.

Each has its place, and the texts are in the order of the document.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Literal, NamedTuple

from eoi.source.nodes import Path
from eoi.submission import MARKDOWN, TEXT
from eoi.submission.dates import DATE
from eoi.submission.days import DateRange
from eoi.submission.model import Submission
from eoi.submission.part import Field, Part
from eoi.submission.scope import LEADER

Kind = Literal["line", "prose", "part"]
TextField = tuple[str, str, Kind]
# The model begins with the applicants; the document prints them below the summary.
FIRST = ("summary", "applicants")


class FoundText(NamedTuple):
    """A text and its path. Prose is Markdown, and any other text is one line."""

    path: Path
    text: str
    is_prose: bool

    @property
    def field(self) -> str:
        """Return the name of the text's field, also for an item of a list."""
        return str(self.path[-2] if isinstance(self.path[-1], int) else self.path[-1])


def list_texts(submission: Submission) -> list[FoundText]:
    """Return every text of a submission in reading order."""
    found: list[FoundText] = []
    add_fields(submission, list_submission_fields(), (), found)
    return found


def join_texts(part: Part | None) -> str:
    """Join all texts of a part, to look for words in. Return an empty text for None."""
    found: list[FoundText] = []
    if part is not None:
        add_fields(part, list_text_fields(type(part)), (), found)
    return "\n".join([written.text for written in found])


def add_fields(part: Part, fields: Iterable[TextField], path: Path, found: list[FoundText]) -> None:
    """Add the texts of some fields of a part to those found."""
    given = part.given
    for name, alias, kind in fields:
        if name in given:
            # The same as `(*path, alias)` in a third of the time: a file has hundreds of fields.
            add_texts(given[name], kind, path + (alias,), found)  # noqa: RUF005


def add_texts(value: Any, kind: Kind, path: Path, found: list[FoundText]) -> None:
    """Add the texts in a value to those found."""
    if isinstance(value, str):
        # This is the same as `FoundText(...)` in half the time: a file has hundreds of texts.
        found.append(tuple.__new__(FoundText, (path, value, kind == "prose")))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            add_texts(item, kind, (*path, index), found)
    elif value is not None:
        part: Part = value
        add_fields(part, list_text_fields(type(part)), path, found)


@cache
def list_submission_fields() -> tuple[TextField, ...]:
    """Return the fields of a submission that hold text, in the order of the document."""
    fields = list_text_fields(Submission)
    return tuple(sorted(fields, key=lambda one: FIRST.index(one[0]) if one[0] in FIRST else len(FIRST)))


@cache
def list_text_fields(part: type[Part]) -> tuple[TextField, ...]:
    """Return the fields that hold text or parts with text: the names in Python and in the file."""
    kinds = ((name, field.written, find_text_kind(field)) for name, field in part.fields.items())
    return tuple((name, alias, kind) for name, alias, kind in kinds if kind)


def find_text_kind(field: Field) -> Kind | None:
    """Return whether a field holds prose, a line or a part, or None if it holds no text."""
    if field.part:
        return "part"
    if field.kind is MARKDOWN:
        return "prose"
    return "line" if field.kind in (TEXT, LEADER) else None


def list_dates(part: Part) -> list[tuple[Path, DateRange]]:
    """Return every date of a part with its path."""
    found: list[tuple[Path, DateRange]] = []
    add_part(part, (), found)
    return found


def add_part(part: Part, path: Path, found: list[tuple[Path, DateRange]]) -> None:
    """Add the dates of a part to those found."""
    given = part.given
    for name, alias in list_date_fields(type(part)):
        if name in given:
            add_dates(given[name], (*path, alias), found)


def add_dates(value: Any, path: Path, found: list[tuple[Path, DateRange]]) -> None:
    """Add the dates in a value to those found."""
    if isinstance(value, DateRange):
        found.append((path, value))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            add_dates(item, (*path, index), found)
    elif isinstance(value, Part):
        add_part(value, path, found)


@cache
def list_date_fields(part: type[Part]) -> tuple[tuple[str, str], ...]:
    """List the fields that can hold dates, with their names in Python and in the file."""
    return tuple((name, field.written) for name, field in part.fields.items() if has_dates(field))


def has_dates(field: Field) -> bool:
    """Tell whether a field can hold dates."""
    return field.kind is DATE or bool(field.part and list_date_fields(field.part))
