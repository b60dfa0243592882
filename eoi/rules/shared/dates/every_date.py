"""Every date of a submission, with its place."""

from __future__ import annotations

from functools import cache
from typing import Any

from eoi.source.nodes import Path
from eoi.submission.dates import DATE
from eoi.submission.days import DateRange
from eoi.submission.part import Field, Part


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
