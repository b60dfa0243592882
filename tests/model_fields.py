"""The fields of a submission that hold values, from the one walk over the model: every one, at every depth.

for field in model_fields():
    field.pattern    # "applicants[].population.resident", as an officer writes it
    field.alone(x)   # the least submission in which it has the value x
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from eoi.submission import Kind
from eoi.submission.walk import list_every_field
from tests.written import Fields, Written

LEAST: Fields = {"round": "2014", "form": "joint", "applicants": [{"name": "NHS Somewhere CCG"}]}
LEAST_WAIVER: Fields = {"path": "summary", "reason": "None is wanted"}


@dataclass(frozen=True)
class ModelField:
    """A field that holds a value, not a group."""

    steps: tuple[str, ...]
    kind: Kind[Any]
    many: bool = False

    @property
    def pattern(self) -> str:
        return ".".join(self.steps)

    @property
    def choices(self) -> tuple[str, ...]:
        """The words it can hold, where only some will do."""
        return self.kind.words

    def alone(self, value: Written) -> Fields:
        return with_value(LEAST, self.steps, value)


def with_value(part: Fields, steps: tuple[str, ...], value: Written) -> Fields:
    first, *rest = steps
    name = first.removesuffix("[]")
    inner: Written = value
    if rest:
        present = part.get(name, [] if first.endswith("[]") else {})
        least = present[0] if isinstance(present, list) and present else present
        inner = with_value(least if isinstance(least, dict) else {}, tuple(rest), value)
    if name == "waivers" and isinstance(inner, dict):
        inner = LEAST_WAIVER | inner
    if name == "redactions" and isinstance(inner, dict):
        inner = {"path": "summary"} | inner
    return part | {name: [inner] if first.endswith("[]") else inner}


def model_fields() -> Iterator[ModelField]:
    for steps, field in list_every_field():
        if isinstance(field.kind, Kind):
            yield ModelField(steps, field.kind, field.is_list)


def lists_that_may_be_none() -> Iterator[str]:
    yield from (one.pattern for one in list_every_field() if one.field.may_be_none)
