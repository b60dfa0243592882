"""The walk over the fields of the model, for everything that is made from it.

The schema, the new file, the reference pages, the suggestions for misspelt names and the tests all use it, so
that none of them can lack a field.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from eoi.source.nodes import Path
from eoi.source.paths import list_names_in_path
from eoi.submission.model import Submission
from eoi.submission.part import Field, Part


class ModelField(NamedTuple):
    """A field and the steps that lead to it: `("applicants[]", "population", "resident")`."""

    steps: tuple[str, ...]
    field: Field

    @property
    def pattern(self) -> str:
        return ".".join(self.steps)


def walk(part: type[Part] = Submission, above: tuple[str, ...] = ()) -> Iterator[ModelField]:
    """Yield each field of a part with the fields of the groups below it, in the order of the model."""
    for name, field in part.by_written.items():
        yield ModelField((*above, name), field)
        if field.part:
            yield from walk(field.part, (*above, f"{name}[]" if field.is_list else name))


@cache
def list_every_field() -> tuple[ModelField, ...]:
    """Return every field of a submission."""
    return tuple(walk())


def find_part_at(path: Path) -> type[Part] | None:
    """Return the part of the model that a path leads to; return None if it leads to no part."""
    return find_part_below(list_names_in_path(path))


@lru_cache(maxsize=1024)
def find_part_below(names: tuple[str, ...]) -> type[Part] | None:
    """Return the part of the model behind some names; return None if they lead to no part."""
    part: type[Part] | None = Submission
    for name in names:
        field = part.by_written.get(name) if part else None
        part = field.part if field else None
    return part


def find_field_at(path: Path) -> Field | None:
    """Return the field that a path leads to; return None if there is none.

    A path to an item leads to the field of its list.
    """
    names = list_names_in_path(path)
    part = find_part_below(names[:-1]) if names else None
    return part.by_written.get(names[-1]) if part else None
