"""Every date of a submission, with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from eoi.source.nodes import Path
from eoi.submission.dates import When
from eoi.submission.fields import Part


class Stated(NamedTuple):
    """A date and its place; `field` is the name of the field that holds it."""

    path: Path
    when: When

    @property
    def field(self) -> str:
        return str(self.path[-1])


def stated_dates(value: Any, path: Path = ()) -> Iterator[Stated]:
    """In the order of the model."""
    if isinstance(value, When):
        yield Stated(path, value)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from stated_dates(item, (*path, index))
    elif isinstance(value, Part):
        for name, field in type(value).model_fields.items():
            if name in value.model_fields_set:
                yield from stated_dates(getattr(value, name), (*path, field.alias or name))
