"""Every date of a submission, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from eoi.source.nodes import Path
from eoi.submission.days import When
from eoi.submission.fields import Part


def dates(part: Part, path: Path = ()) -> Iterator[tuple[Path, When]]:
    fields = type(part).model_fields
    for name in fields:
        if name in part.model_fields_set:
            yield from dates_in(getattr(part, name), (*path, fields[name].alias or name))


def dates_in(value: Any, path: Path) -> Iterator[tuple[Path, When]]:
    if isinstance(value, When):
        yield path, value
    elif isinstance(value, Part):
        yield from dates(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from dates_in(item, (*path, index))
