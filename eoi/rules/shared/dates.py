"""Every date of a submission, and where it stands."""

from __future__ import annotations

from functools import cache
from typing import Any

from eoi.rules.shared.texts import marks
from eoi.source.nodes import Path
from eoi.submission.days import When
from eoi.submission.fields import Part


def dates(part: Part) -> list[tuple[Path, When]]:
    found: list[tuple[Path, When]] = []
    add_part(part, (), found)
    return found


def add_part(part: Part, path: Path, found: list[tuple[Path, When]]) -> None:
    given = part.model_fields_set
    for name, alias in date_fields(type(part)):
        if name in given:
            add(getattr(part, name), (*path, alias), found)


def add(value: Any, path: Path, found: list[tuple[Path, When]]) -> None:
    if isinstance(value, When):
        found.append((path, value))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            add(item, (*path, index), found)
    elif isinstance(value, Part):
        add_part(value, path, found)


@cache
def date_fields(part: type[Part]) -> tuple[tuple[str, str], ...]:
    """Each field that can hold dates, as Python and as officers write its name."""
    fields = part.model_fields.items()
    return tuple((name, field.alias or name) for name, field in fields if has_dates(field.annotation))


def has_dates(annotation: Any) -> bool:
    kinds = [mark for mark in marks(annotation) if isinstance(mark, type)]
    return any(issubclass(kind, When) or (issubclass(kind, Part) and date_fields(kind)) for kind in kinds)
